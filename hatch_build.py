"""What a package index shows of the project: its addresses, and a README whose links work there.

The README is written for the repository, with relative links.  An index shows it elsewhere, so
the build makes them absolute.  The repository's address stands in one place, in ``pyproject.toml``
under ``[tool.hatch.metadata.hooks.custom]``.  While it is empty there is nothing to link to: links
become plain text, and pictures their descriptions.  Runs in the build's environment, so it may
import nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


def repository(root: Path) -> str:
    """The address of the repository as ``pyproject.toml`` has it; empty where there is none."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^repository = "([^"]*)"$', text, re.MULTILINE)
    return found[1].rstrip("/") if found else ""


class AddressesHook(MetadataHookInterface):
    """Gives ``project.urls`` and ``project.readme`` to the build."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add both to ``metadata``."""
        root = Path(self.root)
        address = repository(root)
        found = _VERSION.search((root / "scope_lsp" / "__init__.py").read_text(encoding="utf-8"))
        if found is None:
            raise ValueError("scope_lsp/__init__.py has no version")
        text = (root / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": absolute(text, address, found[1]),
        }
        metadata["urls"] = urls(address)


def urls(address: str) -> dict[str, str]:
    """The addresses of the project: none while the repository has none."""
    if not address:
        return {}
    return {
        "Repository": address,
        "Documentation": f"{address}/tree/main/docs",
        "Changelog": f"{address}/blob/main/CHANGELOG.md",
        "Issues": f"{address}/issues",
    }


def absolute(text: str, address: str, version: str) -> str:
    """The Markdown ``text`` with links that lead to a release of the repository."""

    def link(match: re.Match[str]) -> str:
        picture, words, target = match.groups()
        if not address:
            return f"*{words}*" if picture else words
        kind = "raw" if picture else "blob"
        return f"{picture}[{words}]({address}/{kind}/v{version}/{target})"

    return _outside_of_code(text, lambda prose: _LINK.sub(link, prose))


def _outside_of_code(text: str, change: Callable[[str], str]) -> str:
    parts, last = [], 0
    for fence in _FENCE.finditer(text):
        parts += [change(text[last : fence.start()]), fence[0]]
        last = fence.end()
    return "".join([*parts, change(text[last:])])
