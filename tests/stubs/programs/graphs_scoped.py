"""Parts of graphs that are copied below another scope, and ops of graphs by hand."""

import numpy as np
import tensorflow as tf
from tensorflow.python.eager import context
from tensorflow.python.framework import meta_graph


def told(name):
    return name.replace("/", "_").replace(":", "_")


with tf.variable_scope("s"):
    tf.get_variable("w", [3])
    tf.Variable(0.0, name="v")
tf.get_variable("other", [])
exported, found = meta_graph.export_scoped_meta_graph(graph=tf.get_default_graph(), export_scope="s")
tf.get_variable("out_%d_%s" % (len(found), told(sorted(found)[1])), [])
kept = meta_graph.import_scoped_meta_graph(exported, import_scope="t")
tf.get_default_graph().get_tensor_by_name("t/w:0")
before = [told(variable.name) for variable in tf.global_variables()]
tf.get_variable("in_%d_%s" % (len(kept), "_".join(before)), [])
copied = meta_graph.copy_scoped_meta_graph("s", "u")
tf.get_variable("copied_%d_%s" % (len(copied), told(copied["w:0"].name)), [])
graph = tf.Graph()
op = graph.create_op("A", [], [tf.float32], name="a")
with tf.name_scope(None, "default", [op]):
    same = tf.get_default_graph() is graph
graph.add_to_collections(["k", "l", "k"], 3)
tf.get_variable("by_hand_%s_%d_%s" % (same, len(graph.get_collection("k")), told(op.outputs[0].name)), [])
try:
    np.array(tf.zeros([2]))
except NotImplementedError:
    tf.get_variable("no_array", [])
with context.graph_mode():
    tf.get_variable("mode", [])
