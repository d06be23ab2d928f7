"""`keras_applications.resnet_v2`."""

from keras_applications._given import function as _function

ResNet50V2 = _function("resnet_v2", "ResNet50V2")
ResNet101V2 = _function("resnet_v2", "ResNet101V2")
ResNet152V2 = _function("resnet_v2", "ResNet152V2")
preprocess_input = _function("resnet_v2", "preprocess_input")
decode_predictions = _function("resnet_v2", "decode_predictions")
