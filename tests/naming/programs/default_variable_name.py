"""tf.Variable without a name is called Variable; an empty name is no name."""
import tensorflow as tf
from errors import attempt

print(tf.Variable(0.0).name, tf.Variable(0.0).name)
with tf.name_scope("n"):
    print(tf.Variable(0.0).name, tf.Variable(0.0, use_resource=True).name)
attempt(lambda: tf.Variable(0.0, name=""))
