"""What naming tells its caller besides return values: variables handed out, possible errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scope_lsp.naming.errors import NamingError
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

    def op(self, devices: Sequence[object], name: str, op_type: str) -> None:
        """An op was made where these device functions look at each, the outermost first."""

    def error(self, error: NamingError, sharing_site: object) -> None:
        """An error is not definite, and therefore not raised.

        ``sharing_site`` is where the reuse flag of the current scope was set, if that is known.
        """


class NoReports:
    """Nobody is told."""

    def access(self, access: Access) -> None:
        """Nothing."""

    def op(self, devices: Sequence[object], name: str, op_type: str) -> None:
        """Nothing."""

    def error(self, error: NamingError, sharing_site: object) -> None:
        """Nothing."""
