"""More ops on arrays: padding, selecting, masks, reversal, conversion of dtypes.

Modelled on ops/array_ops.py and ops/math_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import reshape, shape, squeeze, stack
from tensorflow._array_ops import size as size_op
from tensorflow._array_parts import gather
from tensorflow._shape import UNSURE, as_dims, broadcast, is_int, merge, size
from tensorflow._tensor import apply, base_dtype, constant, convert, create, create_many, dtype_of, is_tensor, pop, push, unary


def cast(x, dtype, name=None):
    dtype = dtype_of(dtype)
    dtype = None if dtype is None else dtype.base_dtype
    if is_tensor(x) and dtype is not None and x._dtype is dtype:
        return x
    if _scope_lsp.is_known(x) and getattr(x, "_resource", False) is True and base_dtype(x) is dtype:
        return x
    scope = push(name, "Cast")
    x = convert(x, None, "x")
    pop()
    if dtype is not None and base_dtype(x) is dtype:
        return x
    return create("Cast", scope, x._dims, dtype=dtype, value=x._value if dtype is not None and dtype.is_integer else None, inputs=(x,))


def saturate_cast(value, dtype, name=None):
    push(name, "saturate_cast")
    value = convert(value, None, "value")
    result = cast(value, dtype, "saturate_cast")
    pop()
    return result


def _caster(dtype, default):
    def convert_to(x, name=default):
        return cast(x, dtype, name)

    return convert_to


to_float = _caster(_dtypes.float32, "ToFloat")
to_double = _caster(_dtypes.float64, "ToDouble")
to_int32 = _caster(_dtypes.int32, "ToInt32")
to_int64 = _caster(_dtypes.int64, "ToInt64")
to_bfloat16 = _caster(_dtypes.bfloat16, "ToBFloat16")


def bitcast(input, type, name=None):
    name, [x] = apply("Bitcast", name, (input, "input"))
    return create("Bitcast", name, UNSURE, dtype=dtype_of(type))


def pad(tensor, paddings, mode="CONSTANT", name=None, constant_values=0):
    mode = mode.upper() if _scope_lsp.is_known(mode) else "CONSTANT"
    op_type = "MirrorPad"
    if mode == "CONSTANT":
        op_type = "Pad" if not _scope_lsp.is_known(constant_values) or not is_tensor(constant_values) and constant_values == 0 else "PadV2"
    name, [x, by] = apply(op_type, name, (tensor, "input"), (paddings, "paddings"))
    dims = x._dims
    amounts = by._value
    if isinstance(dims, tuple):
        if isinstance(amounts, list) and len(amounts) == len(dims):
            dims = tuple([_padded(dim, amount) for dim, amount in zip(dims, amounts)])
        else:
            dims = (UNSURE,) * len(dims)
    return create(op_type, name, dims, dtype=base_dtype(x), inputs=(x,))


def _padded(dim, amount):
    if dim is None or not isinstance(amount, list) or len(amount) != 2 or not is_int(amount[0]) or not is_int(amount[1]):
        return None if dim is None else UNSURE
    return dim + amount[0] + amount[1] if is_int(dim) else UNSURE


def where(condition, x=None, y=None, name=None):
    if x is None and y is None:
        scope = push(name, "Where")
        test = convert(condition, _dtypes.bool, "condition")
        pop()
        return create("Where", scope, (None, len(test._dims)) if isinstance(test._dims, tuple) else (None, UNSURE), dtype=_dtypes.int64)
    name, [test, x, y] = apply("Select", name, (condition, "condition"), (x, "t"), (y, "e"))
    return create("Select", name, merge(x._dims, y._dims), dtype=base_dtype(x) or base_dtype(y), inputs=(x, y))


def where_v2(condition, x=None, y=None, name=None):
    if x is None and y is None:
        return where(condition, None, None, name=name)
    name, [test, x, y] = apply("SelectV2", name, (condition, "condition"), (x, "t"), (y, "e"))
    return create("SelectV2", name, broadcast(test._dims, broadcast(x._dims, y._dims)), dtype=base_dtype(x), inputs=(x, y))


def boolean_mask(tensor, mask, name="boolean_mask", axis=None):
    from tensorflow._array_ops import concat
    from tensorflow._reductions import reduce_prod

    push(name, "boolean_mask")
    x = convert(tensor, None, "tensor")
    mask = convert(mask, None, "mask")
    first = 0 if axis is None else axis
    dims = UNSURE
    if isinstance(x._dims, tuple) and isinstance(mask._dims, tuple) and is_int(first):
        count = len(mask._dims)
        leading = reduce_prod(shape(x)[first : first + count], [0])
        flat = reshape(x, concat([shape(x)[:first], [leading], shape(x)[first + count :]], 0))
        flat._dims = x._dims[:first] + (size(x._dims[first : first + count]),) + x._dims[first + count :]
        result = gather(flat, squeeze(where(reshape(mask, [-1])), axis=[1]), axis=axis)
        dims = x._dims[:first] + (None,) + x._dims[first + count :]
    else:
        result = create("GatherV2", None, UNSURE, dtype=base_dtype(x), inputs=(x,))
    result._dims = dims
    pop()
    return result


@_scope_lsp.takes(True, "reverse_v2")
def reverse(tensor, axis, name=None):
    name, [x, _] = apply("ReverseV2", name, (tensor, "tensor"), (axis, "axis"))
    return create("ReverseV2", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def reverse_sequence(input, seq_lengths, seq_axis=None, batch_axis=None, name=None, seq_dim=None, batch_dim=None):
    name, [x, _] = apply("ReverseSequence", name, (input, "input"), (seq_lengths, "seq_lengths"))
    return create("ReverseSequence", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def matrix_band_part(input, num_lower, num_upper, name=None):
    name, [x, _, _] = apply("MatrixBandPart", name, (input, "input"), (num_lower, "num_lower"), (num_upper, "num_upper"))
    return create("MatrixBandPart", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def broadcast_to(input, shape, name=None):
    name, [x, _] = apply("BroadcastTo", name, (input, "input"), (shape, "shape"))
    return create("BroadcastTo", name, as_dims(shape), dtype=base_dtype(x), inputs=(x,))


def meshgrid(*args, **kwargs):
    indexing = kwargs.pop("indexing", "xy")
    push(kwargs.pop("name", "meshgrid"), "meshgrid")
    count = len(args)
    ones = (1,) * count
    output = [reshape(stack(x), ones[:i] + (-1,) + ones[i + 1 :]) for i, x in enumerate(args)]
    sizes = [size_op(x) for x in args]
    if indexing == "xy" and count > 1:
        output[0] = reshape(output[0], (1, -1) + (1,) * (count - 2))
        output[1] = reshape(output[1], (-1, 1) + (1,) * (count - 2))
        sizes[0], sizes[1] = sizes[1], sizes[0]
    from tensorflow._constant_ops import ones as ones_op

    factor = ones_op(sizes, base_dtype(output[0]))
    result = [x * factor for x in output]
    pop()
    return result


def space_to_depth(input, block_size, name=None, data_format="NHWC"):
    return _blocks("SpaceToDepth", input, block_size, name=name, data_format=data_format, down=True)


def depth_to_space(input, block_size, name=None, data_format="NHWC"):
    return _blocks("DepthToSpace", input, block_size, name=name, data_format=data_format, down=False)


def _blocks(op_type, input, block, name, data_format, down):
    name, [x] = apply(op_type, name, (input, "input"))
    dims = x._dims
    if isinstance(dims, tuple) and len(dims) == 4 and is_int(block) and data_format == "NHWC":
        if down:
            dims = (dims[0],) + tuple([dim // block if is_int(dim) else dim for dim in dims[1:3]]) + (dims[3] * block * block if is_int(dims[3]) else dims[3],)
        else:
            dims = (dims[0],) + tuple([dim * block if is_int(dim) else dim for dim in dims[1:3]]) + (dims[3] // (block * block) if is_int(dims[3]) else dims[3],)
    elif isinstance(dims, tuple):
        dims = (UNSURE,) * len(dims)
    return create(op_type, name, dims, dtype=base_dtype(x), inputs=(x,))


def unique(x, out_idx=_dtypes.int32, name=None):
    name, [x] = apply("Unique", name, (x, "x"))
    return tuple(create_many("Unique", name, [((None,), base_dtype(x)), (x._dims, dtype_of(out_idx))]))


def dynamic_partition(data, partitions, num_partitions, name=None):
    name, [x, at] = apply("DynamicPartition", name, (data, "data"), (partitions, "partitions"))
    if not is_int(num_partitions):
        _scope_lsp.new_op("DynamicPartition", name)
        return _scope_lsp.unknown("an unknown number of partitions")
    dims = UNSURE
    if isinstance(x._dims, tuple) and isinstance(at._dims, tuple):
        dims = (None,) + x._dims[len(at._dims) :]
    return create_many("DynamicPartition", name, [(dims, base_dtype(x))] * num_partitions, inputs=(x,))


def check_numerics(tensor, message, name=None):
    return unary("CheckNumerics", name, tensor, argument="tensor")


def invert_permutation(x, name=None):
    return unary("InvertPermutation", name, x)


def guarantee_const(input, name=None):
    return unary("GuaranteeConst", name, input, argument="input")


def ensure_shape(x, shape, name=None):
    name, [x] = apply("EnsureShape", name, (x, "input"))
    return create("EnsureShape", name, merge(x._dims, as_dims(shape)), dtype=base_dtype(x), inputs=(x,))


def broadcast_static_shape(shape_x, shape_y):
    from tensorflow._shape import reveal

    return reveal(broadcast(as_dims(shape_x), as_dims(shape_y)))


def extract_image_patches(images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None):
    name, [x] = apply("ExtractImagePatches", name, (images, "images"))
    return create("ExtractImagePatches", name, (UNSURE,) * 4, dtype=base_dtype(x), inputs=(x,))


def scatter_nd(indices, updates, shape, name=None):
    name, [_, x, _] = apply("ScatterNd", name, (indices, "indices"), (updates, "updates"), (shape, "shape"))
    return create("ScatterNd", name, as_dims(shape), dtype=base_dtype(x), inputs=(x,))


def diag(diagonal, name=None):
    name, [x] = apply("Diag", name, (diagonal, "diagonal"))
    return create("Diag", name, x._dims * 2 if isinstance(x._dims, tuple) else x._dims, dtype=base_dtype(x), inputs=(x,))


def diag_part(input, name=None):
    name, [x] = apply("DiagPart", name, (input, "input"))
    return create("DiagPart", name, x._dims[: len(x._dims) // 2] if isinstance(x._dims, tuple) else x._dims, dtype=base_dtype(x), inputs=(x,))


def matrix_diag(diagonal, name="diag", k=0, num_rows=-1, num_cols=-1, padding_value=0):
    if k != 0 or num_rows != -1 or num_cols != -1:
        name, [x] = apply("MatrixDiagV2", name, (diagonal, "diagonal"))
        return create("MatrixDiagV2", name, UNSURE, dtype=base_dtype(x), inputs=(x,))
    name, [x] = apply("MatrixDiag", name, (diagonal, "diagonal"))
    return create("MatrixDiag", name, x._dims + x._dims[-1:] if isinstance(x._dims, tuple) else x._dims, dtype=base_dtype(x), inputs=(x,))
