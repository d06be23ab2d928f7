"""Graph, eager and undecided programs: names and errors of each.

``modes.md`` is what TensorFlow 1.15.5 itself does; what only a TensorFlow 2 would do is below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.mode import evidence
from scope_lsp.analysis.result import Analysis
from scope_lsp.naming.name import UNKNOWN
from tests.mdtest.test_specification import analysed
from tests.support import mdtest
from tests.support.patience import patient
from tests.support.recording import record, tensorflow_python

SNIPPETS = mdtest.read(Path(__file__).parent / "modes.md")


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.title)
def test_analysis_does_as_tensorflow(snippet: mdtest.Snippet) -> None:
    found = mdtest.check(snippet, analysed(snippet))
    assert not found, snippet.text + "\n".join(found)


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.title)
def test_tensorflow_does_so(snippet: mdtest.Snippet) -> None:
    found = mdtest.check(snippet, record([snippet.source])[0])
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "eager"),
    [
        ("import tensorflow as tf\nw = tf.get_variable('w')", False),
        ("import tensorflow.compat.v1 as tf\nw = tf.get_variable('w')", False),
        ("import tensorflow as tf\nw = tf.compat.v1.get_variable('w')", False),
        ("import tensorflow as tf\nw = tf.Variable(1.0)", False),
        ("import tensorflow as tf\ntf.random.set_seed(1)", True),
        ("import tensorflow as tf\nopt = tf.optimizers.Adam()", True),
        ("import tensorflow as tf\n\nclass Model(tf.keras.Model):\n    pass", UNKNOWN),
        ("import tensorflow as tf\ntf.function(tf.compat.v1.get_variable)", UNKNOWN),
        ("import tensorflow as tf\ntf.placeholder\ntf.random.set_seed(1)", UNKNOWN),
        ("import keras\nkeras.layers.Dense(3)", UNKNOWN),
        ("import tensorflow as tf\ntf.keras.layers.Dense(tf.placeholder)", False),
    ],
)
def test_the_api_tells_the_mode(text: str, eager: object) -> None:
    assert evidence(text).eager() is eager


TWICE = "v = tf.compat.v1.get_variable('v', [1])\n" * 2


def analysis_of(text: str, version: str = "auto") -> Analysis:
    return analyze(Snapshot("/nowhere/program.py", text, tensorflow=version), patient())


@pytest.mark.parametrize(
    ("text", "version", "certainties"),
    [
        ("import tensorflow as tf\n" + TWICE, "auto", ["definite"]),
        ("import tensorflow as tf\n" + TWICE, "2", []),
        ("import tensorflow as tf\ntf.random.set_seed(1)\n" + TWICE, "auto", []),
        ("import tensorflow as tf\ntf.random.set_seed(1)\n" + TWICE, "1", ["definite"]),
        ("import tensorflow as tf\ntf.keras\n" + TWICE, "auto", ["possible"]),
        (
            "import tensorflow as tf\ntf.compat.v1.disable_v2_behavior()\n" + TWICE,
            "2",
            ["definite"],
        ),
    ],
)
def test_only_a_graph_has_certain_errors(text: str, version: str, certainties: list[str]) -> None:
    errors = analysis_of(text, version).errors
    assert [error.certainty.value for error in errors] == certainties


def test_eager_tensors_have_values() -> None:
    text = "import tensorflow as tf\ntf.random.set_seed(1)\nn = 0\n"
    text += "for row in tf.ones([3]):\n    n += 1\nif tf.ones([]) > 0:\n    n += 1\n"
    text += "print(tf.ones([2]).numpy(), len(tf.ones([3])))\nw = tf.Variable(1.0, name='w')\n"
    found = analysis_of(text)
    assert [event.name for event in found.variables] == ["w:0"]
    assert not found.problems
