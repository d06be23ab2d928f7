"""The variables of a program as the editor's tree gets them, and the names at the cursor."""

from __future__ import annotations

from typing import Any

import pytest

from scope_lsp.features.variables import names, variables
from tests.support.client import CAPABILITIES, REAL, Client
from tests.support.fixture import analysed, parse

SHARED = """
import tensorflow as tf

with tf.variable_scope("net"):
    w = tf.get_variable("w", [3, 4])
    tf.get_variable("b", [], dtype=tf.int32, trainable=False)
with tf.variable_scope("net", reuse=True):
    again = tf.get_variable("w", [3, 4])
train = tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
"""


def groups(source: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = variables(analysed(parse(source).text), True)["groups"]
    return found


def test_each_variable_once_where_it_is_created() -> None:
    (group,) = groups(SHARED)
    assert (group["program"], group["function"]) == (None, None)
    w, b = group["variables"]
    assert (w["name"], w["shape"], w["dtype"]) == ("net/w:0", [3, 4], "float32")
    assert (w["parameters"], w["trainable"], w["certainty"]) == (12, True, "definite")
    assert w["location"].range.start.line == 3
    assert (b["name"], b["shape"], b["parameters"]) == ("net/b:0", [], 1)
    assert (b["dtype"], b["trainable"]) == ("int32", False)


def test_functions_that_nobody_calls_are_apart() -> None:
    source = """
        import tensorflow as tf

        v = tf.get_variable("v", [2])

        def build(n):
            return tf.get_variable("w", [n])
    """
    program, function = groups(source)
    assert (program["function"], [one["name"] for one in program["variables"]]) == (None, ["v:0"])
    (w,) = function["variables"]
    assert (function["function"], w["name"], w["parameters"]) == ("build", "w:0", None)


def test_nothing_in_a_file_without_variables() -> None:
    assert variables(None, False) == {"fresh": False, "groups": [], "environment": ""}
    assert groups("print(1)\n") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param('a = tf.get$0_variable("a", [1])', ["a:0"], id="call"),
        pytest.param('$0a = tf.get_variable("a", [1])', ["a:0"], id="bound name"),
        pytest.param("    $0tf.layers.dense(x, 2)", ["dense/kernel:0", "dense/bias:0"], id="two"),
        pytest.param("if 1:$0 tf.layers.dense(x, 2)", ["dense/kernel:0", "dense/bias:0"], id="row"),
        pytest.param("$0print(x)", [], id="none"),
    ],
)
def test_names_at_the_cursor(line: str, expected: list[str]) -> None:
    block = "if True:\n" if line.startswith(" ") else ""
    fixture = parse(f"import tensorflow as tf\nx = tf.zeros([1, 3])\n{block}{line}\n")
    assert names(analysed(fixture.text), fixture.cursor) == expected


def test_the_client_is_told_and_asks() -> None:
    uri = "file:///nowhere/tree.py"
    capabilities = {**CAPABILITIES, "experimental": {"scopeLspVariables": True}}
    with Client(REAL, capabilities=capabilities) as client:
        client.open(uri, SHARED)
        document = {"textDocument": {"uri": uri}}
        answer = client.request("scopeLsp/variables", document)
        assert answer["fresh"] is True
        assert [one["name"] for one in answer["groups"][0]["variables"]] == ["net/w:0", "net/b:0"]
        assert answer["groups"][0]["variables"][0]["location"]["uri"] == uri
        position = {"line": 7, "character": 20}
        assert client.request("scopeLsp/names", {**document, "position": position}) == ["net/w:0"]
        told = client.count("scopeLsp/analysed")
        assert told >= 1
        client.edit(uri, (4, 4), (4, 8), "v = ")
        client.until(lambda: client.count("scopeLsp/analysed") > told, "news")
