"""tf.contrib.model_pruning: masks and thresholds beside the weights, and the step of the last update."""

import tensorflow as tf
from tensorflow.contrib import model_pruning
from tensorflow.contrib.model_pruning.python import pruning, pruning_utils
from tensorflow.contrib.model_pruning.python.layers import core_layers, layers, rnn_cells


def told(kind, value):
    tf.get_variable("R_%s_%s" % (kind, value), [], trainable=False)


def tell(name, tensor):
    told(name, "x".join(str(dim) for dim in tensor.shape.as_list()) or "scalar")


images = tf.placeholder(tf.float32, [None, 8, 8, 3])
net = model_pruning.masked_conv2d(images, 16, [3, 3])
tell("conv", net)
net = model_pruning.masked_convolution(
    net, 4, 2, stride=2, normalizer_fn=tf.contrib.layers.batch_norm, scope="down"
)
tell("down", net)
net = tf.contrib.layers.flatten(net)
with tf.contrib.framework.arg_scope([model_pruning.masked_fully_connected], activation_fn=None):
    net = model_pruning.masked_fully_connected(net, 10, scope="top")
    net = layers.masked_fully_connected(net, 10)
tell("top", net)
try:
    model_pruning.masked_conv2d(net, 16, [3, 3], scope="flat")
except ValueError as error:
    told("refused", "conv")
layer = core_layers.MaskedConv2D(5, 3, data_format="channels_first", use_bias=False)
tell("first", layer(tf.zeros([2, 3, 9, 9])))
tell("dense", core_layers.MaskedFullyConnected(6, name="mine")(tf.zeros([2, 3, 4])))

with tf.variable_scope("conv1"):
    weights = tf.get_variable("weights", [3, 4])
    masked = pruning.apply_mask(weights, tf.get_variable_scope())
tell("masked", masked)
told("name", masked.op.name.replace("/", "."))
with tf.variable_scope("cells"):
    cell = rnn_cells.MaskedBasicLSTMCell(7)
    tf.nn.dynamic_rnn(cell, tf.zeros([2, 5, 3]), dtype=tf.float32)
    cell = model_pruning.MaskedLSTMCell(7, use_peepholes=True)
    outputs, state = tf.nn.static_rnn(cell, [tf.zeros([2, 3])] * 2, dtype=tf.float32)
    tell("output", outputs[-1])
    tell("state", state.c)
told("masks", len(model_pruning.get_masks()))
told("thresholds", len(model_pruning.get_thresholds()))
told("kernels", len(model_pruning.get_weights()))
told("products", len(model_pruning.get_masked_weights()))
told("sparsity", len(model_pruning.get_weight_sparsity()))
for mask in model_pruning.get_masks():
    told("mask", mask.name.replace("/", ".").replace(":0", ""))

hparams = model_pruning.get_pruning_hparams().parse("name=mine,begin_pruning_step=10")
told("begin", hparams.begin_pruning_step)
told("spec", hparams.name)
tf.train.get_or_create_global_step()
p = model_pruning.Pruning(hparams)
update = p.conditional_mask_update_op()
p.add_pruning_summaries()
told("update", update.op.type)
again = model_pruning.Pruning(hparams, global_step=tf.Variable(3, name="steps"))
told("again", again._last_update_step.name.replace("/", ".")[:-2])
plain = pruning.Pruning(sparsity=tf.Variable(0.5, name="sparsity"))
told("op", plain.mask_update_op().name.replace("/", "."))
try:
    hparams.set_hparam("threshold_decay", 2.0)
    pruning.Pruning(hparams)
except ValueError as error:
    told("refused", str(error).split()[0])

with tf.variable_scope("part", partitioner=tf.fixed_size_partitioner(2)):
    parts = tf.get_variable("weights", [10, 4])
    pruning.apply_mask(parts, tf.get_variable_scope())
masks = [part.name.replace("/", ".")[:-2] for part in pruning.get_masks()[-1]]
op = pruning.Pruning().mask_update_op()
told("part", masks[1])
told("in", op.name.replace("/", "."))
tell("mask_of", pruning_utils.weight_mask_variable(weights, "other"))
tell("threshold_of", pruning_utils.weight_threshold_variable(weights, "other"))
tell("kron", pruning_utils.kronecker_product(tf.zeros([2, 3]), tf.zeros([4, 5])))
tell("expanded", pruning_utils.expand_tensor(tf.zeros([2, 3]), [4, 5]))
tell(
    "pooled",
    pruning_utils.factorized_pool(tf.zeros([8, 6]), [2, 3], "MAX", [2, 3], "SAME", name="pool"),
)
