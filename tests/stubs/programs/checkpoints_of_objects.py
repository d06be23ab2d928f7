import tensorflow as tf

w = tf.get_variable("w", [2])
with tf.variable_scope("a"), tf.name_scope("b"):
    checkpoint = tf.train.Checkpoint(w=w)
    checkpoint.save_counter
checkpoint.restore(None)
with tf.variable_scope("c"):
    tf.train.Checkpoint(w=w).restore(None)


def inner():
    return tf.get_variable("w", [2])


def outer():
    tf.get_variable("own", [1])
    return tf.make_template("nested", inner)()


template = tf.make_template("outer", outer)
template()
cell = tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(2))
for holder in template, cell:
    tf.get_variable("_".join(known.name for known in holder._checkpoint_dependencies), [])
