"""Every module of the stubs can be imported, whichever comes first: none asks another for too much.

A failed import inside a stub would only cost some values of a program, and show up nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from scope_lsp.analysis import recorder
from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

STUBS = Path(recorder.__file__).parents[1] / "stubs"


def modules() -> list[str]:
    """The dotted names of all stub modules; those of `tf.keras` are shared with `keras`."""
    found = []
    for path in STUBS.rglob("*.py"):
        parts = path.relative_to(STUBS).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        found.append(".".join(parts))
        if parts[:2] == ("tensorflow", "keras"):
            found.append(".".join(("keras", *parts[2:])))
    return sorted(name for name in set(found) if not name.startswith("_scope_lsp"))


@pytest.mark.parametrize("backwards", [False, True])
def test_modules_can_be_imported(backwards: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    reasons: list[str] = []

    def costs(noted: Sequence[Any], *rest: object) -> tuple[()]:
        reasons.extend(f"{gap.source.path}: {gap.reason}" for gap in noted)
        return ()

    monkeypatch.setattr(recorder, "costs", costs)
    names = modules()
    assert len(names) > 300
    lines = [f"import {name}\n" for name in (reversed(names) if backwards else names)]
    analysis = analyze(Snapshot("/nowhere/program.py", "".join(lines)), patient())
    assert not analysis.problems
    assert not reasons
