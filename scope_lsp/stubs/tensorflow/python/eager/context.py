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
        self._pushed = self._eager or _scope_lsp.executing_eagerly() is not False
        if self._eager:
            EAGER_BLOCKS[0] = True
        if self._pushed:
            _scope_lsp.push_graph(
                _scope_lsp.new_eager_graph() if self._eager else _scope_lsp.new_graph()
            )

    def __exit__(self, *exception):
        if self._pushed:
            _scope_lsp.pop_graph()
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
