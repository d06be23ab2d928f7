"""More ops on arrays: padding, selecting, masks, reversal, conversion of dtypes.

Modelled on ops/array_ops.py and ops/math_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import stack
from tensorflow._array_ops import reshape
from tensorflow._array_ops import size as size_op
from tensorflow._shape import UNSURE, as_dims, broadcast, is_int, merge, reveal
from tensorflow._tensor import apply, base_dtype, create, is_tensor, pop, push
from tensorflow._elementwise import unary
from tensorflow._constant_ops import ones as ones_op


def pad(tensor, paddings, mode="CONSTANT", name=None, constant_values=0):
    mode = mode.upper() if _scope_lsp.is_known(mode) else "CONSTANT"
    op_type = "MirrorPad"
    if mode == "CONSTANT":
        op_type = (
            "Pad"
            if not _scope_lsp.is_known(constant_values)
            or not is_tensor(constant_values)
            and constant_values == 0
            else "PadV2"
        )
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
    if (
        dim is None
        or not isinstance(amount, list)
        or len(amount) != 2
        or not is_int(amount[0])
        or not is_int(amount[1])
    ):
        return None if dim is None else UNSURE
    return dim + amount[0] + amount[1] if is_int(dim) else UNSURE


@_scope_lsp.takes(True, "reverse_v2")
def reverse(tensor, axis, name=None):
    name, [x, _] = apply("ReverseV2", name, (tensor, "tensor"), (axis, "axis"))
    return create("ReverseV2", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def reverse_sequence(
    input, seq_lengths, seq_axis=None, batch_axis=None, name=None, seq_dim=None, batch_dim=None
):
    name, [x, _] = apply("ReverseSequence", name, (input, "input"), (seq_lengths, "seq_lengths"))
    return create("ReverseSequence", name, x._dims, dtype=base_dtype(x), inputs=(x,))


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
    factor = ones_op(sizes, base_dtype(output[0]))
    result = [x * factor for x in output]
    pop()
    return result


def space_to_depth(input, block_size, name=None, data_format="NHWC"):
    return _blocks("SpaceToDepth", input, block_size, name=name, data_format=data_format, down=True)


def depth_to_space(input, block_size, name=None, data_format="NHWC"):
    return _blocks(
        "DepthToSpace", input, block_size, name=name, data_format=data_format, down=False
    )


def _blocks(op_type, input, block, name, data_format, down):
    name, [x] = apply(op_type, name, (input, "input"))
    dims = x._dims
    if isinstance(dims, tuple) and len(dims) == 4 and is_int(block) and data_format == "NHWC":
        if down:
            dims = (
                (dims[0],)
                + tuple([dim // block if is_int(dim) else dim for dim in dims[1:3]])
                + (dims[3] * block * block if is_int(dims[3]) else dims[3],)
            )
        else:
            dims = (
                (dims[0],)
                + tuple([dim * block if is_int(dim) else dim for dim in dims[1:3]])
                + (dims[3] // (block * block) if is_int(dims[3]) else dims[3],)
            )
    elif isinstance(dims, tuple):
        dims = (UNSURE,) * len(dims)
    return create(op_type, name, dims, dtype=base_dtype(x), inputs=(x,))


def check_numerics(tensor, message, name=None):
    return unary("CheckNumerics", name, tensor, argument="tensor")


def invert_permutation(x, name=None):
    return unary("InvertPermutation", name, x)


def guarantee_const(input, name=None):
    return unary("GuaranteeConst", name, input, argument="input")


def ensure_shape(x, shape, name=None):
    name, [x] = apply("EnsureShape", name, (x, "input"))
    return create(
        "EnsureShape", name, merge(x._dims, as_dims(shape)), dtype=base_dtype(x), inputs=(x,)
    )


def broadcast_static_shape(shape_x, shape_y):
    return reveal(broadcast(as_dims(shape_x), as_dims(shape_y)))


def extract_image_patches(
    images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None
):
    name, [x] = apply("ExtractImagePatches", name, (images, "images"))
    return create("ExtractImagePatches", name, (UNSURE,) * 4, dtype=base_dtype(x), inputs=(x,))


def scatter_nd(indices, updates, shape, name=None):
    name, [_, x, _] = apply(
        "ScatterNd", name, (indices, "indices"), (updates, "updates"), (shape, "shape")
    )
    return create("ScatterNd", name, as_dims(shape), dtype=base_dtype(x), inputs=(x,))
