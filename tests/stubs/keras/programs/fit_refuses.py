"""What `fit` refuses before it makes anything, where the program waits for that."""

import numpy as np
import tensorflow as tf


class Data(tf.keras.utils.Sequence):
    def __getitem__(self, i):
        return np.ones((4, 3)), np.ones((4, 1))

    def __len__(self):
        return 3


def probe(what, make, **k):
    x = k.pop("x", None)
    kind = "fine"
    model = make()
    model.compile("sgd", "mse")
    try:
        if x is None:
            model.fit(np.ones((8, 3), "float32"), np.ones((8, 1), "float32"), verbose=0, **k)
        else:
            model.fit(x, verbose=0, **k)
    except ValueError as e:
        kind = "_".join(str(e).replace("`", "").split()[:4])
    tf.get_variable("%s_%s" % (what, kind), [])


def functional(size=None):
    i = tf.keras.Input(batch_size=size, shape=(3,))
    return tf.keras.Model(i, tf.keras.layers.Dense(1)(i))


def sequential(size=None):
    return tf.keras.Sequential([tf.keras.layers.Dense(1, batch_input_shape=(size, 3))])


probe("plain", functional)
probe("size", functional, batch_size=4)
probe("static", lambda: functional(2), batch_size=4)
probe("static_same", lambda: functional(2), batch_size=2)
probe("static_default", lambda: functional(2))
probe("seq_static", lambda: sequential(2), batch_size=4)
probe("val", functional, validation_steps=3)
probe("val_none", functional, validation_data=None, validation_steps=3)
probe("val_split", functional, validation_split=0.5, validation_steps=1)
probe("sequence", functional, x=Data(), batch_size=4)
