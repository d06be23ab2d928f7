"""`tf.keras.datasets.fashion_mnist`."""

from tensorflow.keras.datasets._arrays import split


def load_data():
    return split(60000, 10000, (28, 28))
