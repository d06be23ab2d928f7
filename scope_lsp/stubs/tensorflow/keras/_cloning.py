"""`tf.keras.models.clone_model`: the layers of a model made again, with weights of their own.

Not here: models that are described by JSON or a file.

Modelled on keras/models.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten, map_structure
from tensorflow._tensor import is_tensor
from tensorflow.keras import _history
from tensorflow.keras._network import Input, InputLayer, Network
from tensorflow.keras._sequential import Sequential
from tensorflow.keras._training import Model


def clone_layer(layer):
    """A layer of the same configuration, its name included."""
    if isinstance(layer, InputLayer):
        shape = layer._batch_input_shape
        return InputLayer(
            batch_input_shape=tuple(shape.as_list()),
            dtype=layer.dtype,
            sparse=layer.sparse,
            name=layer._name,
        )
    if (
        isinstance(layer, Network)
        and layer._is_graph_network
        and type(layer) in (Model, Sequential)
    ):
        return clone_model(layer)
    return layer.__class__.from_config(layer.get_config())


def share_weights(layer):
    return layer


def clone_model(model, input_tensors=None, clone_function=None):
    make = clone_layer if clone_function is None else clone_function
    if isinstance(model, Sequential):
        return _clone_sequential_model(model, input_tensors, make)
    return _clone_functional_model(model, input_tensors, make)


def from_configuration(model):
    """The model that a model's configuration makes (Network.from_config).

    Other than in a copy, tensors among the arguments of layers are those of the new model.
    """
    if isinstance(model, Sequential):
        return _clone_sequential_model(model)
    return _clone_functional_model(model, None, clone_layer, maps_arguments=True)


def _cannot_follow(model, function):
    if _scope_lsp.is_known(model) and _scope_lsp.is_known(function):
        return False
    _scope_lsp.give_up("a copy of a model that is not known")
    return True


def _clone_sequential_model(model, input_tensors=None, layer_fn=clone_layer):
    if _cannot_follow(model, layer_fn):
        return _scope_lsp.unknown("a copy of a model")
    if not isinstance(model, Sequential):
        raise ValueError(
            "Expected `model` argument to be a `Sequential` model instance, but got:", model
        )
    if not callable(layer_fn):
        raise ValueError("Expected `layer_fn` argument to be a callable.")
    layers = []
    for layer in model._layers:
        if not _scope_lsp.is_known(layer):
            layers.append(layer)
        elif not isinstance(layer, InputLayer):
            layers.append(layer_fn(layer))
        elif input_tensors is None:
            layers.append(clone_layer(layer))
    if input_tensors is None:
        return Sequential(layers, model._name)
    given = flatten(input_tensors)
    if len(given) != 1:
        raise ValueError(
            "To clone a `Sequential` model, we expect  at most one tensor as part of "
            "`input_tensors`."
        )
    x = given[0]
    if not _history.has_history(x):
        x = Input(tensor=x, name="input_wrapper_for_" + str(x.name))
    elif not isinstance(x._keras_history.layer, InputLayer):
        raise ValueError(
            "Cannot clone a `Sequential` model on top of a tensor that comes from a Keras layer "
            "other than an `InputLayer`. Use the functional API instead."
        )
    return Sequential([x._keras_history.layer] + layers, model._name)


def _clone_functional_model(model, input_tensors=None, layer_fn=clone_layer, maps_arguments=False):
    if _cannot_follow(model, layer_fn):
        return _scope_lsp.unknown("a copy of a model")
    if not maps_arguments and not isinstance(model, Model):
        raise ValueError("Expected `model` argument to be a `Model` instance, got ", model)
    if isinstance(model, Sequential):
        raise ValueError(
            "Expected `model` argument to be a functional `Model` instance, got a `Sequential` "
            "instance instead:",
            model,
        )
    if not model._is_graph_network:
        raise ValueError(
            "Expected `model` argument to be a functional `Model` instance, but got a subclass "
            "model instead."
        )
    if not callable(layer_fn):
        raise ValueError("Expected `layer_fn` argument to be a callable.")
    copies, tensors = {}, {}
    inputs = []
    given = [None] * len(model.inputs) if input_tensors is None else flatten(input_tensors)
    for old, new in zip(model.inputs, given):
        layer = old._keras_history.layer
        if new is None:
            shape = layer._batch_input_shape
            new = Input(
                batch_shape=tuple(shape.as_list()),
                dtype=layer.dtype,
                sparse=layer.sparse,
                name=layer._name,
            )
            copies[layer] = new._keras_history.layer
        elif not _history.has_history(new):
            new = Input(tensor=new, name="input_wrapper_for_" + layer._name)
            copies[layer] = new._keras_history.layer
        tensors[old] = new
        inputs.append(new)

    def of(tensor):
        return tensors[tensor]

    def argument(value):
        return tensors.get(value, value) if maps_arguments and is_tensor(value) else value

    for node in model._nodes:
        old = node.outbound_layer
        if old in copies:
            layer = copies[old]
            if isinstance(layer, InputLayer):
                continue
        else:
            layer = copies[old] = layer_fn(old)
        if [x for x in flatten(node.input_tensors) if x not in tensors]:
            continue
        arguments = {key: map_structure(argument, x) for key, x in node.arguments.items()}
        outputs = layer(map_structure(of, node.input_tensors), **arguments)
        tensors.update(zip(flatten(node.output_tensors), flatten(outputs)))

    def wired(structure, made):
        return made[0] if is_tensor(structure) else made

    outputs = [tensors[x] for x in model.outputs]
    return Model(
        wired(model._nested_inputs, inputs), wired(model._nested_outputs, outputs), name=model._name
    )
