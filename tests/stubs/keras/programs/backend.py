"""The backend: variables and placeholders of its own, counts of names, sessions cleared."""

import numpy as np
import tensorflow as tf

K = tf.keras.backend
L = tf.keras.layers


def told(*parts):
    """A variable that is called after these parts."""
    text = "__".join(str(part) for part in parts)
    tf.Variable(0, name="told" + text.translate({ord(c): "_" for c in "/:[](), "}))


L.Dense(2)(tf.zeros([1, 3]))
K.variable(1.0)
K.variable(np.zeros((2, 3)), name="v")
K.variable(3, dtype="int32", name="count")
K.zeros((2, 2), name="z")
with tf.name_scope("scope"):
    K.ones((2, 2))
    K.eye(3)
    K.random_normal_variable((2, 3), 0.0, 1.0, name="normal")
x = K.placeholder((None, 4, 6))
told("placeholder", x.op.name, K.int_shape(x), K.ndim(x), K.dtype(x))
told(K.int_shape(K.dot(x, K.zeros((6, 5)))), K.int_shape(K.sum(x, axis=-1)), K.int_shape(K.mean(x, 1, True)))
told(K.int_shape(K.concatenate([x, x])), K.int_shape(K.flatten(x)), K.int_shape(K.permute_dimensions(x, (0, 2, 1))))
told(K.int_shape(K.expand_dims(x)), K.int_shape(K.repeat(K.placeholder((3, 4)), 5)), K.dtype(K.cast(x, "float64")))
told(K.get_uid("dense"), K.get_uid("dense"), K.epsilon(), K.floatx(), K.image_data_format())
sess = K.get_session()
told(K.int_shape(K.clip(K.abs(x), 0.0, 1.0)), K.count_params(K.zeros((3, 4))))
K.set_floatx("float64")
tf.keras.Sequential([L.Dense(2, input_shape=(3,)), L.BatchNormalization()])
K.set_floatx("float32")
