"""`slim.model_analyzer`: what it prints is not shown, and the sizes are not counted."""

import _scope_lsp


def tensor_description(var):
    return _scope_lsp.unknown("the description of a tensor")


def analyze_ops(graph, print_info=False):
    return _scope_lsp.unknown("the size of a graph")


def analyze_vars(variables, print_info=False):
    return _scope_lsp.unknown("the size of variables"), _scope_lsp.unknown("the bytes of variables")
