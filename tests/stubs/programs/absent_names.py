"""Names that TensorFlow 1.15.5 has or has not, as programs for many versions ask for them."""

import tensorflow as tf


def says(name, function):
    try:
        function()
    except (ImportError, AttributeError) as error:
        name += "_" + type(error).__name__
    tf.Variable(0, name=name)


def linear():
    from tensorflow.python.ops.rnn_cell_impl import _linear


def concat():
    from tensorflow.python.ops.rnn_cell_impl import _concat


def module_from():
    from tensorflow.python.ops import rnn_cell_implementation


def module():
    import tensorflow.python.ops.rnn_cell_implementation


def earlier_module():
    from tensorflow.models.rnn import rnn_cell


says("linear", linear)
says("concat", concat)
says("module_from", module_from)
says("module", module)
says("earlier_module", earlier_module)
says("top", lambda: tf.some_name)
says("nn", lambda: tf.nn.some_name)
says("layer", lambda: tf.contrib.layers.some_name)
says("contrib", lambda: tf.contrib.some_package)
says("contrib_there", lambda: tf.contrib.bayesflow)
says("again", lambda: tf.debugging.Assert)
says("v1", lambda: tf.compat.v1.get_variable)
from tensorflow.python.framework import ops

for module in (tf, tf.nn, ops):
    found = [hasattr(module, name) for name in ("relu", "concat", "Tensor", "_TensorLike", "nothing")]
    tf.Variable(0, name="has_" + "".join("yn"[not each] for each in found))
try:
    from tensorflow.contrib.rnn.python.ops.core_rnn_cell import _linear as project
except ImportError:
    project = None
tf.Variable(0, name="project_%s" % (project is None))
