"""`keras_applications.densenet`."""

from keras_applications._given import function as _function

DenseNet121 = _function("densenet", "DenseNet121")
DenseNet169 = _function("densenet", "DenseNet169")
DenseNet201 = _function("densenet", "DenseNet201")
preprocess_input = _function("densenet", "preprocess_input")
decode_predictions = _function("densenet", "decode_predictions")
