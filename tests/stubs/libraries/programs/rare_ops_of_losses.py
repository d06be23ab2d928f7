"""Rare ops on the way from variables to a loss: shapes, dtypes and which variables are reached."""
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 6])
ids = tf.placeholder(tf.int64, [4, 1])
w = tf.get_variable("w", [6, 6])
unused = tf.get_variable("unused", [1])
hidden = tf.matmul(x, w)
image = tf.reshape(hidden, [1, 4, 6, 1])
shown = []


def s(*tensors):
    for y in tensors:
        shown.append(y)
        tf.get_variable("t%d/%s/%s" % (len(shown), y.dtype.name, y.shape.ndims), [])


def train(loss):
    tf.train.MomentumOptimizer(0.1, 0.9, name="m").minimize(tf.reduce_sum(loss))


for name in ("uniform", "log_uniform", "learned_unigram"):
    s(*getattr(tf.nn, name + "_candidate_sampler")(ids, 1, 3, True, 10))
s(*tf.nn.fixed_unigram_candidate_sampler(ids, 1, 3, False, 4, unigrams=[1, 2, 3, 4]))
s(*tf.nn.max_pool_with_argmax(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
train(tf.nn.max_pool_with_argmax(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")[0])
spectrum = tf.contrib.signal.stft(tf.reshape(hidden, [1, 24]), 4, 2)
sound = tf.contrib.signal.inverse_stft(spectrum, 4, 2)
s(sound)
train(sound)
train(tf.contrib.framework.sort(hidden))
values = tf.reshape(hidden[0, 0], [1])
sparse = tf.SparseTensor([[0, 0]], values, [4, 6])
train(tf.sparse_reduce_sum(sparse))
s(tf.sparse_add(sparse, hidden), tf.sparse_add(sparse, sparse).values)
train(tf.sparse_add(sparse, tf.zeros([4, 6])))
train(tf.sparse_add(sparse, sparse).values)
words = tf.string_split(["a b", "c"])
s(words.indices, words.values, words.dense_shape, tf.string_split(["a,b"], ",").values)
tf.get_variable(words.values.op.name.replace("/", "_"), [])
for i, tensor in enumerate([tf.constant(3), x, tf.constant(2) + 1, 5, w]):
    held = tf.get_static_value(tensor)
    tf.get_variable("held_%d_%s" % (i, held is None or int(held)), [])
with tf.device(tf.train.replica_device_setter(ps_tasks=2)):
    tf.get_variable("placed", [2])
with tf.device(tf.train.replica_device_setter()):
    tf.get_variable("placed_anywhere", [2])
with tf.device(tf.train.replica_device_setter(cluster={"ps": ["a:1"], "worker": ["b:1"]})):
    tf.get_variable("placed_in_cluster", [2])
