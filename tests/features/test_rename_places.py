"""Which literal put which part into which name."""

from __future__ import annotations

import pytest

from scope_lsp.features.rename_places import literals, makers, places
from tests.support.fixture import PATH, analysed

HEAD = "import tensorflow as tf\nx = tf.zeros([1, 3])\n"


def said(program: str, part: str) -> dict[str, list[int]]:
    """For each name that ends with a part, the lines (of the program) whose strings say it."""
    text = HEAD + program
    analysis = analysed(text).source.analysis
    found = makers(literals(PATH, text), analysis, part)
    return {name: [one.span.line - 2 for one in own] for name, own in found.items()}


@pytest.mark.parametrize(
    ("program", "part", "lines"),
    [
        pytest.param('tf.get_variable("w", [3])\n', "w", {"w": [1]}, id="an argument"),
        pytest.param(
            'def net(name):\n    tf.layers.dense(x, 3, name=name)\nnet("fc")\n',
            "fc",
            {"fc": [3], "fc/kernel": [3]},
            id="an argument of a caller",
        ),
        pytest.param(
            'def net(name="fc"):\n    tf.layers.dense(x, 3, name=name)\nnet()\n',
            "fc",
            {"fc": [1], "fc/kernel": [1]},
            id="a default",
        ),
        pytest.param(
            'NAME = "fc"\ntf.get_variable(NAME, [3])\n', "fc", {"fc": [1]}, id="the only text"
        ),
        pytest.param(
            'print("w")\nNAME = "w"\ntf.get_variable(NAME, [3])\n', "w", {"w": []}, id="one of two"
        ),
        pytest.param("tf.layers.dense(x, 3)\n", "dense", {"dense": []}, id="TensorFlow itself"),
    ],
)
def test_who_says_a_part(program: str, part: str, lines: dict[str, list[int]]) -> None:
    found = said(program, part)
    assert {name: found[name] for name in lines if name in found} == {
        name: own for name, own in lines.items() if name in found
    }
    assert part in found


def test_documentation_and_f_strings_are_no_literals() -> None:
    text = '"""Doc."""\nn = 3\nf"layer_{n}"\nprint("kept")\n'
    assert [one.text for one in literals(PATH, text)] == ["kept"]


def test_a_literal_knows_its_call() -> None:
    (one,) = literals(PATH, 'net(name="fc")\n')
    assert (one.function, one.keyword, one.parts) == ("net", "name", ["fc"])
    assert one.owner is not None and one.owner.column == 1


def test_all_parts_of_all_names() -> None:
    text = HEAD + 'with tf.variable_scope("a"):\n    tf.get_variable("w", [3])\n'
    found = {place.path: place.part for place in places(analysed(text).source.analysis)}
    assert found == {"a": "a", "a/w": "w"}
