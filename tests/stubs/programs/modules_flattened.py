"""`tf.Module`: the order of its variables and submodules, those in lists and dicts, and layers."""

import tensorflow as tf


class Leaf(tf.Module):
    def __init__(self, name=None):
        super(Leaf, self).__init__(name=name)
        with self.name_scope:
            self.z = tf.Variable(1.0, name="z")
            self.a = {
                "q": tf.Variable(1.0, name="q"),
                "b": [tf.Variable(2.0, name="b", trainable=False)],
            }


class Tree(tf.Module):
    def __init__(self):
        super(Tree, self).__init__()
        self.second = Leaf("second")
        self.first = (Leaf("first"), tf.Variable(0.0, name="own"))
        self.again = self.second
        self.maps = {"y": Leaf("y"), "x": [Leaf("x")]}
        self.w = tf.Variable(0.0, name="w")
        self.dense = tf.keras.layers.Dense(2)


t = Tree()
t.dense(tf.zeros([1, 3]))
for i, v in enumerate(t.variables):
    tf.get_variable("v%d_%s" % (i, v.op.name.replace("/", ".")), [])
for i, m in enumerate(t.submodules):
    tf.get_variable("m%d_%s" % (i, m.name), [])
tf.get_variable("t%d" % len(t.trainable_variables), [])
tf.get_variable("l%d" % len(t.first[0].submodules), [])
