"""variable_scope("") doubles the slash below another scope, and opens no name scope."""
import tensorflow as tf

with tf.variable_scope("") as s:
    print(repr(s.name), repr(s.original_name_scope), tf.get_variable("w", [1]).name)
    with tf.variable_scope(None, "d") as d:
        print(d.name)
with tf.variable_scope("a"), tf.variable_scope("") as s:
    print(repr(s.name), repr(s.original_name_scope), tf.get_variable("w", [1]).name)
    print(tf.Variable(0.0, name="t").name)
    with tf.variable_scope("b") as b:
        print(b.name)
    with tf.variable_scope(s) as again:
        print(repr(again.name), tf.Variable(0.0, name="t").name)
