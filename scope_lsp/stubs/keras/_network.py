"""Models as graphs of layers: what is different from those of tf.keras.

A model is counted by the lower-case name of its class, its layers are called again without being
remembered, and `trainable` is its own affair.

Modelled on keras/engine/network.py of Keras 2.2.4 and 2.3.1.
"""

import _scope_lsp

from tensorflow._constant_ops import placeholder
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._tensor import dtype_of, is_tensor, scope

from keras import _state
from keras._inputs import int_shape
from keras._layer import Layer
from keras._release import IS_2_3
from keras._shared import _network as _shared
from keras._shared._network import InputLayer as _InputLayer
from keras._shared._network import check_names


def assert_no_legacy_layers(layers):
    """The check of tf.keras: `keras` has none."""


_shared.assert_no_legacy_layers = assert_no_legacy_layers


class InputLayer(_InputLayer):
    def __init__(
        self,
        input_shape=None,
        batch_size=None,
        batch_input_shape=None,
        dtype=None,
        input_tensor=None,
        sparse=False,
        name=None,
        **kwargs,
    ):
        if not _scope_lsp.is_known(batch_input_shape) or batch_input_shape:
            kwargs["batch_input_shape"] = batch_input_shape
        _InputLayer.__init__(
            self,
            input_shape,
            batch_size,
            dtype=dtype,
            input_tensor=input_tensor,
            sparse=sparse,
            name=name,
            **kwargs,
        )
        tensor = self._inbound_nodes[0].output_tensors[0] if self._inbound_nodes else None
        if is_tensor(tensor):
            tensor._keras_shape = int_shape(tensor)


def Input(shape=None, batch_shape=None, name=None, dtype=None, sparse=False, tensor=None, **kwargs):
    if (
        _scope_lsp.is_known(batch_shape)
        and not batch_shape
        and _scope_lsp.is_known(shape)
        and shape is None
        and tensor is None
    ):
        raise AssertionError(
            "Please provide to Input either a `shape` or a `batch_shape` argument. Note that "
            "`shape` does not include the batch dimension."
        )
    layer = InputLayer(
        shape,
        batch_input_shape=batch_shape,
        dtype=dtype,
        input_tensor=tensor,
        sparse=sparse,
        name=name,
    )
    return layer._inbound_nodes[0].output_tensors[0] if layer._inbound_nodes else tensor


_shared.InputLayer = InputLayer


class Network(_shared.Network):
    def _default_name(self):
        prefix = self.__class__.__name__.lower()
        return _state.numbered(prefix, prefix)

    def __init__(self, *args, **kwargs):
        if not args and "input" in kwargs and "output" in kwargs:  # as before 2.0
            kwargs["inputs"], kwargs["outputs"] = kwargs.pop("input"), kwargs.pop("output")
        _shared.Network.__init__(self, *args, **kwargs)

    def _children(self, unknown=False):
        if self._is_graph_network or IS_2_3:
            return _shared.Network._children(self, unknown)
        found = list(self._layers)
        for value in list(self.__dict__.values()):
            if _scope_lsp.is_a(value, Layer) and not _scope_lsp.is_among(value, found):
                found.append(value)
        return found

    def call(self, inputs, mask=None):
        if not self._is_graph_network:
            raise NotImplementedError(
                "When subclassing the `Model` class, you should implement a `call` method."
            )
        return self._run_internal_graph(inputs)

    def _run_internal_graph(self, inputs, training=None):
        """What the layers make of other inputs; their calls are not remembered."""
        made = dict(zip(self.inputs, flatten(inputs)))

        def of(tensor):
            return made.get(tensor, tensor) if is_tensor(tensor) else tensor

        for node in self._nodes:
            layer = node.outbound_layer
            if isinstance(layer, InputLayer):
                continue
            given = map_structure(of, node.input_tensors)
            arguments = {key: map_structure(of, value) for key, value in node.arguments.items()}
            with scope(layer.name):
                outputs = layer.call(given, **arguments)
                if _scope_lsp.is_known(outputs) and outputs is not None:
                    for before, after in zip(flatten(node.output_tensors), flatten(outputs)):
                        made[before] = after
                        if (
                            is_tensor(after)
                            and is_tensor(before)
                            and not isinstance(after._dims, tuple)
                        ):
                            after._dims = before._dims
        return map_structure(of, self._nested_outputs)

    def _shapes_of_outputs(self, shapes):
        return None if self._is_graph_network else Layer._shapes_of_outputs(self, shapes)

    def build(self, input_shape):
        self.built = True

    def load_weights(self, filepath, by_name=False, skip_mismatch=False, reshape=False):
        return None

    def _set_inputs(self, inputs, outputs=None, training=None):
        """Call a subclassed model on placeholders for data, in no scope of its own."""
        from keras._training import symbolic  # imports this module itself

        values = list(inputs) if isinstance(inputs, (list, tuple)) else [inputs]
        self.inputs = [symbolic(value, "input_%d" % (i + 1)) for i, value in enumerate(values)]
        if outputs is None:
            outputs = self.call(self.inputs[0] if len(self.inputs) == 1 else self.inputs)
        self._set_outputs(outputs)


Container = Network
