"""Each graph has scopes, names, variables and collections of its own."""
import tensorflow as tf

with tf.variable_scope("a") as s:
    g = tf.Graph()
    with g.as_default():
        print(repr(tf.get_variable_scope().name), tf.get_variable("w", [1]).name)
        print(tf.Variable(0.0, name="w").name)
        with tf.variable_scope(s) as there:
            print(there.name, there.original_name_scope, tf.get_variable("w", [1]).name)
        context = tf.variable_scope("c")
    with context as c:
        print(c.name, tf.get_default_graph() is g, tf.get_variable("w", [1]).name)
    print(tf.get_default_graph() is g, tf.get_variable("w", [1]).name)
print([v.name for v in tf.global_variables()])
with g.as_default():
    print([v.name for v in tf.global_variables()], tf.Variable(0.0, name="w").name)
tf.reset_default_graph()
print([v.name for v in tf.global_variables()])
with tf.variable_scope(s):
    print(tf.get_variable("w", [1]).name, tf.Variable(0.0, name="t").name)
