"""Elementwise arithmetic, comparisons and products of matrices.

Modelled on ops/math_ops.py and ops/special_math_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._operators import logical_xor, real_divide
from tensorflow._python2_lists import listed
from tensorflow._dims import merge_dim
from tensorflow._shape import UNSURE, broadcast, is_int
from tensorflow._shape import size as size_of
from tensorflow._tensor import (
    Tensor,
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
from tensorflow._elementwise import binary, unary
from tensorflow._array_joins import concat, stack
from tensorflow._product_ranks import check_ranks
from tensorflow._array_ops import expand_dims, identity, reshape, shape, squeeze, transpose


def _unary(op_type, dtype=None):
    """The function of an elementwise op of one input that only has a name."""

    @_scope_lsp.takes(lambda x, name=None: 0)
    def op(x, name=None):
        return unary(op_type, name, x, argument="x", dtype=dtype)

    return op


def _named(name, op):
    """An op that Python calls by another name than the public one."""
    return _scope_lsp.takes(True, name)(op)


def _binary(op_type, dtype=None, fold=None):
    @_scope_lsp.takes(lambda x, y, name=None: 0)
    def op(x, y, name=None):
        return binary(op_type, name, x, y=y, dtype=dtype, fold=fold)

    return op


exp = _unary("Exp")
expm1 = _unary("Expm1")
log = _unary("Log")
log1p = _unary("Log1p")
sqrt = _unary("Sqrt")
rsqrt = _unary("Rsqrt")
square = _unary("Square")
negative = _named("neg", _unary("Neg"))
neg = negative
sign = _unary("Sign")
floor = _unary("Floor")
ceil = _unary("Ceil")
rint = _unary("Rint")
sin = _unary("Sin")
cos = _unary("Cos")
tan = _unary("Tan")
asin = _unary("Asin")
acos = _unary("Acos")
atan = _unary("Atan")
sinh = _unary("Sinh")
cosh = _unary("Cosh")
asinh = _unary("Asinh")
acosh = _unary("Acosh")
atanh = _unary("Atanh")
tanh = _unary("Tanh")
sigmoid = _unary("Sigmoid")
erf = _unary("Erf")
erfc = _unary("Erfc")
lgamma = _unary("Lgamma")
digamma = _unary("Digamma")
reciprocal = _unary("Reciprocal")
is_nan = _unary("IsNan", _dtypes.bool)
is_inf = _unary("IsInf", _dtypes.bool)
is_finite = _unary("IsFinite", _dtypes.bool)
logical_not = _unary("LogicalNot", _dtypes.bool)
abs_ = _unary("Abs")

add = _binary("Add", None, lambda x, y: x + y)
subtract = _binary("Sub", None, lambda x, y: x - y)
multiply = _binary("Mul", None, lambda x, y: x * y)
maximum = _binary("Maximum", None, lambda x, y: max(x, y))
minimum = _binary("Minimum", None, lambda x, y: min(x, y))
floormod = _named("floor_mod", _binary("FloorMod", None, lambda x, y: x % y if y else None))
mod = floormod
truncatediv = _named("truncate_div", _binary("TruncateDiv"))
truncatemod = _named("truncate_mod", _binary("TruncateMod"))
realdiv = _named("real_div", _binary("RealDiv"))
squared_difference = _binary("SquaredDifference")
pow_ = _binary("Pow")
equal = _binary("Equal", _dtypes.bool)
not_equal = _binary("NotEqual", _dtypes.bool)
less = _binary("Less", _dtypes.bool)
less_equal = _binary("LessEqual", _dtypes.bool)
greater = _binary("Greater", _dtypes.bool)
greater_equal = _binary("GreaterEqual", _dtypes.bool)
logical_and = _binary("LogicalAnd", _dtypes.bool)
logical_or = _binary("LogicalOr", _dtypes.bool)


def atan2(y, x, name=None):
    return binary("Atan2", name, y, y=x, dtype=None, fold=None)


def div_no_nan(x, y, name=None):
    scope = push(name, "div_no_nan")
    x = convert(x, None, "x")
    y = convert(y, base_dtype(x), "y")
    pop()
    return binary("DivNoNan", scope, x, y=y)


def truediv(x, y, name=None):
    return real_divide(x, y, "truediv" if name is None else name)


def divide(x, y, name=None):
    return x / y if name is None else real_divide(x, y, name)


def div(x, y, name=None):
    scope = push(name, "div")
    x = convert(x, base_dtype(y) if is_tensor(y) else None, "x")
    y = convert(y, base_dtype(x), "y")
    pop()
    whole = x._dtype is not None and x._dtype.is_integer
    return binary(
        "FloorDiv" if whole else "RealDiv",
        scope,
        x,
        y=y,
        dtype=None,
        fold=(lambda a, b: a // b if b else None) if whole else None,
    )


def floordiv(x, y, name=None):
    return binary(
        "FloorDiv",
        "floordiv" if name is None else name,
        x,
        y=y,
        dtype=None,
        fold=lambda a, b: a // b if b else None,
    )


floor_div = floordiv


def round_(x, name=None):
    x = convert(x, None, "x")
    return x if x._dtype is not None and x._dtype.is_integer else unary("Round", name, x)


def log_sigmoid(x, name=None):
    scope = push(name, "LogSigmoid")
    x = convert(x, None, "x")
    x = unary("Softplus", None, -x)
    pop()
    return unary("Neg", scope, x)


def scalar_mul(scalar, x, name=None):
    tensor = convert(x)
    dtype = base_dtype(tensor)
    result = binary("Mul", name, convert(scalar, dtype, "scalar"), y=tensor, dtype=dtype)
    if dtype is None:
        result._dtype = None  # that of `x`, not of a number
    return result


def conj(x, name=None):
    x = convert(x, None, "x")
    return unary("Conj", name, x) if x._dtype is not None and x._dtype.is_complex else x


def add_n(inputs, name=None):
    inputs = listed(inputs) if _scope_lsp.is_known(inputs) else inputs
    if not _scope_lsp.is_known(inputs) or not isinstance(inputs, (list, tuple)):
        return create("AddN", name, UNSURE, dtype=None)
    tensors = [convert(x) for x in inputs]
    if len(tensors) == 1:
        return identity(tensors[0], name) if name else tensors[0]
    dims, dtype = UNSURE, None
    for x in tensors:
        dims = x._dims if isinstance(x._dims, tuple) else dims
        dtype = dtype or base_dtype(x)
    return create("AddN", name, dims, dtype=dtype, inputs=tensors)


def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    tensors = [convert(x) for x in inputs]
    return create(
        "AccumulateNV2",
        "AccumulateNV2" if name is None else name,
        tensors[0]._dims,
        dtype=base_dtype(tensors[0]),
        inputs=tensors,
    )


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    name, [x, _] = apply("Cumsum", name, (x, "x"), (axis, "axis"))
    return create("Cumsum", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    name, [x, _] = apply("Cumprod", name, (x, "x"), (axis, "axis"))
    return create("Cumprod", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    scope = push(name, "clip_by_value")
    x = convert(t, None, "t")
    low = minimum(x, clip_value_max)
    result = maximum(low, clip_value_min, scope)
    result._dims = x._dims if x._dims is not None else result._dims
    pop()
    return result


# Products.


def matmul(
    a,
    b,
    transpose_a=False,
    transpose_b=False,
    adjoint_a=False,
    adjoint_b=False,
    a_is_sparse=False,
    b_is_sparse=False,
    name=None,
):
    scope = push(name, "MatMul")
    if is_tensor(a) and is_tensor(b):
        pass
    else:
        a = convert(a, base_dtype(b) if is_tensor(b) else None, "a")
        b = convert(b, base_dtype(a), "b")
    pop()
    x, y = a._dims, b._dims
    check_ranks(scope, x, y)
    op_type = "MatMul"
    dims = UNSURE if UNSURE in (x, y) else None
    if isinstance(x, tuple) and isinstance(y, tuple) and len(x) >= 2 and len(y) >= 2:
        rows = _pick(x, transpose_a, adjoint_a, then=-1, otherwise=-2)
        columns = _pick(y, transpose_b, adjoint_b, then=-2, otherwise=-1)
        dims = (rows, columns)
        inner = _pick(x, transpose_a, adjoint_a, then=-2, otherwise=-1)
        merge_dim(inner, _pick(y, transpose_b, adjoint_b, then=-1, otherwise=-2))
        if len(x) > 2 or len(y) > 2:
            op_type = "BatchMatMulV2"
            batch = broadcast(x[:-2], y[:-2])
            dims = batch + dims if isinstance(batch, tuple) else UNSURE
    return create(op_type, scope, dims, dtype=base_dtype(a) or base_dtype(b), inputs=(a, b))


def _pick(dims, transposed, adjoint, then, otherwise):
    for flag in (transposed, adjoint):
        if not _scope_lsp.is_known(flag):
            return UNSURE
    return dims[then] if transposed or adjoint else dims[otherwise]


def matvec(
    a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None
):
    push(name, "MatVec")
    result = squeeze(
        matmul(a, expand_dims(b, axis=-1), transpose_a, transpose_b=False, adjoint_a=adjoint_a),
        axis=-1,
    )
    pop()
    return result


def tensordot(a, b, axes, name=None):
    scope = push(name, "Tensordot")
    a = convert(a, None, "a")
    b = convert(b, None, "b")
    first, second = _tensordot_axes(a, axes)
    if first is None:
        result = create("Reshape", scope, UNSURE, dtype=base_dtype(a), inputs=(a, b))
        pop()
        return result
    x, free_x, dims_x = _tensordot_part(a, first, False)
    y, free_y, dims_y = _tensordot_part(b, second, True)
    product = matmul(x, y)
    if isinstance(free_x, list) and isinstance(free_y, list):
        result = reshape(product, free_x + free_y, scope)
    else:
        result = reshape(product, concat([convert(free_x), convert(free_y)], 0), scope)
    if isinstance(dims_x, tuple) and isinstance(dims_y, tuple):
        result._dims = dims_x + dims_y
    pop()
    return result


def _tensordot_axes(a, axes):
    if is_int(axes):
        if not isinstance(a._dims, tuple):
            return None, None
        rank = len(a._dims)
        return list(range(rank - axes, rank)), list(range(axes))
    if not _scope_lsp.is_known(axes) or not isinstance(axes, (list, tuple)) or len(axes) != 2:
        return None, None
    pair = []
    for item in axes:
        item = [item] if is_int(item) else item
        if not _scope_lsp.is_known(item) or not isinstance(item, (list, tuple)):
            return None, None
        for axis in item:
            if not is_int(axis):
                return None, None
        pair.append(list(item))
    return pair


def _tensordot_part(x, axes, flipped):
    """The operand as a matrix; its free dims as list or tensor; its free dims (static)."""
    from tensorflow._array_slicing import gather  # imports this module itself
    from tensorflow._reductions import reduce_prod  # imports this module itself

    dims = x._dims
    if not isinstance(dims, tuple):
        return (
            create("Reshape", None, (UNSURE, UNSURE), dtype=base_dtype(x), inputs=(x,)),
            shape(x),
            dims,
        )
    axes = [axis + len(dims) if axis < 0 else axis for axis in axes]
    free = [i for i in range(len(dims)) if i not in axes]
    kept = tuple([dims[i] for i in free])
    order = axes + free if flipped else free + axes
    if is_int(size_of(dims)):
        inner = size_of(tuple([dims[i] for i in axes]))
        sizes = [inner, size_of(kept)] if flipped else [size_of(kept), inner]
        return reshape(transpose(x, order), sizes), list(kept), kept
    axes_tensor = constant(axes, _dtypes.int32, None, name="axes")
    free_tensor = constant(free, _dtypes.int32, None, name="free")
    whole = shape(x)
    free_dims = gather(whole, free_tensor)
    axes_dims = gather(whole, axes_tensor)
    free_size = reduce_prod(free_dims)
    axes_size = reduce_prod(axes_dims)
    parts = [axes_tensor, free_tensor] if flipped else [free_tensor, axes_tensor]
    perm = concat(parts, 0)
    sizes = stack([axes_size, free_size] if flipped else [free_size, axes_size])
    return reshape(transpose(x, perm), sizes), free_dims, kept


def einsum(equation, *inputs, **kwargs):
    name = kwargs.get("name")
    push(name, "einsum")
    tensors = [convert(x) for x in inputs]
    dims = UNSURE
    if _scope_lsp.is_known(equation) and isinstance(equation, str) and "." not in equation:
        dims = _einsum_dims(equation.replace(" ", ""), tensors)
    result = create(
        "MatMul", None, dims, dtype=base_dtype(tensors[0]) if tensors else None, inputs=tensors
    )
    pop()
    return result


def _einsum_dims(equation, tensors):
    sizes = {}
    left, arrow, right = equation.partition("->")
    for labels, x in zip(left.split(","), tensors):
        if not isinstance(x._dims, tuple) or len(x._dims) != len(labels):
            return UNSURE
        for label, dim in zip(labels, x._dims):
            if not is_int(sizes.get(label)):
                sizes[label] = dim
    if not arrow:
        right = "".join(sorted([label for label in sizes if left.count(label) == 1]))
    return tuple([sizes.get(label, UNSURE) for label in right])
