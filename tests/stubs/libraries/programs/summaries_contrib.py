"""Summaries of tf.contrib.layers by collection, and name scopes that are only slashes."""

import tensorflow as tf
n = [0]
def show(x):
    tf.get_variable("%d_%s" % (n[0], str(x).replace("/", "S").replace(":", "C")), [])
    n[0] += 1
with tf.name_scope("foo/") as outer:
    with tf.name_scope("foo5//") as f5:
        show(f5)
        with tf.name_scope("foo6") as f6:
            show(f6)
    with tf.name_scope("/") as f7:
        show(f7)
        show(tf.constant(1).name)
    with tf.name_scope("//") as f8:
        show(f8)
    with tf.name_scope("a//b/c") as f9:
        show(f9)
with tf.name_scope("a//b/c") as f10:
    show(f10)
with tf.contrib.framework.arg_scope([tf.contrib.layers.conv2d]):
    pass
var = tf.Variable(1)
op = tf.identity(var, name="SummaryTest")
s = tf.contrib.layers.summarize_activation(op)
show(s.op.type)
names = [o.op.name for o in tf.get_collection(tf.GraphKeys.SUMMARIES)]
show(len(names))
show("SummaryTest/activation" in names)
s2 = tf.contrib.layers.summarize_tensor(tf.Variable([1., 2.], name="q"))
show(s2.op.name)
show(len(tf.get_collection("summaries")))
r = tf.contrib.layers.summarize_activation(tf.nn.relu(op, name="R"))
show(r.op.name)
show("-".join([o.op.name for o in tf.get_collection(tf.GraphKeys.SUMMARIES)]))
show(tf.summary.scalar("sc", 1.).op.name)
show(len(tf.get_collection("summaries")))
tf.contrib.layers.summarize_activation(tf.nn.relu6(tf.constant([1., 2.])))
tf.contrib.layers.summarize_tensor(tf.constant("a"))
tf.contrib.layers.summaries.summarize_variables()
tf.contrib.layers.summarize_collection("trainable_variables", ".*q")
y = tf.contrib.layers.fully_connected(tf.zeros([2, 3]), 4, outputs_collections=tf.GraphKeys.ACTIVATIONS)
tf.contrib.layers.summarize_activations()
show("-".join([o.op.name for o in tf.get_collection(tf.GraphKeys.SUMMARIES)]))
show(tf.constant(0., name="Less").name)
show(tf.constant(0., name="Mean").name)
show(tf.constant(0., name="Cast").name)
show(tf.constant(0., name="ToFloat").name)
show(tf.constant(0., name="y").name)
