"""Layers and models as configurations, and made again from them.

Not here: what the configuration of a layer holds (`Layer.get_config`), and copies (`_cloning`).

Modelled on keras/layers/serialization.py and keras/utils/generic_utils.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

_classes = {}
"""By name: the classes of what was written down, those of the program too."""


def serialize(layer):
    _classes[layer.__class__.__name__] = layer.__class__
    return {"class_name": layer.__class__.__name__, "config": layer.get_config()}


def deserialize(config, custom_objects=None):
    if not _scope_lsp.is_known(config) or not isinstance(config, dict):
        return config
    name = config["class_name"]
    cls = (custom_objects or {}).get(name) or _classes.get(name) or _named(name)
    if not _scope_lsp.is_known(cls) or cls is None:
        return _scope_lsp.unknown("a layer from its configuration")
    if "custom_objects" in inspect.getfullargspec(cls.from_config).args:
        return cls.from_config(config["config"], custom_objects=custom_objects)
    return cls.from_config(config["config"])


def written_class(name, custom_objects):
    """The class that a file names; None of one that only the program knows."""
    from tensorflow.keras.utils import get_custom_objects  # imports this module itself

    found = custom_objects.get(name) or get_custom_objects().get(name)
    if found is None:
        found = _classes.get(name)
        if found is None or not found.__module__.startswith(("tensorflow", "keras")):
            return None
    return found


def _named(name):
    from tensorflow.keras import layers, models  # imports this module itself

    return getattr(models if name in ("Model", "Sequential") else layers, name, None)


class Text:
    """A text that describes a layer; of its letters nothing is known."""

    def __init__(self, config):
        self.config = config

    def __getattr__(self, name):
        return _scope_lsp.unknown("a model as a text")

    def __str__(self):
        return _scope_lsp.unknown("a model as a text")


def read(text, custom_objects=None):
    if not _scope_lsp.is_a(text, Text):
        return _scope_lsp.unknown("a model that is made of a text")
    return deserialize(text.config, custom_objects)
