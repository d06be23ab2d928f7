"""Lists to which a program adds what is not known: the items that are known stay so.

TensorFlow is asked with two values for what is not known.  What is said for certain must be there
with both, and all that it creates must be listed.
"""

from __future__ import annotations

import pytest

from scope_lsp.naming.name import pattern
from tests.analysis.running import names, run
from tests.support.recording import TensorFlow, tensorflow_python

ANSWERS = (["x"], ["x", "y", "z"])
GROWN = {
    "extend": "grown = ['p', 'q']\ngrown.extend(more)",
    "+=": "grown = ['p', 'q']\ngrown += more",
    "+": "grown = ['p', 'q'] + more",
    "append in a loop": "grown = ['p', 'q']\nfor one in more: grown.append(one)",
}
LOOPS = {
    "for item in grown: make(item)": ("p q", "{item}"),
    "for i, item in enumerate(grown): make(i)": ("0 1", "2? {i}"),
    "make(grown[1])": ("q", ""),
}
MAKE = "def make(name): tf.get_variable('v_%s' % name, [1])\n"


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("grown", GROWN)
def test_what_is_known_of_a_grown_list_is_certain(grown: str, loop: str) -> None:
    certain, further = LOOPS[loop]
    found = names(run(f"from config import more\n{MAKE}{GROWN[grown]}\n{loop}\n"))
    sure = [f"v_{name}:0" for name in certain.split()]
    # A name with an unknown part is not certain either.
    left = [f"v_{name.rstrip('?')}:0?" for name in further.split()]
    assert found == sure + left


def test_the_order_is_not_known_when_what_is_not_known_comes_first() -> None:
    program = f"from config import more\n{MAKE}for n in more + ['p', 'q']: make(n)\n"
    assert set(names(run(program))) == {"v_p:0", "v_q:0", "v_{n}:0?"}
    program = f"from config import more\n{MAKE}for i, n in enumerate(more + ['p']): make(i)\n"
    assert all(name.endswith("?") for name in names(run(program)))


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_makes_with_each_answer_what_is_certain() -> None:
    with TensorFlow() as tensorflow:
        for loop, (certain, further) in LOOPS.items():
            said = [
                pattern(name.rstrip("?").replace("{", "\ue000").replace("}", "\ue001"))
                for name in f"{certain} {further}".split()
            ]
            for answer in ANSWERS:
                recording = tensorflow.run(
                    f"import tensorflow as tf\nmore = {answer}\n{MAKE}{GROWN['+']}\n{loop}\n"
                )
                assert recording.error is None
                made = {event.name[2:-2] for event in recording.accesses}
                assert set(certain.split()) <= made
                assert all(any(one.fullmatch(name) for one in said) for name in made)


def test_a_fold_of_unknown_items_is_followed_once() -> None:
    program = """
from functools import reduce
from config import sizes
y = reduce(lambda x, n: tf.layers.dense(x, n), sizes, tf.zeros([2, 3]))
tf.get_variable("end", [1])
"""
    found = run(program)
    assert names(found) == ["dense/kernel:0?", "dense/bias:0?", "end:0"]
    assert any(gap.hides for gap in found.gaps)
