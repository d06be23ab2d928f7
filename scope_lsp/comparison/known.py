"""Renames that many models went through, because TensorFlow or its layers changed.

They are found like any others; this table explains them.
"""

from __future__ import annotations

import re

from scope_lsp.comparison.renames import Rename

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (r"weights", r"kernel", "RNN cells since TensorFlow 1.2, or slim against tf.layers"),
    (r"biases", r"bias", "RNN cells since TensorFlow 1.2, or slim against tf.layers"),
    (r"BatchNorm", r"batch_normalization", "slim's batch_norm against tf.layers"),
    (r"batch_normalization\S*", r"batch_normalization_v1\S*", "Keras in TensorFlow 1.13"),
    (r"Conv(?:_\d+)?", r"conv2d(?:_\d+)?", "slim's conv2d against tf.layers"),
    (r"fully_connected(?:_\d+)?", r"dense(?:_\d+)?", "slim's fully_connected against tf.layers"),
    (r"moving_avg|moving_averages?|running_mean", r"moving_mean", "spellings of a moving mean"),
    (r"moving_var|running_var(?:iance)?", r"moving_variance", "spellings of a moving variance"),
    (r"rnn|(?:stack_)?bidirectional_rnn", r"cudnn_lstm|cudnn_gru", "a cudnn layer's own scope"),
    (r"\w*lstm_cell", r"cudnn_compatible_lstm_cell", "the cell with a cudnn layer's weights"),
    (r"\w*gru_cell", r"cudnn_compatible_gru_cell", "the cell with a cudnn layer's weights"),
    (r"(?:cell_\d+|multi_rnn_cell)", r"", "cells in a MultiRNNCell"),
    (r"multi_rnn_cell/cell_\d+", r"", "cells in a MultiRNNCell"),
    (r"(?:rnn/)?\w+_cell", r"", "RNN cells that were called under the scopes of others"),
    (r"RNN/.*", r"rnn/.*", "RNN cells since TensorFlow 1.0"),
    (r"BasicLSTMCell|BasicLSTM", r"basic_lstm_cell", "RNN cells since TensorFlow 1.0"),
    (r"LSTMCell", r"lstm_cell", "RNN cells since TensorFlow 1.0"),
    (r"GRUCell", r"gru_cell", "RNN cells since TensorFlow 1.0"),
    (r"Cell(\d+)", r"cell_\d+", "MultiRNNCell since TensorFlow 1.0"),
    (r"MultiRNNCell", r"multi_rnn_cell", "MultiRNNCell since TensorFlow 1.0"),
    (r"RNN", r"rnn", "dynamic_rnn and static_rnn since TensorFlow 1.0"),
    (r"Matrix", r"weights|kernel", "RNN cells since TensorFlow 1.0"),
    (r"Bias", r"biases|bias", "RNN cells since TensorFlow 1.0"),
    (r"W_F_diag", r"w_f_diag", "LSTM peepholes since TensorFlow 1.0"),
    (r"W_I_diag", r"w_i_diag", "LSTM peepholes since TensorFlow 1.0"),
    (r"W_O_diag", r"w_o_diag", "LSTM peepholes since TensorFlow 1.0"),
)  # fmt: skip
"""Both spellings, in either direction, and the reason."""


def reason(rename: Rename) -> str:
    """Why names like these were changed; empty if unknown."""
    for one, other, why in _KNOWN:
        for first, second in ((one, other), (other, one)):
            if all(
                re.fullmatch(first, "/".join(step.old)) and re.fullmatch(second, "/".join(step.new))
                for step in rename.steps
            ):
                return why
    return ""
