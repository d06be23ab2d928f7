"""TensorFlow's own package of Keras: what `tf.keras` has, but for the optimizers of version 1."""

from tensorflow import keras as _keras


def __getattr__(name):
    if name == "optimizers":
        return __import__("tensorflow.keras._optimizers_v1", fromlist=["*"])
    return getattr(_keras, name)
