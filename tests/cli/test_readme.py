"""The README's examples do what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from scope_lsp.rules.registry import RULES
from scope_lsp.settings import from_pyproject

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSION = re.compile(r"^```console\n\$ scope-lsp (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
SESSIONS = SESSION.findall(README)


@pytest.mark.parametrize(("arguments", "output"), SESSIONS)
def test_every_example_prints_what_the_page_shows(arguments: str, output: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scope_lsp", *shlex.split(arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == output


def test_there_are_examples() -> None:
    assert {session[0].split()[0] for session in SESSIONS} == {"names", "check", "diff"}


def test_the_settings_shown_are_good_ones() -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    partial = from_pyproject(text, codes=RULES.keys())
    assert partial.problems == ()
    assert partial.values
