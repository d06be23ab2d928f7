"""The fix of a cell that would fail when it is run again."""

from __future__ import annotations

import pytest

from scope_lsp.fixes.judgement import edited
from scope_lsp.fixes.registry import candidates
from tests.fixes.offering import PATH, judged

TEXT = """import tensorflow as tf
{between}
# the model
w = tf.get_variable("w", [3])
"""


@pytest.mark.parametrize(
    ("between", "offers"), [("import os", True), ("x = tf.placeholder(tf.float32)", False)]
)
def test_the_cell_begins_with_an_empty_graph(between: str, offers: bool) -> None:
    texts = {PATH: TEXT.format(between=between)}
    before = judged(texts, ((1, 2), (3, 4)))
    (finding,) = [one for one in before.findings if one.code == "cell-rerun"]
    found = candidates(before.analysis, finding, texts.get)
    assert len(found) == int(offers)
    for fix in found:
        after = edited(fix.edits, texts.get)
        assert after is not None
        assert after[PATH].splitlines()[2:] == [
            "# the model",
            "tf.reset_default_graph()",
            'w = tf.get_variable("w", [3])',
        ]
        again = judged(after, ((1, 2), (3, 5)))
        assert [one.code for one in again.findings] == []
