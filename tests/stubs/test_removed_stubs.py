"""A missing stub affects its own names, and no others.

Each stub file is taken away in turn.  Then a program runs that needs it, and behind that others
that do not: what those make has to have the same names, shapes and certainty as ever.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from scope_lsp.resolve.modules import ModuleLoader
from scope_lsp.resolve.stub_path import OWN_STUBS
from tests.support.patience import patient

START = "import tensorflow as tf\nslim = tf.contrib.slim\n"
USES = {
    "plain": 'tf.Variable(0.0)\nwith tf.variable_scope("s"):\n    tf.get_variable("w", [2])',
    "dense": "tf.layers.dense(tf.ones([2, 3]), 4)",
    "conv": "tf.layers.conv2d(tf.ones([2, 8, 8, 3]), 4, 3)",
    "norm": "tf.layers.batch_normalization(tf.ones([2, 3]), training=True)",
    "template": 'tf.make_template("t", lambda: tf.get_variable("w", [2]))()',
    "slim": "slim.conv2d(tf.ones([2, 8, 8, 3]), 4, 3, normalizer_fn=slim.batch_norm)",
    "rare": "tf.contrib.layers.maxout(slim.fully_connected(tf.ones([2, 4]), 4), 2)",
    "cell": "tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), [tf.ones([2, 3])], dtype=tf.float32)",
    "cells": "tf.contrib.rnn.NASCell(3)(tf.ones([2, 3]), (tf.ones([2, 3]), tf.ones([2, 3])))",
    "decoder": "tf.contrib.seq2seq.BahdanauAttention(3, tf.ones([2, 5, 3]))",
    "legacy": "seq = tf.contrib.legacy_seq2seq\ncell = tf.nn.rnn_cell.GRUCell(3)\n"
    "seq.basic_rnn_seq2seq([tf.ones([2, 3])], [tf.ones([2, 3])], cell)",
    "train": 'loss = tf.reduce_sum(tf.get_variable("w", [2]))\n'
    "tf.train.AdamOptimizer().minimize(loss)",
    "contrib_opt": 'loss = tf.reduce_sum(tf.get_variable("w", [2]))\n'
    "tf.contrib.opt.NadamOptimizer().minimize(loss)",
    "average": 'w = tf.get_variable("w", [2])\ntf.train.ExponentialMovingAverage(0.9).apply([w])',
    "once": 'loss = tf.reduce_sum(tf.get_variable("w", [2]))\n'
    'tf.contrib.layers.optimize_loss(loss, tf.train.get_or_create_global_step(), 0.1, "Adam")',
    "keras": 'tf.keras.layers.Dense(4, activation="relu")(tf.ones([2, 3]))',
    "keras_conv": "tf.keras.layers.SeparableConv2D(4, 3)(tf.ones([2, 8, 8, 3]))",
    "keras_lstm": "tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(4))(tf.ones([2, 5, 3]))",
    "keras_model": "layers = tf.keras.layers\n"
    "model = tf.keras.Sequential([layers.Dense(4, input_shape=(3,)), layers.Dense(1)])\n"
    'model.compile("adam", loss="mse", metrics=["accuracy"])\nmodel._make_train_function()',
    "metrics": "tf.metrics.accuracy(tf.ones([2]), tf.ones([2]))",
    "estimator": "def model_fn(features, labels, mode):\n    tf.layers.dense(tf.ones([2, 3]), 1)\n"
    "tf.estimator.Estimator(model_fn).train(lambda: {}, steps=1)",
    "columns": 'column = tf.feature_column.numeric_column("x")\n'
    'tf.feature_column.linear_model({"x": tf.ones([2, 1])}, [column])',
    "loop": 'tf.while_loop(lambda i: i < 3, lambda i: i + tf.get_variable("w", []), [0.0])',
    "images": "x = tf.image.resize_images(tf.ones([2, 8, 8, 3]), [4, 4])\n"
    'tf.summary.image("i", x)\ntf.get_variable("w", x.shape)',
    "numpy": 'import numpy as np\ntf.get_variable("w", initializer=np.zeros([2, 3], np.float32))',
    "flags": 'tf.app.flags.DEFINE_integer("size", 3, "")\n'
    "tf.Variable(tf.zeros([tf.flags.FLAGS.size]))",
    "library": "import collections, functools, itertools, os, re\n"
    'P = collections.namedtuple("P", "a b")\nfor a, b in itertools.product("ab", "c"):\n'
    '    tf.get_variable(re.sub("c", "d", os.path.join(a, b)), [P(1, 2).b])',
}


def program(names: list[str]) -> str:
    """The uses one behind the other, each in a graph of its own."""
    parts = [START]
    for name in names:
        body = "\n    ".join(USES[name].splitlines())
        parts.append(f"with tf.Graph().as_default():\n    {body}\n")
    return "".join(parts)


def run(source: str) -> Analysis:
    return analyze(Snapshot("/nowhere/program.py", source), patient())


def made(analysis: Analysis, line: int) -> list[object]:
    """What the lines from ``line`` on make."""
    return [
        (event.name, event.shape, event.certainty)
        for event in analysis.variables
        if event.span.line >= line
    ]


@cache
def alone(name: str) -> tuple[frozenset[str], list[object]]:
    """The stub files that one use reads, and what it makes while none is missing."""
    read = set()
    with pytest.MonkeyPatch.context() as patch:
        text_of = ModuleLoader._text

        def text(self: ModuleLoader, path: str) -> str | None:
            found = text_of(self, path)
            if found is not None:
                read.add(path)
            return found

        patch.setattr(ModuleLoader, "_text", text)
        analysis = run(program([name]))
    assert not analysis.problems, name
    return frozenset(read), made(analysis, 1)


STUBS = sorted(
    path.relative_to(OWN_STUBS).as_posix()
    for path in Path(OWN_STUBS).rglob("*.py")
    if path.stem != "_scope_lsp"
)


def test_every_use_makes_something() -> None:
    assert [name for name in USES if not alone(name)[1]] == []


@pytest.mark.sampled
@pytest.mark.parametrize("stub", STUBS)
def test_what_does_not_need_a_missing_stub_stays(
    stub: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(Path(OWN_STUBS, stub))
    users = [name for name in USES if missing in alone(name)[0]]
    others = [name for name in USES if name not in users]
    turn = sum(stub.encode())  # another pair of bystanders for each stub
    chosen = [others[(turn + 7 * i) % len(others)] for i in range(2)] if others else []
    text_of = ModuleLoader._text
    monkeypatch.setattr(
        ModuleLoader, "_text", lambda self, path: None if path == missing else text_of(self, path)
    )
    first = program(users[:1])
    analysis = run(first + "".join(program([name]) for name in chosen))
    assert not [problem for problem in analysis.problems if problem.kind == "internal"]
    expected = [event for name in chosen for event in alone(name)[1]]
    assert made(analysis, len(first.splitlines()) + 1) == expected


def test_most_stubs_have_bystanders() -> None:
    everywhere = frozenset.intersection(*(alone(name)[0] for name in USES))
    assert len(everywhere) < len(STUBS) / 3
