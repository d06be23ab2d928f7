"""What the reports look like: the text of people, the JSON of scripts."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from scope_lsp.analysis.result import Analysis, Certainty, VariableEvent
from scope_lsp.cli.console import Paint
from scope_lsp.cli.listing import Listing, Program, fold
from scope_lsp.cli.report import format_called
from scope_lsp.rules import registry
from tests.support.made import PROGRAM, chain, error, problem, variable

PLAIN = Paint(io.StringIO())


@pytest.fixture(autouse=True)
def working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getcwd", lambda: "/project")


def listing(*programs: Program, analysis: Analysis | None = None) -> Listing:
    findings = registry.run(analysis, lambda path: None) if analysis else []
    return Listing(programs, tuple(findings))


def program(*events: VariableEvent, path: str = PROGRAM) -> Program:
    return Program(path, fold(events, slots=True))


def test_text_of_names_is_an_aligned_table() -> None:
    found = program(
        variable("model/dense/kernel:0", 4, shape=(784, 10)),
        variable("model/dense/kernel:0", 4, reused=True),
        variable("b:0", 12, shape=(None,), reused=True, path="/elsewhere/lib.py"),
        variable("layer_{i}/w:0", 7, shape=None, certainty=Certainty.SYMBOLIC),
        variable("c:0", 8, shape=(), certainty=Certainty.POSSIBLE),
    )
    assert format_called("text").names(listing(found), PLAIN).splitlines() == [
        "model/dense/kernel:0  (784, 10)  float32  created, shared     train.py:4:1",
        "b:0                   (?,)       float32  shared              /elsewhere/lib.py:12:1",
        "layer_{i}/w:0         ?          float32  created (symbolic)  train.py:7:1",
        "c:0                   ()         float32  created (possible)  train.py:8:1",
    ]


def test_text_of_names_heads_each_of_several_programs() -> None:
    text = format_called("text").names(
        listing(program(variable(), path="/project/a.py"), program(path="/project/b.py")), PLAIN
    )
    assert text == "a.py\nw:0  (3,)  float32  created  train.py:1:1\n\nb.py\nno variables\n"


def test_text_of_an_empty_program_is_empty() -> None:
    assert format_called("text").names(listing(program()), PLAIN) == ""


def test_text_of_names_ends_with_the_diagnostics() -> None:
    analysis = Analysis(PROGRAM, errors=(error(5),))
    text = format_called("text").names(listing(program(variable()), analysis=analysis), PLAIN)
    assert text.splitlines()[1:] == [
        "",
        "train.py:5:1: error: Variable w already exists, disallowed. [variable-exists]",
    ]


def test_text_of_check() -> None:
    analysis = Analysis(
        PROGRAM,
        errors=(
            error(9, trace=chain(4, 9), created_at=chain(2)),
            error(8, certainty=Certainty.POSSIBLE),
            error(7, certainty=Certainty.POSSIBLE),
        ),
        problems=(problem(6, "budget", "stopped after 5 seconds"),),
    )
    assert format_called("text").check(listing(analysis=analysis), PLAIN).splitlines() == [
        "train.py:6:1: information: stopped after 5 seconds; what follows may be missing "
        "[unfinished]",
        "train.py:7:1: warning: This may fail: Variable w already exists, disallowed. "
        "[variable-exists]",
        "train.py:8:1: warning: This may fail: Variable w already exists, disallowed. "
        "[variable-exists]",
        "train.py:9:1: error: Variable w already exists, disallowed. [variable-exists]",
        "    train.py:2:1: w:0 was first created here",
        "    train.py:4:1: called from here",
        "1 error, 2 warnings, 1 information.",
    ]


def test_text_of_check_without_findings() -> None:
    assert format_called("text").check(listing(), PLAIN) == "No problems found.\n"


def test_json_has_the_agreed_form() -> None:
    analysis = Analysis(PROGRAM, errors=(error(14, trace=chain(3, 14), created_at=chain(12)),))
    found = program(variable("a/w:0", 12, shape=(3, None)), variable("b:0", 13, shape=None))
    text = format_called("json").names(listing(found, analysis=analysis), PLAIN)
    assert text == format_called("json").check(listing(found, analysis=analysis), PLAIN)
    document = json.loads(text)
    assert list(document) == ["schema", "variables", "diagnostics", "gaps", "waiting"]
    assert document["schema"] == 1
    assert document["variables"][0] == {
        "name": "a/w:0",
        "file": "train.py",
        "line": 12,
        "column": 1,
        "api": "tf.get_variable",
        "reused": False,
        "certainty": "definite",
        "shape": [3, None],
        "dtype": "float32",
        "trainable": True,
        "parameters": None,
        "slot": False,
        "saved": True,
        "program": "train.py",
        "trace": [{"file": "train.py", "line": 12, "column": 1, "function": "<module>"}],
    }
    assert document["variables"][1]["shape"] is None
    assert document["diagnostics"] == [
        {
            "file": "train.py",
            "line": 14,
            "column": 1,
            "endLine": 14,
            "endColumn": 11,
            "severity": "error",
            "code": "variable-exists",
            "message": "Variable w already exists, disallowed.",
            "certainty": "definite",
            "trace": [
                {"file": "train.py", "line": 3, "column": 1, "function": "<module>"},
                {"file": "train.py", "line": 14, "column": 1, "function": "build"},
            ],
            "related": [
                {
                    "file": "train.py",
                    "line": 12,
                    "column": 1,
                    "message": "w:0 was first created here",
                },
                {"file": "train.py", "line": 3, "column": 1, "message": "called from here"},
            ],
        }
    ]


def test_json_of_nothing() -> None:
    document = json.loads(format_called("json").names(listing(program()), PLAIN))
    assert document == {
        "schema": 1,
        "variables": [],
        "diagnostics": [],
        "gaps": [],
        "waiting": [],
    }


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Paint(Terminal())("a", "red") == "\033[31ma\033[0m"
    assert Paint(io.StringIO())("a", "red") == "a"
    monkeypatch.setenv("NO_COLOR", "1")
    assert Paint(Terminal())("a", "red") == "a"


def test_tree_sums_what_every_scope_holds() -> None:
    found = program(
        variable("bert/dense/kernel:0", 4, shape=(768, 1000)),
        variable("bert/dense/bias:0", 4, shape=(1000,)),
        variable("bert/dense/bias:0", 9, shape=(1000,), reused=True),
        variable("w:0", 5, shape=()),
        variable("w/Adam:0", 6, shape=(), slot=True),
    )
    assert format_called("tree").names(listing(found), PLAIN).splitlines() == [
        "bert/                   769,000",
        "  dense/                769,000",
        "    kernel (768, 1000)  768,000",
        "    bias (1000,)          1,000",
        "w ()                          1",
        "w/                            1",
        "  Adam ()                     1",
        "total                   769,002  in 4 variables; trainable: 769,002",
    ]


def test_tree_says_what_is_not_known() -> None:
    found = program(
        replace(variable("a/{b/c}/w:0", 4, certainty=Certainty.SYMBOLIC), dtype="int64"),
        replace(variable("a/{b/c}/v:0", 4, shape=(None, 2)), trainable=False),
        variable("x:0", 5, shape=None, certainty=Certainty.POSSIBLE),
    )
    assert format_called("tree").names(listing(found), PLAIN).splitlines() == [
        "a/              at least 3",
        "  {b/c}/        at least 3",
        "    w (3,)               3  int64, symbolic",
        "    v (?, 2)  size unknown  not trainable",
        "x ?           size unknown  possible",
        "total           at least 3  in 3 variables; trainable: at least 3",
    ]


def test_tree_of_several_programs_heads_each_that_has_variables() -> None:
    text = format_called("tree").names(
        listing(program(variable(), path="/project/a.py"), program(path="/project/b.py")), PLAIN
    )
    assert text == ("a.py\nw (3,)  3\ntotal   3  in 1 variable; trainable: 3\n")
    assert format_called("tree").names(listing(program()), PLAIN) == ""


def test_csv_has_a_row_for_every_variable_of_every_program() -> None:
    weights = variable("a/w:0", 4, shape=(3, None))
    text = format_called("csv").names(
        listing(
            program(weights, replace(weights, reused=True, trace=chain(9)), path="/project/a.py"),
            program(
                variable("n:0", 5, shape=(), slot=True),
                replace(variable("x:0", 6, shape=None), dtype=None, trainable=None),
                path="/project/b.py",
            ),
        ),
        PLAIN,
    )
    assert text.splitlines() == [
        "name,shape,dtype,parameters,trainable,slot,certainty,file,line,column,api,program",
        'a/w,"[3, null]",float32,,true,false,definite,train.py,4,1,tf.get_variable,a.py',
        "n,[],float32,1,true,true,definite,train.py,5,1,tf.get_variable,b.py",
        "x,,,,,false,definite,train.py,6,1,tf.get_variable,b.py",
    ]
