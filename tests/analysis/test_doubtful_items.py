"""Containers filled in undecided branches: names that depend on items that may be absent.

A program is run by the analysis with the questions ``asked`` and ``told`` open.  TensorFlow is
asked with each answer: what is said for certain must be there whatever the answers are, and what is
made with any of them must be listed.
"""

from __future__ import annotations

import itertools

import pytest

from scope_lsp.analysis.result import Certainty
from tests.analysis.running import run
from tests.conformance.differential import analysis_of
from tests.support.recording import TensorFlow, tensorflow_python

PRELUDE = """
import collections
import tensorflow as tf
asked, told = {answers}
sizes, table, members = [1], {{"a": 1}}, set([1])
x = tf.zeros([3, 4])

def make(name):
    with tf.variable_scope(tf.get_variable_scope(), reuse=tf.AUTO_REUSE):
        return tf.get_variable("v_%s" % name, [1])

def several(*names, **more):
    for name in names:
        make(name)
    for key in sorted(more):
        make(key + str(more[key]))

def numbers():
    yield 1
    if asked:
        yield 2
    yield 3
"""

GROWN = "if asked: sizes.append(2)\nsizes.append(3)\n"

CASES = {
    "a list": (GROWN + "for n in sizes: make(n)", "v_1 v_3", "v_2"),
    "enumerate": (
        GROWN + "for i, n in enumerate(sizes): make('%d_%d' % (i, n))",
        "v_0_1",
        "v_1_2 v_1_3 v_2_3",
    ),
    "zip": (
        "if asked: sizes.append(2)\nfor a, b in zip(sizes, 'pq'): make('%d%s' % (a, b))",
        "v_1p",
        "v_2q",
    ),
    "map": (GROWN + "list(map(make, sizes))", "v_1 v_3", "v_2"),
    "a comprehension": (
        GROWN + "made = [make(n) for n in sizes]\nfor v in made: make(v.op.name)",
        "v_1 v_3 v_v_1 v_v_3",
        "v_2 v_v_2",
    ),
    "a nested comprehension": (
        GROWN + "pairs = [make('%d%d' % (a, b)) for a in sizes for b in (7, 8)]",
        "v_17 v_18 v_37 v_38",
        "v_27 v_28",
    ),
    "a collection filtered by a scope": (
        "make('a')\nmake('b')\nscope = 'v_a' if asked else 'v_b'\n"
        "for v in tf.get_collection('variables', scope): make(v.op.name)",
        "v_a v_b",
        "v_v_a v_v_b",
    ),
    "a collection filtered by a scope that is partly known": (
        "make('True_')\nmake('False_')\nmake('q')\n"
        "for v in tf.get_collection('variables', 'v_%s_' % asked): make(v.op.name)",
        "v_True_ v_False_ v_q",
        "v_v_True_ v_v_False_",
    ),
    "a generator": ("for n in numbers(): make(n)", "v_1 v_3", "v_2"),
    "extended by a generator": (
        "sizes.extend(numbers())\nfor n in sizes: make(n)",
        "v_1 v_3",
        "v_2",
    ),
    "sorted": (GROWN + "for n in sorted(sizes, reverse=True): make(n)", "v_1 v_3", "v_2"),
    "reversed": (GROWN + "for n in reversed(sizes): make(n)", "v_1 v_3", "v_2"),
    "copies": (
        GROWN + "for n in list(sizes)[:] + [4]: make(n)\nfor n in sizes.copy(): make(n + 4)",
        "v_1 v_3 v_4 v_5 v_7",
        "v_2 v_6",
    ),
    "a tuple": ("if asked: sizes.append(2)\nmake(len(tuple(sizes)))", "", "v_1 v_2"),
    "slices": (
        GROWN + "for n in sizes[1:]: make(n)\nmake('first%d' % sizes[0])",
        "v_first1 v_3",
        "v_2",
    ),
    "other slices": (
        GROWN + "for n in sizes[:2]: make(n)\nfor n in sizes[-2:]: make('b%d' % n)",
        "v_1 v_b3",
        "v_2 v_3 v_b1 v_b2",
    ),
    "one of two lists": (
        "if asked: sizes = sizes + [2]\nfor n in sizes: make(n)\n"
        "made = ['b%d' % n for n in sizes]\nfor name in made: make(name)",
        "",
        "v_1 v_2 v_b1 v_b2",
    ),
    "the last item": (GROWN + "make(sizes[-1])\nmake('a%d' % sizes[1])", "v_3", "v_a2 v_a3"),
    "popped": (
        "if asked: sizes.append(2)\nmake(sizes.pop())\nfor n in sizes: make('a%d' % n)",
        "",
        "v_1 v_2 v_a1",
    ),
    "in": (
        "if asked: sizes.append(2)\nif 2 in sizes: make(2)\nif 1 in sizes: make(1)",
        "v_1",
        "v_2",
    ),
    "a truth": (
        "if asked: sizes.append(2)\nif sizes: make(1)\nsizes.remove(1)\nif sizes: make(2)",
        "v_1",
        "v_2",
    ),
    "a length": (
        "if asked: sizes.append(2)\nmake(len(sizes))\nfor i in range(len(sizes)): make('r%d' % i)",
        "v_r0",
        "v_1 v_2 v_r1",
    ),
    "a sum and text": (
        "if asked: sizes.append(2)\nmake(sum(sizes))\nmake('_'.join(str(n) for n in sizes))",
        "",
        "v_1 v_3 v_1_2",
    ),
    "spread": (
        "if asked:\n    sizes.append(2)\n    table['b'] = 2\nseveral(*sizes)\nseveral(**table)",
        "",
        "v_1 v_2 v_a1 v_b2",
    ),
    "unpacked": (
        "if asked: sizes.append(2)\na, *rest = sizes\nmake(a)\nfor n in rest: make(n)",
        "v_1",
        "v_2",
    ),
    "a dict": (
        "if asked: table['b'] = 2\nfor k, n in table.items(): make(k + str(n))\n"
        "make(table.get('b', 0))\nmake('l%d' % len(table))\nif 'b' in table: make('in')",
        "v_a1",
        "v_b2 v_0 v_2 v_l1 v_l2 v_in",
    ),
    "setdefault": ("if asked: table['b'] = 2\nmake(table.setdefault('b', 3))", "", "v_2 v_3"),
    "a dict of a dict": (
        "if asked: table['b'] = 2\nmore = dict(table, c=3)\nmore.update(table)\n"
        "for k in sorted(more): make(k)",
        "v_a v_c",
        "v_b",
    ),
    "a set": (
        "if asked: members.add(2)\nfor n in sorted(members | set([3])): make(n)\n"
        "for n in members - set([1]): make('m%d' % n)",
        "v_1 v_3",
        "v_2 v_m2",
    ),
    "a deque": (
        "line = collections.deque([1])\nif asked: line.appendleft(2)\nfor n in line: make(n)",
        "",
        "v_1 v_2",
    ),
    "both arms": (
        "if asked: sizes.append(2)\nelse: sizes.append(3)\nmake(len(sizes))\n"
        "for n in sizes: make(n)",
        "v_1 v_2",
        "v_3",
    ),
    "an undecided break": (
        "for n in (2, 3):\n    if asked: break\n    sizes.append(n)\n"
        "for n in sizes: make(n)\nmake('l%d' % len(sizes))",
        "v_1",
        "v_2 v_3 v_l1 v_l2 v_l3",
    ),
    "an undecided continue": (
        "count = 0\nfor n in (2, 3):\n    if n == 3 and asked: continue\n"
        "    sizes.append(n)\n    count += 1\nfor n in sizes: make(n)\nmake('c%d' % count)",
        "v_1 v_2",
        "v_3 v_c1 v_c2",
    ),
    "the else of a loop": (
        "for n in (2, 3):\n    if asked: break\nelse:\n    make('else')",
        "",
        "v_else",
    ),
    "counters in the loop": (
        GROWN + "total = 0\nfor n in sizes: total += n\nmake(total)",
        "",
        "v_4 v_6",
    ),
    "automatic names": (
        "if asked: sizes.append(4)\nfor n in sizes: tf.layers.dense(x, n)\ntf.layers.dense(x, 1)",
        "dense/kernel dense/bias",
        "dense_1/kernel dense_1/bias dense_2/kernel dense_2/bias",
    ),
    "automatic names behind a branch": (
        "tf.layers.dense(x, 1)\nif asked: tf.layers.dense(x, 1)\ntf.layers.dense(x, 1)",
        "dense/kernel dense/bias",
        "dense_1/kernel dense_1/bias dense_2/kernel dense_2/bias",
    ),
    "a scope that closed is forgotten": (
        "with tf.variable_scope('s'):\n    tf.layers.dense(x, 1)\n"
        "    if asked: tf.layers.dense(x, 1)\n"
        "with tf.variable_scope('s', reuse=tf.AUTO_REUSE):\n    tf.layers.dense(x, 1)",
        "s/dense/kernel s/dense/bias",
        "s/dense_1/kernel s/dense_1/bias",
    ),
    "made in an arm": (
        "if asked:\n    inner = []\n    inner.append(2)\n    inner.append(3)\n"
        "    make('l%d' % len(inner))",
        "",
        "v_l2",
    ),
}


def program(body: str, answers: str) -> str:
    return PRELUDE.format(answers=answers) + body + "\n"


@pytest.mark.parametrize("title", CASES)
def test_names_that_hang_on_doubtful_items_are_only_possible(title: str) -> None:
    body, definite, possible = CASES[title]
    found = analysis_of(program(body, "(bool(open(name).read()) for name in 'at')"))
    assert not found.errors
    made = [event for event in found.variables if event.uncalled is None]
    sure = {event.name[:-2] for event in made if event.certainty is Certainty.DEFINITE}
    assert sure == set(definite.split())
    # A name that an arm may have made too is listed by both.
    assert {event.name[:-2] for event in made} - sure == set(possible.split())


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_makes_with_each_answer_what_is_certain() -> None:
    with TensorFlow() as tensorflow:
        for title, (body, definite, possible) in CASES.items():
            made = []
            for answers in itertools.product((False, True), repeat=2):
                recording = tensorflow.run(program(body, repr(answers)))
                assert recording.error is None, title
                made.append({event.name[:-2] for event in recording.accesses})
            assert set(definite.split()) <= set.intersection(*made), title
            assert set(possible.split()) | set(definite.split()) >= set.union(*made), title


ARMS = """
x = tf.zeros([8, 8, 3])
if config.flip: x = tf.reverse(x, [0])
height, width, channels = x.shape.as_list()
tf.get_variable("w_" + "x".join(map(str, x.shape.as_list())), [height, width * 2, channels])
"""


def test_the_sizes_of_a_tensor_that_two_arms_made_are_those_of_both() -> None:
    [event] = run("import config\n" + ARMS).variables
    assert (event.name, event.shape, event.certainty.value) == (
        "w_8x8x3:0",
        (8, 16, 3),
        "definite",
    )
