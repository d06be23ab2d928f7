"""`keras_applications.inception_v3`."""

from keras_applications._given import function as _function

InceptionV3 = _function("inception_v3", "InceptionV3")
preprocess_input = _function("inception_v3", "preprocess_input")
decode_predictions = _function("inception_v3", "decode_predictions")
