"""One tf.variable_scope object, entered several times: a default name is chosen once, the name
scope each time, the reuse flag sticks.
"""
import tensorflow as tf

context = tf.variable_scope(None, "d")
for i in range(2):
    with context as s:
        print(s.name, s.original_name_scope, tf.get_variable("w%d" % i, [1]).name)
        print(tf.Variable(0.0, name="t").name)
named = tf.variable_scope("a")
with tf.variable_scope("r", reuse=True), named as s:
    print(s.name, s.reuse)
with named as s:
    print(s.name, s.reuse)
