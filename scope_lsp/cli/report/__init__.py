"""Reports: one module per format, each turning a ``Listing`` into text.

To add a format, write a module with ``names`` or ``check`` (or both) and name it in
``cli/arguments.py``.
"""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from scope_lsp.cli.console import Paint
from scope_lsp.cli.listing import Listing


class Format(Protocol):
    """What the module of a format offers; a format for a single command may lack one function."""

    def names(self, listing: Listing, paint: Paint) -> str:
        """Render the report of ``scope-lsp names``, ending in a newline unless empty."""

    def check(self, listing: Listing, paint: Paint) -> str:
        """Render the report of ``scope-lsp check``, ending in a newline unless empty."""


def format_called(name: str) -> Format:
    """Import the module of a format."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))
