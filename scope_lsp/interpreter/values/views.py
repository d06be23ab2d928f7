"""``__dict__``: a dict that shows, and changes, the namespace of its object.

Also here: namespaces to which unknown code may have added names.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from scope_lsp.interpreter.values.containers import Dict
from scope_lsp.interpreter.values.mutable import NamespaceOwner
from scope_lsp.interpreter.values.objects import Class, Instance, Module
from scope_lsp.interpreter.values.unknown import Value


class _Entries(MutableMapping[Any, tuple[Value, Value]]):
    """A namespace in the form of a dict's entries."""

    def __init__(self, owner: NamespaceOwner) -> None:
        self.owner = owner

    def __getitem__(self, key: Any) -> tuple[Value, Value]:
        return key, self.owner.names[key]

    def __setitem__(self, key: Any, pair: tuple[Value, Value]) -> None:
        if isinstance(self.owner, Class):
            if self.owner.fixed:
                return
            self.owner.changed()
        self.owner.names[key] = pair[1]

    def __delitem__(self, key: Any) -> None:
        del self.owner.names[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self.owner.names))

    def __len__(self) -> int:
        return len(self.owner.names)


class NamespaceDict(Dict):
    """The ``__dict__`` of ``owner``; the heap saves the owner instead."""

    __slots__ = ("owner",)

    def __init__(self, owner: NamespaceOwner) -> None:
        super().__init__()
        self.entries = _Entries(owner)  # type: ignore[assignment]
        self.owner = owner
        self.open = isinstance(owner, Instance) and owner.cls.open

    @property
    def empty(self) -> bool:
        """Never certain: unknown code may add names to the owner later."""
        return False


def open_up(owner: NamespaceOwner) -> None:
    """Record that ``owner`` may have any attribute from now on."""
    if isinstance(owner, Instance):
        if not owner.cls.open:
            cls = owner.cls
            owner.cls = Class(cls.name, (cls,), module=cls.module, is_open=True, clock=cls.clock)
    elif isinstance(owner, Class):
        owner.open = owner.open or not owner.fixed
    elif isinstance(owner, Module):
        owner.names["__open__"] = True
