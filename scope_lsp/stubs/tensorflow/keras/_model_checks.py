"""What models refuse when they are made, and before they look at data.

Modelled on _init_graph_network and _map_graph_network of keras/engine/network.py, and on
_check_call_args and _validate_or_infer_batch_size of keras/engine/training.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._dataset import Dataset
from tensorflow._tensor import is_tensor


def check_connected(inputs, nodes):
    """_map_graph_network: what the layers take is computed from the inputs."""
    computed = set(inputs)
    reached = []
    for node in nodes:
        for tensor in flatten(node.input_tensors):
            if not is_tensor(tensor) or tensor._is_unknown:
                return
            if tensor not in computed:
                _scope_lsp.fail(
                    'Graph disconnected: cannot obtain value for tensor %s at layer "%s". The '
                    "following previous layers were accessed without issue: %s"
                    % (tensor, node.outbound_layer._name, reached)
                )
                return
        computed.update(flatten(node.output_tensors))
        reached.append(node.outbound_layer._name)


def check_names(layers):
    """_map_graph_network: the layers of a model have names of their own."""
    names = []
    for layer in layers:
        if _scope_lsp.is_known(layer) and _scope_lsp.is_known(layer._name):
            names.append(layer._name)
    if len(set(names)) < len(names):
        for name in names:
            if names.count(name) > 1:
                _scope_lsp.fail(
                    'The name "%s" is used %d times in the model. All layer names should be unique.'
                    % (name, names.count(name))
                )
                return


def check_keywords(kwargs):
    for keyword in kwargs if _scope_lsp.is_known(kwargs) else ():
        if keyword != "trainable":
            _scope_lsp.refuse_keyword(
                keyword,
                "('Functional models may only specify `name` and `trainable` keyword arguments "
                "during initialization. Got an unexpected argument:', %r)" % keyword,
            )


def check_call_arguments(model, method):
    found = inspect.getfullargspec(model.call)
    if not _scope_lsp.is_known(found):
        return
    required = found.args[: len(found.args) - len(found.defaults or ())]
    extra = [name for name in required if name != "training"][2:]
    if extra:
        raise ValueError(
            "Models passed to `%s` can only have `training` and the first argument in `call` as "
            "positional arguments, found: %s." % (method, extra)
        )


def check_batch_size(x, batch_size):
    from tensorflow.keras.utils import Sequence  # imports this module itself

    if (
        _scope_lsp.is_known(x)
        and batch_size is not None
        and (isinstance(x, (Dataset, Sequence)) or inspect.isgenerator(x))
    ):
        raise ValueError(
            "The `batch_size` argument must not be specified for the given input type. Received "
            "input: %s, batch_size: %s" % (x, batch_size)
        )


def check_fit(model, x, batch_size, named):
    """What Model.fit refuses before it makes anything (Model._validate_or_infer_batch_size)."""
    check_batch_size(x, batch_size)
    if named.get("validation_steps") and named.get("validation_data") is None:
        if not named.get("validation_split"):
            _scope_lsp.fail(
                "`validation_steps` should not be specified if `validation_data` is None.",
                when="awaited",
            )
    inputs = model.inputs if getattr(model, "_is_graph_network", False) is True else None
    if not _scope_lsp.is_int(batch_size) or not _scope_lsp.is_a(inputs, list) or not inputs:
        return
    dims = getattr(inputs[0], "_dims", None)
    size = dims[0] if _scope_lsp.is_a(dims, tuple) and dims else None
    if _scope_lsp.is_int(size) and size != batch_size:
        _scope_lsp.fail(
            "The `batch_size` argument value %d is incompatible with the specified batch size of "
            "your Input Layer: %d" % (batch_size, size),
            when="awaited",
        )


def fed(x):
    """What the inputs of a model are made after: of a data set, what it gives for them."""
    if not _scope_lsp.is_a(x, Dataset):
        return x
    element = x.element_spec
    return element[0] if _scope_lsp.is_a(element, tuple) else element


_LISTS = {
    "target_tensors": "a list as `target_tensors`, it should have one entry per model output",
    "loss": "a list as loss, it should have one entry per model outputs",
    "loss_weights": "a list as loss_weights, it should have one entry per model output",
    "metrics": "a list of lists as `metrics`, it should have one entry per model output",
}


def check_outputs(names, loss, targets, weights, metrics):
    """What `compile` is given for each output: a list of as many, or a dict by their names."""
    _check(names, "loss", loss)
    _check(names, "target_tensors", targets)
    _check(names, "loss_weights", weights)
    _check(names, "metrics", metrics)


def _check(names, argument, given):
    if not _scope_lsp.is_known(given):
        return
    if isinstance(given, dict):
        if not all(_scope_lsp.is_known(name) for name in [*names, *given]):
            return
        others = [name for name in given if name not in names]
        if others:
            raise ValueError(
                "Unknown entries in %s dictionary: %s. Only expected following keys: %s"
                % (argument, others, names)
            )
    elif isinstance(given, list) and given and len(given) != len(names):
        nested = any(_scope_lsp.is_a(one, list) for one in given)
        if nested or argument != "metrics":
            raise ValueError(
                "When passing %s. The model has %s outputs, but you passed %s=%s"
                % (_LISTS[argument], len(names), argument, given)
            )
