"""`tf.layers.experimental`: layers and cells that find their variables as those of Keras do."""

from tensorflow._layers_base import keras_style_scope, set_keras_style
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("layers.experimental." + name)
