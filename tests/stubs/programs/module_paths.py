"""What TensorFlow's own modules make is what the public names make; the classes of variables differ."""

import tensorflow as tf
from tensorflow.python.ops import variables, variable_scope as vs, state_ops, array_ops, math_ops, nn_ops, init_ops, control_flow_ops, gradients, clip_ops, embedding_ops, partitioned_variables, resource_variable_ops, metrics_impl, template, nn, rnn, standard_ops
from tensorflow.python.ops.losses import losses_impl, util as lu
from tensorflow.python.framework import ops, tensor_shape, dtypes, constant_op, tensor_util, sparse_tensor, random_seed, function, common_shapes, smart_cond
from tensorflow.python.training import moving_averages, optimizer, adam, saver, training_util, session_run_hook, learning_rate_decay
from tensorflow.python.util import nest, tf_export, deprecation, tf_inspect, tf_decorator, compat
from tensorflow.contrib.framework.python.ops import variables as cv
from tensorflow.contrib.rnn.python.ops import core_rnn_cell, rnn_cell, lstm_ops
x = array_ops.placeholder(dtypes.float32, tensor_shape.TensorShape([None, 4]))
with vs.variable_scope("a", initializer=init_ops.constant_initializer(1.)):
    w = vs.get_variable("w", [x.get_shape()[1].value, 3])
    y = nn_ops.relu(math_ops.matmul(x, w))
    b = vs.get_variable("b", y.shape[1:], initializer=init_ops.zeros_initializer())
y = nn_ops.bias_add(y, b)
z = array_ops.concat([y, array_ops.ones_like(y)], 1)
loss = math_ops.reduce_mean(math_ops.square(math_ops.reduce_sum(z, axis=1)))
v = variables.RefVariable(1.0, name="ref")
v1 = variables.VariableV1(1.0, name="v1")
v2 = variables.Variable(1.0, name="v2")
r = resource_variable_ops.ResourceVariable(1.0, name="res")
adam.AdamOptimizer(0.1).minimize(loss + v + v1 + v2 + r, global_step=training_util.get_or_create_global_step())
dense = core_rnn_cell._Linear([x], 5, True)
cell = rnn_cell.LayerNormBasicLSTMCell(3)
rnn.dynamic_rnn(cell, array_ops.zeros([2, 3, 4]), dtype=dtypes.float32)
t = nest.map_structure(lambda q: q, [x, (y, z)])
f = nest.flatten([x, (y, z)])
vs.get_variable("n%d" % len(f), [2])
embedding_ops.embedding_lookup(vs.get_variable("emb", [10, 3]), [1, 2])
metrics_impl.mean(loss)
losses_impl.mean_squared_error(y, y)
lu.get_losses()
tf.compat.v1.get_variable("sc", [tf.compat.dimension_value(x.shape[1])])
with ops.name_scope("ns"):
    variables.Variable(1., name="q")
ops.add_to_collection("hey", 1)
assert ops.get_collection("hey") == [1]
tf.Variable(0, name="last")
for name, v in [("v1", v1), ("v2", v2), ("ref", v), ("res", r)]:
    kinds = (variables.Variable, variables.VariableV1, variables.RefVariable, resource_variable_ops.ResourceVariable)
    tf.Variable(0, name="%s_%s" % (name, "".join("yn"[not isinstance(v, kind)] for kind in kinds)))
