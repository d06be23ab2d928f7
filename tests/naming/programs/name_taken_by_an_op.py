"""The store knows the name that was asked for, whatever the variable is called."""
import tensorflow as tf

tf.no_op(name="w")
print(tf.get_variable("w", [1]).name)
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    print(tf.get_variable("w").name)
with tf.name_scope("a"):
    pass
with tf.variable_scope("a"):
    print(tf.get_variable("w", [1]).name, tf.Variable(0.0, name="w").name)
print(tf.get_variable("a_1/w", [1]).name)
print([v.name for v in tf.global_variables("a")])
