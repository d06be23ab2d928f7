"""The images of handwritten digits that tutorials train on: how many, and of what shapes.

What the images show is not known; nothing is downloaded.  Modelled on
contrib/learn/python/learn/datasets/mnist.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp
import numpy

from tensorflow import _dtypes

_IN_TRAINING = 60000
_IN_TEST = 10000
_SIDE = 28
_CLASSES = 10


class DataSet:
    def __init__(
        self,
        images,
        labels,
        fake_data=False,
        one_hot=False,
        dtype=_dtypes.float32,
        reshape=True,
        seed=None,
    ):
        dtype = _dtypes.as_dtype(dtype).base_dtype
        if dtype not in (_dtypes.uint8, _dtypes.float32):
            raise TypeError("Invalid image dtype %r, expected uint8 or float32" % dtype)
        if fake_data:
            self._num_examples = 10000
            self.one_hot = one_hot
        else:
            self._num_examples = images.shape[0]
            if reshape:
                images = images.reshape(images.shape[0], images.shape[1] * images.shape[2])
            if dtype == _dtypes.float32:
                images = images.astype(numpy.float32)
        self._images = images
        self._labels = labels
        self._fake = fake_data

    @property
    def images(self):
        return self._images

    @property
    def labels(self):
        return self._labels

    @property
    def num_examples(self):
        return self._num_examples

    @property
    def epochs_completed(self):
        return _scope_lsp.unknown("how many epochs were completed")

    def next_batch(self, batch_size, fake_data=False, shuffle=True):
        if fake_data or self._fake:
            label = [1] + [0] * (_CLASSES - 1) if fake_data and self.one_hot else 0
            return [[1] * (_SIDE * _SIDE)] * batch_size, [label] * batch_size
        return _first(self._images, batch_size), _first(self._labels, batch_size)


def _first(array, size):
    return numpy.empty((size,) + array.shape[1:], array.dtype)


Datasets = collections.namedtuple("Datasets", ["train", "validation", "test"])


def read_data_sets(
    train_dir,
    fake_data=False,
    one_hot=False,
    dtype=_dtypes.float32,
    reshape=True,
    validation_size=5000,
    seed=None,
    source_url=None,
):
    if fake_data:
        sets = [
            DataSet([], [], fake_data=True, one_hot=one_hot, dtype=dtype, seed=seed)
            for _ in range(3)
        ]
        return Datasets(*sets)
    if not 0 <= validation_size <= _IN_TRAINING:
        raise ValueError(
            "Validation size should be between 0 and {}. Received: {}.".format(
                _IN_TRAINING, validation_size
            )
        )
    sizes = (_IN_TRAINING - validation_size, validation_size, _IN_TEST)
    return Datasets(*[_set(size, one_hot, dtype, reshape=reshape, seed=seed) for size in sizes])


def _set(size, one_hot, dtype, reshape, seed):
    images = numpy.empty((size, _SIDE, _SIDE, 1), numpy.uint8)
    labels = numpy.empty(
        (size, _CLASSES) if one_hot else (size,), numpy.float64 if one_hot else numpy.uint8
    )
    return DataSet(images, labels, dtype=dtype, reshape=reshape, seed=seed)


def load_mnist(train_dir="MNIST-data"):
    return read_data_sets(train_dir)
