"""Rare ways to variables: local ones, getters, partitioners, resources, collections, steps."""

import tensorflow as tf

framework = tf.contrib.framework
slim = tf.contrib.slim


def tell(*values):
    tf.Variable(0, name="_".join([str(value) for value in values]).replace("/", ".").replace(":", "."))


with tf.variable_scope("local"):
    tf.get_local_variable("count", [2])
    tf.get_local_variable("count_2", shape=[], initializer=tf.zeros_initializer(), collections=["mine"])
with tf.variable_scope("local", reuse=True):
    tf.get_local_variable("count", [2])
tell("locals", len(tf.local_variables()), len(tf.get_collection("mine")))


def halve(getter, name, shape=None, *args, **kwargs):
    found = getter(name + "_whole", shape, *args, **kwargs)
    return tf.identity(found, name="half") if kwargs.get("trainable", True) else found


with tf.variable_scope("getter", custom_getter=halve):
    tf.get_variable("w", [3])
    tf.layers.dense(tf.ones([2, 3]), 2)
    tell(tf.get_variable("v", [2]).op.name)
with tf.variable_scope("getter", custom_getter=halve, reuse=True):
    tf.get_variable("w", [3])
with tf.variable_scope("parts", partitioner=tf.fixed_size_partitioner(2)):
    parted = tf.get_variable("w", [5, 3])
    tell("parts", len(list(parted)), parted.get_shape().as_list()[0])
    tf.layers.dense(tf.ones([2, 4]), 3, name="d")
with tf.variable_scope("sized", partitioner=tf.variable_axis_size_partitioner(16)):
    tf.get_variable("w", [4, 4])
with tf.variable_scope("least", partitioner=tf.min_max_variable_partitioner(max_partitions=3, min_slice_size=16)):
    tf.get_variable("w", [8, 4])
tf.create_partitioned_variables([4, 2], [2, 1], tf.zeros_initializer(), name="made")
with tf.variable_scope("resources", use_resource=True, constraint=lambda w: tf.clip_by_norm(w, 1.0)):
    w = tf.get_variable("w", [3], aggregation=tf.VariableAggregation.MEAN, synchronization=tf.VariableSynchronization.ON_READ)
    tf.layers.dense(tf.ones([2, 3]), 2, kernel_constraint=tf.keras.constraints.NonNeg())
tf.get_variable("constrained", [2], constraint=lambda w: tf.maximum(w, 0.0))

with framework.arg_scope([framework.variable, framework.model_variable], regularizer=slim.l2_regularizer(0.1)):
    framework.variable("f/w", [2])
    framework.model_variable("f/m", shape=[2], initializer=tf.ones_initializer())
    slim.model_variable("f/n", [2], trainable=False)
framework.local_variable(0.0, name="f/local")
framework.local_variable([1, 2], use_resource=True)
framework.global_variable(1.0, name="f/global")
framework.global_variable([2.0, 3.0])
tell("model", len(slim.get_model_variables()), len(framework.get_local_variables()), len(slim.get_variables("f")))
tell("losses", len(tf.losses.get_regularization_losses()))
tell(framework.get_unique_variable("f/w").name, framework.get_variables_by_name("m")[0].name)
tell(len(framework.get_variables_by_suffix("w")), len(framework.filter_variables(tf.global_variables(), ["f/"], ["m"])))
tell(framework.get_variable_full_name(framework.get_unique_variable("f/w")))
framework.get_or_create_global_step()
tf.train.get_or_create_global_step()
tell(framework.get_global_step().op.name)
with tf.variable_scope(tf.VariableScope(None, "made_by_hand", dtype=tf.float64)):
    tf.get_variable("w", [2])
scope = tf.VariableScope(reuse=tf.AUTO_REUSE, name="by_hand", initializer=tf.constant_initializer(0.5))
with tf.variable_scope(scope, "default"):
    tf.get_variable("w", [2])
    tf.get_variable("w", [2])
tf.CriticalSection(name="mutex")
