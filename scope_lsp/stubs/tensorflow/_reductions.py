"""Ops that reduce tensors along axes: reduce_sum, argmax, moments, norms ...

Modelled on ops/math_ops.py, ops/linalg_ops.py, ops/clip_ops.py and ops/nn_impl.py
(moments) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_masks import where
from tensorflow._casts import cast
from tensorflow._array_ops import identity, rank, reshape, shape, size, squeeze, stop_gradient
from tensorflow._array_joins import stack
from tensorflow._constant_ops import ones_like, range_, zeros_like
from tensorflow._math_ops import (
    add,
    conj,
    exp,
    is_finite,
    log,
    maximum,
    minimum,
    multiply,
    not_equal,
    rsqrt,
    sqrt,
    square,
    squared_difference,
    subtract,
)
from tensorflow._maybe_gradients import in_place_of
from tensorflow._shape import UNSURE, is_int, without
from tensorflow._tensor import (
    apply,
    base_dtype,
    constant,
    convert,
    create,
    dtype_of,
    is_tensor,
    pop,
    push,
)
from tensorflow._elementwise import unary


def reduced(dims, axes, keepdims):
    """Dims after a reduction along axes: None, an int or a list of ints."""
    if axes is None:
        if isinstance(dims, tuple):
            return (1,) * len(dims) if keepdims else ()
        return dims if keepdims else ()
    if not isinstance(dims, tuple):
        return dims
    if is_int(axes):
        axes = [axes]
    if not isinstance(axes, (list, tuple)):
        return UNSURE
    gone = []
    for axis in axes:
        if not is_int(axis):
            return UNSURE if not keepdims else (UNSURE,) * len(dims)
        gone.append(axis + len(dims) if axis < 0 else axis)
    if keepdims:
        return tuple([1 if i in gone else dim for i, dim in enumerate(dims)])
    return tuple([dim for i, dim in enumerate(dims) if i not in gone])


def _static_axes(axis):
    if axis is None or not _scope_lsp.is_known(axis):
        return axis
    if is_int(axis) or isinstance(axis, (list, tuple)):
        return axis
    held = getattr(axis, "_value", UNSURE)
    return (
        axis.tolist()
        if held == UNSURE and hasattr(axis, "tolist")
        else (UNSURE if held is None else held)
    )


def _reduction(op_type, name, dtype=None):
    @_scope_lsp.takes(True, name)
    def reduce(
        input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None
    ):
        axis = reduction_indices if axis is None else axis
        keepdims = keep_dims if keepdims is None else keepdims
        given = axis
        if axis is None:
            # The axes become a constant of their own, before the op's scope.
            if is_tensor(input_tensor) and input_tensor._dims is not None:
                dims = input_tensor._dims
                given = constant(
                    list(range(len(dims))) if isinstance(dims, tuple) and dims != UNSURE else [0],
                    _dtypes.int32,
                )
            else:
                given = range_(0, rank(input_tensor))
        name, [x, _] = apply(op_type, name, (input_tensor, "input"), (given, "reduction_indices"))
        known = _scope_lsp.is_known(keepdims) and _scope_lsp.is_known(axis)
        dims = reduced(x._dims, _static_axes(axis), keepdims) if known else UNSURE
        value = None
        if op_type == "Prod" and isinstance(x._value, list) and dims == ():
            value = 1
            for item in x._value:
                value = value * item if is_int(item) and is_int(value) else None
        return create(op_type, name, dims, dtype=dtype or base_dtype(x), value=value, inputs=(x,))

    return reduce


reduce_sum = _reduction("Sum", "reduce_sum_v1")
reduce_mean = _reduction("Mean", "reduce_mean_v1")
reduce_max = _reduction("Max", "reduce_max_v1")
reduce_min = _reduction("Min", "reduce_min_v1")
reduce_prod = _reduction("Prod", "reduce_prod_v1")
reduce_any = _reduction("Any", "reduce_any_v1", _dtypes.bool)
reduce_all = _reduction("All", "reduce_all_v1", _dtypes.bool)


@_scope_lsp.takes(True, "reduce_logsumexp_v1")
def reduce_logsumexp(
    input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None
):
    axis = reduction_indices if axis is None else axis
    keepdims = keep_dims if keepdims is None else keepdims
    x = convert(input_tensor)
    push(name, "ReduceLogSumExp")
    top = reduce_max(x, axis, True)
    finite = is_finite(top)
    top = stop_gradient(where(finite, top, zeros_like(top)))
    result = log(reduce_sum(exp(subtract(x, top)), axis, keepdims))
    if not keepdims:
        top = reshape(top, shape(result))
    dims = result._dims
    result = add(result, top)
    result._dims = dims
    pop()
    return result


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    push(name or "reduce_variance", None)
    means = reduce_mean(input_tensor, axis, True)
    result = reduce_mean(square(input_tensor - means), axis, keepdims)
    pop()
    return result


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    push(name or "reduce_std", None)
    result = sqrt(reduce_variance(input_tensor, axis, keepdims))
    pop()
    return result


def count_nonzero(
    input_tensor=None,
    axis=None,
    keepdims=None,
    dtype=_dtypes.int64,
    name=None,
    reduction_indices=None,
    keep_dims=None,
    input=None,
):
    x = input if input_tensor is None else input_tensor
    axis = reduction_indices if axis is None else axis
    keepdims = keep_dims if keepdims is None else keepdims
    push(name, "count_nonzero")
    x = convert(x, None, "input")
    zero = create("Const", "zeros", (), dtype=base_dtype(x), inputs=())
    result = cast(reduce_sum(cast(not_equal(x, zero), _dtypes.int64), axis, keepdims), dtype)
    pop()
    return result


def _arg_op(op_type):
    @_scope_lsp.takes(lambda input, axis=None, name=None, dimension=None, output_type=None: 0)
    def find(input, axis=None, name=None, dimension=None, output_type=_dtypes.int64):
        axis = dimension if axis is None else axis
        axis = 0 if axis is None else axis
        name, [x, at] = apply(op_type, name, (input, "input"), (axis, "dimension"))
        return create(
            op_type, name, without(x._dims, at._value), dtype=dtype_of(output_type), inputs=(x,)
        )

    return find


argmax = _arg_op("ArgMax")
argmin = _arg_op("ArgMin")


def arg_max(input, dimension, output_type=_dtypes.int64, name=None):
    return argmax(input, dimension, name, dimension=None, output_type=output_type)


def arg_min(input, dimension, output_type=_dtypes.int64, name=None):
    return argmin(input, dimension, name, dimension=None, output_type=output_type)


def moments(x, axes, shift=None, name=None, keep_dims=None, keepdims=None):
    keepdims = keep_dims if keepdims is None else keepdims
    push(name, "moments")
    y = cast(x, _dtypes.float32) if is_tensor(x) and x._dtype is _dtypes.float16 else x
    mean = reduce_mean(y, axes, True, name="mean")
    variance = reduce_mean(squared_difference(y, stop_gradient(mean)), axes, True, name="variance")
    if not keepdims:
        mean = squeeze(mean, axes)
        variance = squeeze(variance, axes)
    pop()
    return mean, variance


def l2_loss(t, name=None):
    name, [x] = apply("L2Loss", name, (t, "t"))
    return create("L2Loss", name, (), dtype=base_dtype(x), inputs=(x,))


def l2_normalize(x, axis=None, epsilon=1e-12, name=None, dim=None):
    axis = dim if axis is None else axis
    scope = push(name, "l2_normalize")
    x = convert(x, None, "x")
    inverse = rsqrt(maximum(reduce_sum(square(x), axis, True), epsilon))
    result = multiply(x, inverse, scope)
    pop()
    return result


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None, keep_dims=None):
    keepdims = keep_dims if keepdims is None else keepdims
    push(name, "norm")
    x = convert(tensor)
    if _scope_lsp.is_known(ord) and ord in ("euclidean", 2, "fro"):
        result = sqrt(reduce_sum(x * conj(x), axis, True))
    else:
        result = reduce_max(unary("Abs", None, x), axis, True)
    if not keepdims:
        result = squeeze(result, axis)
        if axis is None:
            result._dims = ()
    pop()
    return result


def global_norm(t_list, name=None):
    push(name, "global_norm")
    halves = [
        l2_loss(convert(t, None, "t_" + str(i))) for i, t in enumerate(t_list) if t is not None
    ]
    result = sqrt(
        reduce_sum(stack(halves)) * constant(2.0, base_dtype(halves[0]) if halves else None),
        "global_norm",
    )
    result._dims = ()
    pop()
    return result


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    if not _scope_lsp.is_known(t_list):
        return _scope_lsp.unknown("gradients"), global_norm(
            [], name
        ) if use_norm is None else use_norm
    tensors = list(t_list)
    if use_norm is None:
        use_norm = global_norm(tensors, name)
    scope = push(name, "clip_by_global_norm")
    inverse = 1.0 / use_norm
    limit = constant(1.0, base_dtype(convert(use_norm))) / clip_norm
    scale = where(is_finite(use_norm), clip_norm * minimum(inverse, limit), constant(float("nan")))
    clipped = []
    for i, t in enumerate(tensors):
        t = None if t is None else convert(t, None, "t_" + str(i))
        clipped.append(
            None
            if t is None
            else in_place_of(tensors[i], identity(t * scale, scope + "_" + str(i)))
        )
    pop()
    return clipped, use_norm


def clip_by_norm(t, clip_norm, axes=None, name=None):
    scope = push(name, "clip_by_norm")
    x = convert(t, None, "t")
    total = reduce_sum(x * x, axes, True)
    positive = total > 0
    safe = where(positive, total, ones_like(total))
    length = where(positive, sqrt(safe), total)
    product = x * clip_norm
    result = identity(product / maximum(length, clip_norm), scope)
    result._dims = x._dims
    pop()
    return result


def clip_by_average_norm(t, clip_norm, name=None):
    scope = push(name, "clip_by_average_norm")
    x = convert(t, None, "t")
    count = cast(size(x), _dtypes.float32)
    inverse = rsqrt(reduce_sum(x * x, range_(rank(x))))
    result = identity(x * clip_norm * minimum(inverse * count, constant(1.0) / clip_norm), scope)
    result._dims = x._dims
    pop()
    return result
