"""Which updates and losses of a layer belong to which of its inputs."""

import tensorflow as tf


def tell(name, *values):
    tf.get_variable("_".join([name] + [str(len(value)) for value in values]), [])


x = tf.placeholder(tf.float32, [None, 4])
norm = tf.layers.BatchNormalization()
y = norm(x, training=True)
tell("first", norm.updates, norm.get_updates_for(x), norm.get_updates_for(None), norm.get_losses_for(x))
norm(y, training=True)
tell("second", norm.updates, norm.get_updates_for(x), norm.get_updates_for(y))
keras_norm = tf.keras.layers.BatchNormalization()
keras_norm(x, training=True)
tell("keras", keras_norm.updates, keras_norm.get_updates_for(x), tf.get_collection("update_ops"))
dense = tf.keras.layers.Dense(3, kernel_regularizer="l2", activity_regularizer=tf.keras.regularizers.l2(0.1))
dense(x)
tell("losses", dense.losses, dense.get_losses_for(x), dense.get_losses_for(None), dense.get_losses_for(y))


class Own(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight("total", [], trainable=False)

    def call(self, inputs):
        self.add_update(self.total.assign_add(tf.reduce_sum(inputs)))
        self.add_loss(tf.reduce_sum(inputs), inputs=inputs)
        return inputs


own = Own()
own(x)
own.add_loss(lambda: tf.constant(1.0))
own.add_update(own.total.assign(0.0))
tell("own", own.updates, own.get_updates_for(x), own.get_updates_for(None))
tell("own_losses", own.losses, own.get_losses_for(x), own.get_losses_for(None))
legacy = tf.layers.Dense(2, kernel_regularizer=lambda w: tf.reduce_sum(w))
legacy(x)
legacy.add_loss(lambda: tf.constant(1.0))
tell("legacy", legacy.losses, legacy.get_losses_for(x), tf.get_collection("regularization_losses"))
