"""`tensorflow.examples.tutorials.mnist.input_data`: the name by which tutorials reach the digits.

Modelled on the file of that name in TensorFlow 1.15.5.
"""

from tensorflow.contrib.learn.python.learn.datasets.mnist import read_data_sets
