"""What naming tells its caller besides return values: variables handed out, possible errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

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


class Reports(Protocol):
    """Who is told."""

    def access(self, access: Access) -> None:
        """A variable was made or fetched."""

    def op(self, graph: Graph, name: str, op_type: str) -> None:
        """An op was made, in a graph with device functions."""

    def error(self, graph: Graph, error: NamingError) -> None:
        """An error is not definite, and therefore not raised."""


class NoReports:
    """Nobody is told."""

    def access(self, access: Access) -> None:
        """Nothing."""

    def op(self, graph: Graph, name: str, op_type: str) -> None:
        """Nothing."""

    def error(self, graph: Graph, error: NamingError) -> None:
        """Nothing."""
