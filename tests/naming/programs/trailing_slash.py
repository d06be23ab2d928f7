"""A slash at the end means: exactly this name.  It is not made unique and not noted as used."""
import tensorflow as tf
from errors import attempt

print(tf.Variable(0.0, name="w/").name)
attempt(lambda: tf.Variable(0.0, name="w/"))
attempt(lambda: tf.Variable(0.0, name="w"))
print(tf.get_variable("g/", [1]).name)
print(tf.get_variable("k", [1]).name)
with tf.variable_scope("s/") as s:
    print(s.name, s.original_name_scope, tf.get_default_graph().get_name_scope())
    print(tf.get_variable("w", [1]).name, tf.Variable(0.0, name="t").name)
with tf.variable_scope("s/"):
    print(tf.Variable(0.0, name="t").name)
with tf.variable_scope("s"):
    print(tf.Variable(0.0, name="t").name)
