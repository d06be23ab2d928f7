"""Variables that the bodies of graph loops and conditions make, once each."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 3])
flag = tf.placeholder(tf.bool, [])


def layer(value, name=None):
    return tf.layers.dense(value, 3, name=name)


def tell(tensor):
    tf.Variable(0, name="is_" + tensor.op.name.replace("/", "."))


y = tf.cond(flag, lambda: layer(x), lambda: layer(x, "no"))
tell(y)
with tf.variable_scope("conds"):
    y = tf.cond(flag, lambda: tf.get_variable("a", [3]) + 1.0, lambda: tf.zeros([3]), name="choice")
    y = tf.case([(flag, lambda: layer(x)), (tf.logical_not(flag), lambda: layer(x))], default=lambda: layer(x, "d"))
    tell(y)
    tf.case({flag: lambda: layer(x)}, exclusive=True, name="which")
with tf.variable_scope("loops", reuse=tf.AUTO_REUSE):
    i, z = tf.while_loop(lambda i, z: i < 3, lambda i, z: (i + 1, layer(z, "step")), [0, x])
    tell(z)
    tf.while_loop(lambda i, z: tf.less(i, 3), lambda i, z: [i + 1, layer(z)], [tf.constant(0), x], name="again")
    m = tf.map_fn(lambda row: tf.squeeze(layer(row[None], "row"), 0), x)
    tell(m)
    s = tf.scan(lambda a, row: a + tf.squeeze(layer(row[None], "scanned"), 0), x, initializer=tf.zeros([3]))
    tell(s)
    tf.foldl(lambda a, row: a * tf.get_variable("fold", [3]) + row, x)
    tf.foldr(lambda a, row: a + tf.get_variable("fold", [3]), x, name="right")
with tf.control_dependencies([y]):
    tf.get_variable("after", [2])
with tf.variable_scope("losses"):
    labels = tf.zeros([4, 3])
    tf.losses.softmax_cross_entropy(labels, y)
    tf.losses.mean_squared_error(labels, y, scope="mse")
    tf.losses.absolute_difference(labels, y, weights=0.5)
    tf.losses.huber_loss(labels, y)
    tf.losses.log_loss(labels, y)
    tf.losses.hinge_loss(labels, y)
    tf.losses.sigmoid_cross_entropy(labels, y)
    tf.losses.sparse_softmax_cross_entropy(tf.zeros([4], tf.int32), y)
    total = tf.losses.get_total_loss()
tell(total)
tf.Variable(0, name="losses_%d" % len(tf.losses.get_losses()))
tf.summary.scalar("loss", total)
tf.summary.histogram("weights", y)
tf.summary.image("image", tf.zeros([1, 4, 4, 3]))
tell(tf.summary.merge_all())
tf.Variable(0, name="last")
tf.train.AdamOptimizer().minimize(total)
