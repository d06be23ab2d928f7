"""Rarer ops whose arguments are all given by their names."""

import tensorflow as tf

image = tf.zeros([2, 8, 8, 3])
square = tf.eye(3)
text = tf.constant(["a", "b"])
signal = tf.zeros([2, 16])
shifts = [[1.0, 0, 0, 0, 1.0, 0, 0, 0]]
counts = tf.Variable(tf.zeros([5, 4]), name="counts")


def keep(name, tensor):
    """A variable that has the shape of a tensor."""
    tf.get_variable(name, tensor.shape, tensor.dtype if tensor.dtype.is_floating else tf.float32)


keep("transformed", tf.contrib.image.transform(images=image, transforms=shifts))
keep("rotated", tf.contrib.image.rotate(images=image, angles=0.5))
keep("translated", tf.contrib.image.translate(images=image, translations=[1.0, 1.0]))
keep("hsv", tf.image.rgb_to_hsv(images=image))
keep("boxes", tf.image.draw_bounding_boxes(images=image, boxes=tf.zeros([2, 1, 4])))
keep("psnr", tf.image.psnr(a=image, b=image, max_val=1.0))
keep("ssim", tf.image.ssim(img1=tf.zeros([2, 16, 16, 3]), img2=tf.zeros([2, 16, 16, 3]), max_val=1))
keep("rolled", tf.roll(input=image, shift=1, axis=1))
keep("sorted", tf.sort(values=signal, direction="DESCENDING"))
keep("crossed", tf.cross(a=tf.ones([2, 3]), b=tf.ones([2, 3])))
keep("updated", tf.scatter_update(ref=counts, indices=[1], updates=tf.ones([1, 4])))
keep("added", tf.scatter_nd_add(ref=counts, indices=[[1]], updates=tf.ones([1, 4])))
keep("scattered", tf.tensor_scatter_update(tensor=signal, indices=[[0]], updates=tf.ones([1, 16])))
keep("quantized", tf.fake_quant_with_min_max_args(inputs=signal))
keep("spectrum", tf.real(input=tf.fft(input=tf.cast(signal, tf.complex64))))
keep("half", tf.abs(tf.signal.rfft(input_tensor=signal)))
keep("whole", tf.signal.irfft(input_tensor=tf.cast(tf.zeros([2, 9]), tf.complex64)))
keep("cosine", tf.signal.dct(input=signal))
keep("texts", tf.as_string(input=signal))
keep("lower", tf.strings.lower(input=text))
keep("part", tf.substr(input=text, pos=0, len=1))
keep("replaced", tf.regex_replace(input=text, pattern="a", rewrite="b"))
keep("hashed", tf.string_to_hash_bucket_fast(input=text, num_buckets=4))
keep("hashed_too", tf.string_to_hash_bucket(string_tensor=text, num_buckets=4))
keep("number", tf.string_to_number(string_tensor=text, out_type=tf.float32))
keep("gamma", tf.igamma(a=signal, x=tf.ones([16])))
keep("zeta", tf.zeta(x=signal, q=tf.ones([16])))
keep("polygamma", tf.polygamma(a=tf.ones([16]), x=signal))
keep("normal", tf.random.stateless_normal(shape=[3, 2], seed=[1, 2], mean=1.0, stddev=2.0))
keep("uniform", tf.random.stateless_uniform(shape=[3, 2], seed=[1, 2], minval=0.0, maxval=2.0))
keep("inverse", tf.matrix_inverse(input=square))
keep("root", tf.cholesky(input=square))
keep("determinant", tf.matrix_determinant(input=square))
keep("diagonal", tf.matrix_diag_part(input=square))
keep("logarithm", tf.linalg.logdet(matrix=square))
keep("solved", tf.cholesky_solve(chol=square, rhs=tf.ones([3, 2])))
keep("joined", tf.reduce_join(inputs=tf.constant([["a", "b"], ["c", "d"]]), axis=1))
keep("all_joined", tf.reduce_join(text))
keep("kept", tf.reduce_join(tf.constant([["a", "b"], ["c", "d"]]), 0, keep_dims=True))
pooled, places = tf.nn.max_pool_with_argmax(image, [1, 2, 2, 1], [1, 2, 2, 1], padding="SAME")
keep("pooled", pooled)
keep("places", places)
pooled, places = tf.nn.max_pool_with_argmax(
    input=image, ksize=[1, 3, 3, 1], strides=[1, 2, 2, 1], padding="VALID"
)
keep("pooled_valid", pooled)
