"""Of `sacred.stflow` nothing matters to names."""

from _scope_lsp_host import unknown


def __getattr__(name):
    return unknown("sacred.stflow." + name)
