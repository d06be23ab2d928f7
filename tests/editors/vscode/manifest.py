"""The extension's ``package.json`` with the settings that there are, between those of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scope_lsp.settings import SECTION, schema

FOLDER = Path(__file__).resolve().parents[3] / "vscode-client"
PACKAGE = FOLDER / "package.json"
OWN = (f"{SECTION}.interpreter", f"{SECTION}.path")
"""What the extension reads itself; these are written by hand."""


def package() -> dict[str, Any]:
    """The file as it is."""
    found: dict[str, Any] = json.loads(PACKAGE.read_text(encoding="utf-8"))
    return found


def text() -> str:
    """The file as it should be."""
    found = package()
    configuration = found["contributes"]["configuration"]
    own = {key: configuration["properties"][key] for key in OWN}
    configuration["properties"] = {**own, **schema()}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
