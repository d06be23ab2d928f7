"""`keras_applications.vgg19`."""

from keras_applications._given import function as _function

VGG19 = _function("vgg19", "VGG19")
preprocess_input = _function("vgg19", "preprocess_input")
decode_predictions = _function("vgg19", "decode_predictions")
