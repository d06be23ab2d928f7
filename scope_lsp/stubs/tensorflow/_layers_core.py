"""tf.layers: dense, dropout, flatten, as those of Keras that live in variable scopes.

Modelled on layers/core.py of TensorFlow 1.15.5.
"""

from tensorflow import _init_ops
from tensorflow._layers_base import Layer
from tensorflow.keras import _core, _dropout

_zeros = _init_ops.Zeros()


class Dense(_core.Dense, Layer):
    _is_sized = True

    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer=None,
        bias_initializer=_zeros,
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        trainable=True,
        name=None,
        **kwargs,
    ):
        _core.Dense.__init__(
            self,
            units,
            activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer,
            kernel_constraint=kernel_constraint,
            bias_constraint=bias_constraint,
            trainable=trainable,
            name=name,
            **kwargs,
        )


def dense(
    inputs,
    units,
    activation=None,
    use_bias=True,
    kernel_initializer=None,
    bias_initializer=_zeros,
    kernel_regularizer=None,
    bias_regularizer=None,
    activity_regularizer=None,
    kernel_constraint=None,
    bias_constraint=None,
    trainable=True,
    name=None,
    reuse=None,
):
    layer = Dense(
        units,
        activation,
        use_bias,
        kernel_initializer=kernel_initializer,
        bias_initializer=bias_initializer,
        kernel_regularizer=kernel_regularizer,
        bias_regularizer=bias_regularizer,
        activity_regularizer=activity_regularizer,
        kernel_constraint=kernel_constraint,
        bias_constraint=bias_constraint,
        trainable=trainable,
        name=name,
        _scope=name,
        _reuse=reuse,
    )
    return layer.apply(inputs)


class Dropout(_dropout.Dropout, Layer):
    def __init__(self, rate=0.5, noise_shape=None, seed=None, name=None, **kwargs):
        _dropout.Dropout.__init__(self, rate, noise_shape, seed=seed, name=name, **kwargs)

    def call(self, inputs, training=False):
        return _dropout.Dropout.call(self, inputs, training)


def dropout(inputs, rate=0.5, noise_shape=None, seed=None, training=False, name=None):
    return Dropout(rate, noise_shape, seed, name=name).apply(inputs, training=training)


class Flatten(_core.Flatten, Layer):
    pass


def flatten(inputs, name=None, data_format="channels_last"):
    return Flatten(data_format, name=name).apply(inputs)
