"""`keras.Sequential`: it is built on an input of its own, and its layers are never called anew.

Modelled on keras/engine/sequential.py of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from keras._layer import Layer
from keras._network import Input, InputLayer, Network
from keras._shared import _sequential as _shared
from keras._training import Model


class Sequential(_shared.Sequential):
    @property
    def model(self):
        return self

    def _children(self, unknown=False):
        return [layer for layer in self._layers if _scope_lsp.is_known(layer)]

    def pop(self):
        self._layers.pop()
        if not self.layers:
            self.outputs = self.inputs = None
        elif self.outputs:
            self.outputs = [self._layers[-1].output]
            self._mark()

    def build(self, input_shape=None):
        if input_shape is not None and not self.inputs and self._layers:
            shape = tuple(input_shape) if isinstance(input_shape, (list, tuple)) else input_shape
            x = Input(batch_shape=shape, name=self._name + "_input")
            self.inputs = [x]
            outputs = x
            for layer in self._layers:
                outputs = layer(outputs)
            self._layers.insert(0, x._keras_history.layer)
            self.outputs = [outputs]
            self._mark()
        self.built = True

    def call(self, inputs, mask=None):
        if not self.inputs:
            self.build(_scope_lsp.unknown("the shape of a model's input"))
        return self._run_internal_graph(inputs)

    def _maybe_build(self, inputs):
        Layer._maybe_build(self, inputs)

    def _set_inputs(self, inputs, outputs=None, training=None):
        value = inputs[0] if isinstance(inputs, list) and len(inputs) == 1 else inputs
        shape = value.shape if hasattr(value, "shape") else _scope_lsp.unknown("the shape of data")
        self.build((None,) + tuple(shape[1:]) if _scope_lsp.is_known(shape) else shape)
