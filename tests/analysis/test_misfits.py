"""A call that does not fit a function of TensorFlow is an error; see ``refusals.json`` too."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Analysis, Certainty
from tests.analysis.test_open_world import names, run

START = "import foreign, functools\nunknown = foreign.value\nx = tf.zeros([2, 4, 4, 3])\n"


def around(call: str) -> Analysis:
    return run(f"{START}tf.get_variable('a', [1])\n{call}\ntf.get_variable('b', [1])\n")


def said(found: Analysis) -> list[tuple[str, str, Certainty]]:
    return [(error.code, error.message, error.certainty) for error in found.errors]


def test_the_program_ends_there() -> None:
    found = around("tf.zeros([2], size=3)")
    message = "zeros() got an unexpected keyword argument 'size'"
    assert said(found) == [("scope-error", message, Certainty.DEFINITE)]
    assert found.errors[0].exception == "TypeError"
    assert found.errors[0].trace[-1].span.line == 7
    assert names(found) == ["a:0"]


def test_a_branch_that_is_not_decided_may_fail() -> None:
    found = around("if unknown:\n    tf.zeros([2], size=3)")
    message = "zeros() got an unexpected keyword argument 'size'"
    assert said(found) == [("scope-error", message, Certainty.POSSIBLE)]
    assert names(found)[-1] == "b:0"


def test_a_handler_of_the_program_catches_it() -> None:
    attempt = (
        "try:\n    y = tf.concat(0, values=[x])\nexcept TypeError:\n    tf.get_variable('c', [1])"
    )
    found = around(attempt)
    assert not found.errors
    assert [name.rstrip("?") for name in names(found)] == ["a:0", "c:0", "b:0"]
    assert names(found)[-1] == "b:0"


NOT_SURE = {
    "what came by **, which may be a guess": (
        "options = {}\nif unknown: options['size'] = 3\ntf.zeros([2], **options)"
    ),
    "what came by *": "tf.zeros(*[1, 2, 3, 4, 5])",
    "a handler that waits": "try:\n    tf.zeros([2], size=3)\nexcept TypeError:\n    pass",
    "a handler for everything": "try:\n    tf.zeros([2], size=3)\nexcept Exception:\n    pass",
    "a keyword that a partial adds": "functools.partial(tf.zeros, size=3)([2])",
    "a function of the program": "(lambda size: size)([2], layout=3)",
    "a function of another package": "np.zeros([2], size=3)",
    "a function that a function made": "tf.contrib.layers.l2_regularizer(0.1)(x, size=3)",
}


@pytest.mark.parametrize("call", NOT_SURE.values(), ids=NOT_SURE)
def test_it_goes_on_where_it_may_fit(call: str) -> None:
    found = around(call)
    assert not found.errors
    assert names(found)[-1] == "b:0"


VERSIONS = {
    "TensorFlow 2": "import tensorflow as tf\ntf.random.set_seed(1)\n",
    "either": "import tensorflow.compat.v1 as v1\nv1.disable_v2_behavior()\n",
}


@pytest.mark.parametrize("start", VERSIONS.values(), ids=VERSIONS)
def test_another_version_may_take_it(start: str) -> None:
    assert not said(run(f"{start}tf.zeros([2], layout=None)\n"))
