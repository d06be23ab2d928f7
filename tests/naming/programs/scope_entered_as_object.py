"""A captured scope has its own prefix wherever it is entered; its name scope is its last part."""
import tensorflow as tf

with tf.variable_scope("a"):
    with tf.variable_scope("b") as s:
        pass
with tf.name_scope("n"), tf.variable_scope("c"):
    with tf.variable_scope(s) as again:
        print(again.name, again.original_name_scope, again is s, again.reuse)
        print(tf.get_variable("w", [1]).name, tf.Variable(0.0, name="t").name)
    with tf.variable_scope(tf.get_variable_scope()) as same:
        print(same.name, same.original_name_scope, tf.Variable(0.0, name="t").name)
root = tf.get_variable_scope()
with tf.variable_scope("d"), tf.variable_scope(root) as r:
    print(repr(r.name), repr(r.original_name_scope))
    print(tf.get_variable("w", [1]).name, tf.Variable(0.0, name="t").name)
with tf.name_scope("m"), tf.variable_scope(s, auxiliary_name_scope=False) as again:
    print(again.original_name_scope, tf.Variable(0.0, name="t").name)
    with tf.name_scope(again.original_name_scope):
        print(tf.Variable(0.0, name="t").name)
