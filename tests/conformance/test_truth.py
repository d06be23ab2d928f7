"""The page of figures is about the current sets, and has the wording of the script."""

from __future__ import annotations

from tests.conformance import truth
from tests.conformance.truth import Case, Score


def test_the_page_is_fresh() -> None:
    """It is made for each release, and before when the sets have grown by a tenth."""
    text = truth.PAGE.read_text(encoding="utf-8")
    stale = "stale: run python -m tests.conformance.truth --write"
    assert text.startswith(truth.HEAD), stale
    assert text.endswith(truth.TAIL), stale
    rows = text.removeprefix(truth.HEAD).removesuffix(truth.TAIL).splitlines()
    cells = [[cell.strip().replace(",", "") for cell in row.strip("|").split("|")] for row in rows]
    shown = {row[0]: (int(row[1]), int(row[3]), int(row[7])) for row in cells}
    found = truth.counts()
    assert shown.keys() == found.keys(), stale
    for name, counts in found.items():
        for on_the_page, now in zip(shown[name], counts, strict=True):
            assert 0.9 * now <= on_the_page <= 1.1 * now, stale


def test_what_is_wrong_is_counted() -> None:
    source = "import tensorflow as tf\ntf.get_variable('w', [3])\ntf.get_variable('v', [4])\n"
    score = Score()
    score.add(Case(source, (("w:0", (3,)), ("v:0", (4,))), None))
    assert (score.right, score.names, score.shapes) == (1, 2, 2)
    score.add(Case(source, (("v:0", (5,)), ("w:0", (3,))), None))
    assert (score.right, score.names, score.shapes) == (1, 4, 3)
    score.add(Case(source * 2, (("w:0", (3,)),), None))
    assert score.false_errors == 1
