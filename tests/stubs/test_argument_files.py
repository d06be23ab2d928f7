"""Arguments that a command line reads from files; the expected values are Python's own."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze

FILES = {
    "args.txt": "--layers=3\n--both\n--name=file\n",
    "outer.txt": "--name\nouter\n@args.txt\n",
    "words.txt": "--layers 4 --both\n\n--name many\n",
    "names.cfg": "first\nsecond\n",
    "empty.txt": "",
}
START = """\
import argparse
class Words(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, arg_line):
        return arg_line.split()
def options(kind, **kwargs):
    parser = kind(**kwargs)
    parser.add_argument('--layers', type=int, default=1)
    parser.add_argument('--both', action='store_true')
    parser.add_argument('--name', default='net')
    parser.add_argument('rest', nargs='*')
    return parser
files = options(argparse.ArgumentParser, fromfile_prefix_chars='@')
"""
PROGRAMS = [
    "a = files.parse_args(['@args.txt'])",
    "a = files.parse_args(['@args.txt', '--name', 'mine'])",
    "a = files.parse_args(['--layers=2', '@outer.txt'])",
    "a = files.parse_args(['@empty.txt', '--layers', '5'])",
    "a = files.parse_args(['@names.cfg'])",
    "a = files.parse_known_args(['@args.txt', '--other'])[0]",
    "a = options(Words, fromfile_prefix_chars='+@').parse_args(['+words.txt'])",
    "a = options(argparse.ArgumentParser).parse_args(['@args.txt'])",
    "import sys\nsys.argv = ['main.py', '@args.txt']\na = files.parse_args()",
    "try:\n    a = files.parse_args(['@missing.txt'])\nexcept SystemExit:\n"
    "    a = files.parse_args([])",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _names(folder: Path, program: str) -> list[tuple[str, str]]:
    analysis = analyze(Snapshot(str(folder / "main.py"), program, roots=(str(folder),)))
    return [(one.name, one.certainty) for one in analysis.variables if one.uncalled is None]


@pytest.mark.parametrize("program", PROGRAMS)
def test_arguments_are_what_python_reads(
    folder: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = io.StringIO()
    monkeypatch.chdir(folder)
    values = "'_'.join([str(a.layers), str(a.both), a.name] + a.rest).replace('@', '')"
    with redirect_stdout(printed):
        exec(f"{START}{program}\nprint({values})", {})
    ends = f"\nimport tensorflow as tf\ntf.get_variable('v' + {values}, [])\n"
    made = _names(folder, START + program + ends)
    assert [name for name, _ in made] == [f"v{printed.getvalue().strip()}:0"]


def test_arguments_in_an_unknown_file_are_open(folder: Path) -> None:
    program = (
        "import os\nimport tensorflow as tf\n"
        "a = files.parse_args(['--name=here', '@' + os.environ['ARGS']])\n"
        "if a.both:\n    tf.get_variable('both', [])\ntf.get_variable('after', [])\n"
    )
    made = dict(_names(folder, START + program))
    assert list(made)[-1] == "after:0"
    assert made["after:0"] == "definite"
