"""`keras_applications.xception`."""

from keras_applications._given import function as _function

Xception = _function("xception", "Xception")
preprocess_input = _function("xception", "preprocess_input")
decode_predictions = _function("xception", "decode_predictions")
