"""tensorflow.python.tf2: whether a program asked for the behaviour of TensorFlow 2."""

import _scope_lsp


def enabled():
    """As python/tf2.py of TensorFlow 1.15.5: programs that build graphs did not ask."""
    eager = _scope_lsp.executing_eagerly()
    return False if eager is False else _scope_lsp.unknown("does TensorFlow behave as version 2?")
