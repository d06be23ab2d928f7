"""Ops that TensorFlow's own tests make: no variables among them.

The module is python/framework/test_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._unmodelled import Unmodelled


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return Unmodelled("python.framework.test_ops." + name)
