"""auxiliary_name_scope=False opens no name scope: it goes back into the current one."""
import tensorflow as tf

with tf.variable_scope("a", auxiliary_name_scope=False) as s:
    print(s.name, repr(s.original_name_scope), tf.Variable(0.0, name="t").name)
with tf.name_scope("n"):
    with tf.variable_scope("a", auxiliary_name_scope=False) as s:
        print(s.name, repr(s.original_name_scope), tf.Variable(0.0, name="t").name)
    with tf.variable_scope(None, "d", auxiliary_name_scope=False) as s:
        print(s.name, repr(s.original_name_scope), tf.Variable(0.0, name="t").name)
    with tf.variable_scope(s, auxiliary_name_scope=False) as again:
        print(again.name, repr(again.original_name_scope), tf.Variable(0.0, name="t").name)
