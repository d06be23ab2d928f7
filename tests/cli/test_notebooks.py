"""Notebooks on the command line: cells run from top to bottom, and places name their cell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_program import scope_lsp

CELLS = [
    ("markdown", ["# Words"]),
    ("code", ["%matplotlib inline\n", "import tensorflow as tf\n", "!ls -l\n", "tf.__version__?"]),
    (
        "code",
        ["def layer(name):\n", "    return tf.get_variable(name, [3])\n", "\n", 'w = layer("w")'],
    ),
    ("code", "%%bash\nls"),
    ("code", "%%time\nwith tf.variable_scope('a'): x = 'é'; layer('v'); display(w)"),
    ("code", 'layer("w")'),
]


def notebook(cells: list[tuple[str, Any]], **more: Any) -> str:
    written = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    return json.dumps({"cells": written, "metadata": {}, "nbformat": 4, **more})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.ipynb").write_text(notebook(CELLS), encoding="utf-8")
    return tmp_path


def test_names_tells_places_by_cell(folder: Path) -> None:
    done = scope_lsp("names", "model.ipynb", cwd=folder)
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "w:0    (3,)  float32  created  model.ipynb:cell 3:2:12",
        "a/v:0  (3,)  float32  created  model.ipynb:cell 3:2:12",
    ]
    assert lines[3].startswith("model.ipynb:cell 3:2:12: error: Variable w already exists")
    assert any(line.startswith("    model.ipynb:cell 6:1:1: ") for line in lines[4:])
    assert (done.returncode, done.stderr) == (0, "")


def test_json_has_the_cell_of_every_place(folder: Path) -> None:
    done = scope_lsp("names", "model.ipynb", "--format", "json", cwd=folder)
    document = json.loads(done.stdout)
    second = document["variables"][1]
    assert [second[key] for key in ("file", "cell", "line", "column")] == ["model.ipynb", 3, 2, 12]
    assert [(frame["cell"], frame["line"], frame["column"]) for frame in second["trace"]] == [
        (5, 2, 39),
        (3, 2, 12),
    ]
    (error,) = [one for one in document["diagnostics"] if one["severity"] == "error"]
    assert (error["cell"], error["line"], error["endLine"]) == (3, 2, 2)
    assert {related["cell"] for related in error["related"]} == {3, 6}


def test_a_script_has_no_cells(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('import tensorflow as tf\ntf.get_variable("w", [3])\n')
    done = scope_lsp("names", "a.py", "--format", "json", cwd=tmp_path)
    assert "cell" not in json.loads(done.stdout)["variables"][0]
    done = scope_lsp("names", "a.py", "--format", "csv", cwd=tmp_path)
    assert "cell" not in done.stdout


def test_csv_has_a_column_for_cells(folder: Path) -> None:
    done = scope_lsp("names", "model.ipynb", "--format", "csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["name"], row["line"], row["cell"]) for row in rows] == [
        ("w", "2", "3"),
        ("a/v", "2", "3"),
    ]


def test_check_takes_notebooks_of_a_folder(folder: Path) -> None:
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "model.ipynb").write_text(notebook(CELLS))
    julia = notebook([("code", "x = 1 +")], metadata={"kernelspec": {"language": "julia"}})
    (folder / "other.ipynb").write_text(julia)
    done = scope_lsp("check", ".", cwd=folder)
    assert done.stdout.startswith("model.ipynb:cell 3:2:12: error: ")
    assert done.stdout.endswith("1 error.\n")
    assert (done.returncode, done.stderr) == (1, "")


def test_a_comment_of_a_cell_silences_its_line(folder: Path) -> None:
    source = ["w = tf.get_variable('w', [3])\n", "tf.get_variable('w', [3])  # scope: ignore"]
    cells = [("code", "import tensorflow as tf"), ("code", source)]
    (folder / "model.ipynb").write_text(notebook(cells))
    assert scope_lsp("check", "model.ipynb", cwd=folder).stdout == "No problems found.\n"


def test_formats_for_machines_tell_the_cell_in_words(folder: Path) -> None:
    done = scope_lsp("check", "model.ipynb", "--format", "github", cwd=folder)
    assert "file=model.ipynb,line=1,col=1::model.ipynb:cell 3:2:12: " in done.stdout
    done = scope_lsp("check", "model.ipynb", "--format", "sarif", cwd=folder)
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert result["message"]["text"].startswith("cell 3:2:12: Variable w already exists")
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_cell_that_does_not_parse_costs_itself(folder: Path) -> None:
    cells = [*CELLS[:2], ("code", "def f(:"), ("code", 'tf.get_variable("w", [3])')]
    (folder / "model.ipynb").write_text(notebook(cells))
    done = scope_lsp("names", "model.ipynb", cwd=folder)
    assert done.stdout.startswith("w:0  (3,)  float32  created  model.ipynb:cell 4:1:1\n")
    assert done.stderr.startswith("scope-lsp: model.ipynb:cell 3:1: does not parse")


def test_old_notebooks_have_worksheets(folder: Path) -> None:
    cells = [
        {"cell_type": "heading", "source": "Words"},
        {"cell_type": "code", "input": ["import tensorflow as tf\n", "tf.get_variable('w', [3])"]},
    ]
    (folder / "model.ipynb").write_text(json.dumps({"worksheets": [{"cells": cells}]}))
    done = scope_lsp("names", "model.ipynb", cwd=folder)
    assert done.stdout == "w:0  (3,)  float32  created  model.ipynb:cell 2:2:1\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not a notebook: its JSON does not parse"),
        ("[]", "not a notebook"),
        ('{"cells": 3}', "not a notebook: it has no cells"),
        (
            notebook([], metadata={"language_info": {"name": "R"}}),
            "a notebook of r, not of Python",
        ),
    ],
)
def test_what_is_no_notebook_is_said(folder: Path, text: str, reason: str) -> None:
    (folder / "model.ipynb").write_text(text)
    done = scope_lsp("names", "model.ipynb", cwd=folder)
    assert (done.returncode, done.stderr) == (2, f"scope-lsp: model.ipynb: {reason}\n")


def test_an_empty_notebook_is_an_empty_listing(folder: Path) -> None:
    (folder / "model.ipynb").write_text(notebook([]))
    done = scope_lsp("names", "model.ipynb", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_functions_of_a_cell_that_nothing_calls(folder: Path) -> None:
    source = ["\n", "def build(x):\n", "    return tf.layers.dense(x, 3)"]
    cells = [("markdown", "Words"), ("code", "import tensorflow as tf"), ("code", source)]
    (folder / "model.ipynb").write_text(notebook(cells))
    done = scope_lsp("names", "model.ipynb", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["waiting"] == [
        {"function": "build", "file": "model.ipynb", "cell": 3, "line": 2}
    ]
    assert "Nothing calls build (cell 3, line 2)" in done.stderr
    done = scope_lsp("names", "model.ipynb", "--call", "build", cwd=folder)
    assert "created (possible)  model.ipynb:cell 3:3:12" in done.stdout


def test_a_command_that_a_decorator_makes_can_be_called(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "import click\nimport tensorflow as tf\n"
        "@click.command()\n@click.argument('units')\n"
        "def build(units):\n    tf.get_variable('w', [3])\n"
    )
    done = scope_lsp("names", "a.py", "--call", "build", cwd=tmp_path)
    assert done.stdout == "w:0  (3,)  float32  created (possible)  a.py:6:5\n"


def test_code_is_shown_as_it_is_written(tmp_path: Path) -> None:
    """A timing magic, which is rewritten to be run, stays one."""
    first = ("code", "import tensorflow as tf\nw = tf.get_variable('w', [3])")
    cells = [first, ("code", "%time v = tf.get_variable('w', [3])")]
    (tmp_path / "timed.ipynb").write_text(notebook(cells), encoding="utf-8")
    done = scope_lsp("check", "timed.ipynb", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert "  1 | %time v = tf.get_variable('w', [3])" in lines
    assert f"    | {' ' * 10}{'^' * 25}" in lines
