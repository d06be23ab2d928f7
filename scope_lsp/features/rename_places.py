"""The strings that make up a name, for renaming: which literal contributed which part.

A literal counts if it is an argument of a call that leads to the variable or the scope, or the
default of a parameter on the way, or the only other text that is equal.  This is a guess, which the
caller tries.  Nothing here runs an analysis.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scope_lsp.analysis.result import (
    Analysis,
    NamePart,
    ScopeEvent,
    Span,
    Trace,
    VariableEvent,
)
from scope_lsp.features.strings import NameString, Use, strings_of
from scope_lsp.fixes.texts import File

_NAMING = frozenset(("name", "scope", "name_or_scope", "name_scope", "default_name"))
"""Parameters that take names, for calls that have the same text twice."""
_NUMBER = re.compile(r":\d+\Z")


@dataclass(frozen=True, eq=False)
class Literal:
    """One string of one piece in a text."""

    file: File
    node: ast.Constant
    span: Span
    owner: Span | None
    """The call that it is an argument of."""
    keyword: str | None
    function: str
    """The last name of the called function; empty if there is none."""
    default_of: str | None
    """The function one of whose parameters has it as its default."""
    known: NameString | None
    """How it names things, if its place shows that."""

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.node.value)

    @property
    def parts(self) -> list[str]:
        """Its text split at slashes, without the number of an output."""
        return _NUMBER.sub("", self.text).split("/")

    @property
    def is_free(self) -> bool:
        """Whether its place does not show that it looks something up."""
        return self.known is None or self.known.use is Use.TEXT


def literals(path: str, text: str) -> Iterator[Literal]:
    """The strings of a text, without those of f-strings and documentation."""
    file = File(path, text)
    known = {string.span: string for string in strings_of(path, text)}
    for node in ast.walk(file.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or not node.value:
            continue
        if isinstance(file.parents.get(node), (ast.JoinedStr, ast.Expr)):
            continue
        span = Span(path, *file.place(node))
        call, keyword, default_of = _around(file, node)
        owner = Span(path, *file.place(call)) if call is not None else None
        function = _last_name(call.func) if call is not None else ""
        yield Literal(file, node, span, owner, keyword, function, default_of, known.get(span))


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _around(file: File, node: ast.AST) -> tuple[ast.Call | None, str | None, str | None]:
    keyword = None
    for parent in file.around(node):
        if isinstance(parent, ast.keyword):
            keyword = keyword or parent.arg
        elif isinstance(parent, ast.Call):
            return parent, keyword, None
        elif isinstance(parent, ast.arguments):
            function = file.parents.get(parent)
            return None, None, getattr(function, "name", None)
        elif isinstance(parent, ast.stmt):
            break
    return None, None, None


@dataclass(frozen=True, slots=True)
class Place:
    """One part of a full name, and the code that contributed it."""

    path: str
    """The name up to and including this part."""
    span: Span | None
    """The call that put it there."""
    trace: Trace
    automatic: bool = False
    """Whether TensorFlow chose it."""

    @property
    def part(self) -> str:
        """The part itself."""
        return self.path.rpartition("/")[2]


def traces(analysis: Analysis) -> Iterator[Trace]:
    """The call chains of all variables and scopes."""
    yield from (event.trace for event in analysis.variables)
    yield from (event.trace for event in analysis.scopes)


def places(analysis: Analysis) -> Iterator[Place]:
    """All parts of the names of all variables and scopes."""
    for event in analysis.variables:
        bare = _NUMBER.sub("", event.name).split("/")
        spans = list(_spans(event.parts))
        spans += [None] * (len(bare) - len(spans))
        for index, span in enumerate(spans[: len(bare)]):
            trace = event.created_at or event.trace
            if event.created_at and span == event.created_at[-1].span:
                # The parts of a fetched variable belong to the call that created it.
                span, trace = event.span, event.trace
            automatic = event.unnamed is not None and span == event.span
            yield Place("/".join(bare[: index + 1]), span, trace, automatic)
    for scope in analysis.scopes:
        count = (scope.argument or "").strip("/").count("/") + 1
        for prefix in {scope.variable_prefix or "": None, scope.op_prefix: None}:
            parts = prefix.split("/") if prefix else []
            for end in range(max(len(parts) - count, 0) + 1, len(parts) + 1):
                yield Place("/".join(parts[:end]), scope.span, scope.trace)


def _spans(parts: Iterable[NamePart]) -> Iterator[Span | None]:
    for part in parts:
        for _ in part.text.split("/"):
            yield part.span


def called(analyses: Sequence[Analysis]) -> list[Analysis]:
    """Analyses without what a function creates on its own, where some program calls it.

    Its names then have unknown parts, which are spelled alike for different functions.  A function
    that no program calls keeps its names, even if it shares a helper with one that is called.
    """
    reached = {
        frame.span
        for one in analyses
        for events in (one.variables, one.scopes)
        for event in events
        if event.uncalled is None
        for frame in event.trace
    }

    def counts(event: VariableEvent | ScopeEvent) -> bool:
        first = event.trace[:1]
        return event.uncalled is None or not any(frame.span in reached for frame in first)

    return [
        replace(
            one,
            variables=tuple(filter(counts, one.variables)),
            scopes=tuple(filter(counts, one.scopes)),
        )
        for one in analyses
    ]


def makers(
    found: Iterable[Literal], analysis: Analysis, part: str, at: Literal | None = None
) -> dict[str, dict[Literal, None]]:
    """For each name that ends with a part, with or without a number, the literals that contain it.

    ``at`` is the one that the user points to.  It is used if nothing else distinguishes them.
    """
    numbered = re.compile(rf"{re.escape(part)}(?:_\d+)?")
    exact = [one for one in found if numbered.fullmatch(one.parts[-1]) or part in one.parts]
    result: dict[str, dict[Literal, None]] = {}
    all_places = dict.fromkeys(places(analysis))
    paths = {place.path for place in all_places}
    for place in all_places:
        if numbered.fullmatch(place.part):
            own = result.setdefault(place.path, {})
            is_ours = place.part == part or place.path[: -len(place.part)] + part in paths
            own.update(dict.fromkeys(_sayers(place, part, exact, at, is_ours)))
    return result


def _sayers(
    place: Place, part: str, found: Sequence[Literal], at: Literal | None, may_guess: bool
) -> list[Literal]:
    """The literals that say a part.

    Those that did not lead to it are a guess.  It is made only if TensorFlow can have numbered it:
    then the name without the number was taken.
    """
    free = [one for one in found if one.is_free]
    spans = [place.span]
    if not place.automatic:
        spans += [frame.span for frame in reversed(place.trace)]
    for span in dict.fromkeys(span for span in spans if span is not None):
        here = [one for one in free if one.owner == span]
        if any(place.part in one.parts for one in here):
            here = [one for one in here if place.part in one.parts]
        named = [one for one in here if one.keyword in _NAMING]
        if here:
            return [one for one in named or here if part in one.parts]
    rest = [one for one in free if part in one.parts]
    if place.part == part and place.span is not None:
        # A layer in a list of layers, which are built by the call around them.
        inner = [one for one in rest if one.owner is not None and _holds(place.span, one.owner)]
        if inner:
            return [one for one in inner if one.keyword in _NAMING] or inner
    if place.automatic or not may_guess:
        return []
    functions = {frame.function.rpartition(".")[2] for frame in place.trace}
    defaults = [one for one in rest if one.default_of in functions]
    if defaults:
        return defaults
    if at is not None and at in rest:
        return [at]
    return rest if len(rest) == 1 else []


def _holds(outer: Span, inner: Span) -> bool:
    return outer.path == inner.path and (
        (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )
