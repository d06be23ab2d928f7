"""The recurrent layers of TensorFlow 2, which its module recurrent_v2 has under version 1 too.

They differ from those in `_recurrent` by what they take for granted.

Modelled on keras/layers/recurrent_v2.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow.keras import _cells, _recurrent

if __name__[:10] == "tensorflow":  # and not standalone Keras
    __name__ = "tensorflow.python.keras.layers.recurrent_v2"  # what classes say of themselves

_DEFAULTS = {"recurrent_activation": "sigmoid", "reset_after": True, "implementation": 2}


def _filled(names, args, kwargs):
    """The keywords with this version's defaults for what was not given."""
    given = names[: len(args)]
    return dict(
        {name: value for name, value in _DEFAULTS.items() if name in names and name not in given},
        **kwargs,
    )


class GRUCell(_cells.GRUCell):
    def __init__(self, units, *args, **kwargs):
        super(GRUCell, self).__init__(units, *args, **_filled(self._names, args, kwargs))


class _MayUseCudnn:
    @property
    def could_use_cudnn(self):
        if _scope_lsp.executing_eagerly() is False and not _scope_lsp.building_function():
            return False
        return _scope_lsp.unknown("whether a layer may run in cudnn")


class GRU(_MayUseCudnn, _recurrent.GRU):
    _cell = GRUCell


class LSTMCell(_cells.LSTMCell):
    def __init__(self, units, *args, **kwargs):
        super(LSTMCell, self).__init__(units, *args, **_filled(self._names, args, kwargs))


class LSTM(_MayUseCudnn, _recurrent.LSTM):
    _cell = LSTMCell
