"""From a fetching call to the creating one."""

from __future__ import annotations

from typing import Any

import pytest

from scope_lsp.features.definition import definition
from tests.support.fixture import analysed, parse

PROGRAM = """\
import tensorflow as tf
created = tf.get_variable("w", [3])
get, size = tf.get_variable, [3]
tf.get_variable_scope().reuse_variables()
{line}
"""


def targets(source: str) -> list[int]:
    """The lines (1-based) to which ``$0`` leads."""
    fixture = parse(source)
    line = fixture.text.split("\n")[fixture.cursor.line]
    found: list[Any] = definition(analysed(fixture.text), fixture.cursor, line)
    return [location.range.start.line + 1 for location in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param('x = g$0et("w", size)', [2], id="callee"),
        pytest.param('x = get("$0w", size)', [2], id="name"),
        pytest.param('x = get("w", si$0ze)', [], id="other arguments"),
        pytest.param('$0x = get("w", size)', [2], id="bound name"),
        pytest.param('x = get("w", size); print$0()', [], id="elsewhere"),
    ],
)
def test_definition(line: str, expected: list[int]) -> None:
    assert targets(PROGRAM.format(line=line)) == expected


def test_a_creating_call_leads_nowhere() -> None:
    program = PROGRAM.format(line='x = get("w", size)')
    assert targets(program.replace("created = tf.get", "created = tf.g$0et")) == []
