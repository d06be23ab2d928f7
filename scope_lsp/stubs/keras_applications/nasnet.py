"""`keras_applications.nasnet`."""

from keras_applications._given import function as _function

NASNetLarge = _function("nasnet", "NASNetLarge")
NASNetMobile = _function("nasnet", "NASNetMobile")
preprocess_input = _function("nasnet", "preprocess_input")
decode_predictions = _function("nasnet", "decode_predictions")
