"""The page of figures is about the sets that there are; its wording is that of the script."""

from __future__ import annotations

from tests.conformance import truth
from tests.conformance.truth import Case, Score


def test_the_page_is_fresh() -> None:
    """The figures for what is right are those of the tests, which demand all of it."""
    text = truth.PAGE.read_text(encoding="utf-8")
    stale = "stale: run python -m tests.conformance.truth --write"
    assert text.startswith(truth._HEAD), stale
    assert text.endswith(truth._TAIL), stale
    rows = text.removeprefix(truth._HEAD).removesuffix(truth._TAIL).splitlines()
    cells = [[cell.strip().replace(",", "") for cell in row.strip("|").split("|")] for row in rows]
    shown = {row[0]: (int(row[1]), int(row[3]), int(row[7])) for row in cells}
    assert shown == truth.counts(), stale


def test_what_is_wrong_is_counted() -> None:
    source = "import tensorflow as tf\ntf.get_variable('w', [3])\ntf.get_variable('v', [4])\n"
    score = Score()
    score.add(Case(source, (("w:0", (3,)), ("v:0", (4,))), None))
    assert (score.right, score.names, score.shapes) == (1, 2, 2)
    score.add(Case(source, (("v:0", (5,)), ("w:0", (3,))), None))
    assert (score.right, score.names, score.shapes) == (1, 4, 3)
    score.add(Case(source * 2, (("w:0", (3,)),), None))
    assert score.false_errors == 1
