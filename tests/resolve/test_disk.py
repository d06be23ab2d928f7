"""What is asked of the disk: once in a process that does its task and ends, and always noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.resolve import disk


def test_a_question_is_asked_once_and_noted_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_remembered", None)
    path = tmp_path / "module.py"
    assert not disk.is_file(str(path))
    disk.remember()
    path.write_text("")
    assert disk.is_file(str(path))
    path.unlink()
    with disk.noted() as notes:
        assert disk.is_file(str(path))
    assert list(notes) == [("kind", str(path))]
