"""The ops of variables alone, copies without values, and shapes that contradict values."""

import numpy as np
import tensorflow as tf
from tensorflow.python.ops import gen_state_ops, resource_variable_ops, state_ops


def tell(name):
    tf.get_variable(name, [], trainable=False)


def refused(number, function):
    try:
        function()
    except ValueError as error:
        for sign in " ()[]{}`':,?":
            error = str(error).replace(sign, ".")
        tell("refused_%d_%s" % (number, error))
    else:
        tell("accepted_%d" % number)


op = state_ops.variable_op([1, 2], tf.float32)
tell("rank_%d_%s" % (len(op.shape), op.dtype.name))
state_ops.variable_op_v2([3], tf.int32, name="named")
gen_state_ops.variable_v2([3], tf.float32)
with tf.variable_scope("s"):
    gen_state_ops.variable([3], tf.float32, name="inner")
tf.train.ExponentialMovingAverage(0.9, name="average").apply([op])
handle = resource_variable_ops.var_handle_op(tf.float32, [2])
tell("collected_%d" % len(tf.global_variables()))
original = tf.get_variable("original", [2], use_resource=True, trainable=False)
values = np.zeros([3])
refused(1, lambda: tf.Variable(values, False, shape=[4]))
refused(2, lambda: tf.Variable(values, shape=[4], use_resource=True))
refused(5, lambda: tf.Variable(lambda: tf.zeros([3]), shape=[4], use_resource=True))
refused(6, lambda: tf.Variable(lambda: tf.zeros([3]), False, shape=[4]))
refused(7, lambda: tf.Variable(values, shape=[4], validate_shape=False))
image = tf.zeros([6, 5, 4, 3])
for number, arguments in enumerate(
    (
        {"virtual_batch_size": -1},
        {"virtual_batch_size": 2, "axis": [0, 3]},
        {"virtual_batch_size": 2, "adjustment": lambda shape: (1, 0)},
        {"renorm": True, "renorm_clipping": {"rmean": 1}},
    )
):
    refused(10 + number, lambda: tf.layers.batch_normalization(image, **arguments))
try:
    tf.layers.batch_normalization(image, axis=(3,))
except TypeError:
    tell("kind_of_axis")
copied = resource_variable_ops.copy_to_graph_uninitialized(original)
tell("copied_" + copied.op.name)
