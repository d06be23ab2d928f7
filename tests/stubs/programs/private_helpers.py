"""Helpers of TensorFlow's own modules that libraries use."""

import collections
import tensorflow as tf
from tensorflow.python.framework import ops, function, smart_cond
from tensorflow.python.ops import control_flow_ops, init_ops, rnn_cell_impl, array_ops, gen_array_ops, variables
from tensorflow.python.util import nest, tf_export, deprecation, tf_decorator, tf_inspect, all_util, lazy_loader, tf_contextlib
from tensorflow.python.data.util import nest as dnest

@tf_export.tf_export("my.op")
@deprecation.deprecated("2020-01-01", "none")
def mine(name, size=2):
    return tf.get_variable(name, [size])
mine("a")
@tf_contextlib.contextmanager
def ctx(n):
    with tf.variable_scope(n):
        yield
with ctx("c"):
    mine("b", size=3)
spec = tf_inspect.getfullargspec(mine)
mine("args_%d" % len(spec.args))
P = collections.namedtuple("P", "x y")
s = {"k": [1, P(2, 3)], "a": (4,)}
for path, v in nest.flatten_with_joined_string_paths(s):
    mine("p_%s_%d" % (path.replace("/", "."), v))
m = nest.map_structure_up_to([1, 1], lambda t: len(t), [[1, 2], (3,)])
mine("m_%s" % "_".join(map(str, m)))
mine("seq_%d" % len(nest._sequence_like(P(1, 2), [5, 6])))
mine(ops.name_from_scope_name("q/"))
mine(ops.strip_name_scope("foo/bar", "foo"))
mine(ops.prepend_name_scope("bar2", "foo"))
x = tf.placeholder(tf.float32, [None, 3])
mine("dense_%s_%s" % (isinstance(x, ops._TensorLike), isinstance(3, ops._TensorLike)))
y = control_flow_ops.with_dependencies([tf.no_op()], x)
tf.layers.dense(y, 2)
f = init_ops._compute_fans([3, 3, 4, 5])
mine("f_%d_%d" % f)
init_ops._assert_float_dtype(tf.float32)
mine("dd_%d" % len(rnn_cell_impl._concat([2, 3], 4, static=True)))
@function.Defun(tf.float32)
def g(t):
    return t * 2.
r = g(x)
tf.layers.dense(tf.reshape(r, [-1, 3]), 2)
ll = lazy_loader.LazyLoader("l", globals(), "tensorflow.python.ops.variable_scope")
ll.get_variable("lazy", [1])
mine("sc_%s" % smart_cond.smart_cond(True, lambda: 1, lambda: 2))
mine("isin_%s" % isinstance(tf.get_variable("lw", [1]), variables.PartitionedVariable))
mine("graph_%s" % (ops._get_graph_from_inputs([x]) is tf.get_default_graph()))
