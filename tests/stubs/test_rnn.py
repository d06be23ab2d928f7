"""What TensorFlow says about invalid or unknown arguments of cells."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

START = "import tensorflow as tf\ncells = tf.nn.rnn_cell\n"
ERRORS = {
    "cells.GRUCell(3)(tf.zeros([2, 5], tf.int32), tf.zeros([2, 3]))": (
        "ValueError: RNN cell only supports floating point inputs, but saw dtype: <dtype: 'int32'>"
    ),
    "tf.nn.dynamic_rnn(cells.GRUCell(3), tf.zeros([2, 3, 4]))": (
        "ValueError: If there is no initial_state, you must give a dtype."
    ),
    "x = tf.placeholder(tf.float32, [2, 3, None])\n"
    "tf.nn.dynamic_rnn(cells.GRUCell(3), x, dtype=tf.float32)": (
        "ValueError: Input size (depth of inputs) must be accessible via shape inference, "
        "but saw value None."
    ),
    "cells.GRUCell(3)(tf.placeholder(tf.float32, [2, None]), tf.zeros([2, 3]))": (
        "ValueError: Expected inputs.shape[-1] to be known, saw shape: (2, None)"
    ),
    "cells.MultiRNNCell([])": "ValueError: Must specify at least one cell for MultiRNNCell.",
    "tf.nn.static_rnn(cells.GRUCell(3), [], dtype=tf.float32)": (
        "ValueError: inputs must not be empty"
    ),
    "cells.DropoutWrapper(cells.GRUCell(3), 2.0)": (
        "ValueError: Parameter input_keep_prob must be between 0 and 1: 2"
    ),
}


@pytest.mark.parametrize("program", sorted(ERRORS))
def test_errors_are_those_of_tensorflow(program: str) -> None:
    analysis = analyze(Snapshot("/p/model.py", START + program + "\n"), patient())
    assert [problem.message for problem in analysis.problems] == [ERRORS[program]]


UNKNOWN = {
    "inputs, cells of unknown size": "import data\n"
    "tf.nn.dynamic_rnn(cells.LSTMCell(data.n), data.x, dtype=tf.float32)\n",
    "an unknown number of steps": "import data\n"
    "tf.nn.static_rnn(cells.LSTMCell(3), data.steps, dtype=tf.float32)\n",
    "an unknown state": "import data\n"
    "tf.nn.dynamic_rnn(cells.LSTMCell(3), tf.zeros([2, 3, 4]), initial_state=data.state)\n",
    "unknown flags": "import data\n"
    "tf.nn.dynamic_rnn(cells.LSTMCell(3, use_peepholes=False, num_proj=None),\n"
    "    data.x, data.lengths, dtype=data.dtype, time_major=data.flag)\n",
    "an unknown wrapper's arguments": "import data\n"
    "cell = cells.DropoutWrapper(cells.LSTMCell(3), data.a, data.b, data.c)\n"
    "tf.nn.dynamic_rnn(cell, data.x, dtype=tf.float32)\n",
}


@pytest.mark.parametrize("case", sorted(UNKNOWN))
def test_what_is_unknown_hides_no_name_and_is_no_error(case: str) -> None:
    analysis = analyze(Snapshot("/p/model.py", START + UNKNOWN[case]), patient())
    assert [event.name for event in analysis.variables] == [
        "rnn/lstm_cell/kernel:0",
        "rnn/lstm_cell/bias:0",
    ]
    assert not analysis.problems and not analysis.errors


def test_an_unknown_cell_is_no_error() -> None:
    source = (
        START
        + "import data\nout, state = tf.nn.dynamic_rnn(data.cell(), data.x, dtype=tf.float32)\n"
    )
    source += "tf.nn.bidirectional_dynamic_rnn(data.cell(), data.cell(), data.x, dtype=data.t)\n"
    source += "outs, state = tf.nn.static_rnn(data.cell(), tf.unstack(data.x), dtype=data.t)\n"
    source += "many = cells.MultiRNNCell([data.cell() for _ in range(data.n)])\n"
    source += "tf.nn.dynamic_rnn(many, data.x, dtype=tf.float32)\n"
    source += "tf.get_variable('after', [1])\n"
    analysis = analyze(Snapshot("/p/model.py", source), patient())
    assert [event.name for event in analysis.variables] == ["after:0"]
    assert not analysis.problems and not analysis.errors


def test_a_cudnn_layer_has_one_weight_of_unknown_shape() -> None:
    source = "import tensorflow as tf\n"
    source += "layers = tf.contrib.cudnn_rnn\n"
    source += "x = tf.zeros([5, 4, 6])\n"
    source += "for kind in (layers.CudnnLSTM, layers.CudnnGRU):\n"
    source += "    layer = kind(2, 3)\n"
    source += "    layer(x)\n"
    source += "    out, state = layer(x)\n"
    source += "    kind(1, 3, direction='bidirectional', name=kind.__name__)(x)\n"
    source += "    tf.get_variable('states_%d_%d' % (len(layer.weights), len(state)), out.shape)\n"
    analysis = analyze(Snapshot("/p/model.py", source), patient())
    assert [(event.name, event.shape) for event in analysis.variables] == [
        ("cudnn_lstm/opaque_kernel:0", None),
        ("CudnnLSTM/opaque_kernel:0", None),
        ("states_1_2:0", (5, 4, 3)),
        ("cudnn_gru/opaque_kernel:0", None),
        ("CudnnGRU/opaque_kernel:0", None),
        ("states_1_1:0", (5, 4, 3)),
    ]


def test_a_decoder_of_unknown_parts_has_all_its_names() -> None:
    source = "import tensorflow as tf\nimport data\nseq2seq = tf.contrib.seq2seq\n"
    source += "memory = seq2seq.BahdanauAttention(data.n, data.x, data.lengths)\n"
    source += "cell = tf.nn.rnn_cell.LSTMCell(data.n)\n"
    source += "cell = seq2seq.AttentionWrapper(cell, memory, attention_layer_size=data.n)\n"
    source += "helper = seq2seq.TrainingHelper(data.x, data.lengths, data.flag)\n"
    source += "start = cell.zero_state(data.batch, tf.float32)\n"
    source += "decoder = seq2seq.BasicDecoder(cell, helper, start, tf.layers.Dense(data.n))\n"
    source += "outputs, state, lengths = seq2seq.dynamic_decode(decoder)\n"
    source += "tf.get_variable('after', [1])\n"
    analysis = analyze(Snapshot("/p/model.py", source), patient())
    wrapper = "decoder/attention_wrapper/"
    assert [event.name for event in analysis.variables] == [
        "memory_layer/kernel:0",
        wrapper + "lstm_cell/kernel:0",
        wrapper + "lstm_cell/bias:0",
        wrapper + "bahdanau_attention/query_layer/kernel:0",
        wrapper + "bahdanau_attention/attention_v:0",
        wrapper + "attention_layer/kernel:0",
        "decoder/dense/kernel:0",
        "decoder/dense/bias:0",
        "after:0",
    ]
    assert not analysis.problems and not analysis.errors
