"""`keras_applications.mobilenet_v2`."""

from keras_applications._given import function as _function

MobileNetV2 = _function("mobilenet_v2", "MobileNetV2")
preprocess_input = _function("mobilenet_v2", "preprocess_input")
decode_predictions = _function("mobilenet_v2", "decode_predictions")
