"""What a program finds among the ops of a graph, by their types or names, has its outputs."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 8], name="x")
y = tf.placeholder(tf.float32, [None, 4], name="y")
with tf.variable_scope("net"):
    hidden = tf.layers.dense(x, 6, activation=tf.nn.relu, name="first")
    out = tf.layers.dense(hidden, 4, name="second")
unused = tf.get_variable("unused", [3])

graph = tf.get_default_graph()
for op in graph.get_operations():
    if op.type == "Placeholder":
        tf.get_variable("of_" + op.name, op.outputs[0].shape[1:])
for op in [op for op in graph.get_operations() if op.type == "MatMul"]:
    tf.get_variable("mul_" + op.name.replace("/", "_"), op.outputs[0].shape[1:])
for op in graph.get_operations():
    if op.type == "VariableV2" and op.name.startswith("net"):
        tf.get_variable("held_" + op.name.split("/", 1)[1].replace("/", "_"), op.outputs[0].shape)

relu = graph.get_operation_by_name("net/first/Relu")
same = relu is hidden.op and relu.outputs[0] is hidden
tf.get_variable("same" if same else "other", relu.outputs[0].shape[1:])
tf.layers.dense(graph.get_tensor_by_name("net/first/Relu:0"), 5, name="on_top")

# Only what a loss depends on gets slots.
tf.train.AdamOptimizer(name="A").minimize(tf.reduce_sum(relu.outputs[0]))
second = graph.get_tensor_by_name("net/second/BiasAdd:0")
tf.train.MomentumOptimizer(0.1, 0.9, name="M").minimize(tf.reduce_sum(second))
penalties = []
for op in graph.get_operations():
    if op.type == "Relu" and op.name.startswith("net"):
        penalties.append(tf.nn.l2_loss(op.outputs[0]))
tf.train.RMSPropOptimizer(0.1, name="R").minimize(penalties[0])

parts = tf.split(tf.ones([4, 6]), 3, axis=1, name="parts")
for i in range(3):
    part = graph.get_tensor_by_name("parts:%d" % i)
    tf.get_variable("part_%d_%s" % (i, part is parts[i]), part.shape)
