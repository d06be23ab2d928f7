"""Refused layer calls have TensorFlow's messages, and the variables created before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.kinds import ProblemKind
from tests.stubs.record_refusals import START
from tests.support.patience import patient

REFUSALS = json.loads((Path(__file__).parent / "refusals.json").read_text())
"""By program: the exception and its message, and the variables (record_refusals.py)."""


@pytest.mark.parametrize("program", sorted(REFUSALS))
def test_refusals_are_those_of_tensorflow(program: str) -> None:
    text = f"import tensorflow as tf\n{START}{program}\n"
    analysis = analyze(Snapshot("/p/model.py", text), patient())
    error, variables = REFUSALS[program]
    said = [f"{event.exception}: {event.message}" for event in analysis.errors]
    said += [problem.message for problem in analysis.problems]
    assert said == ([": ".join(error)] if error else [])
    made = [e for e in analysis.variables if not e.after_error and e.uncalled is None]
    assert [event.name for event in made] == variables


UNSURE = """
import data
sizes = tf.reshape(P(F), [2, data.size])
L.dense(sizes, 4)
L.dense(tf.reshape(P(F), [-1, data.rows * 2]), 4)
L.conv2d(tf.fill([1, 9, 9, data.size], 1.0), 8, 3)
C.batch_norm(tf.tile(tf.zeros([1, 3]), [1, data.size]))
L.conv2d(tf.zeros([1, 9, 9, 3]), 8, data.kernel, data.strides, data.padding, data.format)
L.conv2d(data.images, 8, [3] * data.count)
K.Dense(4)(data.images)
K.BatchNormalization(axis=data.axis)(data.images)
"""


def test_what_is_unknown_is_not_refused() -> None:
    analysis = analyze(
        Snapshot("/p/model.py", f"import tensorflow as tf\n{START}{UNSURE}"), patient()
    )
    assert not analysis.errors
    assert not [problem for problem in analysis.problems if problem.kind is ProblemKind.CRASH]
