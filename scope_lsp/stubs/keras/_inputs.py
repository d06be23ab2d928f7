"""What layers ask of their inputs, and the shapes that Keras keeps for its tensors.

A tensor that a layer gives has the shape that the layer says (`_keras_shape`), which is what the
next layer is built for.

Modelled on keras/engine/base_layer.py and int_shape in keras/backend/tensorflow_backend.py.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._shape import TensorShape, as_dims, is_int
from tensorflow._tensor import is_tensor

from keras._shared._inputs import (
    InputSpec,
    as_tensors,
    check_broadcast,
    masks_of,
    shape_tuples,
    shapes_of,
)


def int_shape(x):
    """The shape of a tensor or variable as a tuple; None where its rank is not known."""
    known = getattr(x, "_keras_shape", None)
    if not _scope_lsp.is_known(known) or known is not None:
        return known
    dims = x.shape
    if not _scope_lsp.is_known(dims):
        return dims
    if isinstance(dims, TensorShape):
        return tuple(dims.as_list()) if dims.ndims is not None else None
    return tuple(dims)


def int_shapes(inputs):
    """The shape of one tensor, or the list of those of several."""
    if isinstance(inputs, (list, tuple)):
        found = [int_shape(x) if hasattr(x, "shape") else None for x in inputs]
        return found[0] if len(found) == 1 else found
    return int_shape(inputs) if hasattr(inputs, "shape") else None


def check_inputs(layer, tensors):
    """Layer.assert_input_compatibility, as far as ranks and sizes go."""
    spec = layer.input_spec
    if not _scope_lsp.is_known(spec) or not spec:
        return
    specs = list(spec) if isinstance(spec, (list, tuple)) else [spec]
    if len(specs) != len(tensors):
        return
    for index, (tensor, spec) in enumerate(zip(tensors, specs)):
        if (
            not _scope_lsp.is_known(spec)
            or spec is None
            or not is_tensor(tensor)
            or not _scope_lsp.is_a(tensor._dims, tuple)
        ):
            continue
        start = "Input %d is incompatible with layer %s: expected " % (index, layer.name)
        rank = len(tensor._dims)
        if not is_int(rank):
            continue
        if is_int(spec.ndim) and rank != spec.ndim:
            _scope_lsp.fail(start + "ndim=%d, found ndim=%d" % (spec.ndim, rank), "layer-reuse")
        if is_int(spec.max_ndim) and rank > spec.max_ndim:
            _scope_lsp.fail(
                start + "max_ndim=%d, found ndim=%d" % (spec.max_ndim, rank), "layer-reuse"
            )
        if is_int(spec.min_ndim) and rank < spec.min_ndim:
            _scope_lsp.fail(
                start + "min_ndim=%d, found ndim=%d" % (spec.min_ndim, rank), "layer-reuse"
            )
        shape = int_shape(tensor)
        dims = as_dims(shape)
        if not spec.axes or not _scope_lsp.is_a(dims, tuple):
            continue
        for axis, wanted in spec.axes.items():
            if (
                is_int(wanted)
                and is_int(axis)
                and axis < len(dims)
                and is_int(dims[axis])
                and dims[axis] != wanted
            ):
                _scope_lsp.fail(
                    start
                    + "axis %s of input shape to have value %s but got shape %s"
                    % (axis, wanted, shape),
                    "layer-reuse",
                )


def set_shapes(outputs, shapes):
    """Note for a layer's tensors which shapes it says they have; else those of the ops."""
    tensors = flatten(outputs)
    if len(tensors) == 1 and not (isinstance(shapes, list) and len(shapes) == 1):
        shapes = [shapes]
    if not _scope_lsp.is_a(shapes, (list, tuple)) or len(shapes) != len(tensors):
        shapes = [None] * len(tensors)
    for tensor, shape in zip(tensors, shapes):
        if is_tensor(tensor):
            dims = as_dims(shape)
            if _scope_lsp.is_a(dims, tuple):
                _set_dims(tensor, dims)
            tensor._keras_shape = int_shape(tensor)


def _set_dims(tensor, dims):
    """What the layer says goes first; what it leaves open may be known of the op."""
    if not _scope_lsp.is_a(tensor._dims, tuple):
        tensor._dims = dims
    elif len(tensor._dims) == len(dims):
        tensor._dims = dims = tuple(
            [told if is_int(told) else found for told, found in zip(dims, tensor._dims)]
        )
    tensor._keras_shape = tuple(TensorShape(dims).as_list())
