"""Where unknown code may have acted on a graph, and what is no longer certain for that reason.

This is only the record.  What is told to users is decided where names and errors are made.
"""

from __future__ import annotations

from scope_lsp.naming.journal import Flags

Disturbance = tuple[str, str]
"""What may have been done, and the scope where: a key of ``Disturbances``."""

RESET: Disturbance = ("reset", "")
"""An empty graph may have taken the place of the graph."""


def in_name_scope(scope: str) -> Disturbance:
    """Ops may have been created in a name scope."""
    return "name", scope


def in_variable_scope(scope: str) -> Disturbance:
    """Variables and scopes may have been created in a variable scope."""
    return "variable", scope


def imported_below(prefix: str) -> Disturbance:
    """An unknown graph was imported below a name scope: any name there may be taken."""
    return "import", prefix


class Disturbances(Flags[Disturbance]):
    """All disturbances of one graph."""

    __slots__ = ()

    @property
    def may_reset(self) -> bool:
        """Whether unknown code may have put an empty graph in the place of this one."""
        return RESET in self

    def may_be_imported(self, name: str) -> bool:
        """Whether an op with this full name may belong to an imported, unknown graph."""
        return any(
            kind == "import" and (not prefix or name.startswith(f"{prefix}/"))
            for kind, prefix in self
        )

    def reach(self, name: str) -> bool:
        """Whether unknown code may have created something in the scope of a full name, or above."""
        scope = f"/{name.rpartition('/')[0].lower()}/"
        scopes = (f"/{of}/".lower() for kind, of in self if kind in ("name", "variable"))
        return any(scope.startswith(of) or of == "//" for of in scopes)
