"""The batch normalisation of TensorFlow 2, which normalization_v2 has under version 1 too.

Modelled on keras/layers/normalization_v2.py and normalization.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import as_dims
from tensorflow.keras import _norm


class BatchNormalization(_norm.BatchNormalization):
    """Named and made like the other one; it refuses to be fused where that cannot be done.

    What `trainable` means when it runs differs too, which is not seen here.
    """

    def _wanted_fused(self, fused):
        if not _scope_lsp.is_known(fused):
            return fused
        fault = self._unfit()
        if fused and fault is not None:
            raise ValueError(fault)
        return False if fused is None and fault is not None else fused

    def _unfit(self):
        """Why it cannot be fused (_raise_if_fused_cannot_be_used); None if it can."""
        if self.renorm:
            return "Passing both fused=True and renorm=True is unsupported"
        axis = self.axis if isinstance(self.axis, list) else [self.axis]
        if len(axis) > 1 or axis[0] not in (-3, -1, 1, 3):
            return "Passing fused=True is only supported when axis is 1 or 3"
        if self.virtual_batch_size is not None:
            return "Passing fused=True is unsupported when virtual_batch_size is specified."
        if self.adjustment is not None:
            return "Passing fused=True is unsupported when adjustment is specified."
        return None

    def build(self, input_shape):
        dims = as_dims(input_shape)
        if isinstance(dims, tuple) and _scope_lsp.is_known(self.fused):
            if self.fused and len(dims) != 4:
                raise ValueError(
                    "Batch normalization layers with fused=True only support 4D input tensors."
                )
            if self.fused is None:
                self.fused = len(dims) == 4
        super(BatchNormalization, self).build(input_shape)
