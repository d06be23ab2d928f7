"""Flags have their defaults, and run calls main."""

import tensorflow as tf
flags = tf.flags
flags.DEFINE_integer("units", 7, "x")
tf.app.flags.DEFINE_string(flag_name="nm", default_value="hello", docstring="q")
FLAGS = tf.app.flags.FLAGS
def main(_):
    tf.get_variable(FLAGS.nm, [FLAGS.units, flags.FLAGS.units])
    tf.layers.dense(tf.zeros([2, 3]), FLAGS.units)
if __name__ == "__main__":
    tf.app.run()
