"""What naming tells its caller besides return values: accesses, new ops, possible errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scope_lsp.naming.errors import NamingError
    from scope_lsp.naming.variable import Variable
    from scope_lsp.naming.variable_scope import Sharing


@dataclass(frozen=True, slots=True)
class Access:
    """One variable that was created, or fetched from the store."""

    variable: Variable
    reused: bool
    certain: bool
    """False if something unknown decides between fetching and creating, or about the name."""
    site: object
    """The caller's own value, from the call that asked."""


class Reports(Protocol):
    """The interface of the listener."""

    def access(self, access: Access) -> None:
        """A variable was created or fetched."""

    def op(self, devices: Sequence[object], name: str, op_type: str) -> None:
        """An op was created where these device functions see each op, outermost first."""

    def error(self, error: NamingError, sharing: Sharing) -> None:
        """An error is not definite, and therefore not raised.

        ``sharing`` is what set the reuse flag of the current scope.
        """


class NoReports:
    """A listener that does nothing."""

    def access(self, access: Access) -> None:
        """Nothing."""

    def op(self, devices: Sequence[object], name: str, op_type: str) -> None:
        """Nothing."""

    def error(self, error: NamingError, sharing: Sharing) -> None:
        """Nothing."""
