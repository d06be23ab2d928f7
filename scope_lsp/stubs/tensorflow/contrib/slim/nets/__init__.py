"""`tf.contrib.slim.nets`: the residual and the VGG nets; a program's own copies go first.

Not here: AlexNet, OverFeat and Inception, which are run where their source is at hand.
"""

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.slim.nets import resnet_utils, resnet_v1, resnet_v2, vgg


def __getattr__(name):
    return _lookup("contrib.slim.nets." + name)
