"""``--filter``, ``--depth`` and ``--sort`` of ``names``, through the real program."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.test_program import scope_lsp

PROGRAM = """\
import tensorflow as tf
for scope in ("b", "a"):
    with tf.variable_scope(scope):
        with tf.variable_scope("deep"):
            tf.get_variable("kernel", [len(scope) * 3, 4 if scope == "a" else 2])
        tf.get_variable("bias", [2])
tf.get_variable("step", [])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.py").write_text(PROGRAM)
    return tmp_path


def names(folder: Path, *options: str) -> list[str]:
    done = scope_lsp("names", "a.py", "--format", "csv", *options, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return [row["name"] for row in csv.DictReader(io.StringIO(done.stdout))]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ([], ["b/deep/kernel", "b/bias", "a/deep/kernel", "a/bias", "step"]),
        (["--filter", "kernel"], ["b/deep/kernel", "a/deep/kernel"]),
        (["--filter", "a"], ["a/deep/kernel", "a/bias"]),
        (["--filter", "b/**/kernel", "--filter", "step"], ["b/deep/kernel", "step"]),
        (["--filter", "b*"], ["b/deep/kernel", "b/bias", "a/bias"]),
        (["--filter", "/b/*", "--filter", "!bias"], ["b/deep/kernel"]),
        (["--sort", "name"], ["a/bias", "a/deep/kernel", "b/bias", "b/deep/kernel", "step"]),
        (["--sort", "size"], ["a/deep/kernel", "b/deep/kernel", "b/bias", "a/bias", "step"]),
    ],
)
def test_variables_are_chosen_and_sorted(
    folder: Path, options: list[str], wanted: list[str]
) -> None:
    assert names(folder, *options) == wanted


def test_a_table_is_summed_by_scope(folder: Path) -> None:
    done = scope_lsp("names", "a.py", "--depth", "1", cwd=folder)
    assert done.stdout == (
        "b/      2 variables  8 parameters\n"
        "a/      2 variables  14 parameters\n"
        "step:0   1 variable  1 parameter\n"
    )


def test_a_tree_is_cut_and_sorted(folder: Path) -> None:
    options = ("--format", "tree", "--depth", "2", "--sort", "size")
    done = scope_lsp("names", "a.py", *options, cwd=folder)
    assert done.stdout.splitlines() == [
        "a/           14",
        "  deep/      12  1 variable",
        "  bias (2,)   2",
        "b/            8",
        "  deep/       6  1 variable",
        "  bias (2,)   2",
        "step ()       1",
        "total        23  in 5 variables; trainable: 23",
    ]


def test_a_filter_that_is_no_pattern_is_refused(folder: Path) -> None:
    done = scope_lsp("names", "a.py", "--filter", "", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "scope-lsp: --filter: '' is no glob pattern\n"


def test_sums_of_unknown_sizes_are_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "import tensorflow as tf\n"
        "n = int(input())\n"
        "for scope, size in (('b', 3), ('b', n), ('c', n)):\n"
        "    with tf.variable_scope(scope):\n"
        "        tf.get_variable(f'w{size == 3:d}', [size])\n"
        "tf.get_variable('step', [])\n",
        encoding="utf-8",
    )
    done = scope_lsp("names", "a.py", "--depth", "1", cwd=tmp_path)
    assert done.stdout == (
        "b/      2 variables  at least 3 parameters\n"
        "c/       1 variable  size unknown\n"
        "step:0   1 variable  1 parameter\n"
    )
