"""The batch normalisation of TensorFlow 2, which normalization_v2 has under version 1 too.

Modelled on keras/layers/normalization_v2.py of TensorFlow 1.15.5.
"""

from tensorflow.keras import _norm


class BatchNormalization(_norm.BatchNormalization):
    """Named and made like the other one; it differs by what `trainable` means when it runs."""
