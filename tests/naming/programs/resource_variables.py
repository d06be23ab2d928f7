"""Resource variables by default, and where a scope or a call says otherwise."""
import tensorflow as tf

tf.enable_resource_variables()
for name, flag in (("a", None), ("b", False), ("c", True)):
    with tf.variable_scope(name, use_resource=flag):
        print(tf.get_variable("w", [1]).dtype.name, tf.Variable(0.0).dtype.name)
        print(tf.get_variable("k", [1], use_resource=False).dtype.name)
tf.disable_resource_variables()
print(tf.get_variable("w", [1]).dtype.name, tf.Variable(0.0).dtype.name)
