"""Which collections a variable is in, and what a scope picks from one."""
import tensorflow as tf
from errors import attempt


def names(variables):
    print([v.name for v in variables])


tf.get_variable("gen/w", [1])
tf.get_variable("generator/w", [1], trainable=False)
tf.get_variable("b", [1], collections=["mine"])
tf.get_variable("c", [1], collections=["mine", "yours"], trainable=False)
tf.Variable(0.0, name="gen/w", collections=[])
tf.get_variable("d", [1], collections=[])
attempt(lambda: tf.get_variable("e", [1], collections="mine"))
names(tf.global_variables())
names(tf.trainable_variables())
for scope in ("gen", "gen/", ".*w", "w"):
    names(tf.global_variables(scope))
names(tf.get_collection("mine"))
names(tf.get_collection("yours", "c"))
names(tf.get_collection("nobody's"))
