"""`keras_applications.vgg16`."""

from keras_applications._given import function as _function

VGG16 = _function("vgg16", "VGG16")
preprocess_input = _function("vgg16", "preprocess_input")
decode_predictions = _function("vgg16", "decode_predictions")
