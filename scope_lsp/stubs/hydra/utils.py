"""`hydra.utils`: objects made by their `_target_`."""

import importlib

from _scope_lsp_host import is_known, unknown


def get_original_cwd():
    return unknown("the working directory")


def to_absolute_path(path):
    return path


def get_method(path):
    if not is_known(path):
        return unknown("a function that the configuration names")
    module, dot, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)


get_class = get_object = get_method


def instantiate(config, *args, **kwargs):
    if not is_known(config):
        return unknown("an object that the configuration describes")
    if config is None:
        return None
    merged = {key: config[key] for key in config if key[:1] != "_" and key not in ("cls", "params")}
    merged.update(config.get("params") or {})
    merged.update(kwargs)
    recursive = config.get("_recursive_", True)
    if recursive:
        for key, value in merged.items():
            if isinstance(value, dict) and "_target_" in value:
                merged[key] = instantiate(value)
    return get_method(config.get("_target_") or config.get("cls"))(*args, **merged)


call = instantiate


def __getattr__(name):
    return unknown("hydra.utils." + name)
