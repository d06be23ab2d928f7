"""When the batch normalization of TensorFlow 2 can be fused, and what it refuses."""

import tensorflow as tf
from tensorflow.python.keras.layers import normalization_v2


def tell(name):
    tf.get_variable(name, [], trainable=False)


def ask(number, shape, **arguments):
    try:
        layer = normalization_v2.BatchNormalization(**arguments)
        before = layer.fused
        layer(tf.keras.Input(shape))
        tell("made_%d_%s_%s" % (number, before, layer.fused))
    except ValueError as error:
        tell("refused_%d_%s" % (number, "_".join(str(error).replace("=", "_").split()[-3:])))


ask(1, (4, 4, 4))
ask(2, (4, 4))
ask(3, (4, 4, 4), virtual_batch_size=2)
ask(4, (4, 4, 4), fused=False)
ask(5, (4, 4, 4), fused=True, axis=[3])
ask(6, (4, 4), fused=True)
ask(7, (4, 4, 4), fused=True, renorm=True)
ask(8, (4, 4, 4), fused=True, axis=2)
ask(9, (4, 4, 4), fused=True, virtual_batch_size=2)
ask(10, (4, 4, 4), fused=True, adjustment=lambda _: (1, 0))
