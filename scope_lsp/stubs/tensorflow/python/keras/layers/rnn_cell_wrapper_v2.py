"""Wrappers of cells for `tf.keras.layers.RNN`, `tf.compat.v2.nn.RNNCellDropoutWrapper` and others.

Other than those of version 1 they are layers of Keras: they build the cell in them themselves, and
call it without entering a scope.

Modelled on keras/layers/rnn_cell_wrapper_v2.py of TensorFlow 1.15.5.
"""

from tensorflow._rnn_wrappers import Adding, Dropping, Placing, Wrapping
from tensorflow.keras._cells import AbstractRNNCell
from tensorflow.keras._serialization import deserialize


class _RNNCellWrapperV2(Wrapping, AbstractRNNCell):
    def __init__(self, cell, *args, **kwargs):
        AbstractRNNCell.__init__(self, *args, **kwargs)
        self.cell = cell

    def call(self, inputs, state, **kwargs):
        return self._call_wrapped_cell(inputs, state, cell_call_fn=self.cell.call, **kwargs)

    def build(self, inputs_shape):
        self.cell.build(inputs_shape)
        self.built = True

    def get_config(self):
        cell = {"class_name": self.cell.__class__.__name__, "config": self.cell.get_config()}
        return dict(AbstractRNNCell.get_config(self), cell=cell)

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        cell = deserialize(config.pop("cell"), custom_objects=custom_objects)
        return cls(cell, **config)


class DropoutWrapper(Dropping, _RNNCellWrapperV2):
    pass


class ResidualWrapper(Adding, _RNNCellWrapperV2):
    pass


class DeviceWrapper(Placing, _RNNCellWrapperV2):
    pass
