"""The format of checkpoints as savers keep it, objects that they save, and optimizers on tensors."""

import tensorflow as tf
from tensorflow.core.protobuf import config_pb2, saver_pb2
from tensorflow.core.protobuf.config_pb2 import ConfigProto
from tensorflow.python.training import saver as saver_module

v = tf.Variable(1.0, name="v")
saver = tf.train.Saver(write_version=saver_pb2.SaverDef.V1)
newer = tf.train.Saver()
if saver._write_version is saver_pb2.SaverDef.V2 or newer._write_version == tf.train.SaverDef.V1:
    tf.Variable(2.0, name="another")

for name, config in (("a", config_pb2.ConfigProto(allow_soft_placement=True)), ("b", ConfigProto())):
    with tf.Session(config=config):
        tf.get_variable(name, [])


class Saveable(saver_module.BaseSaverBuilder.SaveableObject):
    def __init__(self, tensor, name):
        spec = saver_module.BaseSaverBuilder.SaveSpec(tensor, "", name)
        super().__init__(tensor, [spec], name)


with tf.variable_scope("kept"):
    kept = Saveable(tf.constant([1.0], name="c"), "foo")
tf.get_variable("%s_%s" % (kept.op.op.name, kept.specs[0].name), [])

optimizer = tf.train.AdamOptimizer()
x = tf.constant(1.0, name="x")
try:
    optimizer.apply_gradients(optimizer.compute_gradients(x * x, [x]))
except NotImplementedError:
    tf.get_variable("no_tensors", [])
