"""Model of ``imp``, which Python had until 3.11: modules out of files of the workspace."""

from _scope_lsp_host import import_file, unknown

PY_SOURCE = 1
PKG_DIRECTORY = 5


def load_source(name, pathname, file=None):
    return import_file(name, pathname)


def reload(module):
    return module


def __getattr__(name):
    return unknown("imp." + name)
