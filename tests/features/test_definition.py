"""From a fetching call to the creating one."""

from __future__ import annotations

from typing import Any

import pytest

from scope_lsp.features.definition import definition
from tests.support.fixture import Hand, parse, view

CREATED = 'tf.get_variable("w", shape)'
FETCHED = 'get("w", size)'


def targets(source: str) -> list[int]:
    """The lines (1-based) to which ``$0`` leads."""
    fixture = parse(source)
    hand = Hand(fixture.text).variable(CREATED, "w:0").value("x =", "w:0")
    hand.variable(FETCHED, "w:0", reused=True, created=CREATED)
    line = fixture.text.split("\n")[fixture.cursor.line]
    found: list[Any] = definition(view(fixture.text, hand.done()), fixture.cursor, line)
    return [location.range.start.line + 1 for location in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param('x = g$0et("w", size)', [1], id="callee"),
        pytest.param('x = get("$0w", size)', [1], id="name"),
        pytest.param('x = get("w", si$0ze)', [], id="other arguments"),
        pytest.param('$0x = get("w", size)', [1], id="bound name"),
        pytest.param('x = get("w", size); print$0()', [], id="elsewhere"),
    ],
)
def test_definition(line: str, expected: list[int]) -> None:
    assert targets(f"{CREATED}\n{line}\n") == expected


def test_a_creating_call_leads_nowhere() -> None:
    assert targets('tf.get$0_variable("w", shape)\nx = get("w", size)\n') == []
