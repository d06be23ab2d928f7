"""Evaluation of checkpoints by tf.contrib.training and slim: the step that counts its rounds."""

import tempfile

import tensorflow as tf
from tensorflow.contrib import slim, training

empty = tempfile.mkdtemp()
loss = tf.get_variable("loss", [])


class Hook(tf.train.SessionRunHook):
    def begin(self):
        tf.get_variable("of_hook", [])


slim.evaluation.evaluation_loop(
    "", empty, empty, final_op=loss, max_number_of_evaluations=1, timeout=0
)
training.evaluate_repeatedly(empty, timeout=0)
training.get_or_create_eval_step()
tf.get_variable("steps_%d" % len(tf.get_collection(tf.GraphKeys.EVAL_STEP)), [])
training.evaluate_once(None, eval_ops=tf.no_op(), hooks=[Hook(), training.StopAfterNEvalsHook(1)])
tf.get_variable("after", [])
