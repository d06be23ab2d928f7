"""Models from their descriptions: names counted up by masks, and networks that are no models."""

import tensorflow as tf
from tensorflow.python.keras.engine.network import Network

K = tf.keras
a, b = K.Input([4]), K.Input([4])
dense = K.layers.Dense(3, name="d")
model = K.Model([a, b], K.layers.add([dense(a), dense(b)]))
mask = model.compute_mask([a, b], [None, None])
K.models.model_from_json(model.to_json())
network = Network(a, K.layers.Dense(3)(a), name="net")
again = Network.from_config(network.get_config())
again(K.Input([4]))
tf.get_variable("%s_%s" % (again.name, mask), [])
