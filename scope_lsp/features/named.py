"""What a string names in an analysis: variables, scopes and ops, and what it nearly names.

Regular expressions of the program are not run here.  The analysis recorded what they matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lsprotocol import types

from scope_lsp.analysis.result import Analysis, ScopeEvent, Span, ValueHint, VariableEvent
from scope_lsp.features.strings import FILTERS, LOOSE, NameString, Use, strings_of
from scope_lsp.features.view import View

_ALIKE = 0.75
"""How similar the beginnings of two names must be for a near match."""
_PLAIN = re.compile(r"[\w/\-]*")
"""Text that is not a regular expression, apart from its dots."""


_EXACT = (Use.TENSOR, Use.OP, Use.ELEMENT, Use.SCOPE, *LOOSE)
"""Uses of a string as an exact name."""
_WHOLE = frozenset((Use.NAME, *_EXACT))
"""Uses of a string that may be the whole name of a variable."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one string names."""

    string: NameString
    variables: tuple[VariableEvent, ...] = ()
    """All events of the variables that it names or selects."""
    scopes: tuple[ScopeEvent, ...] = ()
    """The scopes that it names."""
    op: str | None = None
    """The op that it names, if that is not a variable."""
    among: int = 0
    """For a filter, the number of variables that it selects from."""
    near: tuple[str, ...] = ()
    """Names of variables that it nearly names."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the variables, once each."""
        return tuple(dict.fromkeys(event.name for event in self.variables))


def string_at(view: View, position: types.Position) -> NameString | None:
    """The string at a position that may name something."""
    point = view.point(position)
    for string in strings_of(view.path, view.text(view.path)):
        span = string.span
        if (span.line, span.column) < point < (span.end_line, span.end_column):
            return string
    return None


def string_told(view: View, position: types.Position) -> Named | None:
    """What the string at a position names; None if there is no string, or a call shows more."""
    string = string_at(view, position)
    if string is None:
        return None
    if string.use in LOOSE:
        found = view.at(position)
        if found is not None and not isinstance(found[0], ValueHint):
            return None
    return named(view.source.analysis, string)


def named(analysis: Analysis, string: NameString) -> Named | None:
    """What a string names; None if it is only text."""
    events = [event for event in analysis.variables if "{" not in event.name]
    names = {event.name.rpartition(":")[0]: event.name for event in events}
    among = _among(analysis, string, names)
    chosen = frozenset(_chosen(analysis, string, among))
    found = tuple(event for event in events if event.name.rpartition(":")[0] in chosen)
    scope = string.text.rstrip("/")
    scopes: tuple[ScopeEvent, ...] = ()
    if string.use in (Use.SCOPE, *LOOSE, Use.PREFIX, Use.PATTERN, Use.PART):
        scopes = tuple(
            one
            for one in analysis.scopes
            if scope and scope in (one.variable_prefix, one.op_prefix)
        )
    op = string.text.partition(":")[0]
    is_op = string.use in (Use.TENSOR, Use.OP, Use.ELEMENT, *LOOSE) and op in analysis.ops
    if string.use in LOOSE and not (found or scopes or is_op):
        return None
    near = () if found and string.use in (Use.NAME, *_EXACT) else _near(string, among, chosen)
    count = len(among) if string.use in FILTERS else 0
    return Named(string, found, scopes, op if is_op and not found else None, count, near)


def _among(analysis: Analysis, string: NameString, names: Iterable[str]) -> tuple[str, ...]:
    """The names that a filter selects from: those that existed when it ran, if that is known."""
    for one in analysis.filters:
        if _holds(one.span, string.span):
            return one.names
    for lookup in analysis.collections:
        if _holds(lookup.span, string.span):
            return (*lookup.found, *lookup.others)
    return tuple(names)


def _chosen(analysis: Analysis, string: NameString, among: Iterable[str]) -> Iterator[str]:
    text, use = string.text, string.use
    bare = re.sub(r":\d+\Z", "", text)
    if use is Use.PATTERN and not _PLAIN.fullmatch(text):
        for lookup in analysis.collections:
            if _holds(lookup.span, string.span):
                yield from lookup.found
        return
    for name in among:
        full = f"{name}:0" if string.suffixed else name
        if (
            (use in (Use.TENSOR, Use.OP, Use.ELEMENT) and name == bare)
            or (use is Use.NAME and full == text)
            or (use in (Use.PREFIX, Use.PATTERN) and full.startswith(text))
            or (use is Use.SUFFIX and full.endswith(text))
            or (use is Use.PART and text in full)
            or (use is Use.LEAF and name.rpartition("/")[2] == text)
            or (use is Use.SCOPE and (name == text or name.startswith(text.rstrip("/") + "/")))
            or (use in LOOSE and (name == bare or name.startswith(text.rstrip("/") + "/")))
        ):
            yield name


def _near(string: NameString, among: Iterable[str], chosen: Iterable[str]) -> tuple[str, ...]:
    """Names that differ in case, or begin like the string, and are not selected."""
    text = re.sub(r":\d+\Z", "", string.text).strip("/")
    count = text.count("/") + 1
    taken = set(chosen)
    rated: dict[str, float] = {}
    for name in among:
        parts = name.split("/")
        if string.use in (Use.SUFFIX, Use.LEAF):
            part = "/".join(parts[-count:])
        elif string.use is Use.PART:
            part = max(parts, key=lambda one: _alike(one, text))
        else:
            part = "/".join(parts[:count])
        alike = _alike(part, text)
        if name not in taken and (alike >= _ALIKE or part.startswith(text)):
            rated[f"{name}:0"] = alike
    same = 1.0 in rated.values()  # except for case, or for the number at the end
    return tuple(name for name, alike in rated.items() if alike == 1.0 or not same)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _holds(outer: Span, inner: Span) -> bool:
    return outer.path == inner.path and (
        (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )


def strings_naming(view: View, names: frozenset[str]) -> Iterator[NameString]:
    """The strings that are the whole name of one of the variables, in all files of a program."""
    bare = {name.rpartition(":")[0] for name in names}
    for path in paths_of(view):
        for string in strings_of(path, view.text(path)):
            if string.use in _WHOLE and (string.text in names or string.text in bare):
                yield string


def strings_of_scope(view: View, scope: str) -> Iterator[NameString]:
    """The strings that name a scope, in all files of a program."""
    for path in paths_of(view):
        for string in strings_of(path, view.text(path)):
            if string.use not in (Use.LEAF, Use.SUFFIX) and string.text.rstrip("/") == scope:
                yield string


def paths_of(view: View) -> list[str]:
    """The files of a program that create variables or open scopes, the view's own first."""
    analysis = view.source.analysis
    traces = [event.trace for event in analysis.variables]
    traces += [event.trace for event in analysis.scopes]
    found = {view.path: None}
    for trace in traces:
        for frame in trace:
            found[frame.span.path] = None
    return list(found)
