"""``VariableScope``: the defaults that ``get_variable`` takes from the scope it is called in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from scope_lsp.naming.journal import Field, Handle, Undoable, slots
from scope_lsp.naming.name import UNKNOWN
from scope_lsp.naming.name_scope import Parts

Reuse = object
"""False, True, None, ``AUTO_REUSE`` or ``UNKNOWN``; anything else is the program's error."""

Opaque = object
"""A value of the caller: a function, an initializer, a device; None if there is none."""


class Sharing(NamedTuple):
    """What made a scope share."""

    site: object
    """The place that set the flag ``reuse``; None if unknown."""
    lasts: bool
    """Whether it holds for all that follows in the graph: nothing turns sharing off at the root."""


class VariableScope(Handle):
    """One variable scope (variable_scope.py, ``VariableScope``).

    ``custom_getters`` are the ones that apply, outermost first.  Each is called with a getter that
    leads to the one before it.  A flag that two branches left different is ``UNKNOWN``.  ``parts``
    says where the parts of ``name`` come from.  ``site`` is where the scope was entered.
    ``reuse_site`` is where ``reuse_variables`` was called on it, or on the scope that was captured.
    ``outer`` is the scope that was current when it was entered.
    """

    __slots__ = slots(
        "caching_device",
        "certain",
        "constraint",
        "custom_getters",
        "dtype",
        "initializer",
        "name",
        "original_name_scope",
        "outer",
        "partitioner",
        "parts",
        "regularizer",
        "reuse",
        "reuse_site",
        "site",
        "use_resource",
    )

    caching_device: Undoable[Opaque]
    custom_getters: Undoable[tuple[Opaque, ...]]
    dtype: Undoable[object]
    initializer: Undoable[Opaque]
    name: Undoable[str]
    outer: Undoable[VariableScope | None]
    partitioner: Undoable[Opaque]
    regularizer: Undoable[Opaque]
    reuse: Undoable[Reuse]
    reuse_site: Undoable[object]
    use_resource: Undoable[object]

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
        self.reuse_site = None
        self.outer = None
        self.certain = True
        """Whether ``name`` is the same on every path."""
        self.wrapper = None

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """A default that differs is unknown."""
        if field in (VariableScope.wrapper, VariableScope.reuse_site, VariableScope.outer):
            return super().join_attribute(field, mine, theirs)
        return UNKNOWN

    @property
    def sharing(self) -> Sharing:
        """What set the flag ``reuse`` which applies here."""
        scopes = [self, *self.around()]
        for scope, around in pairwise(scopes):
            if scope.reuse_site is not None or around.reuse is not True:
                break
        else:
            scope = scopes[-1]
        site = scope.site if scope.reuse_site is None else scope.reuse_site
        root = scopes[-1]
        return Sharing(site, root.reuse is True and site is root.reuse_site is not None)

    def around(self) -> Iterator[VariableScope]:
        """The outer scopes, innermost first.

        An object that was entered inside itself ends the list.
        """
        seen = {id(self)}
        scope = self.outer
        while scope is not None and id(scope) not in seen:
            yield scope
            seen.add(id(scope))
            scope = scope.outer


DEFAULTS: Mapping[str, Field[VariableScope, Any]] = {
    "caching_device": VariableScope.caching_device,
    "custom_getters": VariableScope.custom_getters,
    "dtype": VariableScope.dtype,
    "initializer": VariableScope.initializer,
    "name": VariableScope.name,
    "partitioner": VariableScope.partitioner,
    "regularizer": VariableScope.regularizer,
    "use_resource": VariableScope.use_resource,
}
"""What a program may set on an existing scope (``set_initializer`` and so on)."""
