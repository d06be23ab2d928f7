import tensorflow as tf

ops = []


def place(op):
    ops.append(op.name + ":" + op.type)
    return "/cpu:0"


class Placer(object):
    count = 0

    def __call__(self, op):
        self.count += 1
        return ""

    def method(self, op):
        self.count += 1
        return ""


with tf.device(place):
    tf.get_variable("x", [2])
    tf.Variable(1.0, name="y")
    with tf.device("/gpu:0"):
        tf.zeros([1], name="z")
    with tf.device(None):
        tf.zeros([1], name="none")
    with tf.variable_scope("s", use_resource=True):
        tf.get_variable("r", [2])
placer = Placer()
with tf.device(placer.method):
    tf.zeros([1])
for name in ops:
    tf.get_variable("saw_" + name.replace(":", "_"), [])
tf.get_variable("count_%d" % placer.count, [])
with tf.device(tf.train.replica_device_setter(2)):
    tf.get_variable("on_ps", [1])
