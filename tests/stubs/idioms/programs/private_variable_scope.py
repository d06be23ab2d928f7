import tensorflow as tf
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops import variables, resource_variable_ops
from tensorflow.python.ops.variable_scope import get_variable, variable_scope, _pure_variable_scope

with tf.variable_scope("s", dtype=tf.float64) as sc:
    tf.get_variable("b", [2])
with _pure_variable_scope(sc, reuse=True) as pure:
    c = get_variable("b", [2], dtype=tf.float64)
with vs._pure_variable_scope("t", initializer=tf.zeros_initializer()):
    d = vs.get_variable("d", [2])
    e = tf.Variable(0.0, name="e")
    with vs.variable_scope("u"):
        f = vs.variable(1.0, name="f")
store = vs._get_default_variable_store()
for name in sorted(store._vars):
    tf.get_variable("has_" + name.replace("/", "_"), [1])
a = variables.RefVariable(1.0, name="a")
b = resource_variable_ops.ResourceVariable(1.0, name="b")
tf.get_variable("kinds_%s" % "".join(str(int(isinstance(v, variables.RefVariable))) + str(int(isinstance(v, resource_variable_ops.ResourceVariable))) + str(int(isinstance(v, variables.VariableV1))) for v in (a, b, c, e)), [1])
with tf.variable_scope("x", reuse=tf.AUTO_REUSE):
    print(vs.get_variable_scope().reuse)
tf.get_variable(vs._get_unique_variable_scope("s"), [1])
tf.get_variable("n_%d" % len(store._vars), [1])
