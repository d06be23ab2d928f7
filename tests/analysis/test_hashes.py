"""What is known of hashes: which of them are equal, and nothing else."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty
from tests.support.patience import patient

DOUBTFUL = {
    "one of two": "h = hash('a') if random() < 0.5 else hash('b')\n",
    "of either arm": "if random() < 0.5:\n    h = hash('a')\nelse:\n    h = hash('b')\n",
    "or a number": "h = hash('b')\nif random() < 0.5:\n    h = 5\n    h = hash('a')\n",
    "of rounds": "h = hash('a')\nwhile random() < 0.5:\n    h = hash((h, 'b'))\n",
    "an item": "h = [hash('a'), hash('b')][randint(0, 1)]\n",
    "of a text that is not known": "h = hash('a' + str(random()))\n",
}


def certainties(text: str) -> dict[str, Certainty]:
    source = f"from random import randint, random\nimport tensorflow as tf\n{text}"
    analysis = analyze(Snapshot("/program.py", source), patient())
    return {event.name: event.certainty for event in analysis.variables}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_one_that_may_be_another_is_not_known(text: str) -> None:
    text += "if h == hash('a'):\n    tf.get_variable('v', [1])\n"
    assert certainties(text) == {"v:0": Certainty.POSSIBLE}


def test_a_set_knows_those_that_were_added_on_every_path() -> None:
    text = (
        "seen = {hash('a')}\nif random() < 0.5:\n    seen.add(hash('b'))\n"
        "for name in 'abc':\n    if hash(name) in seen:\n        tf.get_variable(name, [1])\n"
    )
    assert certainties(text) == {"a:0": Certainty.DEFINITE, "b:0": Certainty.POSSIBLE}


def test_what_is_computed_from_one_is_not_known() -> None:
    text = "n = hash('a') % 2\nif n == 1:\n    tf.get_variable('odd', [1])\n"
    assert certainties(text) == {"odd:0": Certainty.POSSIBLE}


def test_a_hash_of_the_programs_own_is_not_known_inside_of_another() -> None:
    text = (
        "class Key:\n    def __eq__(self, other):\n        return True\n"
        "    def __hash__(self):\n        return 7\n"
        "if hash((Key(), 'a')) == hash((Key(), 'a')):\n    tf.get_variable('v', [1])\n"
        "if hash(Key()) == hash(Key()):\n    tf.get_variable('w', [1])\n"
    )
    assert certainties(text) == {"v:0": Certainty.POSSIBLE, "w:0": Certainty.DEFINITE}


def test_objects_are_told_apart() -> None:
    text = (
        "class Net:\n    pass\n"
        "first, second = Net(), Net()\nseen = {hash(first), hash(tf.get_default_graph())}\n"
        "if hash(first) in seen:\n    tf.get_variable('first', [1])\n"
        "if hash(second) in seen:\n    tf.get_variable('second', [1])\n"
        "if hash(tf.get_default_graph()) in seen:\n    tf.get_variable('graph', [1])\n"
    )
    assert certainties(text) == {"first:0": Certainty.DEFINITE, "graph:0": Certainty.DEFINITE}


def test_a_hash_is_no_tuple() -> None:
    text = "if ('hash', 'a') in {hash('a')}:\n    tf.get_variable('v', [1])\n"
    assert certainties(text) == {}
