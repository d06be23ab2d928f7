"""An exception that is handled inside an op's name scope does not leave that scope."""

import tensorflow as tf

slim = tf.contrib.slim


class Box:
    pass


def converted(value, dtype=None, name=None, as_ref=False):
    try:
        {}["absent"]
    except KeyError:
        return tf.zeros([2, 3, 4], name="converted")


tf.register_tensor_conversion_function(Box, converted)
for tensor in (slim.flatten(Box(), scope="flat"), tf.clip_by_value(Box(), 0.0, 1.0, name="clip")):
    tf.get_variable(tensor.op.name.replace("/", "_"), tensor.shape)
tf.Variable(0.0, name="flat/converted")
tf.Variable(0.0, name="clip/converted")
tf.Variable(0.0, name="converted")
