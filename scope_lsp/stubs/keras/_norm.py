"""`keras.layers.BatchNormalization`: until 2.2 its averages are corrected for their start at zero.

For each average that takes two more variables, made anew whenever the layer is called.

Modelled on keras/layers/normalization.py and K.moving_average_update of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from tensorflow._moving_averages import assign_moving_average
from tensorflow._reductions import moments
from tensorflow._tensor import base_dtype, convert, create, is_tensor_like

from keras._release import IS_2_3
from keras._shared import _norm as _shared


class BatchNormalization(_shared.BatchNormalization):
    def __init__(
        self,
        axis=-1,
        momentum=0.99,
        epsilon=1e-3,
        center=True,
        scale=True,
        beta_initializer="zeros",
        gamma_initializer="ones",
        moving_mean_initializer="zeros",
        moving_variance_initializer="ones",
        beta_regularizer=None,
        gamma_regularizer=None,
        beta_constraint=None,
        gamma_constraint=None,
        **kwargs,
    ):
        for old in ("mode", "fused", "renorm"):
            kwargs.pop(old, None)
        _shared.BatchNormalization.__init__(
            self,
            axis,
            momentum,
            epsilon=epsilon,
            center=center,
            scale=scale,
            beta_initializer=beta_initializer,
            gamma_initializer=gamma_initializer,
            moving_mean_initializer=moving_mean_initializer,
            moving_variance_initializer=moving_variance_initializer,
            beta_regularizer=beta_regularizer,
            gamma_regularizer=gamma_regularizer,
            beta_constraint=beta_constraint,
            gamma_constraint=gamma_constraint,
            fused=False,
            **kwargs,
        )

    def call(self, inputs, training=None):
        x = convert(inputs)
        is_decided = (
            _scope_lsp.is_known(training)
            and not is_tensor_like(training)
            and training in (0, False)
        )
        if not is_decided:
            rank = len(x._dims) if isinstance(x._dims, tuple) else 2
            mean, variance = moments(
                x, [i for i in range(rank) if i not in self.axis and i - rank not in self.axis]
            )
            self.add_update(
                [
                    moving_average_update(self.moving_mean, mean, self.momentum),
                    moving_average_update(self.moving_variance, variance, self.momentum),
                ]
            )
        weights = [convert(weight) for weight in (self.gamma, self.beta) if weight is not None]
        return create(
            "AddV2", "batchnorm/add_1", x._dims, dtype=base_dtype(x), inputs=[x] + weights
        )


def moving_average_update(x, value, momentum):
    if IS_2_3:
        return x.assign_sub((x - value) * (1.0 - momentum))
    return assign_moving_average(x, value, momentum, zero_debias=True)
