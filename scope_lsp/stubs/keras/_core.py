"""`keras.layers`: what is different of the layers that only change or pass on a tensor.

Modelled on keras/layers/core.py of Keras 2.2.4.
"""

import _scope_lsp

from tensorflow._constant_ops import placeholder
from tensorflow._tensor import dtype_of, is_tensor

from keras import _state
from keras._inputs import int_shapes
from keras._shared import _core as _shared
from keras._shared._core import *


class Dense(_shared.Dense):
    def __init__(self, units, *args, **kwargs):
        if "input_shape" not in kwargs and "input_dim" in kwargs:
            kwargs["input_shape"] = (kwargs.pop("input_dim"),)
        _shared.Dense.__init__(self, units, *args, **kwargs)


class Lambda(_shared.Lambda):
    """The function is called twice: once more on placeholders, for the shape of what it gives."""

    def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
        _shared.Lambda.__init__(
            self, function, output_shape, mask=mask, arguments=arguments, **kwargs
        )
        self.supports_masking = mask is not None

    def call(self, inputs, mask=None):
        arguments = dict(self.arguments)
        if "mask" in self._function_takes:
            arguments["mask"] = mask
        return self.function(inputs, **arguments)

    def _shapes_of_outputs(self, shapes):
        wanted = self._output_shape
        if not _scope_lsp.is_known(wanted):
            return None
        if wanted is None:
            given = (
                [placeholder(dtype_of(_state.floatx()), one) for one in shapes]
                if isinstance(shapes, list)
                else placeholder(dtype_of(_state.floatx()), shapes)
            )
            made = self.call(given)
            return int_shapes(made) if is_tensor(made) or isinstance(made, (list, tuple)) else None
        if callable(wanted):
            return wanted(shapes)
        if isinstance(wanted, (list, tuple)):
            first = shapes[0] if isinstance(shapes, list) else shapes
            return (first[0],) + tuple(wanted)
        return None
