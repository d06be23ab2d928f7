"""Document symbols: the scopes and variables of a file as a tree, inside its functions.

Functions and classes are only listed if they contain a variable or a scope.  The others are left to
other servers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lsprotocol import types

from scope_lsp.analysis.result import ScopeEvent, Span, VariableEvent
from scope_lsp.features.fold import fold
from scope_lsp.features.view import View

_KINDS = {"function": types.SymbolKind.Function, "class": types.SymbolKind.Class}


@dataclass(slots=True)
class _Node:
    """A symbol before it is placed; ``span`` is as analysed."""

    name: str
    kind: types.SymbolKind
    span: Span
    place: Span
    detail: str | None = None
    children: list[_Node] = field(default_factory=list)

    @property
    def is_ours(self) -> bool:
        """Whether it is a scope or a variable, or holds one."""
        return self.kind not in _KINDS.values() or bool(self.children)


def document_symbol(view: View) -> list[types.DocumentSymbol]:
    """The outline of a document."""
    nodes = sorted(_nodes(view), key=lambda node: (_start(node.span), _reversed_end(node.span)))
    roots: list[_Node] = []
    open_: list[_Node] = []
    for node in nodes:
        while open_ and not _within(node.span, open_[-1].span):
            open_.pop()
        (open_[-1].children if open_ else roots).append(node)
        open_.append(node)
    return list(_symbols(view, roots))


def flat(symbols: Sequence[types.DocumentSymbol], uri: str) -> list[types.SymbolInformation]:
    """The same as a flat list, for clients that cannot show a tree."""
    found: list[types.SymbolInformation] = []
    for symbol in symbols:
        location = types.Location(uri, symbol.selection_range)
        found.append(types.SymbolInformation(location, symbol.name, symbol.kind))
        found += flat(symbol.children or (), uri)
    return found


def _nodes(view: View) -> Iterator[_Node]:
    bodies = {}
    for definition in view.source.analysis.definitions:
        if definition.place.path != view.path:
            continue
        if definition.kind == "with":
            bodies[definition.place] = definition.span
        else:
            kind = _KINDS[definition.kind]
            yield _Node(definition.name, kind, definition.span, definition.place)
    for scope in view.index.scopes:
        body = bodies.get(scope.span, scope.span)
        name = scope_name(scope.events)
        yield _Node(name, types.SymbolKind.Namespace, body, scope.span, _ops(scope.events))
    for call in view.index.calls:
        events = [event for event in call.events if not event.slot]
        if events:
            names = ", ".join(pattern.text for pattern in fold(event.name for event in events))
            kind = types.SymbolKind.Variable
            yield _Node(names, kind, call.span, call.span, _facts(events))


def scope_name(events: Sequence[ScopeEvent]) -> str:
    """The name of a scope: the variables' prefix, or the ops' if there is no other."""
    prefixes = fold(
        (event.op_prefix if event.variable_prefix is None else event.variable_prefix) + "/"
        for event in events
    )
    return ", ".join(pattern.text for pattern in prefixes)


def _ops(events: Sequence[ScopeEvent]) -> str | None:
    if all(event.variable_prefix in (None, event.op_prefix) for event in events):
        return None
    return "ops " + ", ".join(p.text for p in fold(f"{event.op_prefix}/" for event in events))


def _facts(events: Sequence[VariableEvent]) -> str | None:
    facts = {(event.shape, event.dtype) for event in events}
    if len(facts) != 1 or None in (fact := facts.pop()):
        return "shared" if all(event.reused for event in events) else None
    shape, dtype = fact
    sizes = ", ".join("?" if size is None else str(size) for size in shape or ())
    return f"[{sizes}] {dtype}"


def _symbols(view: View, nodes: Sequence[_Node]) -> Iterator[types.DocumentSymbol]:
    for node in nodes:
        if not node.is_ours:
            continue
        place = view.range(node.place)
        children = list(_symbols(view, node.children))
        if place is None:
            yield from children  # it is being edited; its content stays
            continue
        whole = view.range(node.span) or place
        for child in children:
            start = min(_key(whole.start), _key(child.range.start))
            end = max(_key(whole.end), _key(child.range.end))
            whole = types.Range(types.Position(*start), types.Position(*end))
        yield types.DocumentSymbol(
            name=node.name,
            kind=node.kind,
            range=whole,
            selection_range=place,
            detail=node.detail,
            children=children,
        )


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _reversed_end(span: Span) -> tuple[int, int]:
    return -span.end_line, -span.end_column


def _within(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another one and is not the same."""
    return inner != outer and (
        _start(outer) <= _start(inner)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )
