"""Rarer functions: the names of the ops and scopes that each makes."""

import tensorflow as tf

x = tf.ones([4, 6], name="s/x")
i = tf.constant([1, 2], name="s/i")
img = tf.ones([4, 8, 8, 3], name="s/img")
s = tf.constant(["a", "b"], name="s/s")
p = tf.placeholder(tf.float32, [4], name="s/p")
p0 = tf.placeholder(tf.int32, [], name="s/p0")
sq = tf.ones([3, 3], name="s/sq")
with tf.name_scope("s/"):
    spi = tf.SparseTensor(
        tf.constant([[0, 0], [1, 1]], tf.int64), tf.constant([1, 2]), tf.constant([2, 2], tf.int64)
    )
    v = tf.get_variable("s/v", [10, 2])
    st = tf.Variable(0, trainable=False, name="s/st", dtype=tf.int64)


def told(made, names):
    """Tell which names are taken after a call."""
    for name in names.split():
        tf.Variable(0, name=name)


told(tf.assert_equal(tf.shape(x)[0], p0), "shape strided_slice assert_equal")
told(tf.assert_less(p, p), "assert_less")
told(tf.assert_less_equal(p, 1.0), "assert_less_equal")
told(tf.assert_greater(p, 1.0), "assert_greater")
told(tf.assert_greater_equal(p, 1.0), "assert_greater_equal")
told(tf.assert_none_equal(p, 2.0), "assert_none_equal")
told(tf.debugging.assert_less_equal(p, p), "assert_less_equal")
told(tf.image.random_brightness(img, 0.2), "random_uniform adjust_brightness")
told(tf.image.random_contrast(img, 0.2, 0.4), "random_uniform adjust_contrast")
told(tf.image.random_hue(img, 0.2), "random_uniform adjust_hue")
told(tf.image.random_saturation(img, 0.2, 0.4), "random_uniform adjust_saturation")
told(tf.image.resize_image_with_pad(img, 4, 4), "resize_image_with_pad")
told(
    tf.image.sobel_edges(img),
    "shape const strided_slice sobel_filters mirrorpad depthwise concat reshape",
)
told(tf.image.yuv_to_rgb(img), "kernel tensordot")
told(tf.image.rgb_to_yuv(img), "kernel tensordot")
told(tf.image.image_gradients(img), "shape unstack strided_slice sub stack zeros concat reshape")
told(tf.svd(sq), "svd real")
told(tf.linalg.svd(sq), "svd real")
told(tf.print(x), "stringformat printv2")
told(tf.nn.ctc_loss(spi, tf.zeros([5, 2, 6]), [5, 5]), "zeros ctcloss")
told(tf.nn.ctc_greedy_decoder(tf.zeros([5, 2, 6]), [5, 5]), "zeros ctcgreedydecoder sparsetensor")
told(
    tf.nn.ctc_beam_search_decoder(tf.zeros([5, 2, 6]), [5, 5]),
    "zeros ctcbeamsearchdecoder sparsetensor",
)
told(tf.decode_csv(s, [[""]]), "decodecsv")
told(tf.numpy_function(lambda a: a, [x], tf.float32), "pyfunc")
told(tf.nn.max_pool2d(img, 2, 1, "SAME"), "maxpool2d")
told(tf.nn.safe_embedding_lookup_sparse(v, spi), "embedding_lookup")
told(tf.summary.tensor_summary("a", x), "a")
told(tf.contrib.summary.scalar("a", 1.0), "noop")
told(tf.train.piecewise_constant(st, [10, 20], [0.1, 0.2, 0.3]), "const cast piecewiseconstant")
told(tf.train.piecewise_constant_decay(st, [10], [0.1, 0.2]), "const cast piecewiseconstant")
told(tf.math.bincount(i), "bincount")
told(tf.bincount(i), "bincount")
told(tf.repeat(i, 2), "reshape repeat")
told(tf.broadcast_dynamic_shape(tf.shape(x), tf.shape(x)), "shape broadcastargs")
told(tf.sparse.reshape(spi, [4]), "cast sparsereshape")
told(tf.sparse_reshape(spi, [4]), "cast sparsereshape")
told(tf.sparse_reorder(spi), "sparsereorder sparsetensor")
told(tf.sparse.to_dense(spi), "zeros sparsetodense")
told(tf.sparse_tensor_to_dense(spi), "zeros sparsetodense")
told(tf.sparse_reduce_sum(spi, 1), "sparsereducesum")
told(tf.sparse.reduce_sum(spi, 1), "sparsereducesum")
told(tf.sparse.slice(spi, [0, 0], [1, 1]), "const sparseslice")
told(tf.sparse_split(sp_input=spi, num_split=2, axis=0), "sparsesplit sparsetensor")
told(tf.sparse_placeholder(tf.float32, [2, 3]), "const placeholder sparsetensor")
told(tf.signal.rfft(x), "rfft")
told(tf.signal.hann_window(4), "hann_window")
told(tf.math.conj(tf.complex(x, x)), "complex conj")
told(tf.contrib.layers.embedding_lookup_unique(v, [0, 1]), "embeddinglookupunique")
told(tf.contrib.framework.smart_cond(True, lambda: x, lambda: x), "")
told(tf.div_no_nan(x, x), "div_no_nan")
told(tf.TensorArray(tf.float32, 3).write(0, x), "tensorarray tensorarraywrite")
told(tf.TensorArray(tf.float32, 3).unstack(x), "tensorarray tensorarrayunstack")
told(tf.contrib.eager.py_func(lambda a: a, [x], tf.float32), "eagerpyfunc")
told(tf.keras.backend.clip(x, 0.0, 1.0), "const clip_by_value")
told(tf.keras.losses.mean_squared_error(x, x), "squareddifference mean")
