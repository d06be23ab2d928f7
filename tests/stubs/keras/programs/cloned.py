"""Models cloned, functional and sequential, on inputs of their own or on given ones."""

import tensorflow as tf

keras = tf.keras
layers = keras.layers
a = keras.Input((8, 8, 3), name="a")
b = keras.Input((5,), name="b")
x = layers.Conv2D(4, 3, activation="relu", kernel_regularizer=keras.regularizers.l2(0.1))(a)
x = layers.BatchNormalization()(x)
x = layers.Lambda(lambda t: t * 2.0)(x)
x = layers.Flatten()(x)
shared = layers.Dense(5, name="shared")
y = layers.Concatenate()([shared(x), b])
y = layers.Dropout(0.5)(y)
inner = keras.Sequential([layers.Dense(3, input_shape=(10,)), layers.PReLU()], name="inner")
model = keras.Model([a, b], inner(y), name="outer")
clone = keras.models.clone_model(model)
for n, layer in enumerate(clone.layers):
    tf.get_variable("layer_%d_%s" % (n, layer.name), [])
keras.models.clone_model(model, input_tensors=[tf.zeros([2, 8, 8, 3]), keras.Input((5,), batch_size=2, name="c")])
words = keras.Sequential([layers.Embedding(7, 4, input_length=5), layers.Bidirectional(layers.LSTM(3)), layers.Dense(2)])
copy = keras.models.clone_model(words)
deferred = keras.Sequential([layers.Dense(4), layers.Dense(2)])
again = keras.models.clone_model(deferred)
again(tf.zeros([2, 3]))
keras.models.clone_model(words, input_tensors=tf.zeros([2, 5], tf.int32))
wider = keras.models.clone_model(deferred, clone_function=lambda layer: layers.Dense(layer.units * 2))
wider(tf.zeros([2, 3]))
tf.get_variable("trainable_%d_%d" % (len(copy.trainable_weights), len(model.trainable_weights)), [])
