"""`tf.keras.layers`: layers that hold another layer.

Modelled on keras/layers/wrappers.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import concat
from tensorflow._array_layout import reverse
from tensorflow._math_ops import divide
from tensorflow._refusals import refuse
from tensorflow._shape import UNSURE, TensorShape, as_dims, is_int, size
from tensorflow._tensor import base_dtype, convert, create, is_tensor, scope
from tensorflow.keras import _history
from tensorflow.keras._inputs import InputSpec
from tensorflow.keras._layer import Layer
from tensorflow.keras._serialization import deserialize, serialize


class Wrapper(Layer):
    def __new__(cls, layer=None, *args, **kwargs):
        if _scope_lsp.is_one_of_several(layer):
            # It says nothing of the weights of one what another would make of them.
            return _scope_lsp.each(layer, lambda option: cls(option, *args, **kwargs))
        return Layer.__new__(cls)

    def __init__(self, layer, **kwargs):
        super(Wrapper, self).__init__(**kwargs)
        self.layer = layer

    def get_config(self):
        config = Layer.get_config(self)
        if _scope_lsp.is_known(self.layer):
            config["layer"] = serialize(self.layer)
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        return cls(**dict(config, layer=deserialize(config["layer"], custom_objects)))

    def build(self, input_shape=None):
        if _scope_lsp.is_known(self.layer) and not self.layer.built:
            self.layer.build(input_shape)
        self.built = True


class TimeDistributed(Wrapper):
    supports_masking = True

    def build(self, input_shape):
        dims = as_dims(input_shape)
        if isinstance(dims, tuple) and len(dims) < 3:
            refuse(
                "`TimeDistributed` Layer should be passed an `input_shape ` with at least 3 "
                "dimensions, received: " + str([dim if is_int(dim) else None for dim in dims])
            )
        if isinstance(dims, tuple) and len(dims) >= 3:
            known = [dim if is_int(dim) else None for dim in dims[2:]]
            self.input_spec = InputSpec(shape=[None, None] + known)
            input_shape = TensorShape(dims[:1] + dims[2:])
        Wrapper.build(self, input_shape)

    def call(self, inputs, training=None, mask=None):
        x = convert(inputs)
        dims = x._dims
        arguments = {}
        if "training" in self.layer._call_takes():
            arguments["training"] = training
        if not isinstance(dims, tuple) or len(dims) < 3:
            y = self.layer(
                create("Reshape", None, UNSURE, dtype=base_dtype(x), inputs=(x,)), **arguments
            )
            return create(
                "Reshape", None, UNSURE, dtype=y.dtype if is_tensor(y) else None, inputs=(y,)
            )
        inner = create(
            "Reshape", None, (size(dims[:2]),) + dims[2:], dtype=base_dtype(x), inputs=(x,)
        )
        y = self.layer(inner, **arguments)
        if not is_tensor(y):
            return y
        after = dims[:2] + y._dims[1:] if isinstance(y._dims, tuple) and y._dims else UNSURE
        return create("Reshape", None, after, dtype=base_dtype(y), inputs=(y,))

    def compute_mask(self, inputs, mask=None):
        return mask


class Bidirectional(Wrapper):
    supports_masking = True
    _num_constants = None

    def __init__(self, layer, merge_mode="concat", weights=None, backward_layer=None, **kwargs):
        super(Bidirectional, self).__init__(layer, **kwargs)
        self.merge_mode = merge_mode
        self._backward_given = None if backward_layer is None else serialize(backward_layer)
        self.forward_layer = _again(layer, False)
        self.backward_layer = _again(layer, True) if backward_layer is None else backward_layer
        for layer, direction in (
            (self.forward_layer, "forward_"),
            (self.backward_layer, "backward_"),
        ):
            layer._name = _scope_lsp.counted_name(direction + layer._name)
        self.return_sequences = getattr(layer, "return_sequences", False)
        self.return_state = getattr(layer, "return_state", False)
        self.stateful = layer.stateful
        self.input_spec = layer.input_spec

    def _children(self, unknown=False):
        return [self.forward_layer, self.backward_layer]

    def get_config(self):
        config = Wrapper.get_config(self)
        config.pop("backward_layer", None)
        if self._backward_given is not None:
            config["backward_layer"] = self._backward_given
        if self._num_constants is not None:
            config["num_constants"] = self._num_constants
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        given = {"layer": deserialize(config["layer"], custom_objects)}
        if config.get("backward_layer") is not None:
            given["backward_layer"] = deserialize(config["backward_layer"], custom_objects)
        config = dict(config, **given)
        constants = config.pop("num_constants", None)
        made = cls(**config)
        made._num_constants = constants
        return made

    def build(self, input_shape):
        for layer in (self.forward_layer, self.backward_layer):
            with scope(layer.name):
                layer.build(input_shape)
        self.built = True

    def __call__(self, inputs, initial_state=None, constants=None, **kwargs):
        if _scope_lsp.is_known(inputs) and isinstance(inputs, list):
            more = inputs[1:]
            if self._num_constants:
                constants, more = more[-self._num_constants :], more[: -self._num_constants]
            inputs, initial_state = inputs[0], more or initial_state
        if _scope_lsp.is_known(constants) and constants is not None:
            self._num_constants = len(constants) if isinstance(constants, (list, tuple)) else 1
        if _scope_lsp.is_known(initial_state) and initial_state is None:
            return Layer.__call__(self, inputs, **kwargs)
        states = [initial_state] if is_tensor(initial_state) else list(initial_state)
        if len(states) % 2:
            raise ValueError(
                "When passing `initial_state` to a Bidirectional RNN, the state should be a list "
                "containing the states of the underlying RNNs. Found: " + str(initial_state)
            )
        if _history.all_have_history(states):
            return Layer.__call__(self, [inputs] + states, **kwargs)
        return Layer.__call__(self, inputs, initial_state=states, **kwargs)

    def call(self, inputs, training=None, mask=None, initial_state=None, constants=None):
        if isinstance(inputs, list):
            inputs, initial_state = inputs[0], inputs[1:] or None
        arguments = {}
        if "training" in self.layer._call_takes():
            arguments["training"] = training
        if "mask" in self.layer._call_takes():
            arguments["mask"] = mask
        half = len(initial_state) // 2 if initial_state is not None else 0
        forward, backward = (initial_state[:half], initial_state[half:]) if half else (None, None)
        y = self.forward_layer(inputs, **_with_state(arguments, forward))
        other = self.backward_layer(inputs, **_with_state(arguments, backward))
        states = []
        if self.return_state:
            states = y[1:] + other[1:]
            y, other = y[0], other[0]
        if self.return_sequences:
            other = reverse(other, [1])
        output = self._merged(y, other)
        if not self.return_state:
            return output
        return (output if isinstance(output, list) else [output]) + states

    def _merged(self, y, other):
        if self.merge_mode is None:
            return [y, other]
        if self.merge_mode == "concat":
            return concat([y, other], -1)
        if self.merge_mode == "mul":
            return y * other
        return divide(y + other, 2) if self.merge_mode == "ave" else y + other

    def compute_mask(self, inputs, mask=None):
        masks = mask if self.return_sequences else None
        return [masks, masks] if self.merge_mode is None else masks


def _with_state(arguments, state):
    return arguments if state is None else dict(arguments, initial_state=state)


def _again(layer, backwards):
    """A layer of the same configuration, its name included (_recreate_layer_from_config)."""
    config = layer.get_config()
    if backwards:
        config["go_backwards"] = not config.get("go_backwards", False)
    return layer.__class__.from_config(config)
