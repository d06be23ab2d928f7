"""`keras_applications.inception_resnet_v2`."""

from keras_applications._given import function as _function

InceptionResNetV2 = _function("inception_resnet_v2", "InceptionResNetV2")
preprocess_input = _function("inception_resnet_v2", "preprocess_input")
decode_predictions = _function("inception_resnet_v2", "decode_predictions")
