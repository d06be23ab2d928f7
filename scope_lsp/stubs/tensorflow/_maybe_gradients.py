"""Gradients that may be None: it is not known whether a loss depends on the variable.

Not here: how they are found (`_gradients`).  What a gradient may be is kept in `_may_be_none`.
"""

import _scope_lsp


def may_be_none(grad, var):
    """Whether a gradient may not reach a variable; what is made of one does not say."""
    if not _scope_lsp.is_known(grad):
        return True
    if grad is None:
        return False
    flag = getattr(grad, "_may_be_none", None)
    return getattr(var, "_may_be_stopped", False) if flag is None else flag


def reaches_nothing(grads_and_vars):
    """Whether none of some variables has a gradient, which is known of each."""
    if not _scope_lsp.is_a(grads_and_vars, (list, tuple)) or not grads_and_vars:
        return False
    for pair in grads_and_vars:
        if not _scope_lsp.is_known(pair) or not _scope_lsp.is_known(len(pair)) or len(pair) != 2:
            return False
        grad, var = pair
        if not _scope_lsp.is_known(grad) or grad is not None or may_be_none(grad, var):
            return False
    return True


def in_place_of(grad, made):
    """What a function made of a gradient that hands on None where there is none."""
    flag = getattr(grad, "_may_be_none", None)
    if flag is not None and made is not grad:
        made._may_be_none = flag
    return made
