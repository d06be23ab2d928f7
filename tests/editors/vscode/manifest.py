"""The extension's ``package.json`` with what stands elsewhere: settings, version, addresses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docs.rule_schemas import schema_of
from hatch_build import repository
from scope_lsp import __version__
from scope_lsp.settings import SECTION, Settings, schema

FOLDER = Path(__file__).resolve().parents[3] / "vscode-client"
PACKAGE = FOLDER / "package.json"
LOCK = FOLDER / "package-lock.json"
OWN = (f"{SECTION}.interpreter", f"{SECTION}.path")
"""What the extension reads itself; these are written by hand."""
UNKNOWN = " --allow-missing-repository"
"""What vsce has to be told as long as the repository has no address."""


def package() -> dict[str, Any]:
    """The file as it is."""
    found: dict[str, Any] = json.loads(PACKAGE.read_text(encoding="utf-8"))
    return found


def text(address: str | None = None) -> str:
    """The file as it should be, with the repository's ``address`` (None: that of the project)."""
    found = package()
    found["version"] = __version__
    for key in ("repository", "bugs", "homepage"):
        found.pop(key, None)
    address = repository(FOLDER.parent) if address is None else address
    if address:
        found["repository"] = {"type": "git", "url": address, "directory": FOLDER.name}
        found["bugs"] = {"url": f"{address}/issues"}
        found["homepage"] = f"{address}#readme"
    command = found["scripts"]["package"].replace(UNKNOWN, "")
    found["scripts"]["package"] = (
        command if address else command.replace("vsce package", f"vsce package{UNKNOWN}")
    )
    configuration = found["contributes"]["configuration"]
    own = {key: configuration["properties"][key] for key in OWN}
    configuration["properties"] = {**own, **schema(schema_of)}
    room = {"editor.inlayHints.maximumLength": Settings().inlay_hints_maximum_length}
    found["contributes"]["configurationDefaults"] = {"[python]": room}
    return _json(found)


def lock() -> str:
    """The lock file with the version of the package."""
    found = json.loads(LOCK.read_text(encoding="utf-8"))
    found["version"] = found["packages"][""]["version"] = __version__
    return _json(found)


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
