"""`keras.applications.imagenet_utils`, and what programs for older releases take from there.

Modelled on keras/applications/imagenet_utils.py of Keras 2.1 and 2.2.
"""

from keras._shared.applications.imagenet_utils import decode_predictions, of_mode, preprocess_input
from keras.applications._building import _input_shape


def _obtain_input_shape(
    input_shape,
    default_size,
    min_size,
    data_format,
    require_flatten=True,
    weights=None,
    include_top=None,
):
    return _input_shape(
        input_shape,
        default_size,
        min_size,
        flat=require_flatten if include_top is None else include_top,
        weights=weights,
    )
