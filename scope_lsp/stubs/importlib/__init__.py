"""Model of ``importlib``."""

from _scope_lsp_host import unknown


def import_module(name, package=None):
    if name[:1] == "." and package is not None:
        level = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        name = ".".join(parts[: len(parts) - level + 1] + [name.lstrip(".")])
    return __import__(name, fromlist=["*"])


def reload(module):
    return module


def invalidate_caches():
    return None


def __getattr__(name):
    return unknown("importlib." + name)
