"""What changed is said in the first line, and the map that is printed restores the model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint
from scope_lsp.cli.report.diff_map import diff as as_map
from scope_lsp.cli.report.diff_text import diff as as_text
from scope_lsp.cli.sides import of_program
from scope_lsp.comparison.compare import Comparison, compare
from tests.comparison.renamings import RENAMINGS, Renaming
from tests.support.recording import tensorflow_python

PARTITIONED = "with tf.variable_scope('{}', partitioner=tf.fixed_size_partitioner({})):\n" \
    "    tf.get_variable('words', [7, 2])\n" \
    "tf.get_variable('{}/w', [3])\n"  # fmt: skip
ALL = (
    *RENAMINGS,
    Renaming(
        "a partitioned variable, cut otherwise",
        PARTITIONED.format("table", 3, "table"),
        PARTITIONED.format("embed", 2, "embed"),
        "scope table renamed embed (2 variables)",
    ),
)


def compared(folder: Path, renaming: Renaming) -> Comparison:
    sides = []
    for name, program in (("old", renaming.old_program), ("new", renaming.new_program)):
        path = folder / f"{name}.py"
        path.write_text(program, encoding="utf-8")
        sides.append(of_program(name, str(path), None, (), Configuration()))
    return compare(*sides)


@pytest.mark.parametrize("renaming", ALL, ids=lambda renaming: renaming.name)
def test_the_cause_stands_in_the_first_line(tmp_path: Path, renaming: Renaming) -> None:
    comparison = compared(tmp_path, renaming)
    first = as_text(comparison, Paint(sys.stderr)).partition("\n")[0]
    assert first == f"old -> new: {renaming.says}."
    lost = {item.name for item in comparison.only_new}
    lost |= {other.name for _, other in comparison.other_shape}
    assert lost == set(renaming.lost)


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_the_map_restores_every_variable(tmp_path: Path) -> None:
    cases = []
    for renaming in ALL:
        comparison = compared(tmp_path, renaming)
        cases.append(
            {
                "old": renaming.old_program,
                "new": renaming.new_program,
                "map": as_map(comparison, "init"),
                "saver": as_map(comparison, "saver"),
            }
        )
    (tmp_path / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    restore = Path(__file__).parent / "restore.py"
    done = subprocess.run(
        [str(tensorflow_python()), str(restore), str(tmp_path / "cases.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lost = json.loads(done.stdout.splitlines()[-1])
    assert lost == [[list(renaming.lost)] * 2 for renaming in ALL]


def test_a_name_that_fits_nothing_is_no_rename(tmp_path: Path) -> None:
    renaming = Renaming("", "tf.get_variable('a/w', [3])\n", "tf.get_variable('b/v', [4])\n", "")
    comparison = compared(tmp_path, renaming)
    assert comparison.renamed == ()
    assert [item.name for item in comparison.only_old] == ["a/w"]
    assert [item.name for item in comparison.only_new] == ["b/v"]
