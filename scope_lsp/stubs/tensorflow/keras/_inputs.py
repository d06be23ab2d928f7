"""What layers ask of their inputs, and read off them: ranks and sizes, masks, shapes.

Modelled on keras/engine/input_spec.py and base_layer_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._dtypes import DType
from tensorflow._nested_structures import map_structure
from tensorflow._refusals import has_no_rank, refuse
from tensorflow._shape import is_int
from tensorflow._tensor import Tensor, convert, is_tensor, is_tensor_like

is_a = _scope_lsp.is_a


class InputSpec:
    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype = dtype
        self.shape = shape
        self.ndim = ndim if shape is None else len(shape)
        self.max_ndim = max_ndim
        self.min_ndim = min_ndim
        self.axes = axes or {}

    def _asks_rank(self):
        return is_int(self.ndim) or is_int(self.min_ndim) or is_int(self.max_ndim)


def check_inputs(layer, tensors):
    """input_spec.assert_input_compatibility, as far as ranks and sizes go."""
    spec = layer.input_spec
    if spec is None or not _scope_lsp.is_known(spec):
        return
    specs = list(spec) if isinstance(spec, (list, tuple)) else [spec]
    if len(specs) != len(tensors):
        return
    for index, (tensor, spec) in enumerate(zip(tensors, specs)):
        if spec is not None and spec._asks_rank() and is_a(tensor, DType):
            raise AttributeError("'DType' object has no attribute 'shape'")
        if spec is not None and spec._asks_rank() and is_a(tensor, type(None)):
            message = "'NoneType' object has no attribute 'shape'"
            _scope_lsp.fail(message, exception="AttributeError", when="awaited")
        if spec is None or not is_tensor(tensor):
            continue
        start = (
            "Input " + str(index) + " of layer " + layer.name + " is incompatible with the layer: "
        )
        if spec._asks_rank() and has_no_rank(tensor):
            refuse(start + "its rank is undefined, but the layer requires a defined rank.")
        if not is_a(tensor._dims, tuple):
            continue
        rank = len(tensor._dims)
        if not is_int(rank):
            continue
        if is_int(spec.ndim) and rank != spec.ndim:
            refuse(
                start
                + "expected ndim="
                + str(spec.ndim)
                + ", found ndim="
                + str(rank)
                + ". Full shape received: "
                + str(tensor.shape.as_list())
            )
        if is_int(spec.max_ndim) and rank > spec.max_ndim:
            refuse(start + "expected max_ndim=" + str(spec.max_ndim) + ", found ndim=" + str(rank))
        if is_int(spec.min_ndim) and rank < spec.min_ndim:
            refuse(
                start
                + ": expected min_ndim="
                + str(spec.min_ndim)
                + ", found ndim="
                + str(rank)
                + ". Full shape received: "
                + str(tensor.shape.as_list())
            )
        for axis, wanted in spec.axes.items():
            if (
                is_int(wanted)
                and is_int(axis)
                and axis < rank
                and is_int(tensor._dims[axis])
                and tensor._dims[axis] != wanted
            ):
                dims = [dim if is_int(dim) else None for dim in tensor._dims]
                _scope_lsp.fail(
                    start
                    + "expected axis %s of input shape to have value %s but received input with "
                    "shape %s" % (axis, wanted, dims),
                    "layer-reuse",
                )
        for wanted, dim in zip(spec.shape or (), tensor._dims):
            if is_int(wanted) and is_int(dim) and wanted != dim:
                dims = [dim if is_int(dim) else None for dim in tensor._dims]
                _scope_lsp.fail(
                    "Input %s is incompatible with layer %s: expected shape=%s, found shape=%s"
                    % (index, layer.name, spec.shape, dims),
                    "layer-reuse",
                )


def check_broadcast(op, op_type, ours, theirs):
    """Refuse shapes as elementwise ops do (common_shape_fns.cc, BroadcastBinaryOpShapeFn)."""
    for dims in (ours, theirs):
        if not is_a(dims, tuple) or not all(is_int(dim) for dim in dims):
            return
    for one, other in zip(reversed(ours), reversed(theirs)):
        if one != other and one != 1 and other != 1:
            shapes = ", ".join([str(list(dims)).replace(" ", "") for dims in (ours, theirs)])
            _scope_lsp.fail(
                "Dimensions must be equal, but are %s and %s for '%s' (op: '%s') with input "
                "shapes: %s." % (one, other, op, op_type, shapes),
                "layer-reuse",
            )
            return


def masks_of(tensors):
    """The masks that came with tensors; None where none has one."""
    found = [
        getattr(tensor, "_keras_mask", None) if is_tensor(tensor) else None for tensor in tensors
    ]
    for mask in found:
        if mask is not None:
            return found
    return None


def as_tensors(inputs):
    """Numbers and arrays that are given to a layer become tensors."""
    if not _scope_lsp.is_known(inputs):
        return convert(inputs)
    if isinstance(inputs, Tensor):
        return inputs
    if isinstance(inputs, (list, tuple, dict)):
        return map_structure(as_tensors, inputs)
    if isinstance(inputs, (int, float)) or hasattr(inputs, "tolist") and not is_tensor_like(inputs):
        return convert(inputs)
    return inputs


def shapes_of(inputs):
    """The shapes of tensors in a structure; None where one has none."""
    if isinstance(inputs, (list, tuple, dict)):
        return map_structure(lambda x: x.shape if hasattr(x, "shape") else None, inputs)
    return inputs.shape if hasattr(inputs, "shape") else None


def shape_tuples(tensors):
    """tuple(shape.as_list()) of one tensor, or of each in a structure."""

    def one(tensor):
        dims = tensor.shape
        return (
            tuple(dims.as_list()) if _scope_lsp.is_known(dims) and dims.ndims is not None else dims
        )

    return map_structure(one, tensors)
