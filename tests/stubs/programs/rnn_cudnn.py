"""tf.contrib.cudnn_rnn: the cells that are like its layers."""

import tensorflow as tf

cudnn = tf.contrib.cudnn_rnn
with tf.variable_scope("compatible"):
    seq = tf.zeros([4, 5, 6])
    tf.nn.dynamic_rnn(cudnn.CudnnCompatibleLSTMCell(3), seq, dtype=tf.float32)
    out, state = tf.nn.dynamic_rnn(cudnn.CudnnCompatibleGRUCell(3), seq, dtype=tf.float32)
    tf.Variable(tf.zeros(out.shape), name="out")
    cells = [cudnn.CudnnCompatibleLSTMCell(3) for _ in range(2)]
    tf.contrib.rnn.stack_bidirectional_dynamic_rnn(cells, [cudnn.CudnnCompatibleLSTMCell(3) for _ in range(2)], seq, dtype=tf.float32)
