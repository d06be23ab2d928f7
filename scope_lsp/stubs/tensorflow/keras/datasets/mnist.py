"""`tf.keras.datasets.mnist`."""

from tensorflow.keras.datasets._arrays import split


def load_data(path="mnist.npz"):
    return split(60000, 10000, (28, 28))
