"""``VariableScope``: the defaults that ``get_variable`` takes from the scope it is called in."""

from __future__ import annotations

from typing import Any

from scope_lsp.naming.journal import Record
from scope_lsp.naming.name import UNKNOWN
from scope_lsp.naming.name_scope import Parts

Reuse = object
"""False, True, None, ``AUTO_REUSE`` or ``UNKNOWN``; anything else is the program's error."""

Opaque = object
"""A value of the caller's: a function, an initializer, a device; None when there is none."""


class VariableScope(Record):
    """One variable scope (variable_scope.py, ``VariableScope``).

    ``custom_getters`` are those that apply, outermost scope's first; each is called with a getter
    that leads to the one before it.  A flag that two branches left different is ``UNKNOWN``.
    ``parts`` tells where the parts of ``name`` come from, ``site`` where the scope was entered.
    """

    __slots__ = (
        "caching_device",
        "certain",
        "constraint",
        "custom_getters",
        "dtype",
        "initializer",
        "name",
        "original_name_scope",
        "partitioner",
        "parts",
        "regularizer",
        "reuse",
        "site",
        "use_resource",
        "wrapper",
    )

    def __init__(
        self,
        reuse: Reuse,
        name: str = "",
        initializer: Opaque = None,
        regularizer: Opaque = None,
        caching_device: Opaque = None,
        partitioner: Opaque = None,
        custom_getters: tuple[Opaque, ...] = (),
        original_name_scope: str = "",
        dtype: object = "float32",
        use_resource: object = None,
        constraint: Opaque = None,
        parts: Parts = (),
        site: object = None,
    ) -> None:
        self.reuse = reuse
        self.name = name
        self.initializer = initializer
        self.regularizer = regularizer
        self.caching_device = caching_device
        self.partitioner = partitioner
        self.custom_getters = custom_getters
        self.original_name_scope = original_name_scope
        self.dtype = dtype
        self.use_resource = use_resource
        self.constraint = constraint
        self.parts = parts
        self.site = site
        self.certain = True
        """Whether ``name`` is the same on every path."""
        self.wrapper: object = None

    def join_attribute(self, name: str, mine: Any, theirs: Any) -> Any:
        """A default that differs is unknown."""
        return super().join_attribute(name, mine, theirs) if name == "wrapper" else UNKNOWN
