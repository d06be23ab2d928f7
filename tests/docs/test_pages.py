"""The tutorial and the how-to pages are correct when they are followed from top to bottom."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from scope_lsp.features.code_lens import code_lens
from scope_lsp.features.inlay_hints import inlay_hints
from scope_lsp.rules.registry import RULES
from scope_lsp.settings import from_pyproject
from tests.docs import pages
from tests.mdtest.test_specification import analysed
from tests.support import fixture, mdtest
from tests.support.recording import record, tensorflow_python

TUTORIAL = pages.DOCS / "tutorial.md"
LESSONS = mdtest.read(TUTORIAL)
_ASKED = re.compile(
    r"scope-lsp (?P<command>names|check) (?P<program>\w+\.py)(?! --(call|format)).*"
)
_JUDGE = """
import json, runpy, sys, warnings
warnings.simplefilter("ignore")
import tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
sys.path.insert(0, ".")
error = None
try:
    runpy.run_path(sys.argv[1], run_name="__main__")
except Exception as raised:
    error = str(raised).splitlines()[0]
print(json.dumps({"names": [v.name for v in tf.global_variables()], "error": error}))
"""


@pytest.mark.parametrize("page", pages.FOLLOWED, ids=lambda page: page.stem)
def test_every_command_prints_what_the_page_shows(page: Path) -> None:
    for step, _ in pages.follow(page):
        assert step.printed == step.said, f"{step.command}; see python -m tests.docs.pages"


@pytest.mark.parametrize("snippet", LESSONS, ids=lambda snippet: snippet.title)
def test_the_names_in_the_tutorial_are_ours(snippet: mdtest.Snippet) -> None:
    assert mdtest.check(snippet, analysed(snippet)) == []


_ELSEWHERE = ("was not found", "is not known (what a JSON file has)")
"""What is printed of a program that cannot run here, because something of it is elsewhere."""


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_the_names_in_the_tutorial_are_those_of_tensorflow() -> None:
    recordings = record([snippet.source for snippet in LESSONS], jobs=2)
    found = []
    for snippet, recording in zip(LESSONS, recordings, strict=True):
        found += mdtest.check(snippet, recording)
    assert found == []


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
@pytest.mark.parametrize("page", pages.FOLLOWED, ids=lambda page: page.stem)
def test_tensorflow_does_with_the_programs_what_the_page_says(page: Path) -> None:
    """It makes the variables that are listed, and fails where an error or warning is printed."""
    for step, folder in pages.follow(page):
        asked = _ASKED.fullmatch(step.command)
        if asked is None or any(words in step.printed for words in _ELSEWHERE):
            continue
        names, error = judge(folder, asked["program"])
        if asked["command"] == "check":
            failing = re.search(": (error|warning): ", step.printed) is not None
            assert (error is not None) == failing, (step, error)
        else:
            ours = re.findall(r"^(\S+:0) ", step.printed, re.MULTILINE)
            assert error is None
            assert [name for name in names if name in ours or not ours] == ours


def judge(folder: Path, name: str) -> tuple[list[str], str | None]:
    """The variables that TensorFlow makes of a program, and the error that it raises."""
    python = tensorflow_python()
    assert python is not None
    done = subprocess.run(
        [python, "-c", _JUDGE, name],
        cwd=folder,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": "stubs"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return found["names"], found["error"]


def test_the_configurations_shown_can_be_read() -> None:
    for page in pages.FOLLOWED:
        for block in re.findall(
            r"^```toml[^\n]*\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S
        ):
            partial = from_pyproject(block, codes=RULES.keys())
            assert partial.values
            assert partial.problems == ()


def shown_in_an_editor(page: Path, title: str, nth: int = 0) -> list[str]:
    """The hints of a program of a page, and the lenses above its functions."""
    text = pages.file_of(page, title, nth)
    analysis = fixture.analysed(text, inlay_hints_ops=True)
    labels = [hint.label for hint in inlay_hints(analysis, fixture.WHOLE)]
    hints = [one if isinstance(one, str) else "".join(part.value for part in one) for one in labels]
    lenses = [lens.command.title for lens in code_lens(analysis) if lens.command]
    return [text.strip() for text in (*hints, *lenses)]


@pytest.mark.parametrize(
    ("page", "title", "nth", "text"),
    [
        (TUTORIAL, "lesson4.py", 0, "conv{1,2}/weights:0"),
        (TUTORIAL, "lesson8.py", 0, "foo/ · ops {foo,foo_1}/"),
        (pages.DOCS / "how-to" / "gan.md", "gan.py", 1, "called 2 times: 1 set of weights"),
    ],
)
def test_what_a_page_says_of_editors(page: Path, title: str, nth: int, text: str) -> None:
    assert f"`{text}`" in page.read_text(encoding="utf-8").replace("\n", " ")
    assert any(text in shown for shown in shown_in_an_editor(page, title, nth))
