"""Variables, placeholders and shapes of the backend."""

import numpy as np
import tensorflow as tf

from keras import backend as K
from keras.backend.tensorflow_backend import set_session
import keras.backend.tensorflow_backend as KTF

session = tf.Session()
K.set_session(session)
set_session(K.get_session())
KTF.set_session(session)
K.set_learning_phase(1)
a = K.variable(np.zeros((2, 3)))
b = K.variable(0.5, name="half")
c = K.zeros((2, 2), name="c")
d = K.ones((3,), dtype="float64")
e = K.random_uniform_variable((2, 4), 0, 1)
f = K.random_normal_variable((2, 4), 0, 1, name="normal")
g = K.eye(3)
x = K.placeholder((None, 4), name="x")
with K.name_scope("scope"):
    h = K.variable(K.int_shape(x)[1], name="width")
K.variable(np.zeros(K.int_shape(K.concatenate([x, x]))[1:]), name="concatenated")
K.variable(np.zeros(K.int_shape(K.dot(x, K.zeros((4, 5))))[1:]), name="dotted")
K.variable(np.zeros(K.int_shape(K.permute_dimensions(e, (1, 0)))), name="permuted")
K.variable(np.zeros(K.int_shape(K.repeat(x, 3))[1:]), name="repeated")
K.variable(np.zeros(K.int_shape(K.one_hot(K.cast(x, "int32"), 6))[1:]), name="one_hot")
K.variable(np.zeros((K.count_params(c),)), name="counted")
K.variable(np.zeros((K.ndim(x), 1)), name=K.dtype(x))
K.update_add(a, K.ones_like(a))
K.moving_average_update(b, K.sum(x), 0.9)
tf.get_variable("plain", [1])
K.get_uid("something")
K.variable(0.0, name="uid_%d" % K.get_uid("something"))
