"""A renamed program, held against the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Problem, Span
from scope_lsp.features.rename import Plan
from scope_lsp.features.rename_comparisons import Refused
from scope_lsp.features.rename_trial import check
from scope_lsp.fixes.judgement import Judged
from tests.support.fixture import PATH, analysed

TEXT = """\
import tensorflow as tf
with tf.variable_scope("a"):
    w = tf.get_variable("w", [3])
v = tf.get_variable("v", [3])
train = tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
found = [one for one in tf.global_variables() if "a/" in one.name]
"""
PLAN = Plan((), "a", "b", frozenset({"a"}))


def judged(text: str) -> Judged:
    return Judged(analysed(text).source.analysis, ())


def tried(text: str) -> None:
    texts, new = {PATH: TEXT}, {PATH: text}
    check(PLAN, judged(TEXT), judged(text), texts.get, new.get)


def test_names_scopes_slots_and_filters_as_asked() -> None:
    tried(TEXT.replace('"a"', '"b"').replace('"a/"', '"b/"'))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param('"a"', '"c"', "a/w:0 would be called c/w:0, not b/w:0", id="another name"),
        pytest.param('"v"', '"u"', "v:0 would be renamed as well, to u:0", id="one more"),
        pytest.param("[3])\nv", "[4])\nv", "created in another way", id="another shape"),
        pytest.param('"a/" in', '"x/" in', "filter on names would select", id="a filter"),
        pytest.param("found =", "tf.get_variable('z', [1])\nfound =", "create", id="one too many"),
    ],
)
def test_anything_else_is_refused(old: str, new: str, reason: str) -> None:
    after = TEXT.replace('"a"', '"b"').replace('"a/"', '"b/"')
    old, new = (text.replace('"a/"', '"b/"') for text in (old, new))
    with pytest.raises(Refused, match=reason):
        tried(after.replace('"b"' if old == '"a"' else old, new, 1))


def test_what_could_not_be_analysed_is_refused() -> None:
    before = judged(TEXT)
    with pytest.raises(Refused, match="could not be analysed in time"):
        check(PLAN, before, None, {}.get, {}.get)
    limit = Problem(Span(PATH, 1, 1, 1, 1), ProblemKind.BUDGET, "too many steps")
    cut = replace(before, analysis=replace(before.analysis, problems=(limit,)))
    with pytest.raises(Refused, match="too large"):
        check(PLAN, before, cut, {}.get, {}.get)
