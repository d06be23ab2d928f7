"""Layers whose names are not known: what they create, and what may be called otherwise after them.

A program gets ``name`` and ``more`` from a module that is not there.  TensorFlow is asked with
several values: what is said for certain must be there with each, and the other names must match.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.naming.name import pattern
from tests.analysis.running import run
from tests.support.recording import TensorFlow, tensorflow_python

UNKNOWN = "from config import name, more\n"
ANSWERS = (
    "name, more = 'mine', {}",
    "name, more = None, {'name': 'other', 'use_bias': False}",
    "name, more = 'Z', {'name': None}",
)
X = "x = tf.zeros([2, 3])\n"

CASES = {
    "a layer": (
        "tf.layers.dense(x, 4, name=name)",
        "{name}/kernel {name}/bias",
    ),
    "the same layer twice": (
        "for _ in range(2): tf.layers.dense(x, 4, name=name, reuse=tf.AUTO_REUSE)",
        "{name}/kernel {name}/bias",
    ),
    "a layer without a name behind it": (
        "tf.layers.dense(x, 4, name=name)\ntf.layers.dense(x, 4)\ntf.layers.dense(x, 4)",
        "{name}/kernel {name}/bias dense/kernel? dense/bias? dense_1/kernel? dense_1/bias?",
    ),
    "a layer without a name in another scope": (
        "tf.layers.dense(x, 4, name=name)\nwith tf.variable_scope('s'): tf.layers.dense(x, 4)",
        "{name}/kernel {name}/bias s/dense/kernel s/dense/bias",
    ),
    "a layer of another kind": (
        "tf.layers.dense(x, 4, name=name)\ntf.layers.batch_normalization(x)",
        "{name}/kernel {name}/bias batch_normalization/gamma batch_normalization/beta "
        "batch_normalization/moving_mean batch_normalization/moving_variance",
    ),
    "arguments that are not known": (
        "tf.layers.dense(x, 4, **more)\ntf.layers.dense(x, 4)",
        "{name}/kernel {name}/bias dense/kernel? dense/bias?",
    ),
    "a layer of Keras": (
        "dense = tf.keras.layers.Dense\ndense(4, name=name)(x)\ndense(4)(x)\ndense(4)(x)",
        "{name}/kernel {name}/bias dense/kernel? dense/bias? dense_1/kernel? dense_1/bias?",
    ),
    "a layer of tf.contrib": (
        "tf.contrib.layers.fully_connected(x, 4, scope=name)\n"
        "tf.contrib.layers.fully_connected(x, 4)",
        "{name}/weights {name}/biases fully_connected/weights? fully_connected/biases?",
    ),
    "a scope with a default name": (
        "with tf.variable_scope(name, 'd'): tf.get_variable('w', [1])\n"
        "with tf.variable_scope(None, 'd'): tf.get_variable('w', [1])",
        "{name}/w d/w?",
    ),
    "a name of which a part is known": (
        "tf.layers.dense(x, 4, name='d_%s' % name)\ntf.layers.dense(x, 4)",
        "d_{name}/kernel d_{name}/bias dense/kernel dense/bias",
    ),
    "a cell": (
        "cell = tf.nn.rnn_cell.GRUCell(2, name=name)\n"
        "tf.nn.static_rnn(cell, [x], dtype=tf.float32, scope=name)",
        "{name}/{name}/gates/kernel {name}/{name}/gates/bias "
        "{name}/{name}/candidate/kernel {name}/{name}/candidate/bias",
    ),
}


def listed(found: Analysis) -> list[str]:
    """Each name once, with a question mark if it is only possible."""
    possible = Certainty.POSSIBLE
    names = [event.name[:-2] + "?" * (event.certainty is possible) for event in found.variables]
    return list(dict.fromkeys(names))


@pytest.mark.parametrize("title", CASES)
def test_a_layer_with_an_unknown_name_creates_what_it_would_with_another(title: str) -> None:
    body, names = CASES[title]
    found = run(UNKNOWN + X + body + "\n")
    assert not found.errors
    assert listed(found) == names.split()


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_makes_with_each_name_what_is_certain() -> None:
    with TensorFlow() as tensorflow:
        for title, (body, names) in CASES.items():
            certain = {name for name in names.split() if "{" not in name and "?" not in name}
            for answer in ANSWERS:
                recording = tensorflow.run(f"import tensorflow as tf\n{answer}\n{X}{body}\n")
                made = {event.name[:-2] for event in recording.accesses}
                assert recording.error is None, (title, answer, recording.error)
                assert certain <= made, (title, answer)
                if answer is ANSWERS[0]:
                    said = [pattern(_stored(name.rstrip("?"))) for name in names.split()]
                    left = {name for name in made if not any(p.fullmatch(name) for p in said)}
                    assert not left, (title, answer)


def _stored(name: str) -> str:
    return name.replace("{", "\ue000").replace("}", "\ue001")
