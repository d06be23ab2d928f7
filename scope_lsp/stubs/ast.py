"""Model of ``ast``: literals; syntax trees are unknown."""

from _scope_lsp_host import literal_eval, unknown


def __getattr__(name):
    return unknown("ast." + name)
