"""What ``names`` and ``check`` read, and what they say about other files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_notebooks import notebook
from tests.cli.test_program import GOOD, TWICE, scope_lsp

REFUSED = "not a Python file: .py, .pyw, .pyi, .ipynb, or a script's #! line"


@pytest.mark.parametrize("command", ["names", "check"])
@pytest.mark.parametrize("name", ["bert_config.json", "notes.md", "a.py.orig"])
def test_files_that_are_no_python_are_refused_by_name(
    tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / name).write_text("{}\n")
    done = scope_lsp(command, name, cwd=tmp_path)
    words = f"scope-lsp: {name}: {REFUSED}\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


def test_scripts_without_an_ending_are_read(tmp_path: Path) -> None:
    (tmp_path / "train").write_text(GOOD)
    (tmp_path / "train.v2").write_text("#!/usr/bin/env python3\n" + GOOD)
    for name, line in (("train", 2), ("train.v2", 3)):
        done = scope_lsp("names", name, cwd=tmp_path)
        assert done.stdout == f"w:0  (3,)  float32  created  {name}:{line}:5\n"


def test_standard_input_is_a_file(tmp_path: Path) -> None:
    done = scope_lsp("names", "-", cwd=tmp_path, given=GOOD)
    assert done.stdout == "w:0  (3,)  float32  created  -:2:5\n"
    done = scope_lsp("check", "-", cwd=tmp_path, given=TWICE)
    assert done.returncode == 1
    assert done.stdout.startswith("-:3:5: error: Variable w already exists")


@pytest.mark.parametrize("arguments", [["-"], [], ["-", "-"]])
def test_standard_input_has_the_place_of_a_file(tmp_path: Path, arguments: list[str]) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "model.py").write_text(GOOD)
    (folder / "train.py").write_text("an older text(")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.scope-lsp.diagnostics.severity]\nvariable-exists = "warning"\n'
    )
    text = 'import model\nimport tensorflow as tf\ntf.get_variable("w", [3])\n'
    done = scope_lsp(
        "check", *arguments, "--stdin-filename", "jobs/train.py", cwd=tmp_path, given=text
    )
    assert done.stdout.startswith("jobs/train.py:3:1: warning: Variable w already exists")


def test_standard_input_may_be_a_notebook(tmp_path: Path) -> None:
    given = notebook([("markdown", "Words"), ("code", GOOD)])
    done = scope_lsp("names", "--stdin-filename", "a.ipynb", cwd=tmp_path, given=given)
    assert done.stdout == "w:0  (3,)  float32  created  a.ipynb:cell 2:2:5\n"
    done = scope_lsp("names", "--stdin-filename", "a.ipynb", cwd=tmp_path, given="w = 1")
    words = "scope-lsp: a.ipynb: not a notebook: its JSON does not parse\n"
    assert (done.returncode, done.stderr) == (2, words)


def test_check_without_a_path_takes_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    done = scope_lsp("check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("twice.py:3:5: error: ")


def test_no_problems_are_found_only_where_all_was_read(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD)
    assert scope_lsp("check", "good.py", cwd=tmp_path).stdout == "No problems found.\n"
    done = scope_lsp("check", "good.py", "missing.py", cwd=tmp_path)
    assert done.stdout == "No problems found in the 1 of 2 files that could be read.\n"
    assert scope_lsp("check", "missing.py", cwd=tmp_path).stdout == ""
    (tmp_path / "empty").mkdir()
    done = scope_lsp("check", "empty", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "scope-lsp: empty: no Python files found\n"


def test_names_of_a_folder_says_which_scripts_it_left_out(tmp_path: Path) -> None:
    guard = 'if __name__ == "__main__":\n    pass\n'
    (tmp_path / "train.py").write_text(
        GOOD + "import model\nfrom lib import (\n  part\n)\n" + guard
    )
    (tmp_path / "model.py").write_text(GOOD)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "part.py").write_text(GOOD)
    (tmp_path / "flat.py").write_text(GOOD)
    (tmp_path / "builders.py").write_text("import tensorflow as tf\ndef f():\n    pass\n")
    (tmp_path / "setup.py").write_text("from setuptools import setup\nsetup()\n")
    done = scope_lsp("names", ".", cwd=tmp_path)
    assert done.stderr == (
        "scope-lsp: not listed, because they have no __main__ guard: flat.py; name a file, or set "
        "entry-points, to list it\n"
    )
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\nentry-points = ["train.py"]\n')
    assert scope_lsp("names", ".", cwd=tmp_path).stderr == ""


def test_json_has_the_program_of_each_variable(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(GOOD)
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text("import model\n")
    done = scope_lsp("names", "a.py", "b.py", "--format", "json", cwd=tmp_path)
    variables = json.loads(done.stdout)["variables"]
    assert [(one["name"], one["file"], one["program"]) for one in variables] == [
        ("w:0", "model.py", "a.py"),
        ("w:0", "model.py", "b.py"),
    ]
