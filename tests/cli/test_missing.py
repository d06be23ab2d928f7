"""What a listing lacks: printed on standard error, once per cause, and in the exit code."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_program import scope_lsp

START = "import tensorflow as tf\n"
BUILDERS = (
    START
    + """

def encoder(x, layers=2):
    for i in range(layers):
        tf.layers.dense(x, 8, name="l%d" % i, use_bias=False)


class Model:
    def build(self, task):
        tf.get_variable("out/%s" % task, [3])
"""
)


def write(folder: Path, text: str) -> str:
    (folder / "program.py").write_text(text)
    return "program.py"


def test_what_could_not_be_followed_is_said_with_its_cost(tmp_path: Path) -> None:
    text = START + 'size = {}["a"]\ntf.get_variable("w", [size])\ntf.get_variable("v", [2])\n'
    done = scope_lsp("names", write(tmp_path, text), cwd=tmp_path)
    assert done.stdout.splitlines()[1] == "v:0  (2,)  float32  created  program.py:4:1"
    assert done.stderr == (
        "scope-lsp: program.py:2: {}['a'] could not be followed (KeyError: a): "
        "the shapes of 1 variable may depend on it\n"
    )
    assert done.returncode == 0  # all names are there


def test_a_listing_that_lacks_variables_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    text = START + 'import models\nmodels.build()\ntf.get_variable("v", [2])\n'
    done = scope_lsp("names", write(tmp_path, text), "--format", "json", cwd=tmp_path)
    assert done.returncode == 3
    (gap,) = json.loads(done.stdout)["gaps"]
    assert gap == {
        "file": "program.py",
        "line": 2,
        "column": 1,
        "reason": "module models was not found",
        "hidesVariables": True,
        "shapes": 0,
        "names": 0,
    }
    assert "variables that it creates are not listed" in done.stderr


def test_an_early_end_makes_a_listing_incomplete(tmp_path: Path) -> None:
    done = scope_lsp("names", write(tmp_path, START + "raise OSError('no')\n"), cwd=tmp_path)
    assert done.returncode == 3
    assert "program.py:2: the program seems to stop here with OSError: no" in done.stderr


def test_an_early_end_shows_what_is_not_known_in_braces(tmp_path: Path) -> None:
    text = START + "import os\nx = os.environ['X']\nraise OSError('no ' + x, x, object())\n"
    done = scope_lsp("names", write(tmp_path, text), cwd=tmp_path)
    said = "stop here with OSError: no {x}, {x}, ...;"
    assert said in done.stderr


def test_a_file_of_builders_says_what_waits_to_be_called(tmp_path: Path) -> None:
    done = scope_lsp("names", write(tmp_path, BUILDERS), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing calls encoder (line 4), Model.build (line 10)" in done.stderr
    done = scope_lsp("names", "program.py", "--format", "json", cwd=tmp_path)
    waiting = json.loads(done.stdout)["waiting"]
    assert [(one["function"], one["line"]) for one in waiting] == [
        ("encoder", 4),
        ("Model.build", 10),
    ]


def test_call_runs_what_nothing_calls(tmp_path: Path) -> None:
    path = write(tmp_path, BUILDERS)
    done = scope_lsp("names", path, "--call", "encoder", cwd=tmp_path)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["l0/kernel:0", "l1/kernel:0"]
    assert "possible" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    done = scope_lsp("names", path, "--call", "all", cwd=tmp_path)
    assert done.stdout.splitlines()[2].startswith("out/{task}:0")


def test_a_function_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    done = scope_lsp("names", write(tmp_path, BUILDERS), "--call", "decoder", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "scope-lsp: --call decoder: no uncalled function has this name\n"


def test_a_module_that_nothing_uses_is_no_cause(tmp_path: Path) -> None:
    text = START + 'import mailbox, random\ntf.get_variable("v%d" % random.randint(0, 9), [])\n'
    done = scope_lsp("names", write(tmp_path, text), cwd=tmp_path)
    assert (done.stdout.split()[0], done.stderr) == ("v{?}:0", "")
    text += 'tf.get_variable("w%d" % len(mailbox.mbox("mail")), [])\n'
    done = scope_lsp("names", write(tmp_path, text), cwd=tmp_path)
    assert "module mailbox is not modelled: the names of" in done.stderr


def test_a_name_that_hangs_on_what_was_not_followed_makes_a_listing_incomplete(
    tmp_path: Path,
) -> None:
    text = START + 'name = {}["a"]\ntf.get_variable(name, [1])\n'
    done = scope_lsp("names", write(tmp_path, text), cwd=tmp_path)
    assert "the names of 1 variable may depend on it" in done.stderr
    assert done.returncode == 3
