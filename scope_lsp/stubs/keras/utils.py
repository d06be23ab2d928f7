"""`keras.utils` and the modules below it.

Modelled on keras/utils/*.py of Keras 2.2.4.
"""

import _scope_lsp

from tensorflow._array_ops import identity
from tensorflow._graph_contexts import device
from tensorflow._tensor import scope

from tensorflow.python.keras.utils.generic_utils import (
    has_arg,
    is_all_none,
    object_list_uid,
    slice_arrays,
    to_snake_case,
)
from tensorflow.python.keras.utils.layer_utils import (
    convert_all_kernels_in_model,
    count_params,
    print_summary,
)

from keras._shared import utils as _shared
from keras._shared.utils import *

_HERE = (
    "data_utils generic_utils io_utils layer_utils multi_gpu_utils np_utils "
    "test_utils training_utils vis_utils"
).split()


def multi_gpu_model(model, gpus=None, cpu_merge=True, cpu_relocation=False):
    """A model that calls another one for each device on a part of its inputs."""
    count = len(gpus) if isinstance(gpus, (list, tuple)) else gpus
    if not _scope_lsp.is_known(count) or count is None:
        return _scope_lsp.unknown("a model on an unknown number of devices")
    made = [[] for _ in model.outputs]
    for i in range(count):
        with device("/gpu:%d" % i), scope("replica_%d" % i):
            inputs = [_part(x) for x in model.inputs]
            outputs = model(inputs[0] if len(inputs) == 1 else inputs)
            for at, output in enumerate(outputs if isinstance(outputs, list) else [outputs]):
                made[at].append(output)
    with device("/cpu:0" if cpu_merge else "/gpu:0"):
        from keras import layers, models  # few programs need it

        merged = [
            layers.Concatenate(axis=0, name=name)(outputs)
            for name, outputs in zip(model.output_names, made)
        ]
        return models.Model(model.inputs, merged)


def _part(x):
    """Some of the examples."""
    from keras.layers import Lambda  # few programs need it

    with scope("slice"):
        return Lambda(lambda x: identity(x), output_shape=lambda shape: shape)(x)


def unpack_singleton(x):
    return x[0] if isinstance(x, (list, tuple)) and len(x) == 1 else x


def to_list(x, allow_tuple=False):
    return list(x) if isinstance(x, list) or allow_tuple and isinstance(x, tuple) else [x]


def __getattr__(name):
    if name == "conv_utils":
        return __import__("keras._conv_utils", fromlist=["*"])
    if name in _HERE:
        return __import__("keras.utils", fromlist=["*"])
    return _shared.__getattr__(name)
