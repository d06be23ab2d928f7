"""Entered again by name a variable scope keeps its prefix, its name scope does not."""
import tensorflow as tf

for _ in range(2):
    with tf.variable_scope("a") as s:
        print(s.name, s.original_name_scope, tf.Variable(0.0, name="t").name)
        with tf.variable_scope("b/c") as inner:
            print(inner.name, inner.original_name_scope, tf.Variable(0.0, name="t").name)
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    print(tf.get_variable("w", [1]).name, tf.get_variable("w", [1]).name)
