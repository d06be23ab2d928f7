"""One line for each diagnostic, with its related places below it, as compilers print them."""

from __future__ import annotations

from scope_lsp.cli.console import Paint
from scope_lsp.cli.listing import Listing
from scope_lsp.cli.report import text


def check(listing: Listing, paint: Paint) -> str:
    """Render the diagnostics without frames, and a line that counts them."""
    return text.rendered(listing, paint, frames=False)
