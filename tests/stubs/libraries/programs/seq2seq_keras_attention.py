"""Attention mechanisms of seq2seq that are layers of Keras."""

import tensorflow as tf
from tensorflow.contrib.seq2seq.python.ops import attention_wrapper as wrapper

memory, query, state = tf.zeros([5, 10, 6]), tf.zeros([5, 8]), tf.zeros([5, 10])
for cls in [
    wrapper.LuongAttentionV2,
    wrapper.BahdanauAttentionV2,
    wrapper.BahdanauMonotonicAttentionV2,
    wrapper.LuongMonotonicAttentionV2,
]:
    mechanism = cls(8, memory)
    alignments, after = mechanism([query, state])
    tf.get_variable(
        "%s_%d_%d" % (mechanism.name, len(mechanism.weights), alignments.shape[1]),
        after.shape.as_list(),
    )
    more = {"scale": True} if "Luong" in cls.__name__ else {"normalize": True}
    late = cls(8, None, name="late", **more)
    late(memory, setup_memory=True)
    late([query, state])
    late([query, state])
    with tf.variable_scope(None, "wrapped"):
        cell = wrapper.AttentionWrapper(
            tf.keras.layers.LSTMCell(8),
            cls(8, memory, memory_sequence_length=[3, 4, 5, 6, 7]),
            attention_layer_size=3,
        )
        cell(tf.zeros([5, 2]), cell.zero_state(5, tf.float32))
try:
    wrapper.LuongAttentionV2(8, None)([query, state])
except ValueError:
    tf.get_variable("without_memory", [])
