"""`keras_applications.imagenet_utils`: images before, predictions after, and the input's shape."""

from keras.applications.imagenet_utils import _obtain_input_shape
from keras_applications._given import function as _function

preprocess_input = _function("imagenet_utils", "preprocess_input")
decode_predictions = _function("imagenet_utils", "decode_predictions")
