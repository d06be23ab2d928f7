"""tensorflow.python.eager.context.

Modelled on python/eager/context.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._tensor import EAGER_BLOCKS

GRAPH_MODE = 0
EAGER_MODE = 1


def executing_eagerly():
    return _scope_lsp.executing_eagerly()


in_eager_mode = executing_eagerly


def in_graph_mode():
    return not executing_eagerly()


def num_gpus():
    return _scope_lsp.unknown("how many GPUs there are")


class _Mode:
    """Ops run at once in here, or they do not."""

    def __init__(self, eager):
        self._eager = eager

    def __enter__(self):
        self._entered = None
        if self._eager:
            EAGER_BLOCKS[0] = True
            self._entered = _scope_lsp.in_graph(_scope_lsp.new_eager_graph())
        elif _scope_lsp.executing_eagerly() is not False:
            self._entered = _scope_lsp.in_graph(_scope_lsp.new_graph())

    def __exit__(self, *exception):
        if self._entered is not None:
            self._entered.__exit__()
        return False


def eager_mode():
    return _Mode(True)


def graph_mode():
    return _Mode(False)


class _Context:
    def executing_eagerly(self):
        return executing_eagerly()

    in_eager_mode = executing_eagerly

    def in_graph_mode(self):
        return not executing_eagerly()

    def num_gpus(self):
        return num_gpus()

    def __getattr__(self, name):
        return _scope_lsp.unknown("the context that ops run in")


def context():
    return _Context()
