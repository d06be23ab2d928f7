"""`tf.math`."""

import tensorflow
from tensorflow._math_ops import floormod, lgamma, reciprocal
from tensorflow._nn_ops import in_top_k, softplus, softsign, top_k, zero_fraction
from tensorflow._reductions import l2_normalize, reduce_std, reduce_variance
from tensorflow._unmodelled import lookup as _lookup

_SHARED = (
    "abs accumulate_n acos acosh add add_n argmax argmin asin asinh atan atan2 atanh ceil conj "
    "cos cosh count_nonzero"
    " cumprod cumsum digamma divide equal erf erfc exp expm1 floor floordiv greater greater_equal "
    "is_finite is_inf is_nan"
    " less less_equal log log1p log_sigmoid logical_and logical_not logical_or logical_xor "
    "maximum minimum mod multiply"
    " negative not_equal pow reduce_all reduce_any reduce_logsumexp reduce_max reduce_mean "
    "reduce_min reduce_prod"
    " reduce_sum rint round rsqrt scalar_mul sigmoid sign sin sinh sqrt square squared_difference "
    "subtract tan tanh"
    " truediv div_no_nan"
).split()


def __getattr__(name):
    if name in _SHARED:
        return getattr(tensorflow, name)
    return _lookup("math." + name)
