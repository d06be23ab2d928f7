"""Programs, beside those of the articles, that several editors show."""

from __future__ import annotations

from tests.support.articles import Article

DEEP = Article(
    "deep",
    """
    import tensorflow as tf


    def layer(x):
        with tf.variable_scope("attention"):  #=> bidirectional_transformer/encoder/layer_{0..11}/attention/
            x = tf.layers.dense(x, 8, name="query")  #=> bidirectional_transformer/…/layer_{0..11}/…/query/{kernel,bias}
        return tf.layers.batch_normalization(x, name="output_norm")  #=> 12 × batch norm in …/encoder/layer_{0..11}/output_norm/


    x = tf.layers.dense(tf.zeros([1, 8]), 8, name="embeddings")  #=> embeddings/{kernel,bias}:0
    with tf.variable_scope("bidirectional_transformer/encoder"):
        for i in range(12):
            with tf.variable_scope("layer_%d" % i):  #=> bidirectional_transformer/encoder/layer_{0..11}/
                x = layer(x)
    """,  # noqa: E501
)
"""Names that are too long."""
DEEP_CALLS = {14: ["72 variables in bidirectional_transformer/encoder/"]}
"""The hint of its call, on request."""
FORGOTTEN = Article(
    "forgotten",
    """
    import tensorflow as tf


    def net(x, reuse=None):
        with tf.variable_scope("net"):
            return tf.layers.dense(x, 4, name="fc")  #=> net/fc/{kernel,bias}:0


    left = net(tf.zeros([1, 3]))
    right = net(tf.zeros([1, 3]), reuse=True)
    """,
)
"""The parameter is there, but it is not passed on."""
FORGOTTEN_FIX = "Pass reuse on to the scope in net"
FORGOTTEN_LINE = '    with tf.variable_scope("net", reuse=reuse):'
"""Line 5 after the fix."""
