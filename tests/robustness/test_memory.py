"""What an analysis leaves in memory while it runs, with the garbage collector off."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from contextlib import contextmanager

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.environment import Frame

CALLS = """
import tensorflow as tf
import somewhere

def constant_of(x):
    return tf.constant(x)

if somewhere.chooses():
    for i in range(500):
        constant_of(i)
"""

EXCEPTIONS = """
import tensorflow as tf
import somewhere

def refuse(x):
    if somewhere.chooses():
        raise ValueError(x)
    return int("a number")

def attempt(x):
    if somewhere.chooses():
        return refuse(x)
    raise KeyError(x)

for i in range(400):
    try:
        attempt(i)
    except (KeyError, ValueError):
        pass
"""


@contextmanager
def _uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _kept(text: str, kind: type) -> int:
    """The most objects of a kind that exist at any time while a program is analysed."""
    counts: list[int] = []

    def count() -> bool:
        counts.append(sum(type(each) is kind for each in gc.get_objects()))
        return False

    with _uncollected():
        analyze(Snapshot("/project/a.py", text), Budget(cancelled=count))
    assert len(counts) > 1, "the program is too short to be looked at"
    return max(counts)


def test_an_undecided_branch_does_not_keep_the_calls_that_ended_in_it() -> None:
    assert _kept(CALLS, Frame) < 300


def test_exceptions_that_were_caught_keep_no_frames_of_ours() -> None:
    assert _kept(EXCEPTIONS, types.TracebackType) < 300
