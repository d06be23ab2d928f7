"""Of `sacred.utils` nothing matters to names."""

from _scope_lsp_host import unknown


def __getattr__(name):
    return unknown("sacred.utils." + name)
