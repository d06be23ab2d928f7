"""A sample of the survey over the files of the standard library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness.survey import faults_of, installed, python_files


def test_files_that_nobody_wrote_for_us_bring_out_no_fault() -> None:
    library = [folder for folder in installed() if folder.name != "site-packages"]
    files = [
        path for path in python_files(library, 80, seed=7) if "site-packages" not in path.parts
    ]
    assert list(faults_of(files[:12], seconds=1.0)) == []


def test_a_fault_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("scope_lsp.analysis.analyze.run_main", broken)
    (tmp_path / "sound.py").write_text("import tensorflow as tf\n")
    (fault,) = faults_of([tmp_path / "sound.py"], seconds=1.0)
    assert "on purpose" in fault.message
