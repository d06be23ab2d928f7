"""What TensorFlow 1.15.5 lacks ends a program, as all names of its modules are known."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run


@pytest.mark.parametrize(
    ("use", "error"),
    [
        ("tf.mul(a, a)", "AttributeError: module 'tensorflow' has no attribute 'mul'"),
        ("tf.nn.pack", "AttributeError: module 'tensorflow.nn' has no attribute 'pack'"),
        (
            "from tensorflow import sub",
            "ImportError: cannot import name 'sub' from 'tensorflow'",
        ),
    ],
)
def test_what_follows_is_only_possible(use: str, error: str) -> None:
    found = run(f"a = tf.get_variable('a', [2])\n{use}\ntf.get_variable('b', [2])\n")
    assert names(found) == ["a:0", "b:0?"]
    assert [(one.kind, one.message) for one in found.problems] == [("crash", error)]
    assert not found.errors


@pytest.mark.parametrize(
    "handled",
    [
        f"try:\n    tf.mul(a, a)\n    tf.get_variable('never', [])\nexcept{kind}:\n    pass\n"
        for kind in (" AttributeError", " Exception", " (ValueError, AttributeError)", "")
    ]
    + [
        "if hasattr(tf, 'mul'):\n    tf.mul(a, a)\n",
        "getattr(tf, 'mul', tf.multiply)(a, a)\n",
        "tf.mul = tf.multiply\ntf.mul(a, a)\n",
        "if tf.__version__ < '1.0':\n    tf.mul(a, a)\n",
    ],
)
def test_a_program_that_expects_it_goes_on(handled: str) -> None:
    found = run(f"a = tf.get_variable('a', [2])\n{handled}tf.get_variable('b', [2])\n")
    assert names(found) == ["a:0", "b:0"]
    assert not found.problems


def test_an_undecided_branch_that_ends_leaves_the_other() -> None:
    found = run(
        """
import os
a = tf.get_variable("a", [2])
if os.getpid() % 2:
    tf.mul(a, a)
tf.get_variable("b", [2])
"""
    )
    assert names(found) == ["a:0", "b:0"]


def test_a_program_for_version_2_has_other_names() -> None:
    found = run("tf.enable_v2_behavior()\ntf.keras.utils.set_random_seed(1)\n")
    assert not found.problems


def test_an_internal_module_may_have_more() -> None:
    """Modules that nothing loads are not in the list: test_ops is a file of its own."""
    found = run("from tensorflow.python.framework import test_ops\ntf.get_variable('a', [2])\n")
    assert names(found) == ["a:0"]
