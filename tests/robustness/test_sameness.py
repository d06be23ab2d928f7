"""A short run of ``sameness``: the answer depends only on the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.programs import run
from scope_lsp.cli.tasks import Task
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules.registry import RULES
from tests.robustness.sameness import Answer, commands_for, compare, difference

PROGRAM = """import tensorflow as tf
names = {"b", "a", "c", unknown} | set(globals())
for name in names:
    tf.get_variable(name, [len(names)])
def layer(x, seen=set()):
    seen |= {x, x + 1}
    with tf.variable_scope("layer", reuse=tf.AUTO_REUSE):
        return [tf.layers.dense(tf.zeros([2, 3]), n) for n in seen]
for i in range(3):
    layer(i)
for kind in ("conv", "pool"):
    if unknown():
        tf.Variable(1.0, name=kind)
for step in range(10 ** 9):
    unknown(step)
print tf.trainable_variables()
x = tf.get_variable("x", [3]
"""
ENDLESS = "import tensorflow as tf\nw = tf.get_variable('w', [3])\nwhile True: tf.zeros([3])\n"


def test_hash_seeds_load_and_processes_change_nothing(tmp_path: Path) -> None:
    programs = [tmp_path / "one.py", tmp_path / "two.py"]
    programs[0].write_text(PROGRAM)
    programs[1].write_text("import one\n")
    _, names, *checks = commands_for([str(path) for path in programs], [])
    assert compare([names, *checks], [sys.executable], times=1, busy=2) == []


def test_a_difference_would_be_seen() -> None:
    one = Answer("a\n", 0, "", 1.0)
    assert difference(one, Answer("a\n", 0, "", 2.0)) is None
    assert difference(one, Answer("a\n", 2, "", 1.0)) is not None
    assert "+b" in str(difference(one, Answer("b\n", 0, "", 1.0)))


def test_what_was_analysed_before_changes_nothing() -> None:
    """Code, trees and look-ups are kept between the analyses of one process."""
    for _ in range(2):
        alone = analyze(Snapshot("/project/a.py", PROGRAM), Budget())
        analyze(Snapshot("/project/a.py", ENDLESS), Budget(steps=1_000))
        analyze(Snapshot("/project/b.py", PROGRAM), Budget(steps=3_000))
        assert analyze(Snapshot("/project/a.py", PROGRAM), Budget()) == alone


def test_the_watchdog_is_a_failure_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a fault of ours wakes it: here, limits of work that end nothing."""
    monkeypatch.setattr(Budget, "EFFECT", 0)
    (tmp_path / "pyproject.toml").write_text("[tool.scope-lsp]\nanalysis.timeout = 0.5\n")
    path = tmp_path / "endless.py"
    path.write_text(ENDLESS.replace("while True:", "while True:\n  for i in range(1000):"))
    settings = Configuration().of(str(path))
    outcome = run(Task(str(path), (), settings, RULES.keys()))
    assert outcome.failure == (
        "stopped after 0.5 seconds (analysis.timeout); what it had found is shown"
    )
    assert [event.name for event in outcome.analysis.variables] == ["w:0"]
    assert [finding.code for finding in outcome.findings] == ["unfinished"]
