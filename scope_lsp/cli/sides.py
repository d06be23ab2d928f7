"""What ``diff`` and ``lock`` compare: makes a side from each kind of argument.

These are a program, a function of one, a program in a git revision, a saved listing, a lock, or a
file with saved variables.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scope_lsp.analysis import notebook_file as notebooks
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Span
from scope_lsp.analysis.weights import held_by, items_of
from scope_lsp.cli import lockfile, revisions, sources
from scope_lsp.cli.analysing import outcome_of
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import complain
from scope_lsp.cli.report.words import spelled_line
from scope_lsp.cli.tasks import Outcome, Task, surroundings
from scope_lsp.comparison.side import Item, Side
from scope_lsp.comparison.words import counted
from scope_lsp.resolve.checkpoint_files import NotReadable, has_programs, is_saved, read_saved
from scope_lsp.resolve.environment import find_environment
from scope_lsp.rules.unfinished import said

_MOST_TOLD = 5
"""The maximum number of places with missing variables that are reported."""
_LARGEST_LISTING = 1 << 28
_SUFFIX = ":0"


class NoSide(Exception):
    """An argument names nothing that can be compared; the message says why."""


def side_of(argument: str, paths: Sequence[str], configuration: Configuration) -> Side:
    """The side that ``argument`` names; raises ``NoSide``."""
    program, function = _split_function(argument)
    if program.endswith((".py", notebooks.ENDING)) and os.path.exists(program):
        return of_program(argument, program, function, paths, configuration)
    found = revisions.split(program)
    if found is not None:
        return _of_revision(argument, *found, function, paths, configuration)
    if program.endswith((".py", notebooks.ENDING)):
        raise NoSide(f"{argument}: {sources.unreadable(os.path.abspath(program))}")
    if argument.endswith((".json", lockfile.ENDING)):
        return _of_listing(argument)
    if os.path.isdir(argument) and not is_saved(argument) and has_programs(argument):
        raise NoSide(f"{argument}: a folder; name one program of it, or a checkpoint")
    try:
        return held_by(argument, read_saved(os.path.abspath(argument)))
    except NotReadable as error:
        raise NoSide(f"{argument}: {error}") from None


def of_program(
    label: str,
    path: str,
    function: str | None,
    paths: Sequence[str],
    configuration: Configuration,
) -> Side:
    """What running the program at ``path``, or one of its functions, creates; raises ``NoSide``."""
    path = os.path.abspath(path)
    problem = sources.unreadable(path)
    if problem:
        raise NoSide(f"{label}: {problem}")
    roots, settings = surroundings(path, paths, configuration)
    task = Task(path, roots, settings, codes=(), infers_parameters=function is not None)
    return _of_outcome(label, outcome_of(task), function)


def _of_outcome(label: str, outcome: Outcome, function: str | None) -> Side:
    if outcome.failure:
        raise NoSide(f"{label}: {outcome.failure}")
    analysis = outcome.analysis
    if function is not None and function not in {one.function for one in analysis.waiting}:
        raise NoSide(f"{label}: it has no uncalled function {function}")
    items, symbolic = items_of(analysis.variables, () if function is None else (function,))
    if not items and not symbolic and analysis.waiting:
        names = ", ".join(one.function for one in analysis.waiting[:_MOST_TOLD])
        program = label.removesuffix(f":{function}")
        raise NoSide(
            f"{label}: running it creates no variables; {program}:FUNCTION compares what a "
            f"function creates ({names})"
        )
    hiding = [gap for gap in analysis.gaps if gap.hides]
    notes = [f"{spelled_line(gap.span)}: {said(gap)}" for gap in hiding[:_MOST_TOLD]]
    if len(hiding) > _MOST_TOLD:
        notes.append(
            f"{label}: {counted(len(hiding) - _MOST_TOLD, 'more part')} could not be followed"
        )
    broken = {
        one.span.path: one.span
        for one in analysis.problems
        if one.kind is ProblemKind.SYNTAX and one.lossy
    }
    notes += [f"{spelled_line(span)}: does not parse" for span in broken.values()]
    complete = not hiding and not broken and analysis.complete
    return Side(label, "program", tuple(items), tuple(symbolic), complete, tuple(notes))


def _of_revision(
    label: str,
    revision: str,
    file: str,
    function: str | None,
    paths: Sequence[str],
    configuration: Configuration,
) -> Side:
    try:
        with revisions.extracted(revision, file) as extract:
            roots, settings = surroundings(extract.path, paths, Configuration())
            if not settings.environment:  # the environment is not in git: use today's
                now = configuration.of(os.path.join(extract.top, "_")).environment
                found = find_environment(now, (extract.top,)).path
                settings = replace(settings, environment=found or "")
            infers = function is not None
            task = Task(extract.path, roots, settings, codes=(), infers_parameters=infers)
            outcome = outcome_of(task)
            side = _of_outcome(label, outcome, function)
            before = os.path.join(extract.folder, "")
    except revisions.NotInGit as error:
        raise NoSide(str(error)) from None

    def told(item: Item) -> Item:
        span = item.place
        if isinstance(span, Span) and span.path.startswith(before):
            return replace(item, place=replace(span, path=f"{revision}:{span.path[len(before) :]}"))
        return item

    return replace(
        side,
        items=tuple(map(told, side.items)),
        symbolic=tuple(map(told, side.symbolic)),
        notes=tuple(note.replace(before, f"{revision}:") for note in side.notes),
    )


def _of_listing(argument: str) -> Side:
    """A side from the JSON of ``names`` or from a lock of one program."""
    try:
        if os.path.getsize(argument) > _LARGEST_LISTING:
            raise NoSide(f"{argument}: too big for a listing")
        with open(argument, encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError) as error:
        raise NoSide(f"{argument}: {getattr(error, 'strerror', None) or error}") from None
    if argument.endswith(lockfile.ENDING):
        try:
            programs = lockfile.parse(text)
        except lockfile.NotALock as error:
            raise NoSide(f"{argument}: {error}") from None
        if len(programs) != 1:
            raise NoSide(
                f"{argument}: it has {len(programs)} programs; `scope-lsp lock --check` compares "
                "them all"
            )
        ((_, (items, symbolic)),) = programs.items()
        return Side(argument, "lock", tuple(items), tuple(symbolic))
    try:
        document = json.loads(text)
        items, symbolic = _listed(document["variables"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NoSide(f"{argument}: not a listing of `scope-lsp names --format json`") from None
    return Side(argument, "listing", tuple(items), tuple(symbolic))


def _listed(variables: Sequence[Mapping[str, Any]]) -> tuple[list[Item], list[Item]]:
    items: dict[str, Item] = {}
    symbolic: dict[str, Item] = {}
    for one in variables:
        if one.get("saved") is False:
            continue
        part = str(one["name"]).removesuffix(_SUFFIX)
        whole = one.get("partOf")
        name, shape = (whole["name"], whole["shape"]) if whole else (part, one["shape"])
        known = items.get(name)
        if known is not None and whole:
            items[name] = replace(known, parts=tuple(dict.fromkeys((*known.parts, part))))
            continue
        line, column = int(one["line"]), int(one["column"])
        place = Span(str(one["file"]), line, column, line, column, int(one.get("cell", 0)))
        item = Item(
            name,
            None if shape is None else tuple(None if size is None else int(size) for size in shape),
            one["dtype"],
            one["trainable"],
            bool(one.get("slot")),
            certain=one["certainty"] != "possible",
            parts=(part,) if whole else (),
            place=place,
        )
        is_symbolic = one["certainty"] == "symbolic" and "{" in name
        (symbolic if is_symbolic else items).setdefault(name, item)
    return list(items.values()), list(symbolic.values())


def _split_function(argument: str) -> tuple[str, str | None]:
    """Split ``program.py:function``."""
    program, colon, function = argument.rpartition(":")
    if colon and program.endswith((".py", notebooks.ENDING)) and not os.path.exists(argument):
        return program, function
    return argument, None


def tell(side: Side) -> None:
    """Print on stderr what a side lacks."""
    for note in side.notes:
        complain(note if side.is_program else f"{side.label}: {note}")
    if not side.complete:
        complain(
            f"{side.label}: its listing is incomplete; variables that seem to be missing may exist"
        )
