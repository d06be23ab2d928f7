"""Models as graphs of layers: `Input`, and what a functional or subclassed model consists of.

Not here: training (`_training`), and models that are a list of layers (`_sequential`).

Modelled on keras/engine/{network,input_layer}.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow._constant_ops import placeholder
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import dtype_of, is_tensor, is_tensor_like
from tensorflow.keras import _history, _state
from tensorflow.keras._layer import Layer
from tensorflow.keras._added import AddLoss, AddMetric, add_layer, is_from_inputs
from tensorflow.keras._call_context import context
from tensorflow.keras._model_checks import check_connected, check_keywords, check_names
from tensorflow.keras._serialization import Text, serialize


class InputLayer(Layer):
    supports_masking = True

    def __init__(
        self,
        input_shape=None,
        batch_size=None,
        dtype=None,
        input_tensor=None,
        sparse=False,
        name=None,
        ragged=False,
        **kwargs,
    ):
        _state._config["inputs"] = True
        if "batch_input_shape" in kwargs:
            given = kwargs["batch_input_shape"]
            batch_size, input_shape = given[0], given[1:]
        if not name:
            name = _state.numbered("input", "input")
        if dtype is None:
            dtype = _state.floatx() if input_tensor is None else dtype_of(input_tensor.dtype)
        Layer.__init__(self, dtype=dtype, name=name)
        self.built = True
        self.sparse = sparse
        self.is_placeholder = input_tensor is None
        if input_tensor is None:
            dims = as_dims(input_shape)
            shape = (
                TensorShape(as_dims([batch_size]) + dims)
                if isinstance(dims, tuple)
                else input_shape
            )
            input_tensor = placeholder(self._dtype_name, shape, name)
        self._batch_input_shape = input_tensor.shape
        if is_tensor_like(input_tensor):
            input_tensor._keras_history = _history.KerasHistory(self, 0, 0)
            _history.Node(self, [input_tensor], [input_tensor])


def Input(
    shape=None,
    batch_size=None,
    name=None,
    dtype=None,
    sparse=False,
    tensor=None,
    ragged=False,
    **kwargs,
):
    batch_shape = kwargs.pop("batch_input_shape", kwargs.pop("batch_shape", None))
    if not _scope_lsp.is_known(batch_shape) or batch_shape:
        layer = InputLayer(
            batch_input_shape=batch_shape,
            name=name,
            dtype=dtype,
            sparse=sparse,
            input_tensor=tensor,
        )
    else:
        if _scope_lsp.is_known(shape) and shape is None and tensor is None:
            raise ValueError(
                "Please provide to Input either a `shape` or a `tensor` argument. Note that "
                "`shape` does not include the batch dimension."
            )
        layer = InputLayer(shape, batch_size, dtype, input_tensor=tensor, sparse=sparse, name=name)
    return layer._inbound_nodes[0].output_tensors[0] if layer._inbound_nodes else tensor


def assert_no_legacy_layers(layers):
    legacy = [
        layer
        for layer in layers
        if _scope_lsp.is_known(layer) and getattr(layer, "_is_legacy_layer", False)
    ]
    if legacy:
        listed = "\n".join(["  " + str(layer) for layer in legacy])
        raise TypeError(
            "The following are legacy tf.layers.Layers:\n"
            + listed
            + "\nTo use keras as a framework (for instance using the Network, Model, or "
            "Sequential classes), please use the tf.keras.layers implementation instead. (Or, if "
            "writing custom layers, subclass from tf.keras.layers rather than tf.layers)"
        )


class Network(Layer):
    inputs = outputs = None
    optimizer = None
    _is_compiled = False
    _nodes = ()
    _has_all_layers = True

    def __init__(self, *args, **kwargs):
        if (
            len(args) == 2
            or len(args) == 1
            and "outputs" in kwargs
            or "inputs" in kwargs
            and "outputs" in kwargs
        ):
            self._init_graph_network(*args, **kwargs)
        else:
            Layer.__init__(self, **kwargs)
            self.inputs = []
            self.outputs = []

    def _init_graph_network(self, inputs, outputs, name=None, **kwargs):
        check_keywords(kwargs)
        if isinstance(inputs, list) and len(flatten(inputs)) == 1:
            inputs = inputs[0]
        if isinstance(outputs, list) and len(flatten(outputs)) == 1:
            outputs = outputs[0]
        self._nested_inputs = inputs
        self._nested_outputs = outputs
        flat = flatten(outputs)
        _history.create_keras_history(flat)
        Layer.__init__(self, name=name, **kwargs)
        self._autocast = False  # its layers cast what they take
        self.inputs = flatten(inputs)
        self.outputs = flat
        self._is_graph_network = True
        self._compute_output_and_mask_jointly = True
        self.built = True
        found = [tensor for tensor in flat if _history.has_history(tensor)]
        known = [tensor for tensor in self.inputs if _history.has_history(tensor)]
        self._nodes, self._layers = _history.map_graph(known, found)
        self._has_all_layers = len(found) == len(flat) and all(
            node.is_complete() for node in self._nodes
        )
        if len(found) == len(flat) and len(known) == len(self.inputs):
            check_connected(known, self._nodes)
        check_names(self._layers)
        assert_no_legacy_layers(self._layers)
        self.output_names = _distinct(
            [
                tensor._keras_history.layer.name
                if _history.has_history(tensor)
                else _scope_lsp.unknown("the name of an output")
                for tensor in flat
            ]
        )
        self.input_names = [tensor._keras_history.layer.name for tensor in known]
        _history.Node(self, inputs, outputs)

    def _called(self, inputs, outputs):
        if not self.inputs:
            self.inputs = flatten(inputs)
            self._set_outputs(outputs)

    def _set_outputs(self, outputs):
        self.outputs = flatten(outputs)
        self.output_names = ["output_%d" % (i + 1) for i in range(len(self.outputs))]
        self.built = True

    def call(self, inputs, training=None, mask=None):
        if not self._is_graph_network:
            raise NotImplementedError(
                "When subclassing the `Model` class, you should implement a `call` method."
            )
        return self._run_internal_graph(inputs, training)

    def _run_internal_graph(self, inputs, training=None):
        """Call the layers again, on other inputs."""
        made = dict(zip(self.inputs, flatten(inputs)))

        def of(tensor):
            return made.get(tensor, tensor) if is_tensor(tensor) else tensor

        for node in self._nodes:
            layer = node.outbound_layer
            if isinstance(layer, InputLayer):
                continue
            arguments = {key: map_structure(of, value) for key, value in node.arguments.items()}
            if "training" in layer._call_takes():
                arguments.setdefault("training", training)
            outputs = layer(map_structure(of, node.input_tensors), **arguments)
            made.update(zip(flatten(node.output_tensors), flatten(outputs)))
        return map_structure(of, self._nested_outputs)

    def add_loss(self, losses, inputs=None):
        for loss in flatten(losses):
            if self._is_graph_network and not context.in_call and is_from_inputs(loss):
                add_layer(self, AddLoss(unconditional=False), loss)
            else:
                Layer.add_loss(self, loss, inputs)

    def add_metric(self, value, aggregation=None, name=None):
        if not self._is_graph_network or context.in_call or not _scope_lsp.is_known(value):
            Layer.add_metric(self, value, aggregation=aggregation, name=name)
        elif hasattr(value, "_metric_obj"):
            raise ValueError(
                "Using the result of calling a `Metric` object when calling `add_metric` on a "
                "Functional Model is not supported. Please pass the Tensor to monitor directly."
            )
        elif is_from_inputs(value):
            add_layer(self, AddMetric(aggregation, name), value)
        else:
            Layer.add_metric(self, value, aggregation=aggregation, name=name)

    def compute_mask(self, inputs, mask=None):
        """It calls the layers again."""
        if not self._is_graph_network:
            return None
        outputs = self._run_internal_graph(inputs)
        return map_structure(lambda x: getattr(x, "_keras_mask", None), outputs)

    def build(self, input_shape):
        """Call a subclassed model on placeholders, outside of any name scope of its own."""
        if not self._is_graph_network and _scope_lsp.is_a(input_shape, type(None)):
            raise ValueError(
                "Input shape must be defined when calling build on a model subclass network."
            )
        if not self._is_graph_network and not self.inputs:
            if (
                isinstance(input_shape, list)
                and input_shape
                and isinstance(input_shape[0], (list, tuple, TensorShape))
            ):
                x = [placeholder(dtype_of(_state.floatx()), shape) for shape in input_shape]
            else:
                x = placeholder(dtype_of(_state.floatx()), input_shape)
            self.call(x, training=False) if "training" in self._required() else self.call(x)
        self.built = True

    def _required(self):
        """What `call` needs besides the inputs; nothing but `training` can be given to it here."""
        found = inspect.getfullargspec(self.call)
        if not _scope_lsp.is_known(found):
            return ()
        required = found.args[2 : len(found.args) - len(found.defaults or ())]
        for name in required:
            if name != "training":
                raise ValueError(
                    "Currently, you cannot build your model if it has positional or keyword "
                    "arguments that are not inputs to the model, but are required for its `call` "
                    "method. Instead, in order to instantiate and build your model, `call` your "
                    "model on real tensor data with all expected call arguments."
                )
        return required

    def _maybe_build(self, inputs):
        # Called on tensors, a model has nothing to build unless its class says how.
        if self.__class__.build is not Network.build and not self._is_graph_network:
            Layer._maybe_build(self, inputs)
        self.built = True

    # What it has.

    @property
    def layers(self):
        if not self._has_all_layers:
            return _scope_lsp.unknown("layers that an unknown tensor came through")
        return self._children(unknown=True)

    def get_layer(self, name=None, index=None):
        layers = self._children()
        if index is not None:
            if not self._has_all_layers:
                return self.layers[index]
            if len(layers) <= index:
                raise ValueError(
                    "Was asked to retrieve layer at index "
                    + str(index)
                    + " but model only has "
                    + str(len(layers))
                    + " layers."
                )
            return layers[index]
        for layer in layers:
            if not _scope_lsp.is_known(layer._name) or not _scope_lsp.is_known(name):
                return _scope_lsp.unknown("a layer by name")
            if layer._name == name:
                return layer
        if not self._has_all_layers:
            return _scope_lsp.unknown("a layer by name")
        raise ValueError("No such layer: " + name)

    def _assert_weights_created(self):
        if not self._is_graph_network and not self.built and "build" in self.__class__.__dict__:
            raise ValueError(
                "Weights for model %s have not yet been created. Weights are created when the "
                "Model is first called on inputs or `build()` is called with an `input_shape`."
                % self._name
            )

    @property
    def weights(self):
        self._assert_weights_created()
        return self._gather("weights") + self._own(True) + self._own(False)

    @property
    def trainable_weights(self):
        self._assert_weights_created()
        return self._gather("trainable_weights") + self._own(True) if self.trainable else []

    @property
    def non_trainable_weights(self):
        self._assert_weights_created()
        if self.trainable:
            return self._gather("non_trainable_weights") + self._own(False)
        return (
            self._gather("trainable_weights")
            + self._own(True)
            + self._gather("non_trainable_weights")
            + self._own(False)
        )

    @property
    def state_updates(self):
        return []

    def reset_states(self):
        return None

    def summary(self, line_length=None, positions=None, print_fn=None):
        return None

    # Files.

    def save(
        self, filepath, overwrite=True, include_optimizer=True, save_format=None, signatures=None
    ):
        from tensorflow.keras._saved_models import save_model  # imports this module itself

        save_model(
            self,
            filepath,
            overwrite,
            include_optimizer=include_optimizer,
            save_format=save_format,
        )

    def save_weights(self, filepath, overwrite=True, save_format=None):
        return None

    def load_weights(self, filepath, by_name=False):
        return _scope_lsp.unknown("what loading weights gives")

    def to_json(self, **kwargs):
        return Text(serialize(self))

    def to_yaml(self, **kwargs):
        return Text(serialize(self))

    def get_config(self):
        if not self._is_graph_network:
            return _scope_lsp.unknown("the configuration of a model")
        return {
            "name": self._name,
            "layers": [serialize(layer) for layer in self._layers if _scope_lsp.is_known(layer)],
            "_model": self,
        }

    @classmethod
    def from_config(cls, config, custom_objects=None):
        from tensorflow.keras._cloning import from_configuration  # imports this module itself

        if not _scope_lsp.is_known(config) or "_model" not in config:
            return _scope_lsp.unknown("a model from its configuration")
        return from_configuration(config["_model"])


def _distinct(names):
    """Names of outputs, made unique (Network._set_output_names); what is not known is another."""
    found, taken = [], []
    for name in names:
        proposal, count = name, 1
        if _scope_lsp.is_known(name):
            while proposal in taken:
                proposal = "{}_{}".format(name, count)
                count = count + 1
            taken.append(proposal)
        found.append(proposal)
    return found
