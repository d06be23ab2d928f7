"""Layers that cast what they are called on to their own dtype, as those of version 2 do.

Modelled on keras/engine/base_layer.py (`_maybe_cast_inputs`) of TensorFlow 1.15.5.
"""

from tensorflow._casts import cast
from tensorflow._nested_structures import map_structure
from tensorflow._tensor import base_dtype, is_tensor


def cast_inputs(layer, inputs):
    wanted = layer._dtype_name
    if wanted is None or not wanted.is_floating:
        return inputs

    def one(x):
        dtype = base_dtype(x) if is_tensor(x) else None
        return x if dtype in (None, wanted) or not dtype.is_floating else cast(x, wanted)

    return map_structure(one, inputs)
