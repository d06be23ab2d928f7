"""Names that follow from an edit inside a string, until the program has been analysed again.

While somebody types in ``tf.variable_scope("encoder")``, the old analysis knows which names have
which part from that call.  Those parts are put together again with the new string.  It is what the
next analysis will most probably say: the string is not compared with anything, and no new name is
one that another call already has.  If in doubt, nothing is expected, and the old names stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from scope_lsp.analysis.result import (
    Analysis,
    CallFrame,
    NamePart,
    ScopeEvent,
    Span,
    VariableEvent,
)
from scope_lsp.features.edited_string import EditedString, spells

Move = Callable[[Span], Span | None]
Line = Callable[[str, int], str | None]

_NUMBER = re.compile(r"_\d+(?=/|$)")
_LONG_CALL = 50
"""Lines of a call that are not searched for strings."""
MOST_EVENTS = 5_000
"""With more variables and scopes, a key would have to wait for this."""


def with_expected_names(
    analysis: Analysis, string: EditedString, move: Move, line: Line
) -> Analysis | None:
    """The analysis with the names that the edit of a string will give.

    ``move`` tells where a span of the analysis was just before the edit, and ``line`` is a line of
    a file.  None if the string names nothing, or if it is not clear what it names.
    """
    if not string.new or len(analysis.variables) + len(analysis.scopes) > MOST_EVENTS:
        return None
    return _Expectation(analysis, string, move, line).result()


class _Expectation:
    def __init__(self, analysis: Analysis, string: EditedString, move: Move, line: Line) -> None:
        self._analysis = analysis
        self._string = string
        self._move = move
        self._line = line
        self._holding: dict[Span, bool] = {}
        self._spelled: dict[tuple[Span, str], bool] = {}
        self._free: set[str] = set()
        """Old names of variables and scopes that are taken no more."""
        self._names: dict[str, str] = {}
        """New names of variables by their old ones, without suffix."""
        self._scopes: dict[str, str] = {}
        """The newest prefixes of scopes by their old ones."""
        self._kept: set[str] = set()
        """Those that are opened where they do not change, too."""

    def result(self) -> Analysis | None:
        scopes = self._all_scopes()
        variables = [self._variable(event) for event in self._analysis.variables]
        if any(event is None for event in variables):
            return None
        if not self._names and scopes == self._analysis.scopes:
            return None  # it names nothing
        pairs = list(zip(self._analysis.variables, variables, strict=True))
        changed = {
            (event.graph, event.name)
            for old, new in pairs
            if new is not None and new is not old
            for event in (old, new)
        }
        if any(old is new and (old.graph, old.name) in changed for old, new in pairs):
            return None  # shared until now or from now on, or TensorFlow refuses it
        if any(old is new and self._may_lose_number(old) for old, new in pairs):
            return None
        return replace(
            self._analysis,
            variables=tuple(self._slot(event) for event in variables if event is not None),
            scopes=scopes,
            values=tuple(
                replace(value, variable=_suffixed(value.variable, self._names))
                if value.variable.rpartition(":")[0] in self._names
                else value
                for value in self._analysis.values
            ),
        )

    # Where the string is

    def _holds(self, span: Span) -> bool:
        """Whether the string stands in a span of the analysis."""
        if span not in self._holding:
            now = self._move(span) if span.path == self._string.path else None
            start, end = self._string.place
            self._holding[span] = (
                now is not None
                and (now.line, now.column) <= start
                and end <= (now.end_line, now.end_column)
            )
        return self._holding[span]

    def _is_given(self, trace: Iterable[CallFrame]) -> bool:
        """Whether the string is an argument of one of the calls that lead to an event."""
        return any(self._holds(frame.span) for frame in trace)

    def _has_own(self, span: Span, text: str) -> bool:
        """Whether a call spells a text itself, rather than getting it from its callers."""
        key = span, text
        if key not in self._spelled:
            now = self._move(span)
            self._spelled[key] = (
                now is None
                or now.end_line - now.line > _LONG_CALL
                or any(
                    spells(self._line(now.path, number) or "", text)
                    for number in range(now.line, now.end_line + 1)
                )
            )
        return self._spelled[key]

    # What it names

    def _variable(self, event: VariableEvent) -> VariableEvent | None:
        """A variable with its expected name; None if it is not clear."""
        if event.slot or not self._is_touched(event):
            return event
        parts = event.parts
        direct, given = [], []
        for index, part in enumerate(parts):
            if part.span is None or (index and parts[index - 1].span == part.span):
                continue  # of the parts that one call adds, the first one is what it was given
            if self._new_text(event, index) is None:
                continue
            if self._holds(part.span):
                direct.append(index)
            elif not self._has_own(part.span, part.text):
                given.append(index)
        found = direct or given
        if not found:
            return event
        if len(found) > 1 or event.name.rpartition(":")[0] != _joined(parts):
            return None
        if event.reused and not self._fetches_new(event, found[0]):
            return event
        return self._renamed(event, found[0])

    def _fetches_new(self, event: VariableEvent, index: int) -> bool:
        """Whether a call that fetches a variable asks for the new name, as the one that made it.

        The parts of its name are from the call that made it.
        """
        if self._is_given(event.trace):
            return True
        prefix = _joined(event.parts[: index + 1])
        return prefix in self._scopes and prefix not in self._kept

    def _is_touched(self, event: VariableEvent) -> bool:
        return self._is_given(event.trace) or any(
            part.span is not None and self._holds(part.span) for part in event.parts
        )

    def _may_lose_number(self, event: VariableEvent) -> bool:
        """Whether ``w_1`` will be ``w``, because that is free now."""
        name = event.name.rpartition(":")[0]
        return any(name[: found.start()] in self._free for found in _NUMBER.finditer(name))

    def _new_text(self, event: VariableEvent, index: int) -> str | None:
        text = self._string.renewed(event.parts[index].text)
        return text or self._numbered(_joined(event.parts[: index + 1]))

    def _renamed(self, event: VariableEvent, index: int) -> VariableEvent | None:
        text = self._new_text(event, index)
        assert text is not None
        part = replace(event.parts[index], text=text)
        parts = (*event.parts[:index], part, *event.parts[index + 1 :])
        old, new = _joined(event.parts), _joined(parts)
        if self._names.setdefault(old, new) != new:
            return None
        scope = {_joined(event.parts[: index + 1]): _joined(parts[: index + 1])}
        self._free.update((old, *scope))
        return replace(
            event,
            name=_suffixed(event.name, {old: new}),
            parts=parts,
            scope=_in_scopes(event.scope, scope),
            ops=event.ops and _in_scopes(event.ops, scope),
            asked=event.asked and _in_scopes(event.asked, scope),
        )

    def _slot(self, event: VariableEvent) -> VariableEvent:
        """The variable of an optimizer follows the name of the one that it belongs to."""
        owner, _, kind = event.name.rpartition("/")
        if not event.slot or owner not in self._names:
            return event
        return replace(event, name=f"{self._names[owner]}/{kind}")

    # Scopes

    def _all_scopes(self) -> tuple[ScopeEvent, ...]:
        """All scopes, in the order in which they are opened: the newest one holds what follows."""
        found: list[ScopeEvent] = []
        for event in self._analysis.scopes:
            inside = self._inside(event)
            new = self._scope(inside)
            for before, after in zip(_prefixes(event), _prefixes(new), strict=True):
                self._scopes[before] = after
                if before == after:
                    self._kept.add(before)
            found.append(new)
        return tuple(found)

    def _scope(self, event: ScopeEvent) -> ScopeEvent:
        prefix, is_direct = event.variable_prefix, self._holds(event.span)
        old = event.argument
        if old is None and is_direct:  # it may be the default name
            old = (event.op_prefix if prefix is None else prefix).rpartition("/")[2]
        new = self._string.renewed(old) if old else None
        if old and new is None and event.argument is None:
            new = self._numbered(event.op_prefix if prefix is None else prefix)
        if old is None or new is None or not self._is_given(event.trace):
            return event
        if not is_direct and self._has_own(event.span, old):
            return event
        return replace(
            event,
            argument=event.argument and new,
            variable_prefix=prefix and _last(prefix, old, new),
            op_prefix=_last(event.op_prefix, old, new),
        )

    def _numbered(self, prefix: str) -> str | None:
        """``block_1`` if the string gives a default name: the first such scope is ``block``."""
        base, _, number = prefix.rpartition("_")
        new = self._scopes.get(base, base)
        if not number.isdigit() or new == base or base in self._kept:
            return None
        return f"{new.rpartition('/')[2]}_{number}"

    def _inside(self, event: ScopeEvent) -> ScopeEvent:
        """A scope with the new names of those in which it is, or of the scope that was passed."""
        prefix, ops = event.variable_prefix, event.op_prefix
        if event.argument is None:
            inside = prefix and _in_scopes(prefix, self._scopes), _in_scopes(ops, self._scopes)
        else:
            inside = prefix and self._outside(prefix), self._outside(ops)
        if inside == (prefix, ops):
            return event
        return replace(event, variable_prefix=inside[0], op_prefix=inside[1])

    def _outside(self, prefix: str) -> str:
        outer, slash, last = prefix.rpartition("/")
        return _in_scopes(outer, self._scopes) + slash + last


def _prefixes(event: ScopeEvent) -> tuple[str, str]:
    return event.variable_prefix or "", event.op_prefix


def _joined(parts: Iterable[NamePart]) -> str:
    return "/".join(part.text for part in parts if part.text)


def _suffixed(name: str, names: Mapping[str, str]) -> str:
    bare, colon, output = name.rpartition(":")
    return f"{names[bare]}{colon}{output}"


def _in_scopes(name: str, scopes: Mapping[str, str]) -> str:
    """A name with the new name of the innermost scope of some in which it is."""
    head, tail = name, ""
    while head:
        if head in scopes:
            return scopes[head] + tail
        head, slash, last = head.rpartition("/")
        tail = slash + last + tail
    return name


def _last(prefix: str, old: str, new: str) -> str:
    """A prefix that ends with a scope, with the new name of that scope."""
    if prefix == old or prefix.endswith(f"/{old}"):
        return prefix[: len(prefix) - len(old)] + new
    return prefix
