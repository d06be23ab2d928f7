"""Modules below tensorflow.python that programs import, and the public ones beside them."""
import tensorflow as tf
from tensorflow.python.framework import errors, tensor_util
from tensorflow.python.keras import backend as K
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.layers import Conv2D
from tensorflow.python.keras.layers.core import Dense
from tensorflow.python.keras.models import Model
from tensorflow.python.layers import utils
from tensorflow.python.ops import check_ops, partitioned_variables, standard_ops, template
from tensorflow.python.training.saver import Saver

for found in (
    Layer, Conv2D, Dense, Model, Saver, errors.OutOfRangeError, check_ops.assert_equal, standard_ops.matmul,
    template.make_template, partitioned_variables.fixed_size_partitioner,
):
    tf.Variable(1.0, name=found.__name__)


class Scale(Layer):
    def build(self, shape):
        self.scale = self.add_weight("scale", [int(shape[-1])])

    def call(self, x):
        return x * self.scale


x = tf.placeholder(tf.float32, [2, 4])
y = Scale()(Dense(3)(x))
w = tf.get_variable("w", [3])
unused = tf.get_variable("unused", [3])
chosen = utils.smart_cond(True, lambda: y * w, lambda: y * unused)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(chosen))
tf.get_variable("constant_%s" % utils.constant_value(True), [utils.conv_output_length(10, 3, "valid", 2)])
graph = tf.get_default_graph()
graph._get_control_flow_context()
try:
    from tensorflow.python.ops.rnn_cell_impl import _Linear
except ImportError:
    tf.get_variable("without_Linear", [])
from tensorflow.python import tf2

tf.get_variable("tf2_%s" % tf2.enabled(), [])
tf.get_variable("gfile_%s_%s" % (callable(tf.io.gfile.GFile), callable(tf.io.gfile.exists)), [])
tf.get_variable("end", [1])
