"""`tf.initializers`."""

from tensorflow._control_flow import group
from tensorflow._init_ops import (
    Constant,
    GlorotNormal,
    GlorotUniform,
    Identity,
    Initializer,
    Ones,
    Orthogonal,
    RandomNormal,
    RandomUniform,
    TruncatedNormal,
    UniformUnitScaling,
    VarianceScaling,
    Zeros,
    get,
    he_normal,
    he_uniform,
    lecun_normal,
    lecun_uniform,
)
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_functions import global_variables_initializer as global_variables
from tensorflow._variable_functions import local_variables_initializer as local_variables
from tensorflow._variable_functions import variables_initializer as variables

constant = Constant
glorot_normal = GlorotNormal
glorot_uniform = GlorotUniform
identity = Identity
ones = Ones
orthogonal = Orthogonal
random_normal = RandomNormal
random_uniform = RandomUniform
truncated_normal = TruncatedNormal
uniform_unit_scaling = UniformUnitScaling
variance_scaling = VarianceScaling
zeros = Zeros


def tables_initializer(name="init_all_tables"):
    return group(name=name)


def __getattr__(name):
    return _lookup("initializers." + name)
