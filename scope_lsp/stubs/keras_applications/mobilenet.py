"""`keras_applications.mobilenet`."""

from keras_applications._given import function as _function

MobileNet = _function("mobilenet", "MobileNet")
preprocess_input = _function("mobilenet", "preprocess_input")
decode_predictions = _function("mobilenet", "decode_predictions")
