"""`keras_applications.resnet`."""

from keras_applications._given import function as _function

ResNet50 = _function("resnet", "ResNet50")
ResNet101 = _function("resnet", "ResNet101")
ResNet152 = _function("resnet", "ResNet152")
preprocess_input = _function("resnet", "preprocess_input")
decode_predictions = _function("resnet", "decode_predictions")
