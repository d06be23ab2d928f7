"""The initializer of weights that slim's nets share; each net has it as `trunc_normal`.

Modelled on contrib/slim/python/slim/nets/alexnet.py of TensorFlow 1.15.5.
"""

from tensorflow import truncated_normal_initializer


def trunc_normal(stddev):
    return truncated_normal_initializer(0.0, stddev)
