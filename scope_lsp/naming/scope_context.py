"""What ``with tf.variable_scope(...)`` does on entering and leaving.

Follows ``variable_scope`` and ``_pure_variable_scope`` in TensorFlow's variable_scope.py, state
kept from one entry to the next included: the same object may be entered again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scope_lsp.naming.disturbances import in_variable_scope
from scope_lsp.naming.doubt import doubt_name
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.journal import Field, Record, Undoable, slots
from scope_lsp.naming.name import AUTO_REUSE, UNKNOWN, UnknownType, is_open
from scope_lsp.naming.name_scope import NameScope
from scope_lsp.naming.variable_scope import VariableScope


@dataclass(frozen=True, slots=True)
class ScopeOptions:
    """The defaults that a ``variable_scope`` call gives its scope; None: inherited."""

    initializer: object = None
    regularizer: object = None
    caching_device: object = None
    partitioner: object = None
    custom_getter: object = None
    dtype: object = None
    use_resource: object = None
    constraint: object = None


class PureVariableScope(Record):
    """A variable scope without its name scope (``_pure_variable_scope``)."""

    __slots__ = slots(
        "_cached",
        "_certain",
        "_graph",
        "_last",
        "_name_or_scope",
        "_new_name",
        "_old",
        "_old_counts",
        "_old_name_scope",
        "_options",
        "_reuse",
        "_site",
    )

    _last: Undoable[VariableScope | None]
    _new_name: Undoable[str]
    _old: Undoable[VariableScope | None]
    _old_counts: Undoable[dict[str, int]]
    _reuse: Undoable[object]

    def __init__(
        self,
        graph: Graph,
        name_or_scope: str | VariableScope,
        options: ScopeOptions,
        reuse: object = None,
        old_name_scope: str | None = None,
        site: object = None,
        certain: bool = True,
    ) -> None:
        self._graph = graph
        self._certain = certain
        self._name_or_scope = name_or_scope
        self._options = options
        self._reuse = reuse
        self._old_name_scope = old_name_scope
        self._site = site
        self._new_name = ""
        self._old = None
        self._old_counts = {}
        self._last = None
        self._cached: VariableScope | None = None
        if isinstance(name_or_scope, VariableScope):
            self._cached = self._copy(name_or_scope)
        graph.journal.born(self)

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """A reuse flag that differs is unknown."""
        if field is PureVariableScope._reuse:
            return UNKNOWN
        return super().join_attribute(field, mine, theirs)

    def enter(self) -> VariableScope:
        """Open the scope and return the new current one."""
        graph, journal = self._graph, self._graph.journal
        old = graph.scope
        journal.assign(self, PureVariableScope._old, old)
        scope = self._cached
        if scope is not None:
            new_name = scope.name
            _open(graph, new_name)
            journal.assign(self, PureVariableScope._old_counts, dict(graph.scope_counts))
        else:
            name = str(self._name_or_scope)
            new_name = f"{old.name}/{name}" if old.name else name
            journal.assign(self, PureVariableScope._reuse, _inherited(self._reuse, old.reuse))
            scope = self._child(old, name, new_name)
            _open(graph, new_name)
        journal.assign(self, PureVariableScope._new_name, new_name)
        journal.assign(scope, VariableScope.outer, old)
        graph.set_scope(scope)
        journal.assign(self, PureVariableScope._last, scope)
        return scope

    def exit(self) -> None:
        """Close the scope; raises ``NamingError`` if it is not the current one."""
        graph = self._graph
        if graph.scope is not self._last and not graph.uncertain:
            raise NamingError("Improper nesting of variable_scope.", exception="RuntimeError")
        if self._cached is not None:
            _restore(graph, self._old_counts)
        else:
            _close_below(graph, self._new_name)
        if self._old is not None:
            graph.set_scope(self._old)

    def _copy(self, scope: VariableScope) -> VariableScope:
        """The scope that is current when a captured one is entered."""
        own = self._options
        copy = VariableScope(
            _inherited(self._reuse, scope.reuse),
            scope.name,
            original_name_scope=scope.original_name_scope,
            constraint=own.constraint,
            parts=scope.parts,
            site=self._site,
        )
        if self._reuse is not True:
            copy.reuse_site = scope.reuse_site
        return self._with_options(copy, scope)

    def _child(self, old: VariableScope, name: str, new_name: str) -> VariableScope:
        """The scope that is current when one is entered by name."""
        name_scope = name if self._old_name_scope is None else self._old_name_scope
        return self._with_options(
            VariableScope(
                self._reuse,
                new_name,
                original_name_scope=name_scope,
                constraint=self._options.constraint,
                parts=(*old.parts, (name, self._site)),
                site=self._site,
            ),
            old,
        )

    def _with_options(self, scope: VariableScope, old: VariableScope) -> VariableScope:
        own = self._options
        for name in (
            "initializer",
            "regularizer",
            "caching_device",
            "partitioner",
            "dtype",
            "use_resource",
        ):
            value = getattr(own, name)
            setattr(scope, name, getattr(old, name) if value is None else value)
        scope.certain = old.certain and self._certain
        if old.certain and not self._certain:
            self._graph.journal.put(self._graph.doubtful_names, scope.name, value=True)
        scope.custom_getters = old.custom_getters
        if own.custom_getter is not None:
            scope.custom_getters = (*old.custom_getters, own.custom_getter)
        self._graph.journal.born(scope)
        return scope


def unique_variable_scope(graph: Graph, prefix: str) -> str:
    """Return a name for a scope with a default name, by the number of scopes open beside it.

    See ``_get_unique_variable_scope``.
    """
    *taken, _ = _names_tried(graph, prefix)
    return f"{prefix}_{len(taken)}" if taken else prefix


def _names_tried(graph: Graph, prefix: str) -> list[str]:
    """The full names that are tried for a scope with a default name; the last one is free."""
    current = graph.scope.name
    name = f"{current}/{prefix}" if current else prefix
    counts = graph.scope_counts
    tried = [name]
    while counts.get(tried[-1], 0) > 0:
        tried.append(f"{name}_{len(tried)}")
    return tried


def is_default_name_certain(graph: Graph, prefix: str) -> bool:
    """Whether ``unique_variable_scope`` returns the same name on every path."""
    maybe = graph.scope_counts.maybe
    if in_variable_scope(graph.scope.name) in graph.disturbed:
        return False
    return not maybe or maybe.keys().isdisjoint(_names_tried(graph, prefix))


def doubt_default_name(graph: Graph, prefix: str) -> None:
    """Record that a scope with this default name may have been opened, which is not likely."""
    graph.journal.put(graph.scope_counts.maybe, _names_tried(graph, prefix)[-1], value=True)
    doubt_name(graph, prefix)


def _inherited(reuse: object, old: object) -> object:
    """``reuse or old`` where either may be unknown."""
    if isinstance(reuse, UnknownType):
        return True if old is True else reuse
    return reuse if reuse else old


def _open(graph: Graph, name: str) -> None:
    graph.journal.put(graph.scope_counts, name, graph.scope_counts.get(name, 0) + 1)


def _close_below(graph: Graph, name: str) -> None:
    prefix = f"{name}/"
    counts = graph.scope_counts
    for key in [key for key in counts if key.startswith(prefix)]:
        graph.journal.remove(counts, key)
    for key in [key for key in counts.maybe if key.startswith(prefix)]:
        graph.journal.remove(counts.maybe, key)


def _restore(graph: Graph, old: dict[str, int]) -> None:
    counts = graph.scope_counts
    for key in [key for key in counts if key not in old]:
        graph.journal.remove(counts, key)
    for key, count in old.items():
        if counts.get(key, 0) != count:
            graph.journal.put(counts, key, count)


class VariableScopeContext(Record):
    """One ``tf.variable_scope(...)`` object (``variable_scope``)."""

    __slots__ = slots(
        "_auxiliary",
        "_certain",
        "_default_name",
        "_entered",
        "_graph",
        "_name_or_scope",
        "_name_scope_argument",
        "_options",
        "_pure",
        "_reuse",
        "_site",
        "is_graph_entered",
    )

    _entered: Undoable[NameScope | None]
    _name_scope_argument: Undoable[str | None]
    """The name scope that a second entry enters again; None: no name scope."""
    _pure: Undoable[PureVariableScope | None]
    is_graph_entered: Undoable[bool]
    """Whether the graph was made the default one and not left yet."""

    def __init__(
        self,
        graph: Graph,
        name_or_scope: object,
        default_name: object,
        options: ScopeOptions,
        reuse: object = None,
        auxiliary_name_scope: object = True,
        site: object = None,
        certain: bool = True,
    ) -> None:
        """Check the arguments; raises ``NamingError``.

        ``certain``: whether the name that is given is the same on every path.
        """
        if default_name is None and name_or_scope is None:
            raise NamingError(
                "If default_name is None then name_or_scope is required", exception="TypeError"
            )
        if reuse is False:
            reuse = None
        if reuse not in (None, AUTO_REUSE) and reuse is not True and reuse is not UNKNOWN:
            raise NamingError("The reuse parameter must be True or False or None.")
        if not isinstance(auxiliary_name_scope, bool | UnknownType):
            raise NamingError(
                "The auxiliary_name_scope must be `True` or `False`, while get "
                f"{auxiliary_name_scope}",
                exception="TypeError",
            )
        self._graph = graph
        self._name_or_scope = name_or_scope
        self._default_name = default_name
        self._options = options
        self._reuse = reuse
        self._auxiliary = auxiliary_name_scope is not False
        self._certain = certain
        self._site = site
        self._pure = None
        self._name_scope_argument = None
        self._entered = None
        self.is_graph_entered = False
        graph.journal.born(self)

    @property
    def graph(self) -> Graph:
        """The graph whose scope it opens.  Inside, this graph is the default one."""
        return self._graph

    def enter(self) -> VariableScope:
        """Open both scopes and return the variable scope; raises ``NamingError``."""
        if self._pure is not None:
            if self._name_scope_argument is not None:
                self._enter_name_scope(self._name_scope_argument)
            return self._pure.enter()
        argument = None if self._auxiliary else self._current_name_scope()
        name_or_scope = self._name_or_scope
        old_name_scope = None
        certain = self._certain
        if name_or_scope is None:
            if self._reuse not in (None, UNKNOWN):
                raise NamingError("reuse=True cannot be used without a name_or_scope")
            default_name = self._default_name
            if not isinstance(default_name, str):
                raise NamingError("expected string or bytes-like object", exception="TypeError")
            old_name_scope = self._enter_name_scope(default_name if argument is None else argument)
            certain = certain and is_default_name_certain(self._graph, default_name)
            name_or_scope = unique_variable_scope(self._graph, default_name)
            reuse = None
        elif isinstance(name_or_scope, str | VariableScope):
            is_name = isinstance(name_or_scope, str)
            name = name_or_scope if isinstance(name_or_scope, str) else name_or_scope.name
            if is_name and isinstance(self._default_name, str) and is_open(name):
                doubt_default_name(self._graph, self._default_name)
            if argument is None:
                argument = name if is_name else name.rsplit("/", 1)[-1]
                argument = argument or None
            if argument is not None:
                entered = self._enter_name_scope(argument)
                old_name_scope = entered if is_name else None
            reuse = self._reuse
        else:
            raise NamingError(
                "VariableScope: name_or_scope must be a string or VariableScope.",
                exception="TypeError",
            )
        pure = PureVariableScope(
            self._graph, name_or_scope, self._options, reuse, old_name_scope, self._site, certain
        )
        scope = pure.enter()
        self._graph.journal.assign(self, VariableScopeContext._pure, pure)
        return scope

    def exit(self) -> None:
        """Close both scopes; raises ``NamingError`` if they are not the current ones."""
        try:
            if self._pure is not None:
                self._pure.exit()
        finally:
            self._exit_name_scope()

    def drop(self) -> None:
        """Close only the name scope."""
        self._exit_name_scope()

    def _current_name_scope(self) -> str:
        name = self._graph.scope_name
        return f"{name}/" if name else ""

    def _enter_name_scope(self, name: str) -> str:
        # Entering a scope that is still open makes Python collect the generator behind the first
        # entry, and this leaves the name scope of that entry.
        self._exit_name_scope()
        entered = self._graph.enter_name_scope(name, self._site)
        journal = self._graph.journal
        journal.assign(self, VariableScopeContext._name_scope_argument, name)
        journal.assign(self, VariableScopeContext._entered, entered)
        return entered.name

    def _exit_name_scope(self) -> None:
        if self._entered is not None:
            self._graph.exit_name_scope(self._entered)
            self._graph.journal.assign(self, VariableScopeContext._entered, None)
