"""`keras_applications.resnet50`."""

from keras_applications._given import function as _function

ResNet50 = _function("resnet50", "ResNet50")
preprocess_input = _function("resnet50", "preprocess_input")
decode_predictions = _function("resnet50", "decode_predictions")
