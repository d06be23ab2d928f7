"""What batch normalization refuses, of its arguments and of its input.

Modelled on keras/layers/normalization.py (BatchNormalizationBase) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._refusals import is_undefined, refuse
from tensorflow._shape import is_int

_CLIPPED = ("rmax", "rmin", "dmax")


def check_arguments(axis, renorm_clipping):
    if _scope_lsp.is_known(axis) and not isinstance(axis, (int, list)):
        raise TypeError("axis must be int or list, type given: %s" % type(axis))
    if _scope_lsp.is_a(renorm_clipping, dict):
        for key in renorm_clipping:
            if key not in _CLIPPED:
                raise ValueError(
                    "renorm_clipping %s contains keys not in %s" % (renorm_clipping, list(_CLIPPED))
                )


def check_axes(layer, axes, input_shape, rank):
    for axis in axes:
        if is_int(axis) and not 0 <= axis < rank:
            refuse("Invalid axis: %d" % axis)
    if _scope_lsp.ints(axes) is not None and len(axes) != len(set(axes)):
        refuse("Duplicate axis: %s" % axes)
    _check_virtual_batches(layer, axes)
    for axis in axes:
        if is_undefined(layer, input_shape, axis):
            refuse("('Input has undefined `axis` dimension. Input shape: ', %r)" % (input_shape,))


def _check_virtual_batches(layer, axes):
    size = layer.virtual_batch_size
    if size is None:
        return
    if _scope_lsp.is_number(size) and size <= 0:
        refuse(
            "virtual_batch_size must be a positive integer that divides the true batch size of the "
            "input Tensor"
        )
    if 0 in axes:
        refuse(
            "When using virtual_batch_size, the batch dimension must be 0 and thus axis cannot "
            "include 0"
        )
    if layer.adjustment is not None:
        refuse("When using virtual_batch_size, adjustment cannot be specified")
