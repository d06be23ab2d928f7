"""Model of ``importlib.machinery``: loaders of files of the workspace."""

from _scope_lsp_host import unknown
from importlib.util import _Loader


class SourceFileLoader(_Loader):
    pass


SOURCE_SUFFIXES = [".py"]


def all_suffixes():
    return [".py", ".pyc", ".so"]


def __getattr__(name):
    return unknown("importlib.machinery." + name)
