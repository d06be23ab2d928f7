import tensorflow as tf
from tensorflow.contrib.seq2seq.python.ops import loss

logits = tf.ones([2, 4, 5])
targets = tf.ones([2, 4], tf.int32)
weights = tf.ones([2, 4])
for arguments in (
    {},
    {"average_across_timesteps": True, "sum_over_timesteps": False},
    {"sum_over_batch": False, "name": "mine"},
):
    made = loss.SequenceLoss(**arguments)(targets, logits, weights)
    tf.get_variable(made.op.name.replace("/", "."), [2] + made.shape.as_list())
try:
    loss.SequenceLoss()(targets, tf.ones([2, 4]), weights)
except ValueError as error:
    tf.get_variable("refused", [len(str(error))])
