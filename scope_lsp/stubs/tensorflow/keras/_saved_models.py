"""Models that the program itself writes to HDF5 files, and reads back.

A file is told by its path, or by being the same unknown value.  Not here: files that were there
before, saved models of TensorFlow's format, and weights alone.

Modelled on keras/saving/{save,hdf5_format,saving_utils}.py of TensorFlow 1.15.5.
"""

import os

import _scope_lsp

from tensorflow.keras import losses, optimizers
from tensorflow.keras._cloning import from_configuration
from tensorflow.keras._network import Network
from tensorflow.keras._sequential import Sequential
from tensorflow.keras._serialization import written_class

_EXTENSIONS = (".h5", ".hdf5", ".keras")
_written = []
"""Paths with what was written there, the newest last; None for what is of another format."""


class _File:
    def __init__(self, model, include_optimizer):
        self.cls = model.__class__
        self.config = model.get_config()
        self.model = model
        self.training = self.optimizer = None
        self.has_state = False
        optimizer = getattr(model, "optimizer", None)
        if include_optimizer and optimizer and not isinstance(optimizer, optimizers.TFOptimizer):
            self.training = model._compiled_with
            self.optimizer = optimizers.serialize(optimizer)
            self.has_state = bool(optimizer.weights)


def save_model(
    model, filepath, overwrite=True, include_optimizer=True, save_format=None, signatures=None
):
    if not _scope_lsp.is_known(model):
        return
    if not _scope_lsp.is_known(save_format):
        is_hdf5 = False
    else:
        extension = os.path.splitext(filepath)[1] if _scope_lsp.is_a(filepath, str) else None
        is_hdf5 = save_format in (None, "h5") or extension in _EXTENSIONS
    if is_hdf5 and not model._is_graph_network and not isinstance(model, Sequential):
        raise NotImplementedError(
            "Saving the model to HDF5 format requires the model to be a Functional model or a "
            "Sequential model. It does not work for subclassed models, because such models are "
            "defined via the body of a Python method, which isn't safely serializable. Consider "
            'saving to the Tensorflow SavedModel format (by setting save_format="tf") or using '
            "`save_weights`."
        )
    _written.append((filepath, _File(model, include_optimizer) if is_hdf5 else None))


def _read(filepath):
    """What the program wrote to a file; None if that is not known."""
    if not _scope_lsp.is_known(_written):
        return None
    found = None
    for i in range(len(_written)):  # the loop over the pairs would give other unknown values
        if _scope_lsp.is_among(filepath, [_written[i][0]]) or _written[i][0] == filepath:
            found = _written[i][1]
    return found


def load_model(filepath, custom_objects=None, compile=True):
    file = _read(filepath)
    if not _scope_lsp.is_known(file) or file is None or not _scope_lsp.is_known(file.config):
        _scope_lsp.give_up("a model that is loaded from a file")
        return _scope_lsp.unknown("a model that is loaded from a file")
    known = custom_objects or {}
    _check_classes(file.config, known)
    if isinstance(file.model, Sequential):
        model = file.cls.from_config(file.config, custom_objects=known)
    else:
        model = from_configuration(file.model)
    if not compile or file.training is None:
        return model
    loss, wanted, weights, weighted = file.training
    model.compile(
        optimizers.deserialize(file.optimizer, known),
        _again(loss, known, "loss"),
        metrics=_again(wanted, known, "metric"),
        loss_weights=weights,
        weighted_metrics=_again(weighted, known, "metric"),
    )
    if file.has_state and model._is_graph_network:
        model._make_train_function()
    return model


def _check_classes(config, known):
    """Refuse classes of the program that the caller does not name."""
    for layer in config["layers"]:
        cls = written_class(layer["class_name"], known)
        if cls is None:
            raise ValueError("Unknown layer: " + layer["class_name"])
        if _scope_lsp.is_known(cls) and issubclass(cls, Network) and "layers" in layer["config"]:
            _check_classes(layer["config"], known)


def _again(value, known, kind):
    """A loss or metrics of a file: by name, or made again from a configuration."""
    if isinstance(value, dict):
        return {key: _again(one, known, kind) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_again(one, known, kind) for one in value]
    if not _scope_lsp.is_known(value) or value is None:
        return value
    if isinstance(value, str):
        return known.get(value, value)
    if isinstance(value, losses.Loss):
        return value
    if hasattr(value, "get_config"):  # made only where the model is compiled
        name = value.__class__.__name__
        config = value.get_config()
        made = known[name].from_config(config) if name in known else None
        return {"class_name": name, "config": config} if made is None else made
    name = value.__name__
    if name in known:
        return known[name]
    if value.__module__.startswith("tensorflow"):
        return value
    raise ValueError("Unknown %s function:%s" % (kind, name))
