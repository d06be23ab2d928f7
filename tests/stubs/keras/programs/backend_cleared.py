"""Names are counted anew for each graph; a session that is cleared forgets its graph."""

import tensorflow as tf

K = tf.keras.backend
L = tf.keras.layers
for _ in range(2):
    L.Dense(2)
    L.Activation("relu")(tf.zeros([2]))
tf.reset_default_graph()
L.Dense(2)
K.clear_session()
L.Dense(2)(tf.zeros([1, 3]))
tf.Variable(0, name=L.Activation("relu").name)
tf.Variable(0, name=K.learning_phase().op.name)
K.set_learning_phase(1)
y = L.Dropout(0.5)(tf.zeros([1, 3]))
tf.Variable(0, name=y.op.name.replace("/", ".") + str(K.learning_phase()))
with tf.Graph().as_default():
    tf.get_default_graph().get_operations()
    name = L.Dense(3).name
tf.Variable(0, name="there_" + name)
L.Dense(3)(tf.zeros([1, 3]))
