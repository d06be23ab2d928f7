"""`tf.keras.Sequential`: a model that is a list of layers.

Modelled on keras/engine/sequential.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._shape import UNSURE, as_dims
from tensorflow._tensor import is_tensor
from tensorflow.keras import _history
from tensorflow.keras._layer import Layer
from tensorflow.keras._model_checks import check_names
from tensorflow.keras._network import Input, InputLayer, assert_no_legacy_layers
from tensorflow.keras._serialization import deserialize, serialize
from tensorflow.keras._training import Model


class Sequential(Model):
    supports_masking = True
    _compute_output_and_mask_jointly = True
    _build_input_shape = None

    def __init__(self, layers=None, name=None):
        Model.__init__(self, name=name)
        if not _scope_lsp.is_known(layers):
            self._layers.append(layers)
        elif layers:
            layers = layers if isinstance(layers, (list, tuple)) else [layers]
            assert_no_legacy_layers(layers)
            for layer in layers:
                self.add(layer)

    @property
    def layers(self):
        found = [layer for layer in self._layers if _scope_lsp.is_known(layer)]
        return found[1:] if found and isinstance(found[0], InputLayer) else found

    @property
    def input_spec(self):
        layers = self.layers
        return layers[0].input_spec if layers and hasattr(layers[0], "input_spec") else None

    def _children(self, unknown=False):
        return [layer for layer in self._layers if _scope_lsp.is_known(layer)]

    def add(self, layer):
        if is_tensor(layer) and _history.has_history(layer):
            layer = layer._keras_history.layer
        if not _scope_lsp.is_known(layer):
            self._layers.append(layer)
            return
        if not isinstance(layer, Layer):
            raise TypeError(
                "The added layer must be an instance of class Layer. Found: " + str(layer)
            )
        assert_no_legacy_layers([layer])
        self.built = False
        if not self._layers:
            self._add_first(layer)
        elif self.outputs:
            self.outputs = flatten(layer(self.outputs[0]))
            self._layers.append(layer)
            self._mark()
        else:
            self._layers.append(layer)

    def _add_first(self, layer):
        if isinstance(layer, InputLayer):
            self._layers.append(layer)
            self._start(layer)
            return
        first = _first(layer)
        shape = first._batch_input_shape
        if not _scope_lsp.is_known(shape) or shape is not None:
            x = Input(batch_shape=shape, dtype=first.dtype, name=layer._name + "_input")
            layer(x)
            self._layers.extend([x._keras_history.layer, layer])
            self._start(layer)
        else:
            self._layers.append(layer)

    def _start(self, layer):
        node = layer._inbound_nodes[-1]
        self.outputs = flatten(node.output_tensors)[:1]
        self.inputs = flatten(self._layers[0].output)
        self._mark()

    def _mark(self):
        """The model is a graph of layers now; its nodes are those of its layers in their order."""
        check_names(self._layers)
        self.built = True
        self._is_graph_network = True
        self._nested_inputs = self.inputs[0]
        self._nested_outputs = self.outputs[0]
        self._nodes = [
            layer._inbound_nodes[-1]
            for layer in self._layers
            if _scope_lsp.is_known(layer) and layer._inbound_nodes
        ]
        self.output_names = [self._layers[-1].name]
        if not self._inbound_nodes:
            _history.Node(self, self.inputs, self.outputs)
        self._inbound_nodes[0].output_tensors = self.outputs

    def pop(self):
        self._layers.pop()
        if self._is_graph_network and len(self._layers) > 1:
            self.outputs = flatten(self._layers[-1].output)
            self._mark()

    def build(self, input_shape=None):
        if not self._is_graph_network:
            if input_shape is None:
                raise ValueError("You must provide an `input_shape` argument.")
            self._build_input_shape = input_shape
            Model.build(self, input_shape)
        self.built = True

    def _maybe_build(self, inputs):
        # Called on tensors, it builds nothing unless a class that is derived from it says how.
        if self.__class__.build is not Sequential.build:
            Model._maybe_build(self, inputs)
        self.built = True

    def _set_inputs(self, inputs, outputs=None, training=None):
        first = self._layers[0] if self._layers else None
        if (
            _scope_lsp.is_a(inputs, dict)
            and not self.built
            and _scope_lsp.is_known(first)
            and not getattr(first, "_is_feature_layer", False)
        ):
            raise ValueError(
                "Passing a dictionary input to a Sequential Model which doesn't have FeatureLayer "
                "as the first layer is an error."
            )
        if not self.built:
            self._build_input_shape = _shape_of_any_number(inputs)
        Model._set_inputs(self, inputs, outputs=outputs, training=training)

    def call(self, inputs, training=None, mask=None):
        if self._is_graph_network:
            return self._run_internal_graph(inputs, training)
        outputs = inputs
        for layer in self._layers:
            if not _scope_lsp.is_known(layer):
                outputs = layer
                continue
            takes = layer._call_takes()
            arguments = {}
            if "mask" in takes:
                arguments["mask"] = mask
            if "training" in takes:
                arguments["training"] = training
            outputs = layer(outputs, **arguments)
            mask = getattr(outputs, "_keras_mask", None) if is_tensor(outputs) else None
        return outputs

    def get_config(self):
        if [layer for layer in self._layers if not _scope_lsp.is_known(layer)]:
            return _scope_lsp.unknown("the configuration of a model")
        layers = [serialize(layer) for layer in self.layers]
        if self._is_graph_network and layers and "batch_input_shape" not in layers[0]["config"]:
            layers[0]["config"]["batch_input_shape"] = self._layers[0]._batch_input_shape
        config = {"name": self._name, "layers": layers}
        if self._build_input_shape is not None:
            config["build_input_shape"] = self._build_input_shape
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        if not _scope_lsp.is_known(config):
            return _scope_lsp.unknown("a model from its configuration")
        described = isinstance(config, dict)
        model = cls(name=config["name"] if described else None)
        for layer in config["layers"] if described else config:
            model.add(deserialize(layer, custom_objects))
        if described and not model.inputs and "build_input_shape" in config:
            model.build(config["build_input_shape"])
        return model

    def predict_classes(self, x, batch_size=32, verbose=0):
        return self.predict(x)

    def predict_proba(self, x, batch_size=32, verbose=0):
        return self.predict(x)


def _shape_of_any_number(inputs):
    """The shape of data with as many rows as there may be."""
    if _scope_lsp.is_a(inputs, dict):
        return (None,)
    dims = as_dims(getattr(inputs, "shape", None)) if _scope_lsp.is_known(inputs) else UNSURE
    if not isinstance(dims, tuple):
        return _scope_lsp.unknown("the shape of data that is not known")
    return (None,) + dims[1:]


def _first(layer):
    """The first layer of a model, of the first of its layers, and so on."""
    while (
        isinstance(layer, Model)
        and (layer._is_graph_network or isinstance(layer, Sequential))
        and layer.layers
    ):
        layer = layer.layers[0]
    return layer
