"""Initializers: objects that are called with a shape and make a tensor.

Modelled on ops/init_ops.py of TensorFlow 1.15.5.
"""

import math

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import eye, ones, zeros
from tensorflow._random_ops import random_normal, random_uniform, truncated_normal
from tensorflow._shape import as_dims, is_int
from tensorflow._tensor import constant, create, dtype_of
from tensorflow._elementwise import unary


def _check(dtype, *values):
    """tensor_util._AssertCompatible of the parameters of a normal distribution: no integers."""
    if dtype is None or dtype.is_floating or dtype.is_complex:
        return
    for value in values:
        if _scope_lsp.is_a(value, float):
            _refuse(value, dtype)
            return


def _check_constant(value, dtype, shape):
    """The same of a constant, where a fraction is given for integers.

    Not of NumPy's numbers, which are converted, of whole ones, which Python 2 divides to integers,
    nor of what may have no elements.
    """
    if type(value) is not float or value == value // 1:
        return
    dims = as_dims(shape)
    if isinstance(dims, tuple) and all(is_int(dim) and dim for dim in dims):
        if dtype.is_integer or dtype.is_bool:
            _refuse(value, dtype)


def _refuse(value, dtype):
    message = "Expected %s, got %r of type 'float' instead." % (dtype.name, value)
    _scope_lsp.fail(message, exception="TypeError")


class Initializer:
    def __call__(self, shape, dtype=None, partition_info=None):
        return zeros(shape, dtype or _dtypes.float32)

    def get_config(self):
        config = {}
        for key, value in self.__dict__.items():
            if key[:1] != "_":
                config[key] = value.name if key == "dtype" and value is not None else value
        return config

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Zeros(Initializer):
    def __init__(self, dtype=_dtypes.float32):
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        return zeros(shape, dtype or self.dtype)


class Ones(Initializer):
    def __init__(self, dtype=_dtypes.float32):
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        return ones(shape, dtype or self.dtype)


class Constant(Initializer):
    def __init__(self, value=0, dtype=_dtypes.float32, verify_shape=False):
        self.value = value
        self.dtype = dtype_of(dtype)
        self._verify_shape = verify_shape

    def __call__(self, shape, dtype=None, partition_info=None, verify_shape=None):
        dtype = dtype or self.dtype
        _check_constant(self.value, dtype, shape)
        verify = self._verify_shape if verify_shape is None else verify_shape
        return constant(self.value, dtype, shape, verify_shape=verify)


class RandomUniform(Initializer):
    def __init__(self, minval=0, maxval=None, seed=None, dtype=_dtypes.float32):
        self.minval = minval
        self.maxval = maxval
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        return random_uniform(
            shape, self.minval, self.maxval, dtype=dtype or self.dtype, seed=self.seed
        )


class RandomNormal(Initializer):
    def __init__(self, mean=0.0, stddev=1.0, seed=None, dtype=_dtypes.float32):
        self.mean = mean
        self.stddev = stddev
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        dtype = dtype or self.dtype
        _check(dtype, self.mean, self.stddev)
        return random_normal(shape, self.mean, self.stddev, dtype=dtype, seed=self.seed)


class TruncatedNormal(Initializer):
    def __init__(self, mean=0.0, stddev=1.0, seed=None, dtype=_dtypes.float32):
        self.mean = mean
        self.stddev = stddev
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        dtype = dtype or self.dtype
        _check(dtype, self.mean, self.stddev)
        return truncated_normal(shape, self.mean, self.stddev, dtype=dtype, seed=self.seed)


class UniformUnitScaling(Initializer):
    def __init__(self, factor=1.0, seed=None, dtype=_dtypes.float32):
        self.factor = factor
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        return random_uniform(shape, -1.0, 1.0, dtype=dtype or self.dtype, seed=self.seed)


class VarianceScaling(Initializer):
    def __init__(
        self,
        scale=1.0,
        mode="fan_in",
        distribution="truncated_normal",
        seed=None,
        dtype=_dtypes.float32,
    ):
        self.scale = scale
        self.mode = mode
        self.distribution = distribution
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        # The limits depend on the shape; no name and no shape depends on them.
        dtype = dtype or self.dtype
        if self.distribution == "uniform":
            if not dtype.is_floating:
                self._check_limit(shape, dtype)
            return random_uniform(shape, -1.0, 1.0, dtype=dtype, seed=self.seed)
        if self.distribution == "untruncated_normal":
            _check(dtype, 0.0)
            return random_normal(shape, 0.0, 1.0, dtype=dtype, seed=self.seed)
        _check(dtype, 0.0)
        return truncated_normal(shape, 0.0, 1.0, dtype=dtype, seed=self.seed)

    def _check_limit(self, shape, dtype):
        """No integers lie between the limits, where these are known."""
        dims = as_dims(shape)
        if not isinstance(dims, tuple) or not all(is_int(dim) for dim in dims):
            return
        fan_in, fan_out = _compute_fans(dims)
        fans = {"fan_in": fan_in, "fan_out": fan_out}
        fan = fans.get(self.mode, (fan_in + fan_out) / 2.0)
        if _scope_lsp.is_number(self.scale):
            _check(dtype, -((3.0 * (self.scale / max(1.0, fan))) ** 0.5))


def _compute_fans(shape):
    """How many numbers lead into and out of a unit; libraries use this one, too."""
    if len(shape) < 1:
        return 1, 1
    if len(shape) == 1:
        return shape[0], shape[0]
    field = 1
    for dim in shape[:-2]:
        field *= dim
    return shape[-2] * field, shape[-1] * field


class GlorotUniform(VarianceScaling):
    def __init__(self, seed=None, dtype=_dtypes.float32):
        super(GlorotUniform, self).__init__(1.0, "fan_avg", "uniform", seed=seed, dtype=dtype)


class GlorotNormal(VarianceScaling):
    def __init__(self, seed=None, dtype=_dtypes.float32):
        super(GlorotNormal, self).__init__(
            1.0, "fan_avg", "truncated_normal", seed=seed, dtype=dtype
        )


class Orthogonal(Initializer):
    def __init__(self, gain=1.0, seed=None, dtype=_dtypes.float32):
        self.gain = gain
        self.seed = seed
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        from tensorflow._array_ops import matrix_transpose, reshape  # not a name of this module

        dims = as_dims(shape)
        dtype = dtype or self.dtype
        rows, columns = 1, None
        if isinstance(dims, tuple) and dims:
            columns = dims[-1]
            for dim in dims[:-1]:
                rows = rows * dim if is_int(dim) and is_int(rows) else None
        wide = is_int(rows) and is_int(columns) and rows < columns
        flat = random_normal(
            (columns, rows) if wide else (rows, columns), dtype=dtype, seed=self.seed
        )
        q = create("Qr", None, flat._dims, dtype=flat._dtype, inputs=())
        d = create("DiagPart", None, (None,), dtype=flat._dtype, inputs=())
        q = q * unary("Sign", None, d)
        q._dims = flat._dims
        if wide:
            q = matrix_transpose(q)
        return self.gain * reshape(q, shape)


class Identity(Initializer):
    def __init__(self, gain=1.0, dtype=_dtypes.float32):
        self.gain = gain
        self.dtype = dtype_of(dtype)

    def __call__(self, shape, dtype=None, partition_info=None):
        dims = as_dims(shape)
        if not isinstance(dims, tuple):
            return zeros(shape, dtype or self.dtype)
        if len(dims) != 2:
            raise ValueError("Identity matrix initializer can only be used for 2D matrices.")
        return self.gain * eye(dims[0], dims[1], dtype=dtype or self.dtype)


def lecun_normal(seed=None):
    return VarianceScaling(1.0, "fan_in", "truncated_normal", seed=seed)


def lecun_uniform(seed=None):
    return VarianceScaling(1.0, "fan_in", "uniform", seed=seed)


def he_normal(seed=None):
    return VarianceScaling(2.0, "fan_in", "truncated_normal", seed=seed)


def he_uniform(seed=None):
    return VarianceScaling(2.0, "fan_in", "uniform", seed=seed)


zeros_initializer = Zeros
ones_initializer = Ones
constant_initializer = Constant
random_uniform_initializer = RandomUniform
random_normal_initializer = RandomNormal
truncated_normal_initializer = TruncatedNormal
uniform_unit_scaling_initializer = UniformUnitScaling
variance_scaling_initializer = VarianceScaling
glorot_uniform_initializer = GlorotUniform
glorot_normal_initializer = GlorotNormal
orthogonal_initializer = Orthogonal
identity_initializer = Identity

_BY_NAME = {
    "zeros": Zeros,
    "ones": Ones,
    "constant": Constant,
    "uniform": RandomUniform,
    "normal": RandomNormal,
    "random_uniform": RandomUniform,
    "random_normal": RandomNormal,
    "truncated_normal": TruncatedNormal,
    "glorot_uniform": GlorotUniform,
    "glorot_normal": GlorotNormal,
    "lecun_normal": lecun_normal,
    "lecun_uniform": lecun_uniform,
    "he_normal": he_normal,
    "he_uniform": he_uniform,
    "orthogonal": Orthogonal,
    "identity": Identity,
}


def get(identifier):
    """keras.initializers.get: an initializer by name, class or itself."""
    if _scope_lsp.is_known(identifier) and isinstance(identifier, str):
        found = _BY_NAME.get(identifier)
        return found() if found is not None else _scope_lsp.unknown("an initializer")
    if _scope_lsp.is_known(identifier) and isinstance(identifier, type):
        return identifier()
    return identifier
