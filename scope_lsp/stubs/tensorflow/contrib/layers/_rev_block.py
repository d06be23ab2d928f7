"""Blocks of reversible residual layers.

Not here: the gradient, which calls the functions again and shares all of their variables.

Modelled on contrib/layers/python/layers/rev_block_lib.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow._control_flow import tuple_
from tensorflow._custom_gradient import custom_gradient
from tensorflow._layers_base import Layer
from tensorflow._variable_scope import get_variable_scope, variable_scope
from tensorflow.contrib.framework.nest import flatten, pack_sequence_as


def _in_scope(fn, scope):
    # A partial has no name that could be handed on.
    wraps = (lambda f: f) if isinstance(fn, functools.partial) else functools.wraps(fn)

    @wraps
    def called(*args, **kwargs):
        with variable_scope(scope, use_resource=True):
            return fn(*args, **kwargs)

    return called


def _each(functions, count, side):
    if isinstance(functions, list):
        assert len(functions) == count
    else:
        functions = [functions] * count
    return [_in_scope(fn, "revlayer_%d/%s" % (i, side)) for i, fn in enumerate(functions)]


def _called(function, x, side_input):
    return function(x, side_input) if side_input else function(x)


class RevBlock(Layer):
    def __init__(
        self,
        f,
        g,
        num_layers=1,
        f_side_input=None,
        g_side_input=None,
        use_efficient_backprop=True,
        name="revblock",
        **kwargs,
    ):
        super(RevBlock, self).__init__(name=name, **kwargs)
        self.f = _each(f, num_layers, "f")
        self.g = _each(g, num_layers, "g")
        self.num_layers = num_layers
        self.f_side_input = f_side_input or []
        self.g_side_input = g_side_input or []
        self._use_efficient_backprop = use_efficient_backprop

    def build(self, input_shape):
        self.built = True

    def call(self, inputs, forward=True):
        scope = get_variable_scope()
        before = len(scope.global_variables())
        first, second = inputs
        out = self._forward(first, second) if forward else self._backward(first, second)
        made = scope.global_variables()[before:]
        trained = scope.trainable_variables()
        for variable in made:
            if _scope_lsp.is_among(variable, trained):
                self._trainable_weights.append(variable)
            else:
                self._non_trainable_weights.append(variable)
        return out

    def forward(self, x1, x2):
        return self.apply([x1, x2])

    def backward(self, y1, y2):
        return self.apply([y1, y2], forward=False)

    def _forward(self, x1, x2):
        side_inputs = [self.f_side_input, self.g_side_input]

        def run(x1, x2, *flat):
            f_side, g_side = pack_sequence_as(side_inputs, flat)
            for i in range(self.num_layers):
                y1 = x1 + _called(self.f[i], x2, f_side)
                y2 = x2 + _called(self.g[i], y1, g_side)
                x1, x2 = tuple_([y1, y2]) if self._use_efficient_backprop else (y1, y2)
            return x1, x2

        if not self._use_efficient_backprop:
            return run(x1, x2, *flatten(side_inputs))
        return custom_gradient(lambda *args: (run(*args), None))(x1, x2, *flatten(side_inputs))

    def _backward(self, y1, y2):
        for i in reversed(range(self.num_layers)):
            x2 = y2 - _called(self.g[i], y1, self.g_side_input)
            x1 = y1 - _called(self.f[i], x2, self.f_side_input)
            y1, y2 = x1, x2
        return y1, y2


def rev_block(x1, x2, f, g, num_layers=1, f_side_input=None, g_side_input=None, is_training=True):
    block = RevBlock(
        f=f,
        g=g,
        num_layers=num_layers,
        f_side_input=f_side_input,
        g_side_input=g_side_input,
        use_efficient_backprop=is_training,
        _reuse=get_variable_scope().reuse,
    )
    return block.forward(x1, x2)
