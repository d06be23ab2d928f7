"""What naming tells its caller besides return values: variables handed out, possible errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scope_lsp.naming.errors import NamingError
    from scope_lsp.naming.graph import Graph
    from scope_lsp.naming.variable import Variable


@dataclass(frozen=True, slots=True)
class Access:
    """One variable made, or fetched from the store."""

    variable: Variable
    reused: bool
    certain: bool
    """False when something unknown decides between fetching and making, or about the name."""
    site: object
    """The caller's own value, from the call that asked."""


@dataclass(slots=True)
class Reports:
    """Where the news go; both do nothing until the caller sets them."""

    access: Callable[[Access], None] = lambda access: None
    op: Callable[[Graph, str, str], None] = lambda graph, name, op_type: None
    """Told of ops by name and type, in graphs with device functions."""
    error: Callable[[NamingError], None] = lambda error: None
    """For an error that is not definite, which therefore is not raised."""
