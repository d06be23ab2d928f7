"""`tf.contrib.slim.nets`: published nets for pictures; a program's own copies go first."""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.slim.nets import (
    alexnet,
    inception,
    overfeat,
    resnet_utils,
    resnet_v1,
    resnet_v2,
    vgg,
)


def __getattr__(name):
    return _lookup("contrib.slim.nets." + name)
