"""Fixes that write the names of a checkpoint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scope_lsp import runner
from scope_lsp.analysis.analyze import Snapshot
from scope_lsp.fixes.judgement import Judged, edited
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from tests.checkpoints.tables import write_index
from tests.fixes.offering import held

HEAD = "import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, 3])\n"
RESTORE = "tf.train.Saver().restore(tf.Session(), 'm')\n"
SHAPES = {
    "net/block_0/hidden/kernel": [3, 3],
    "net/block_0/hidden/bias": [3],
    "net/block_1/hidden/kernel": [3, 3],
    "net/block_1/hidden/bias": [3],
    "net/out/kernel": [3, 2],
    "net/out/bias": [2],
}
MODEL = """
def model(h):
    for i in range(2):
        with tf.variable_scope("block_%d" % i):
            h = tf.layers.dense(h, 3, name="hidden")
    return tf.layers.dense(h, 2, name="out")


with tf.variable_scope("net"):
    model(x)
"""


def offered(
    folder: Path, program: str, shapes: Mapping[str, Sequence[int]] = SHAPES, setting: bool = False
) -> dict[str, str]:
    """The titles of the fixes that hold of the first finding, and the text after each."""
    write_index(folder / "m", dict(shapes))
    path = str(folder / "t.py")
    texts = {path: HEAD + program}

    def judged(texts: Mapping[str, str]) -> Judged:
        checkpoints = {path: str(folder / "m")} if setting else {}
        wanted = runner.Wanted(
            codes=registry.EDITOR_CODES, checkpoints=checkpoints, folders=(str(folder),)
        )
        report = runner.run(Snapshot(path, texts[path], buffers=texts), Budget(), wanted, texts.get)
        return Judged(report.analysis, report.findings)

    before = judged(texts)
    finding = next(one for one in before.findings if one.code == "checkpoint-mismatch")
    answers = {}
    for fix in held(before, finding, texts, judged):
        new = edited(fix.edits, texts.get)
        assert new is not None
        answers[fix.title] = new[path].removeprefix(HEAD)
    return answers


@pytest.mark.parametrize("setting", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ('"net"', '"model"', '"net"'),
        ("block_%d", "layer_%d", '"block_%d"'),
        ('"hidden"', '"inner"', '"hidden"'),
    ],
)
def test_a_renamed_scope_or_layer(
    tmp_path: Path, setting: bool, old: str, new: str, title: str
) -> None:
    program = MODEL if setting else MODEL + RESTORE
    answers = offered(tmp_path, program.replace(old, new), setting=setting)
    assert answers == {f"Use the names of m: {title}": program}


def test_several_renames_are_one_fix(tmp_path: Path) -> None:
    program = MODEL.replace("net", "model").replace("out", "logits") + RESTORE
    assert list(offered(tmp_path, program).values()) == [MODEL + RESTORE]


def test_a_scope_that_is_opened_twice_is_renamed_twice(tmp_path: Path) -> None:
    program = MODEL.replace("model(x)", "h = model(x)") + (
        'with tf.variable_scope("net"):\n    tf.layers.dense(h, 4, name="more")\n'
    )
    shapes = {**SHAPES, "net/more/kernel": [2, 4], "net/more/bias": [4]}
    answers = offered(tmp_path, program.replace("net", "model"), shapes, setting=True)
    assert list(answers.values()) == [program]


def test_a_name_in_the_default_of_a_parameter(tmp_path: Path) -> None:
    program = """
def model(h, scope="net"):
    with tf.variable_scope(scope):
        tf.layers.dense(h, 2, name="out")


model(x)
"""
    shapes = {"net/out/kernel": [3, 2], "net/out/bias": [2]}
    answers = offered(tmp_path, program.replace("net", "model") + RESTORE, shapes)
    assert list(answers.values()) == [program + RESTORE]


def test_what_no_string_says_has_no_fix(tmp_path: Path) -> None:
    """A scope that was added; a shape; a name that the program computes."""
    added = 'with tf.variable_scope("deep"):\n' + "".join(
        f"    {line}\n" for line in MODEL.strip().splitlines()
    )
    assert offered(tmp_path, added + RESTORE) == {}
    assert offered(tmp_path, MODEL.replace("h, 2", "h, 5") + RESTORE) == {}
    computed = MODEL.replace('"net"', "'-'.join(['my', 'model'])")
    assert offered(tmp_path, computed + RESTORE) == {}
