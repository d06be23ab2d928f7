"""Model of ``imp``, which Python had until 3.11: modules out of files of the workspace."""

import sys

from _scope_lsp_host import import_file, unknown

PY_SOURCE = 1
PKG_DIRECTORY = 5


def load_source(name, pathname, file=None):
    return import_file(name, pathname)


def load_dynamic(name, path, file=None):
    """Compiled code defines what it likes; it fills a module of that name if one is imported."""
    module = sys.modules.get(name)
    if module is None:
        return unknown("module " + name + " is compiled")
    module.__getattr__ = lambda attribute: unknown(name + "." + attribute + " is compiled")
    return module


def reload(module):
    return module


def __getattr__(name):
    return unknown("imp." + name)
