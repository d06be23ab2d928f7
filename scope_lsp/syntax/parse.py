"""Text to tree, always: sound text by the C parser, broken text after a repair.

Not a checker: that the text runs is not asked (``return`` outside a function parses).
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """A place that does not parse; 1-based lines and code-point columns, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    lossy: bool = True
    """False where the repair kept the whole meaning (``print x`` of Python 2)."""


@dataclass(frozen=True, slots=True)
class ParseResult:
    """A tree and what was wrong with the text, always both."""

    tree: ast.Module
    problems: tuple[SyntaxProblem, ...] = ()


@lru_cache(maxsize=64)
def parse(text: str) -> ParseResult:
    """The tree of ``text``; never raises.  The tree is shared: nobody may change it."""
    problems: list[SyntaxProblem] = []
    lines = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8").split("\n")
    for _ in range(50):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return ParseResult(ast.parse("\n".join(lines)), tuple(problems))
            except SyntaxError as error:
                line = min(max(error.lineno or 1, 1), len(lines))
                column = max(error.offset or 1, 1)
                problems.append(SyntaxProblem(line, column, line, column + 1, error.msg))
            except (RecursionError, MemoryError, ValueError):
                break
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
        lines[line - 1] = lines[line - 1][:indent] + "pass"
    return ParseResult(ast.Module(body=[], type_ignores=[]), tuple(problems))
