"""Text to tree, always: valid text by the C parser, broken text after a repair.

This is not a checker: it does not ask whether the text could run (``return`` outside a function
parses).
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, replace
from functools import lru_cache

from scope_lsp.syntax.oversize import without_oversize
from scope_lsp.syntax.postponed import parse_postponed
from scope_lsp.syntax.problem import Problem
from scope_lsp.syntax.python2 import prints_to_file
from scope_lsp.syntax.repair import repair
from scope_lsp.syntax.source import split_lines
from scope_lsp.syntax.statement_repair import LOST
from scope_lsp.syntax.versions import Versions

__all__ = ["LOST", "ParseResult", "SyntaxProblem", "parse", "parse_file", "parse_model"]

_KEPT = 64
"""The number of texts that are kept of those that are parsed without a path."""


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """A place that does not parse; 1-based lines and code-point columns, the end exclusive.

    It extends from where the parser failed to the end of the broken statement.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    lossy: bool = True
    """False if the repair kept the whole meaning (``print x`` of Python 2)."""


@dataclass(frozen=True, slots=True)
class ParseResult:
    """A tree and the problems of the text; there is always a tree."""

    tree: ast.Module
    """Nodes have the positions of the original text.  Where the text is broken, the name ``LOST``
    replaces what is missing: its value is unknown, whatever is bound to it."""
    problems: tuple[SyntaxProblem, ...] = ()
    damaged: frozenset[int] = frozenset()
    """1-based lines of completed, reduced or dropped statements, on which no error is reported."""
    only_python2: bool = False
    """Whether the text has a statement that only Python 2 understands."""

    @property
    def complete(self) -> bool:
        """Whether the tree contains everything in the text."""
        return not self.damaged


_files: Versions[ParseResult] = Versions()


def parse_file(path: str, text: str) -> ParseResult:
    """As ``parse``, for the module at a path, whose last versions are remembered."""
    known = _files.get(path, text)
    if known is None:
        known = _parsed(text)
        _files.put(path, text, known)
    return known


def keep_tree(path: str, text: str, result: ParseResult) -> None:
    """Let ``parse_file`` return a result for a text, although it was made in another way."""
    _files.put(path, text, result)


_models: Versions[ast.Module] = Versions(4)
"""Some models are the text of another one's file with other names in it."""


def parse_model(path: str, text: str) -> ast.Module:
    """The tree of one of the models that come with this package, read function by function."""
    known = _models.get(path, text)
    if known is None:
        try:
            known = parse_postponed(text)
        except SyntaxError:  # somebody is writing it
            known = _parsed(text).tree
        _models.put(path, text, known)
    return known


@lru_cache(maxsize=_KEPT)
def parse(text: str) -> ParseResult:
    """Return the tree of ``text``; never raises.  The tree is shared and must not be changed."""
    return _parsed(text)


def _parsed(text: str) -> ParseResult:
    with warnings.catch_warnings():
        # A warning would be about the analysed text and can even be an error under ``-W error``.
        warnings.simplefilter("ignore")
        clean = without_oversize(_clean(text))
        if not clean.problems and not prints_to_file(clean.text):
            tree = tree_of(clean.text)
            if tree is not None:
                return ParseResult(tree)
        repaired = repair(split_lines(clean.text))
        tree = tree_of("\n".join(repaired.lines)) or ast.Module(body=[], type_ignores=[])
    _shift_back(tree, repaired.shifts)
    found = _result(tree, [*clean.problems, *repaired.problems], split_lines(text))
    return replace(found, only_python2=repaired.only_python2)


def _clean(text: str) -> str:
    """``text`` without characters that the C parser refuses, each replaced by as many bytes."""
    if text.startswith("\ufeff"):
        text = "\f\f\f" + text[1:]
    text = text.replace("\0", " ")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def tree_of(text: str) -> ast.Module | None:
    """The tree of a text, None if it does not parse as it is; the caller ignores warnings."""
    for _ in range(2):
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
            return None
        except SystemError:
            # CPython's own, if another thread changes the recursion limit in the meantime.
            continue
    return None


def _shift_back(tree: ast.Module, shifts: dict[int, int]) -> None:
    """Undo the sideways moves of lines in the positions of the nodes."""
    if not shifts:
        return
    for node in ast.walk(tree):
        if isinstance(
            node, (ast.expr, ast.stmt, ast.excepthandler, ast.arg, ast.keyword, ast.alias)
        ):
            shift = shifts.get(node.lineno - 1)
            if shift:
                node.col_offset = max(node.col_offset - shift, 0)
            shift = shifts.get(node.end_lineno - 1) if node.end_lineno else None
            if shift and node.end_col_offset is not None:
                node.end_col_offset = max(node.end_col_offset - shift, 0)


def _result(tree: ast.Module, found: list[Problem], lines: list[str]) -> ParseResult:
    """Problems in reading order, 1-based and inside the text."""
    problems = []
    damaged: set[int] = set()
    for problem in sorted(found, key=lambda each: (each.line, each.column)):
        end_line = min(problem.end_line, len(lines) - 1)
        column = min(problem.column, len(lines[problem.line]))
        end_column = min(problem.end_column, len(lines[end_line]))
        problems.append(
            SyntaxProblem(
                problem.line + 1,
                column + 1,
                end_line + 1,
                end_column + 1,
                problem.message,
                problem.lossy,
            )
        )
        if problem.lossy:
            damaged.update(range(problem.first_line + 1, end_line + 2))
    return ParseResult(tree, tuple(problems), frozenset(damaged))
