"""The measured language servers, and where they are found.  Nothing is installed here."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLOOR = "bare pygls"
OURS = "scope-lsp"

_TY = {"inlayHints": {"variableTypes": True, "callArgumentNames": True}}
_PYREFLY = {
    "analysis": {
        "inlayHintDebounceMs": 0,
        "inlayHints": {
            "callArgumentNames": "all",
            "functionReturnTypes": True,
            "variableTypes": True,
        },
    }
}


@dataclass(frozen=True)
class Server:
    """How a server is started, and what it is told when it asks for its settings."""

    name: str
    command: Sequence[str]
    options: Mapping[str, Any] = field(default_factory=dict)
    """The ``initializationOptions``."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Its sections of the configuration."""


_KNOWN = (
    Server("ty", ("ty", "server"), _TY, {"ty": _TY}),
    Server("pyrefly", ("pyrefly", "lsp"), _PYREFLY, {"python": _PYREFLY}),
    Server("zuban", ("zuban", "server")),
    Server("basedpyright", ("basedpyright-langserver", "--stdio")),
    Server(OURS, ("scope-lsp", "server")),
)


def found() -> list[Server]:
    """The floor, and every server beside this Python or on the path, the floor first."""
    floor = Path(__file__).with_name("floor.py")
    servers = [Server(FLOOR, (sys.executable, str(floor)))]
    for server in _KNOWN:
        program = located(server.command[0])
        if program:
            command = (program, *server.command[1:])
            servers.append(Server(server.name, command, server.options, server.settings))
    return servers


def located(program: str) -> str | None:
    """Where a program lies: beside this Python first, then on the path."""
    beside = shutil.which(program, path=str(Path(sys.executable).parent))
    return beside or shutil.which(program)


def names() -> list[str]:
    """The names of all servers but the floor."""
    return [server.name for server in _KNOWN]
