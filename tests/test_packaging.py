"""What an installed scope-lsp consists of."""

from __future__ import annotations

import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache"}


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
        (entry_points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "scope-lsp = scope_lsp.__main__:main" in archive.read(entry_points).decode()
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "scope_lsp").rglob("*")
        if path.is_file() and not CACHES.intersection(path.parts)
    }
    assert packed == package
    assert "scope_lsp/py.typed" in packed
    assert "scope_lsp/stubs/METADATA.toml" in packed
    assert "scope_lsp/stubs/tensorflow/__init__.py" in packed
