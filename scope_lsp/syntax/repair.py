"""Makes broken text parse, losing as little as possible, and says what was wrong with it.

The text is cut into logical lines.  Groups of lines that parse are left alone.  In the others, each
statement is tried by itself, the broken ones are repaired (``statement_repair``) and all are made
to nest again (``blocks``).  If that is not enough, parso's error recovery says which lines are
broken.  As a last resort, single lines and then the whole group are dropped.  Lines and columns
stay the same.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from scope_lsp.syntax import python2
from scope_lsp.syntax.blocks import nest
from scope_lsp.syntax.problem import Problem
from scope_lsp.syntax.statement_repair import LOST, error_of, is_header, repair_statement
from scope_lsp.syntax.statements import Scanner, Statement, strays

_MAXIMUM_COMPLETIONS = 300
"""The maximum number of statements that are completed; after them, broken ones keep only what they
bind."""

_MAXIMUM_BROKEN = 3000
"""The maximum number of further statements that are tried; a text with more is not a program."""

_MAXIMUM_ROUNDS = 12
"""The number of times that a statement of one group may be dropped before the whole group is."""

_PARSO_LINES = 400
"""parso takes about 50 microseconds for each line."""

_GIVEN_UP = "this part could not be parsed"

_BRANCHES = frozenset(("elif", "else", "except", "finally"))


@dataclass(slots=True)
class Repair:
    """The result of a repair."""

    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    shifts: dict[int, int] = field(default_factory=dict)
    """0-based line to the columns by which its first statement moved to the right."""
    only_python2: bool = False
    """Whether a statement was rewritten that only Python 2 understands."""


def repair(lines: list[str]) -> Repair:
    """Return a text with the same lines that parses, unless everything fails."""
    result = Repair(list(lines))
    _drop_conflicts(result)
    statements = Scanner(result.lines, _parses).statements()
    left = _MAXIMUM_COMPLETIONS
    for group in _groups(statements):
        first, end = group[0].first, group[-1].last + 1
        text = "\n".join(result.lines[first:end])
        if left < -_MAXIMUM_BROKEN and not _parses(text):
            _give_up(result, first, end)
        elif not _parses(text) or python2.prints_to_file(text):
            left -= _repair_group(result, group, first, end, left)
    return result


def _repair_group(result: Repair, group: list[Statement], first: int, end: int, left: int) -> int:
    """Repair one group in place; returns how many statements were broken."""
    broken: set[int] = set()
    for statement in group:
        error = error_of(statement)
        if error is None:
            continue
        broken.add(statement.first)
        exact = repair_statement(statement, len(broken) <= left)
        if exact and python2.is_only_python2(statement.code):
            result.only_python2 = True
        result.problems.append(_problem(statement, error, lossy=not exact))
    nesting = nest(group)
    for statement in group:
        if statement.first in nesting.changed - broken:
            message = ("the indentation does not fit the lines around it", 0, 0)
            result.problems.append(_problem(statement, message, lossy=True))
    if not broken and not nesting.changed:
        message = ("inconsistent use of tabs and spaces in indentation", 0, 0)
        statement = next((each for each in group if each.first in nesting.shifts), group[0])
        result.problems.append(_problem(statement, message, lossy=False))
    result.lines[first:end] = nesting.lines
    result.shifts.update(nesting.shifts)
    if not _parses("\n".join(nesting.lines)):
        _reduce(result, group)
    return len(broken)


def _reduce(result: Repair, group: list[Statement]) -> None:
    """As a last resort, drop what parso calls broken, then what Python does, then everything."""
    first, end = group[0].first, group[-1].last + 1
    lines = result.lines[first:end]
    broken = [(line, "invalid syntax") for line in _broken_by_parso(lines)]
    for _ in range(_MAXIMUM_ROUNDS):
        for line, message in broken:
            _drop(result, group, first + line, message)
        nesting = nest(group)
        result.shifts.update(nesting.shifts)
        try:
            ast.parse("\n".join(nesting.lines))
        except SyntaxError as error:
            broken = [((error.lineno or 1) - 1, error.msg)]
        except (RecursionError, MemoryError, ValueError, OverflowError):
            break
        else:
            result.lines[first:end] = nesting.lines
            return
    _give_up(result, first, end)


def _drop(result: Repair, group: list[Statement], line: int, message: str) -> None:
    """Drop the statement on a line; for a header, first only its condition."""
    statement = next((each for each in reversed(group) if each.first <= line), group[0])
    reduced = f"if {LOST}:"
    statement.fixed = reduced if is_header(statement) and statement.text != reduced else ""
    result.problems.append(_problem(statement, (message, 0, 0), lossy=True))


def _give_up(result: Repair, first: int, end: int) -> None:
    """Drop a group of lines."""
    result.lines[first:end] = [""] * (end - first)
    last = result.problems[-1] if result.problems else None
    if last is not None and last.message == _GIVEN_UP and last.end_line == first - 1:
        last.end_line = end - 1
        return
    result.problems.append(Problem(first, 0, end - 1, 10**9, _GIVEN_UP, lossy=True))


def _broken_by_parso(lines: list[str]) -> list[int]:
    """The lines (0-based) on which parso's error recovery finds no statement."""
    if len(lines) > _PARSO_LINES or sum(map(len, lines)) > 100 * _PARSO_LINES:
        return []
    from parso.grammar import load_grammar

    broken: set[int] = set()
    try:
        pending = [load_grammar().parse("\n".join(lines))]
        while pending:
            node = pending.pop()
            if node.type in ("error_node", "error_leaf"):
                broken.update(range(node.start_pos[0] - 1, node.end_pos[0]))
            else:
                pending.extend(getattr(node, "children", ()))
    except (RecursionError, ValueError):
        return []
    return sorted(line for line in broken if line < len(lines))


def _groups(statements: list[Statement]) -> Iterator[list[Statement]]:
    """Statements from one that begins in column 0 to the next that is no branch of it."""
    group: list[Statement] = []
    for index, statement in enumerate(statements):
        if group and not statement.indent:
            decorated = group[-1].word == "@" and not group[-1].indent
            inside = decorated or statement.word in _BRANCHES or strays(statements, index)
            if not inside:
                yield group
                group = []
        group.append(statement)
    if group:
        yield group


def _drop_conflicts(result: Repair) -> None:
    """In an unfinished merge, keep the first side."""
    if not any(line.startswith("<<<<<<< ") for line in result.lines):
        return
    dropping = inside = False
    for index, line in enumerate(result.lines):
        if line.startswith("<<<<<<< "):
            inside = True
        elif inside and line.startswith("======="):
            dropping = True
        elif line.startswith(">>>>>>> "):
            inside = dropping = False
        elif not dropping:
            continue
        if line.startswith("<<<<<<< "):
            result.problems.append(
                Problem(index, 0, index, len(line), "merge conflict", lossy=True)
            )
        result.lines[index] = ""


def _problem(statement: Statement, error: tuple[str, int, int], lossy: bool) -> Problem:
    message, line, column = error
    if line == 0:
        column += statement.lead
    line = min(statement.first + line, statement.last)
    lines = statement.code.split("\n")
    end = len(lines[-1]) + (statement.lead if len(lines) == 1 else 0)
    if (line, column) >= (statement.last, end):
        line, column = statement.first, statement.lead
    return Problem(line, column, statement.last, end, message, lossy, statement.first)


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return False
    return True
