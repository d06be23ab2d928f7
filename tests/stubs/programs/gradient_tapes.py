"""What `tf.GradientTape` finds in a graph, and the slots that follow from it."""

import tensorflow as tf


def tell(name):
    tf.get_variable(name, [], trainable=False)


read = tf.get_variable("read", [2], use_resource=True)
unread = tf.get_variable("unread", [2], use_resource=True)
kept = tf.get_variable("kept", [2], use_resource=True, trainable=False)
with tf.GradientTape(persistent=True) as tape:
    loss = tf.reduce_sum(read * kept)
for i, gradient in enumerate(tape.gradient(loss, [read, unread, kept])):
    tell("persistent_%d_%s" % (i, gradient is None))
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.stop_gradient(read) * unread)
found = tape.gradient(loss, {"a": read, "b": unread})
for key in sorted(found):
    tell("stopped_%s_%s" % (key, found[key] is None))
try:
    tape.gradient(loss, unread)
except RuntimeError:
    tell("once")
with tf.GradientTape(persistent=True) as tape:
    x = tf.constant([[1.0, 2.0]])
    tape.watch(x)
    layer = tf.keras.layers.Dense(3)
    y = layer(x)
tell("watched_%s" % (tape.gradient(y, x) is None))
with tf.GradientTape(watch_accessed_variables=False) as tape:
    tape.watch(read)
    loss = read * unread
found = tape.gradient(loss, [read, unread])
tell("chosen_%s_%s" % tuple(gradient is None for gradient in found))
with tf.GradientTape() as tape:
    loss = layer(x) * read[0]
weights = layer.trainable_weights
gradients = tape.gradient(loss, weights + [unread])
tf.train.AdamOptimizer().apply_gradients(zip(gradients, weights + [unread]))
tf.keras.optimizers.Adam().apply_gradients(zip(gradients, weights))
(zeros,) = tf.gradients(y, [unread], unconnected_gradients=tf.UnconnectedGradients.ZERO)
tell("zeros_%s" % (zeros is None))
reference = tf.get_variable("reference", [2], use_resource=False)
with tf.GradientTape() as tape:
    loss = reference * 2.0
try:
    tape.gradient(loss, [reference])
except AttributeError as error:
    tell("reference_%s" % ("_id" in str(error)))
