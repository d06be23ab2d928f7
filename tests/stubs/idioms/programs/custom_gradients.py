"""Functions with gradients of their own, and more of the modules behind the public ones."""
import tensorflow as tf
from tensorflow.contrib.framework.python.ops import add_arg_scope
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.eager import context
from tensorflow.python.framework import ops
from tensorflow.python.ops import custom_gradient, resource_variable_ops
from tensorflow.python.training import basic_session_run_hooks, input as input_ops
from tensorflow.python.util import compat


def show(x):
    tf.get_variable("%s/%s_%s" % (x.name.replace(":", "."), x.dtype.name, "x".join(map(str, x.shape.as_list()))), [])


@tf.custom_gradient
def leaky_relu(x):
    y = tf.maximum(x, x * 0.2)

    @tf.custom_gradient
    def grad(dy):
        return dy * 2.0, lambda ddx: ddx

    return y, grad


@tf.custom_gradient
def two(x, w):
    return (x * 2.0, x + w), lambda da, db: (da, tf.reduce_sum(db, 0))


@ops.RegisterGradient("Doubled")
def doubled(op, grad):
    return grad * 2.0


x = tf.placeholder(tf.float32, [2, 3])
v = tf.get_variable("v", [3])
w = tf.get_variable("w", [3])
unused = tf.get_variable("unused", [3])
y = leaky_relu(x * v)
show(y)
a, b = two(y, w)
show(a)
show(b)
show(doubled(None, x))
for z in tf.identity_n([x, v]):
    show(z)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(a + b))
r = resource_variable_ops.ResourceVariable(1.0, name="r")
variables.model_variable("gamma", shape=(x.shape[-1],), dtype=tf.float32, initializer=tf.ones_initializer())
tf.get_variable("models_%d" % len(tf.model_variables()), [])
show(input_ops.batch([tf.ones([5])], 3))
show(dataset_ops.Dataset.range(3).make_one_shot_iterator().get_next())
tf.get_variable(compat.as_str(b"text"), [])
tf.get_variable("isinstance_%s_%s" % (isinstance(r, resource_variable_ops.ResourceVariable), isinstance(v, resource_variable_ops.ResourceVariable)), [])
show(custom_gradient.custom_gradient(lambda x: (x, lambda dy: dy))(x))
tf.get_variable("eager_%s" % context.executing_eagerly(), [])
