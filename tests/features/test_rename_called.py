"""Rename in a file that other programs import: what they call counts."""

from __future__ import annotations

from pathlib import Path

from scope_lsp.features.rename import Programs, plan, target
from scope_lsp.features.rename_places import called
from scope_lsp.features.rename_trial import check
from scope_lsp.fixes.judgement import Judged, edited
from tests.features.test_rename import HEAD, judged
from tests.support.fixture import PATH, parse, view


def renamed_by_programs(source: str, new: str, others: dict[str, str]) -> dict[str, str]:
    """As ``renamed``, for a file that other programs import."""
    fixture = parse(source)
    texts = {PATH: fixture.text, **others}
    paths = [PATH, *others]
    alone = [judged(texts, path) for path in paths]
    known = called([one.analysis for one in alone])
    programs = Programs(known, texts.get, lambda path: path.startswith("/project"))
    aim = target(view(fixture.text, alone[0].analysis, others=others), fixture.cursor, programs)
    assert aim is not None, "nothing to rename"
    made = plan(aim, new, programs)
    changed = edited(made.edits, texts.get)
    assert changed is not None
    after = {**texts, **changed}
    tried = [judged(after, path) for path in paths]
    found = called([one.analysis for one in tried])
    for before, mine, later, theirs in zip(alone, known, tried, found, strict=True):
        judgements = Judged(mine, before.findings), Judged(theirs, later.findings)
        check(made, *judgements, texts.get, after.get)
    return after


HELPERS = (
    HEAD
    + """
def norm(x, scope):
    with tf.variable_scope(scope):
        return x + tf.get_variable("b", [3])

def conv(x, scope):
    with tf.variable_scope(scope):
        return x * tf.get_variable("b$0", [3])
"""
)


def test_functions_that_name_alike_where_nothing_calls_them() -> None:
    """Alone, both make ``{scope}/b``: what the program calls tells them apart."""
    train = "import model\nmodel.norm(model.x, 'n')\nmodel.conv(model.x, 'c')\n"
    path = str(Path(PATH).with_name("train.py"))
    after = renamed_by_programs(HELPERS, "bias", {path: train})
    assert after[PATH].count('"b"') == after[PATH].count('"bias"') == 1
    names = [one.name for one in judged(after, path).analysis.variables]
    assert names == ["n/b:0", "c/bias:0"]


def test_a_function_that_nothing_calls_beside_one_that_is_called() -> None:
    """Both make their variables in the same helper."""
    source = (
        HEAD
        + """
def make(name):
    return tf.get_variable(name, [3])

def dense(scope):
    with tf.variable_scope(scope):
        return x * make("w$0")

def conv(scope):
    with tf.variable_scope(scope):
        return x * make("filter")
"""
    )
    path = str(Path(PATH).with_name("train.py"))
    train = "import model\nmodel.conv('c')\n"
    after = renamed_by_programs(source, "kernel", {path: train})
    assert 'make("kernel")' in after[PATH] and 'make("filter")' in after[PATH]
