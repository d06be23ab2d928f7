"""The cells of tf.contrib.rnn: unnamed, twice, in a loop, under reuse."""

import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [4, 6])
seq = tf.placeholder(tf.float32, [4, 5, 6])


def builders():
    yield "norm", lambda: rnn.LayerNormBasicLSTMCell(3)
    yield "norm_off", lambda: rnn.LayerNormBasicLSTMCell(3, layer_norm=False, dropout_keep_prob=0.5)
    yield "block", lambda: rnn.LSTMBlockCell(3)
    yield "block_peep", lambda: rnn.LSTMBlockCell(3, use_peephole=True, name="peep")
    yield "gru_block", lambda: rnn.GRUBlockCell(3)
    yield "gru_block_2", lambda: rnn.GRUBlockCellV2(num_units=3)
    yield "nas", lambda: rnn.NASCell(3)
    yield "nas_proj", lambda: rnn.NASCell(3, num_proj=2, use_bias=True)
    yield "ug", lambda: rnn.UGRNNCell(3)
    yield "intersection", lambda: rnn.IntersectionRNNCell(6)
    yield "intersection_in", lambda: rnn.IntersectionRNNCell(3, num_in_proj=3)
    yield "coupled", lambda: rnn.CoupledInputForgetGateLSTMCell(3, use_peepholes=True, num_proj=2)
    yield "coupled_shards", lambda: rnn.CoupledInputForgetGateLSTMCell(3, num_unit_shards=2, layer_norm=True)
    yield "sru", lambda: rnn.SRUCell(3)
    yield "ind", lambda: rnn.IndRNNCell(3)
    yield "indy_gru", lambda: rnn.IndyGRUCell(3)
    yield "indy_lstm", lambda: rnn.IndyLSTMCell(3)
    yield "glstm", lambda: rnn.GLSTMCell(4, number_of_groups=2)
    yield "glstm_proj", lambda: rnn.GLSTMCell(4, num_proj=2, number_of_groups=2)
    yield "attention", lambda: rnn.AttentionCellWrapper(rnn.GRUCell(3), 2)
    yield "attention_lstm", lambda: rnn.AttentionCellWrapper(rnn.LSTMCell(3), 2, attn_size=4, attn_vec_size=5)
    yield "highway", lambda: rnn.HighwayWrapper(rnn.GRUCell(6))
    yield "highway_full", lambda: rnn.HighwayWrapper(rnn.BasicRNNCell(6), couple_carry_transform_gates=False)
    yield "in", lambda: rnn.InputProjectionWrapper(rnn.GRUCell(3), 2)
    yield "out", lambda: rnn.OutputProjectionWrapper(rnn.LSTMCell(3), 2, activation=tf.nn.relu)
    yield "in_out", lambda: rnn.OutputProjectionWrapper(rnn.InputProjectionWrapper(rnn.GRUCell(3), 2), 7)
    yield "compiled", lambda: rnn.CompiledWrapper(rnn.GRUCell(3))


for label, build in builders():
    with tf.variable_scope(label):
        cell = build()
        zero = cell.zero_state(4, tf.float32)
        out, state = cell(x, zero)
        tf.Variable(tf.zeros(out.shape), name="out")
        for i, part in enumerate(tf.contrib.framework.nest.flatten(state)):
            tf.Variable(tf.zeros(part.shape), name="state_%d" % i)
        if "highway" not in label:
            cell(x, zero)
    with tf.variable_scope(label + "_again"):
        cell = build()
        out, _ = tf.nn.dynamic_rnn(cell, seq, dtype=tf.float32)
        tf.Variable(tf.zeros(out.shape), name="out")
        with tf.variable_scope("rnn", reuse=True):
            build()(x, build().zero_state(4, tf.float32))
        tf.nn.dynamic_rnn(rnn.MultiRNNCell([build()]), seq, dtype=tf.float32, scope="multi")

with tf.variable_scope("embedded"):
    cell = rnn.EmbeddingWrapper(rnn.GRUCell(3), 10, 4)
    ids = tf.zeros([4], tf.int32)
    cell(ids, cell.zero_state(4, tf.float32))
    tf.nn.static_rnn(rnn.EmbeddingWrapper(rnn.LSTMCell(3), 10, 4), [ids] * 3, dtype=tf.float32)
with tf.variable_scope("phased"):
    cell = rnn.PhasedLSTMCell(3, use_peepholes=True, trainable_ratio_on=False)
    cell((tf.zeros([4, 1]), x), cell.zero_state(4, tf.float32))
    tf.nn.dynamic_rnn(rnn.PhasedLSTMCell(3), (tf.zeros([4, 5, 1]), seq), dtype=tf.float32)
with tf.variable_scope("conv"):
    image = tf.zeros([2, 5, 8, 8, 3])
    cell = rnn.ConvLSTMCell(2, [8, 8, 3], 6, [3, 3])
    out, state = tf.nn.dynamic_rnn(cell, image, dtype=tf.float32)
    tf.Variable(tf.zeros(out.shape), name="out")
    tf.nn.dynamic_rnn(rnn.Conv2DLSTMCell(input_shape=[8, 8, 3], output_channels=2, kernel_shape=[3, 3], use_bias=False), image, dtype=tf.float32)
    tf.nn.dynamic_rnn(rnn.Conv1DLSTMCell(input_shape=[8, 3], output_channels=2, kernel_shape=[3]), tf.zeros([2, 5, 8, 3]), dtype=tf.float32, scope="one")
with tf.variable_scope("fused"):
    fused = rnn.LSTMBlockFusedCell(3)
    out, state = fused(tf.zeros([5, 4, 6]), dtype=tf.float32)
    tf.Variable(tf.zeros(out.shape), name="out")
    tf.Variable(tf.zeros(state.h.shape), name="h")
    fused(tf.zeros([5, 4, 6]), dtype=tf.float32)
    rnn.LSTMBlockFusedCell(3, use_peephole=True)(tf.zeros([5, 4, 6]), dtype=tf.float32)
    rnn.TimeReversedFusedRNN(rnn.LSTMBlockFusedCell(2, name="back"))(tf.zeros([5, 4, 6]), dtype=tf.float32)
    rnn.FusedRNNCellAdaptor(rnn.GRUCell(3), use_dynamic_rnn=True)(tf.zeros([5, 4, 6]), dtype=tf.float32)
    rnn.FusedRNNCellAdaptor(rnn.GRUCell(3))(tf.zeros([5, 4, 6]), dtype=tf.float32, scope="static")
