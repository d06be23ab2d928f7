"""A list that may have items, none of which is known, gives nothing for certain.

Such a list comes of a collection asked for by a scope whose name is not known.  What is made of it
by any way of going through it must not be taken for empty.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.analysis.going_through import COUNTS
from tests.support.patience import patient

PRELUDE = """\
import collections
import itertools
import config
import tensorflow as tf

with tf.variable_scope(config.name()) as scope:
    tf.layers.batch_normalization(tf.zeros([2, 3]), training=True)
found = tf.get_collection(tf.GraphKeys.UPDATE_OPS, scope.name)
everything = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
more, members = [0], {1, 2}
"""
LENGTHS = (
    *COUNTS,
    "len(sorted(found))",
    "len([x for x in found])",
    "len({x: 1 for x in found})",
    "len({x for x in found})",
    "len(frozenset(found))",
    "len(set(everything) - set(found))",
    "len(set(found) ^ set(everything))",
    "1 if any(x.name == 'q' for x in found) else 2",
    "1 if 'q' in [x.name for x in found] else 2",
    "1 if set(everything) - set(found) else 2",
)


@pytest.mark.parametrize("length", LENGTHS)
def test_nothing_is_known_of_it(length: str) -> None:
    program = f"{PRELUDE}tf.get_variable('made', [{length}])\n"
    analysis = analyze(Snapshot("/p/model.py", program), patient())
    (made,) = (event for event in analysis.variables if event.name == "made:0")
    assert made.shape in ((None,), None)


def test_what_is_in_it_for_certain_is_known() -> None:
    """The update ops of the scope itself have its name, whatever it is, and no other.

    TensorFlow 1.15.5 gives 2 for scopes called `a`, `a.b` and `x-y`.
    """
    length = "1 if all(x.name == 'q' for x in found) else 2"
    program = f"{PRELUDE}tf.get_variable('made', [{length}])\n"
    made = analyze(Snapshot("/p/model.py", program), patient()).variables[-1]
    assert (made.name, made.shape) == ("made:0", (2,))
