"""The objects that a program can change, and namespaces.

Each mutable object can return a ``snapshot`` of itself and return to it by ``restore``, so that the
heap can fork at an undecided branch.
"""

from __future__ import annotations

from typing import Any

from scope_lsp.interpreter.values.unknown import Value, unite

Namespace = dict[str, Value]


def join_namespaces(ours: Namespace, theirs: Namespace) -> Namespace:
    """The join of two states of one namespace; a name bound on one side only stays bound."""
    joined = dict(ours)
    for name, value in theirs.items():
        if name not in joined:
            joined[name] = value
        elif joined[name] is not value:
            joined[name] = unite([joined[name], value])
    return joined


class Mutable:
    """An object whose contents the program can change."""

    __slots__ = ()

    forks = 0
    """Increases whenever a fork opens (``heap.Heap``)."""
    born = -(10**18)
    """The value of ``forks`` when the object was created; before all others if nothing recorded
    it."""

    def snapshot(self) -> Any:
        """The contents, to be restored or joined later."""
        raise NotImplementedError

    def restore(self, contents: Any) -> None:
        """Restore the contents that ``snapshot`` returned."""
        raise NotImplementedError

    def join(self, ours: Any, theirs: Any) -> Any:
        """The join of two snapshots of this object."""
        raise NotImplementedError


class NamespaceOwner(Mutable):
    """Something with a namespace: a frame, a module, a class, an instance."""

    __slots__ = ("names",)

    def __init__(self, names: Namespace | None = None) -> None:
        self.names: Namespace = {} if names is None else names

    def snapshot(self) -> Namespace:
        """A copy of the namespace."""
        return dict(self.names)

    def restore(self, contents: Namespace) -> None:
        """Replace the namespace's contents, keeping its identity."""
        self.names.clear()
        self.names.update(contents)

    def join(self, ours: Namespace, theirs: Namespace) -> Namespace:
        """Name by name."""
        return join_namespaces(ours, theirs)


class _Missing:
    """The type of MISSING."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""No such attribute, item or argument; never a value of the program."""
