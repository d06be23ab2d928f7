"""The extension for VS Code offers the settings that there are, and starts only what it may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scope_lsp.settings import SECTION, all_settings

FOLDER = Path(__file__).resolve().parents[2] / "vscode-client"
OWN = {"scopeLsp.interpreter", "scopeLsp.path"}
"""What the extension reads itself."""


def offered() -> dict[str, dict[str, Any]]:
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    found: dict[str, dict[str, Any]] = package["contributes"]["configuration"]["properties"]
    return found


def test_every_setting_is_offered_as_it_is() -> None:
    expected = {}
    for setting in all_settings():
        schema: dict[str, Any] = dict(setting.kind.schema)
        default = setting.default
        if default is None:
            schema["type"] = [schema["type"], "null"]
        schema["default"] = list(default) if isinstance(default, tuple) else default
        schema["markdownDescription"] = setting.doc
        expected[f"{SECTION}.{setting.key}"] = schema
    found = {key: value for key, value in offered().items() if key not in OWN}
    assert found == expected, "package.json should have:\n" + json.dumps(expected, indent=2)


def test_an_opened_folder_cannot_say_which_program_is_started() -> None:
    assert {offered()[key]["scope"] for key in OWN} == {"machine"}


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []
