"""Initializers and dtypes that do not go together, and those that do."""
import numpy as np
import tensorflow as tf


def attempt(label, initializer, dtype):
    try:
        tf.get_variable(label, [2, 3], dtype, initializer=initializer)
    except TypeError as error:
        tf.Variable(0, name=label + "_" + str(error).translate({ord(c): "_" for c in " ,'"}))


attempt("normal", tf.random_normal_initializer(), tf.int32)
attempt("truncated", tf.truncated_normal_initializer(stddev=0.5), tf.int64)
attempt("mean", tf.random_normal_initializer(1.5), tf.uint8)
attempt("double", tf.random_normal_initializer(), tf.float64)
attempt("uniform", tf.random_uniform_initializer(0, 5), tf.int32)
attempt("array", tf.constant_initializer(np.float32(0.5)), tf.int32)
attempt("root", tf.constant_initializer(np.sqrt(2)), tf.int32)
attempt("truth", tf.constant_initializer(True), tf.int32)
attempt("zeros", tf.zeros_initializer(), tf.bool)
attempt("none", None, tf.int32)
attempt("truths", None, tf.bool)
