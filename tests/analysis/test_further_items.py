"""What a program makes of a collection to which code that is not known may have added.

There may be further items anywhere among those that are known, so that no number and no place of
an item is certain.  A loop makes for certain what it makes of those that are known.
"""

from __future__ import annotations

import pytest

from tests.analysis.going_through import COUNTS
from tests.analysis.running import names, run

PRELUDE = """\
import collections, functools, itertools
import absent
absent.build()
tf.get_variable("a", [])
tf.get_variable("b", [])
found = tf.global_variables()
more, members = [0], {1, 2}
"""
VALUES = (
    *COUNTS,
    "len(list(found))",
    "len(sorted(found, key=lambda v: v.name))",
    "len({v.name: v for v in found})",
    "len([v for v in found if v.op.name == 'a'])",
    "len(found[-1:])",
    "len(','.join(v.name for v in found))",
    "functools.reduce(lambda n, v: n + 1, found, 0)",
    "1 if any(v.name == 'q:0' for v in found) else 2",
    "1 if all(v.name in ('a:0', 'b:0') for v in found) else 2",
    "1 if 'q' in [v.op.name for v in found] else 2",
    "1 if [v.op.name for v in found] == ['a', 'b'] else 2",
    "[v.op.name for v in found].index('b')",
    "[v.op.name[0] for v in found].count('a')",
    "found[0].op.name",
    "found[-1].op.name",
    "found.pop().op.name",
    "found.pop(0).op.name",
    "next(iter(found)).op.name",
    "max(found, key=lambda v: v.name).op.name",
    "sorted(v.op.name for v in found)[0]",
    "dict(enumerate(found))[0].op.name",
    "dict(zip('xy', found))['x'].op.name",
    "len(tf.get_collection('things'))",
    "len(tf.get_collection_ref('things'))",
    "len(tf.get_default_graph().get_all_collection_keys())",
)


@pytest.mark.parametrize("value", VALUES)
def test_neither_a_number_nor_a_place_is_certain(value: str) -> None:
    found = names(run(f"{PRELUDE}tf.get_variable('c%s' % ({value}), [])\n"))
    assert found[:2] == ["a:0", "b:0"]
    assert len(found) > 2
    assert all(name.endswith("?") for name in found[2:])


@pytest.mark.parametrize(
    "loop",
    [
        "for v in found:\n    tf.get_variable('of_' + v.op.name, [])",
        "[tf.get_variable('of_' + v.op.name, []) for v in found]",
        "for v in sorted(found, key=lambda v: v.name):\n    tf.get_variable('of_' + v.op.name, [])",
        "for v, w in zip(found, found):\n    tf.get_variable('of_' + w.op.name, [])",
        "for v in list(found):\n    tf.get_variable('of_' + v.op.name, [])",
        "list(map(lambda v: tf.get_variable('of_' + v.op.name, []), found))",
    ],
)
def test_what_a_loop_makes_of_the_known_items_is_certain(loop: str) -> None:
    assert names(run(f"{PRELUDE}{loop}\n")) == ["a:0", "b:0", "of_a:0", "of_b:0"]


def test_the_first_item_of_a_loop_is_not_certain() -> None:
    loop = "for v in found:\n    tf.get_variable('of_' + v.op.name, [])\n    break\n"
    assert names(run(PRELUDE + loop))[2:] == ["of_a:0?", "of_b:0?"]
