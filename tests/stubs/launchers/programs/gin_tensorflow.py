"""What gin.tf.external_configurables knows of TensorFlow, under parts of its path."""

import gin.tf.external_configurables
import tensorflow as tf


@gin.configurable
def train(optimizer_fn=gin.REQUIRED, activation=gin.REQUIRED, decay=gin.REQUIRED, dtype=None):
    w = tf.get_variable("w", [2], dtype=dtype)
    loss = tf.reduce_sum(activation(w))
    step = tf.train.get_or_create_global_step()
    optimizer_fn(decay(0.1, step)).minimize(loss, global_step=step)


if __name__ == "__main__":
    gin.parse_config(
        "train.optimizer_fn = @AdamOptimizer\n"
        "AdamOptimizer.name = 'Bound'\n"
        "train.activation = @nn.relu\n"
        "train.decay = @tf.train.exponential_decay\n"
        "exponential_decay.decay_steps = 10\n"
        "exponential_decay.decay_rate = 0.5\n"
    )
    train()
