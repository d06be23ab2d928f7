"""Rename: one part of the names of variables and scopes, in all strings that contain it.

A plan is made from the analyses of all programs that run a document, and judged by their analyses
with the edited texts (``rename_trial``).  The names in old checkpoints are not looked at: use
``scope-lsp diff --format map``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lsprotocol import types

from scope_lsp.analysis.result import Analysis, Span
from scope_lsp.features.named import named
from scope_lsp.features.rename_comparisons import Refused, check_comparisons
from scope_lsp.features.rename_places import Literal, Place, literals, makers, places, traces
from scope_lsp.features.strings import Use
from scope_lsp.features.view import View
from scope_lsp.fixes.texts import File
from scope_lsp.rules.rule import Edit

E = TypeVar("E", bound=ast.expr)

_PATHS = frozenset(
    (Use.TENSOR, Use.OP, Use.ELEMENT, Use.SCOPE, Use.NAME, Use.TEXT, Use.PREFIX, Use.PATTERN)
)
"""Uses of strings that spell a name from its beginning."""
_PART_NAME = re.compile(r"[A-Za-z0-9_.\-]+")
_TOP_NAME = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\-]*")
"""TensorFlow's rules (framework/ops.py, ``_VALID_SCOPE_NAME_REGEX``, ``_VALID_OP_NAME_REGEX``),
without slashes."""
_OF_FILES = frozenset(
    [
        "open",
        "GFile",
        "Open",
        "exists",
        "Exists",
        "isfile",
        "isdir",
        "join",
        "listdir",
        "makedirs",
        "MakeDirs",
        "mkdir",
        "glob",
        "load",
        "save",
        "restore",
        "latest_checkpoint",
        "FileWriter",
    ]
)
"""Functions whose strings are paths of files, even if they look like names."""
_COMPUTED = re.compile(r"%[sdi]|\{\w*\}")


@dataclass(frozen=True)
class Programs:
    """All programs that run a document, and the texts of the files that may be edited."""

    analyses: Sequence[Analysis]
    text_of: Callable[[str], str | None]
    is_own: Callable[[str], bool]
    """Whether a file is the user's, rather than that of a library."""

    def literals(self) -> list[Literal]:
        """The strings of all files of the user, and of those that make names."""
        paths = dict.fromkeys(
            frame.span.path
            for analysis in self.analyses
            for trace in traces(analysis)
            for frame in trace
        )
        for analysis in self.analyses:
            own = (path for path in analysis.files if path.endswith(".py") and self.is_own(path))
            paths.update(dict.fromkeys([analysis.path, *sorted(own)]))
        texts = ((path, self.text_of(path)) for path in paths)
        return [one for path, text in texts if text is not None for one in literals(path, text)]


@dataclass(frozen=True)
class Target:
    """What the user points to: one part of some names, in a string."""

    part: str
    span: Span
    """The span of the part in the string."""
    names: frozenset[str]
    """The names that end with it, without the number that TensorFlow adds to a taken name."""
    makers: dict[str, dict[Literal, None]] = field(repr=False)
    literals: Sequence[Literal] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """Edits, and their expected effect on the names: everything else must stay the same."""

    edits: tuple[Edit, ...]
    part: str
    new: str
    names: frozenset[str]

    def renamed(self, name: str) -> str:
        """A full name after the rename."""
        bare, colon, number = name.partition(":")
        parts = bare.split("/")
        new = [
            self.new + part[len(self.part) :]
            if "/".join(parts[: index + 1]) in self.names
            else part
            for index, part in enumerate(parts)
        ]
        return "/".join(new) + colon + number


def target(view: View, position: types.Position, programs: Programs) -> Target | None:
    """What to rename at a position; None if there is no string that names something.

    Raises ``Refused`` if the name cannot be changed.
    """
    point = view.point(position)
    found = programs.literals()
    for one in found:
        span = one.span
        inside = (span.line, span.column) < point < (span.end_line, span.end_column)
        if span.path == view.path and inside:
            return _target(one, point, found, programs)
    text = programs.text_of(view.path)
    if text is not None and _is_computed(File(view.path, text), point, programs.analyses):
        raise Refused("This name is computed. Rename it where its text is written.")
    return None


def is_in_string(view: View, position: types.Position, programs: Programs) -> bool:
    """Whether a position is in a string, which may name something in a program not known yet."""
    point, text = view.point(position), programs.text_of(view.path)
    if text is None:
        return False
    found = _around(File(view.path, text), point, ast.Constant)
    return any(isinstance(node.value, str) for node in found)


def _around(file: File, point: tuple[int, int], kind: type[E]) -> Iterator[E]:
    """The expressions of a kind around a point, outermost first."""
    for node in ast.walk(file.tree):
        if isinstance(node, kind) and file.source.start(node) < point < file.source.end(node):
            yield node


def _target(
    at: Literal, point: tuple[int, int], found: Sequence[Literal], programs: Programs
) -> Target | None:
    if at.span.line != at.span.end_line:
        return None
    start = at.span.column + at.file.text(at.node).find(at.text)
    column, index, parts = start, 0, at.parts
    while index < len(parts) - 1 and point[1] > column + len(parts[index]):
        column += len(parts[index]) + 1
        index += 1
    part = parts[index]
    if not part or column < start:
        return None
    made: dict[str, dict[Literal, None]] = {}
    for analysis in programs.analyses:
        for name, own in makers(found, analysis, part, at).items():
            made.setdefault(name, {}).update(own)
    names = frozenset(name for name, own in made.items() if at in own)
    if not names:
        names = _looked_up(at, part, parts[: index + 1], made, programs.analyses)
    if not names:
        return None
    place = Span(at.span.path, at.span.line, column, at.span.line, column + len(part))
    result = Target(part, place, names, made, found)
    _check_makers(result, programs)
    return result


def _looked_up(
    at: Literal,
    part: str,
    parts: Sequence[str],
    made: dict[str, dict[Literal, None]],
    analyses: Sequence[Analysis],
) -> frozenset[str]:
    """What a part of a look-up string refers to."""
    if at.known is None:
        computed = _COMPUTED.search(at.text)
        if computed and at.owner in _spans(analyses):
            raise Refused("This name is computed. Rename it where its text is written.")
        return frozenset()
    if at.known.use is Use.CHECKPOINT:
        raise Refused(
            "This string names something in a checkpoint, which a rename does not change. Rename "
            "the variable where it is created."
        )
    if at.known.use in _PATHS:
        name = "/".join(parts)
        if name in made and part == name.rpartition("/")[2]:
            return frozenset((name,))
        return frozenset()
    if any((told := named(one, at.known)) and told.names for one in analyses):
        raise Refused(
            "This string selects variables by a part of their names. Rename the variables "
            "where they are created, and this string is changed too."
        )
    return frozenset()


def _spans(analyses: Iterable[Analysis]) -> set[Span | None]:
    return {place.span for analysis in analyses for place in places(analysis)}


def _is_computed(file: File, point: tuple[int, int], analyses: Sequence[Analysis]) -> bool:
    """Whether a point is in an f-string that makes a name."""
    spans = _spans(analyses)
    for node in _around(file, point, ast.JoinedStr):
        calls = (one for one in file.around(node) if isinstance(one, ast.Call))
        return any(Span(file.path, *file.place(call)) in spans for call in calls)
    return False


def _check_makers(aim: Target, programs: Programs) -> None:
    """Refuse names that several strings may determine, or that a library determines."""
    for name in sorted(aim.names):
        found = aim.makers[name]
        if not found:
            automatic = any(
                place.path == name and place.automatic
                for analysis in programs.analyses
                for place in places(analysis)
            )
            if automatic:
                raise Refused(
                    f"{name} is an automatic name: it is not written in any string. "
                    "Pin the name first."
                )
            raise Refused(f"{name} is computed, or more than one string may name it.")
        for one in found:
            if not programs.is_own(one.span.path):
                raise Refused(f"{name} is named in {one.span.path}, which is not in the workspace.")


def plan(aim: Target, new: str, programs: Programs) -> Plan:
    """The edits that rename the target; raises ``Refused``."""
    _check_name(aim, new)
    chosen = {literal: None for name in aim.names for literal in aim.makers[name]}
    all_names = {name for name, own in aim.makers.items() if any(one in chosen for one in own)}
    known = {place.path: place for one in programs.analyses for place in places(one)}
    all_names |= _numbered(aim, programs.analyses)
    for name in sorted(all_names - aim.names):
        if _without_number(name, aim.part) not in aim.names:
            raise Refused(f"The string that names {sorted(aim.names)[0]} also names {name}.")
    result = Plan((), aim.part, new, frozenset(all_names))
    _check_free(result, known, programs.analyses)
    everything = set(known) | {op for one in programs.analyses for op in one.ops}
    check_comparisons(
        [one for one in aim.literals if one not in chosen],
        {name: result.renamed(name) for name in known},
    )
    edits = []
    for one in aim.literals:
        if one in chosen:
            text = "/".join(new if part == aim.part else part for part in one.text.split("/"))
        else:
            text = _followed(one, result, programs.analyses, everything)
        if text != one.text:
            edit = one.file.string(one.node, text)
            if edit is None:
                raise Refused(
                    f"The string in line {one.span.line} of {one.span.path} cannot be edited."
                )
            if not programs.is_own(one.span.path):
                raise Refused(f"{one.span.path} names it and is not in the workspace.")
            edits.append(edit)
    return Plan(tuple(edits), aim.part, new, result.names)


def _check_name(aim: Target, new: str) -> None:
    if "/" in new:
        raise Refused("A new name is one part of a path: it has no slash.")
    is_top = any("/" not in name for name in aim.names)
    if not (_TOP_NAME if is_top else _PART_NAME).fullmatch(new):
        raise Refused(
            f"TensorFlow does not take {new!r} as a name here: letters, digits, '.', '_' and '-' "
            "only" + (", and it begins with a letter, a digit or '.'." if is_top else ".")
        )


def _check_free(result: Plan, known: dict[str, Place], analyses: Sequence[Analysis]) -> None:
    taken = {name.lower() for name in known if name not in result.names}
    for analysis in analyses:
        taken |= {op.lower() for op in analysis.ops if result.renamed(op) == op}
    for name in sorted(result.names):
        new = result.renamed(name)
        if new.lower() in taken:  # Graph.unique_name compares names in lower case
            raise Refused(f"The name {new} is taken.")


def _numbered(aim: Target, analyses: Iterable[Analysis]) -> set[str]:
    """The op scopes of variable scopes that are opened again by their objects: ``gen_1``."""
    return {
        scope.op_prefix
        for analysis in analyses
        for scope in analysis.scopes
        if scope.variable_prefix in aim.names
        and re.fullmatch(rf"{re.escape(aim.part)}(_\d+)?", scope.op_prefix.rpartition("/")[2])
    }


def _without_number(name: str, part: str) -> str:
    head, slash, _ = name.rpartition("/")
    return head + slash + part


def _followed(one: Literal, result: Plan, analyses: Sequence[Analysis], known: set[str]) -> str:
    """The text that a string must have to mean the same afterwards."""
    string = one.known
    if string is None:
        return result.new if one.function == "get_layer" and one.text == result.part else one.text
    if string.use is Use.CHECKPOINT:
        return one.text
    if string.use is Use.TEXT:
        is_name = "/".join(one.parts).rstrip("/") in known and one.function not in _OF_FILES
        return result.renamed(one.text) if is_name else one.text
    if string.use in _PATHS:
        return result.renamed(one.text)
    told = [found for analysis in analyses if (found := named(analysis, string)) is not None]
    chosen = {name for found in told for name in found.names}
    if not chosen or result.part not in one.parts:
        return one.text
    if any(result.renamed(name) == name for name in chosen):
        return one.text
    return "/".join(
        re.sub(rf"\A{re.escape(result.part)}(?=:|\Z)", result.new, part)
        for part in one.text.split("/")
    )


def workspace_edit(view: View, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Edits of texts as they are now, by document."""
    changes: dict[str, list[types.TextEdit]] = {}
    for one in edits:
        location = view.convert.location(one.span)
        changes.setdefault(location.uri, []).append(types.TextEdit(location.range, one.text))
    return types.WorkspaceEdit(changes)
