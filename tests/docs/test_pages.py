"""The tutorial and the how-to pages do what they say, typed in from top to bottom."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from scope_lsp.rules.registry import RULES
from scope_lsp.settings import from_pyproject
from tests.docs import pages
from tests.mdtest.test_specification import analysed
from tests.support import mdtest
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
        if asked is None or "was not found" in step.printed:
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
