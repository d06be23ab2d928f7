"""What the programs in this folder print, compared with TensorFlow 1.15.5.

Each program is one rule of naming; ``record.py`` made the recordings.
"""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest

from .miniature import Miniature

PROGRAMS = Path(__file__).parent / "programs"
NAMES = sorted(path.stem for path in PROGRAMS.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_prints_what_tensorflow_prints(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = PROGRAMS / f"{name}.py"
    errors = ModuleType("errors")
    exec((PROGRAMS / "errors.py").read_text("utf-8"), errors.__dict__)
    monkeypatch.setitem(sys.modules, "tensorflow", Miniature())
    monkeypatch.setitem(sys.modules, "errors", errors)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program.read_text("utf-8"), str(program), "exec"), {"__name__": "__main__"})
    assert printed.getvalue() == program.with_suffix(".txt").read_text("utf-8")


def test_every_program_is_recorded() -> None:
    programs = {path.stem for path in PROGRAMS.glob("*.py")} - {"errors"}
    assert programs == set(NAMES)
