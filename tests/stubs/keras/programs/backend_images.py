"""What the backend does with images, volumes and sequences of labels has its shape."""

import tensorflow as tf

K = tf.keras.backend
L = tf.keras.layers


def told(name, x):
    """A variable that is called after a shape and a dtype."""
    text = "%s_%s_%s" % (name, K.int_shape(x), K.dtype(x))
    tf.Variable(0, name=text.translate({ord(c): "_" for c in "/:[](), "}))


x = K.placeholder((None, 1, 6))
told("repeat", K.repeat_elements(x, 4, 1))
told("repeat_last", K.repeat_elements(x, tf.Dimension(2), -1))
told("repeat_open", K.repeat_elements(x, 3, 0))
image = K.placeholder((2, None, 5, 3))
told("nearest", K.resize_images(image, 2, 3, "channels_last"))
told("bilinear", K.resize_images(image, 2, 3, "channels_last", interpolation="bilinear"))
told("first", K.resize_images(K.placeholder((None, 3, 4, 5)), 2, 2, "channels_first"))
told("whole", K.resize_images(K.placeholder((None, 4, 4, 3), dtype="uint8"), 2, 2, "channels_last"))
volume = K.placeholder((None, 2, 3, 4, 1))
told("volumes", K.resize_volumes(volume, 2, 3, 4, "channels_last"))
told("padded", K.spatial_2d_padding(image, ((1, 2), (3, 4))))
told("padded_first", K.spatial_2d_padding(image, data_format="channels_first"))
told("padded_3d", K.spatial_3d_padding(volume))
told(
    "separable",
    K.separable_conv2d(image, K.zeros((2, 2, 3, 1)), K.zeros((1, 1, 3, 7)), padding="same"),
)
mean, variance = K.zeros((3,)), K.ones((3,))
told("normalized", K.batch_normalization(image, mean, variance, None, None))
told("normalized_3d", K.batch_normalization(x, K.zeros((6,)), K.ones((6,)), None, None))
told("printed", K.print_tensor(x))
scores = K.placeholder((None, 20, 11))
labels = K.placeholder((None, 8))
lengths = K.placeholder((None, 1), dtype="int32")
told("cost", K.ctc_batch_cost(labels, scores, lengths, lengths))
decoded, chance = K.ctc_decode(scores, K.placeholder((None,), dtype="int32"))
told("decoded_%d" % len(decoded), decoded[0])
told("chance", chance)
with tf.variable_scope("average"):
    average = K.variable([0.0, 0.0], name="of")
    K.moving_average_update(average, tf.ones([2]), 0.9)


class Attention(L.Layer):
    """The layer of a public model: the shape of its inner layers depends on the backend."""

    def build(self, input_shape):
        self.inner = L.Dense(5)
        super(Attention, self).build(input_shape)

    def call(self, inputs):
        query, keys = inputs
        queries = K.repeat_elements(query, keys.get_shape()[1], 1)
        return self.inner(tf.concat([queries, keys, queries - keys], axis=-1))


inputs = [L.Input((1, 6)), L.Input((4, 6))]
model = tf.keras.Model(inputs, L.Dense(1)(Attention()(inputs)))
model.compile("adam", "mse")
