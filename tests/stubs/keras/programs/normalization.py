"""Normalisation: both of batches and of layers, on images, rows and sequences."""

import tensorflow as tf

L = tf.keras.layers
rows = tf.zeros([4, 6])
images = tf.placeholder(tf.float32, [None, 8, 8, 3])
flag = tf.placeholder(tf.bool, [])
layer = L.BatchNormalization()
layer(rows)
layer(rows, training=True)
L.BatchNormalization(name="bn")(images)
L.BatchNormalization(name="bn")(images, training=False)
L.BatchNormalization(scale=False)(images, training=flag)
L.BatchNormalization(center=False, scale=False, trainable=False)(images, training=True)
L.BatchNormalization(axis=1)(images)
L.BatchNormalization(axis=[1, 3])(images)
L.BatchNormalization(renorm=True)(rows, training=True)
L.BatchNormalization(virtual_batch_size=2)(rows, training=True)
L.BatchNormalization(fused=False)(tf.cast(images, tf.float16))
with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
    L.BatchNormalization()(images)
    L.LayerNormalization()(rows)
with tf.name_scope("scope"):
    L.LayerNormalization()(rows)
norm = L.LayerNormalization(axis=[1, 2], name="norm")
norm(images)
norm(images)
L.LayerNormalization(center=False)(tf.zeros([2, 3, 5], tf.float64))
tf.Variable(0, name="updates_%d" % len(layer.updates))
for weight in layer.weights + norm.weights:
    tf.Variable(0, name="weight_" + weight.op.name.replace("/", "_"))
