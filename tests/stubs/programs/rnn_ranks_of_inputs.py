"""What `dynamic_rnn` refuses: inputs of no known rank, and of too few axes."""

import tensorflow as tf


def ask(name, inputs, **arguments):
    cell = tf.nn.rnn_cell.LSTMCell(3)
    try:
        tf.nn.dynamic_rnn(cell, inputs, dtype=tf.float32, **arguments)
    except (TypeError, ValueError) as error:
        words = str(error).replace("'", "").split()
        name += "_" + "_".join([type(error).__name__] + words[:3]).replace("(", "").replace(")", "").replace(",", "")
    tf.get_variable(name, [], trainable=False)


ask("open", tf.placeholder(tf.float32))
ask("open_by_time", tf.placeholder(tf.float32), time_major=True)
ask("vector", tf.zeros([3]))
ask("matrix", tf.zeros([3, 2]))
ask("matrix_by_time", tf.zeros([3, 2]), time_major=True)
ask("fine", tf.placeholder(tf.float32, [None, None, 2]))
