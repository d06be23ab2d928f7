"""What TensorFlow refuses of values, where the program waits for that."""

import contextlib
import unittest

import tensorflow as tf

x = tf.placeholder(tf.float32, [3, 4])
y = tf.placeholder(tf.float32, [5, 6])
image = tf.placeholder(tf.float32, [2, 4, 4, 3])
other = tf.Graph()
with other.as_default():
    strange = tf.constant(1.0)


def probe(name, make):
    try:
        with tf.name_scope("inside"):
            make()
        kind = "fine"
    except ValueError:
        kind = "ValueError"
    except TypeError:
        kind = "TypeError"
    except AttributeError:
        kind = "AttributeError"
    with tf.name_scope("after"):
        tf.Variable(1.0, name="%s_%s" % (name, kind))


def branch():
    if tf.constant(True):
        return 1
    return 2


def kept():
    with tf.variable_scope("kept", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [])
    tf.reshape(x, None)


probe("add", lambda: tf.add(x, None))
probe("convert", lambda: tf.convert_to_tensor(None))
probe("concat", lambda: tf.concat([x, None], 0))
probe("dense", lambda: tf.layers.dense(None, 3))
probe("branch", branch)
probe("negation", lambda: not tf.constant(True))
probe("variable", lambda: not tf.get_variable("v", []))
probe("mixed", lambda: strange + tf.constant(2.0))
probe("alone", lambda: tf.identity(strange))
probe("sum", lambda: x + y)
probe("product", lambda: tf.matmul(x, y))
probe("transposed", lambda: tf.matmul(x, tf.zeros([5, 4]), transpose_b=True))
probe("joined", lambda: tf.concat([x, y], 0))
probe("ranks", lambda: tf.concat([x, tf.zeros([4])], 0))
probe("stacked", lambda: tf.stack([x, y]))
probe("reshaped", lambda: tf.reshape(x, [5, -1]))
probe("told", lambda: x.set_shape([3, 5]))
probe("windows", lambda: tf.layers.conv2d(image, 3, 5))
probe("same_windows", lambda: tf.layers.conv2d(image, 3, 5, padding="same"))
probe("kept", kept)
with contextlib.suppress(ValueError):
    tf.add(x, None)
    tf.get_variable("not_reached", [])


class Test(unittest.TestCase):
    def runTest(self):
        with self.assertRaises(ValueError):
            tf.matmul(x, y)
            tf.get_variable("not_reached_either", [])
        tf.get_variable("reached", [])


Test().debug()
