"""Ops and tensors that are looked up in the graph have their names and types."""

import tensorflow as tf

with tf.variable_scope("net"):
    w = tf.get_variable("w", [2])
    r = tf.get_variable("r", [2], use_resource=True)
    total = tf.add(w, 1.0, name="total")

graph = tf.get_default_graph()
tensor = graph.get_tensor_by_name("net/total:0")
tf.get_variable("tensor_" + tensor.op.name.replace("/", "_") + tensor.name[-1], [])
tf.get_variable("type_" + graph.get_operation_by_name("net/total").type, [])
tf.get_variable("assign_" + graph.get_operation_by_name("net/w/Assign").type, [])
held = graph.get_tensor_by_name("net/w:0")
tf.get_variable("held_" + held.op.type, held.shape)
tf.get_variable("handle_" + graph.get_tensor_by_name("net/r:0").dtype.name, [])
with tf.variable_scope("on_top"):
    tf.layers.dense(tf.reshape(tensor, [1, 2]), 3)
