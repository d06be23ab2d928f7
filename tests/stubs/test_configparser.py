"""Options that a program reads with ``configparser``; the expected values are Python's own."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze

FILES = {
    "model.ini": (
        "[DEFAULT]\nscope = net\n"
        "[cell]\nName = %(scope)s/lstm\nunits: 12\npeephole = yes\n; a comment\n"
        "rate = 0.5\npath = ${cell:units}\nempty =\nlong = one\n  two\n"
        "[head]\nscope = top\nclasses = 3\n"
    ),
    "flags.properties": "[default]\nrecommender=MF\nembedding.size=8\n",
    "broken.cfg": "units = 3\n",
    "bare.cfg": "[run]\nfast\nunits = 3 # three\n",
    "data.bin": "[run]\nunits = 3\n",
}
START = "import configparser\nc = configparser.ConfigParser()\nc.read('model.ini')\n"
PROGRAMS = [
    "found(c.get('cell', 'name'), c.getint('cell', 'units'), c.getboolean('cell', 'peephole'))",
    "found(c.sections(), c.options('head'), c.has_option('head', 'SCOPE'), 'head' in c)",
    "found(c.getfloat('cell', 'rate'), c['cell']['units'], c['head'].getint('classes'))",
    "found(dict(c['head']), dict(c.items('head')), list(c), len(c), c.defaults())",
    "found(c.get('cell', 'nothing', fallback='x'), c['cell'].get('nothing'), c.getint('no', 'n', "
    "fallback=4))",
    "found(c.get('cell', 'name', raw=True), c.get('cell', 'name', vars={'scope': 'mine'}))",
    "found([(k, dict(v)) for k, v in c.items()])",
    "found(repr(c.get('cell', 'empty')), c.get('cell', 'long'))",
    "try:\n    c.get('cell', 'none')\nexcept configparser.NoOptionError as e:\n    found(e.option)",
    "try:\n    c.get('nothing', 'x')\nexcept configparser.Error as e:\n    found(type(e).__name__)",
    "try:\n    c['nothing']\nexcept KeyError:\n    found('none')",
    "c['cell']['units'] = '5'\nc.set('head', 'more', '1')\nfound(dict(c['cell']), dict(c['head']))",
    "c.add_section('new')\nc.set('new', 'A', 'b')\nc.remove_section('head')\nfound(c.sections(), "
    "dict(c['new']))",
    "c.read_dict({'cell': {'units': 7}, 'extra': {'a': 1}})\nfound(c['extra']['a'], "
    "c['cell']['units'])",
    "c = configparser.ConfigParser()\nc.optionxform = str\nc.read(['none.ini', 'model.ini'])\n"
    "found(list(c['cell']))",
    "c = configparser.RawConfigParser()\nc.read('model.ini')\nfound(c.get('cell', 'name'))",
    "c = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())\n"
    "c.read('model.ini')\nfound(c['cell']['path'])",
    "c = configparser.ConfigParser(allow_no_value=True, inline_comment_prefixes='#')\n"
    "c.read('bare.cfg')\nfound(c['run']['fast'], c['run']['units'])",
    "c = configparser.ConfigParser({'size': '2'})\nc.read('flags.properties')\n"
    "found(c['default']['recommender'], c.getint('default', 'embedding.size'), "
    "c['default']['size'])",
    "c = configparser.ConfigParser()\nc.read_string('[a]\\nb = 1')\nfound(c.get('a', 'b'))",
    "c = configparser.ConfigParser()\nwith open('model.ini') as f:\n    c.read_file(f)\n"
    "found(c.get('cell', 'units'))",
    "c = configparser.ConfigParser(converters={'list': lambda v: v.split()})\n"
    "c.read('model.ini')\nfound(c.getlist('cell', 'long'))",
    "try:\n    c['cell']['nothing']\nexcept KeyError as e:\n    found(e.args)",
    "try:\n    c.getint('cell', 'name')\nexcept ValueError:\n    found('no number')",
]


def _scope(text: str) -> str:
    return "v" + "".join(f"_{ord(each):x}" for each in text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _names(folder: Path, program: str) -> list[str]:
    main = folder / "main.py"
    analysis = analyze(Snapshot(str(main), program, roots=(str(folder),)))
    return [event.name for event in analysis.variables if event.uncalled is None]


@pytest.mark.parametrize("program", PROGRAMS)
def test_options_are_what_python_reads(
    folder: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = io.StringIO()
    monkeypatch.chdir(folder)
    with redirect_stdout(printed):
        exec(START + "def found(*values):\n    print(values)\n" + program, {})
    expected = _scope(printed.getvalue().rstrip("\n"))
    head = (
        "import tensorflow as tf\n"
        "def found(*values):\n"
        "    text = 'v' + ''.join('_%x' % ord(each) for each in str(values))\n"
        "    tf.get_variable(text, [])\n"
    )
    assert _names(folder, head + START + program) == [expected + ":0"]


@pytest.mark.parametrize("name", ["data.bin", "broken.cfg", "/etc/model.cfg"])
def test_a_file_that_cannot_be_read_may_hold_anything(folder: Path, name: str) -> None:
    program = (
        "import ConfigParser\nimport tensorflow as tf\n"
        f"c = ConfigParser.ConfigParser()\nc.read({name!r})\n"
        "tf.get_variable(c.get('run', 'name'), [c.getint('run', 'units')])\n"
        "if c.has_section('gan') and 'x' in c['gan']:\n    tf.get_variable('gan', [1])\n"
        "tf.get_variable('after', [1])\n"
    )
    made = _names(folder, program)
    assert made[1:] == ["gan:0", "after:0"]
    assert len(made) == 3


def test_a_missing_file_leaves_the_defaults(folder: Path) -> None:
    program = (
        "from six.moves import configparser\nimport tensorflow as tf\n"
        "c = configparser.ConfigParser()\nc.read('none.cfg')\n"
        "tf.get_variable(c.get('run', 'name', fallback='w'), [c.getint('run', 'units')])\n"
        "tf.get_variable('w2', [int(c['run']['units'])])\n"
    )
    assert _names(folder, program) == ["w:0", "w2:0"]
