"""Which layers are being called: their name scopes, and whether they train.

Modelled on keras/engine/base_layer_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp


class _CallContext:
    """Which layers are being called, innermost last."""

    def __init__(self):
        self.calls = []

    @property
    def in_call(self):
        return len(self.calls) > 0

    @property
    def inputs(self):
        """What the innermost layer is called on, None outside of calls."""
        return self.calls[-1].inputs if self.calls else None

    @property
    def training(self):
        return self.calls[-1].training if self.calls else None


context = _CallContext()


class Entered:
    """`with Entered(layer, training)`: inside a layer's name scope, in its call."""

    def __init__(self, layer, training, inputs=None):
        self.layer = layer
        self.training = training
        self.inputs = inputs

    def __enter__(self):
        context.calls.append(self)
        self._scope = _scope_lsp.in_name_scope(self.layer._name_scope())

    def __exit__(self, *exception):
        self._scope.__exit__()
        context.calls.pop()
        return False
