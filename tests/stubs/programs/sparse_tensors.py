"""Sparse tensors: placeholders, products, and the gradients through them."""
import tensorflow as tf

a = tf.get_variable("a", [6, 3])
b = tf.get_variable("b", [3, 2])
unused = tf.get_variable("unused", [1])
x = tf.sparse_placeholder(tf.float32, name="x")
y = tf.sparse_placeholder(tf.float32, shape=[4, 6])
support = [tf.sparse_placeholder(tf.float32) for _ in range(2)]
z = tf.SparseTensor(indices=[[0, 0], [1, 2]], values=[1.0, 2.0], dense_shape=[3, 6])
hidden = tf.sparse_tensor_dense_matmul(y, a)
other = tf.sparse.sparse_dense_matmul(z, a, name="product")
kept = tf.sparse_retain(x, tf.cast(tf.floor(tf.random_uniform([5])), tf.bool)) * (1.0 / 0.5)
dropped = tf.sparse_tensor_dense_matmul(kept, a)
for tensor in (hidden, other, dropped):
    tf.Variable(0, name=tensor.op.name + "_is_" + "x".join([str(n) for n in tensor.shape.as_list()]))
tf.Variable(0, name="rank_%s" % z.shape.ndims)
tf.train.MomentumOptimizer(0.1, 0.9, name="one").minimize(tf.reduce_sum(tf.matmul(hidden, b)))
tf.train.MomentumOptimizer(0.1, 0.9, name="two").minimize(tf.reduce_sum(dropped))
dense = tf.sparse_tensor_to_dense(y)
tf.layers.dense(dense, 2, name="dense")
tf.train.MomentumOptimizer(0.1, 0.9, name="three").minimize(tf.reduce_sum(tf.matmul(dense, a)))
tf.constant(0, name="y")
tf.Variable(0, name=tf.constant(0, name="SparseTensorDenseMatMul").op.name)
tf.Variable(0, name="retained_" + kept.values.op.name.replace("/", "."))
