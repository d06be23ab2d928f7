"""The texts of a program as trees, and how to spell changes as edits.

Every text is parsed as the analysis parses it, so that broken texts and those of Python 2 have a
tree as well.  Nothing here knows TensorFlow or rules.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from scope_lsp.analysis.result import Span
from scope_lsp.rules.rule import Edit
from scope_lsp.syntax.parse import parse_file
from scope_lsp.syntax.source import Source

Place = tuple[int, int, int, int]
"""First line and column, last line and column; 1-based, code points, the end exclusive."""
TextOf = Callable[[str], str | None]
"""The text of a file by its path, as it was analysed; None if unavailable."""
_SPACE = re.compile(r"[ \t]*")
_AFTER_ARGUMENT = re.compile(r"(?:\s|#[^\n]*|(?P<closed>\)))*")


class Texts:
    """The files of a program, parsed on demand."""

    def __init__(self, text_of: TextOf) -> None:
        self._text_of = text_of
        self._files: dict[str, File | None] = {}

    def file(self, path: str) -> File | None:
        """A file by its path, None if it has no text."""
        if path not in self._files:
            text = self._text_of(path)
            self._files[path] = None if text is None else File(path, text)
        return self._files[path]

    def call(self, span: Span) -> tuple[File, ast.Call] | None:
        """The call expression at exactly this place."""
        file = self.file(span.path) if not span.cell else None
        node = file.at(span) if file is not None else None
        return (file, node) if file is not None and isinstance(node, ast.Call) else None


class File:
    """One text and its tree."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.source = Source(text)
        self.tree = parse_file(path, text).tree

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """The parent of each node."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def _by_place(self) -> dict[Place, ast.expr]:
        found: dict[Place, ast.expr] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.expr):
                found.setdefault(self.place(node), node)
        return found

    def place(self, node: ast.expr | ast.stmt) -> Place:
        """The place of a node."""
        return *self.source.start(node), *self.source.end(node)

    def at(self, span: Span) -> ast.expr | None:
        """The expression that fills a span."""
        return self._by_place.get((span.line, span.column, span.end_line, span.end_column))

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """The ancestors of a node, innermost first."""
        while (parent := self.parents.get(node)) is not None:
            yield parent
            node = parent

    def function(self, node: ast.AST) -> ast.FunctionDef | None:
        """The function whose body contains a node."""
        for parent in self.around(node):
            if isinstance(parent, ast.FunctionDef):
                return parent
            if isinstance(parent, (ast.ClassDef, ast.Lambda, ast.AsyncFunctionDef)):
                return None
        return None

    def statement(self, node: ast.AST) -> ast.stmt | None:
        """The innermost statement that a node is, or is a part of."""
        if isinstance(node, ast.stmt):
            return node
        return next((one for one in self.around(node) if isinstance(one, ast.stmt)), None)

    def opened_around(self, node: ast.AST) -> Iterator[ast.Call]:
        """The calls in ``with`` statements around a node within its function, innermost first."""
        inner = node
        for parent in self.around(node):
            if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                return
            if isinstance(parent, ast.With) and inner in parent.body:
                for item in reversed(parent.items):
                    if isinstance(item.context_expr, ast.Call):
                        yield item.context_expr
            inner = parent

    def text(self, node: ast.expr) -> str:
        """The text of a node."""
        line, column, end_line, end_column = self.place(node)
        lines = self.source.lines[line - 1 : end_line]
        lines[-1] = lines[-1][: end_column - 1]
        lines[0] = lines[0][column - 1 :]
        return "\n".join(lines)

    def tensorflow(self) -> str | None:
        """The file's name for TensorFlow; None if it does not import it as a module."""
        return self._tensorflow[0] if self._tensorflow is not None else None

    @cached_property
    def _tensorflow(self) -> tuple[str, str] | None:
        """That name, and the statement that binds it."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.name == "tensorflow" or (
                        alias.name == "tensorflow.compat.v1" and alias.asname
                    ):
                        return alias.asname or alias.name, ast.unparse(ast.Import([alias]))
            elif isinstance(node, ast.ImportFrom) and node.module == "tensorflow.compat":
                for alias in node.names:
                    if alias.name == "v1":
                        imported = ast.ImportFrom(node.module, [alias], 0)
                        return alias.asname or alias.name, ast.unparse(imported)
        return None

    def with_tensorflow(self, others: Iterable[File]) -> tuple[str, tuple[Edit, ...]] | None:
        """The file's name for TensorFlow, and the edit that imports it as another file does.

        There is no edit if it is imported.  None if there is no name, or no place for the import.
        """
        if self._tensorflow is not None:
            return self._tensorflow[0], ()
        spelled = next((one._tensorflow for one in others if one._tensorflow is not None), None)
        used = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        last: ast.stmt | None = None
        for one in self.tree.body:
            if isinstance(one, (ast.Import, ast.ImportFrom)):
                last = one
            elif not isinstance(one, ast.Expr):
                break
        if spelled is None or last is None or spelled[0] in used:
            return None
        line, _ = self.source.end(last)
        return spelled[0], (Edit(self._point(line + 1, 1), f"{spelled[1]}\n"),)

    # Edits

    def replaced(self, node: ast.expr, text: str) -> Edit:
        """Replace an expression by another text."""
        return Edit(Span(self.path, *self.place(node)), text)

    def string(self, node: ast.Constant, value: str) -> Edit | None:
        """Replace a single string by another one, in the same quotes; None if it is not plain.

        The new one may have other characters than those of names if the old one has them too.
        """
        text = self.text(node)
        if not isinstance(node.value, str):
            return None
        if not set(re.sub(r"[\w./:\-* ]", "", value)) <= set(node.value):
            return None
        for quote in ('"""', "'''", '"', "'"):
            head, found, rest = text.partition(quote)
            if found and head.lower() in ("", "u", "r", "b") and rest == f"{node.value}{quote}":
                return self.replaced(node, f"{head}{quote}{value}{quote}")
        return None

    def added(self, call: ast.Call, argument: str) -> Edit | None:
        """Add an argument at the end of a call."""
        end_line, end_column = self.source.end(call)
        line = self.source.lines[end_line - 1]
        if not line[: end_column - 1].endswith(")"):
            return None
        values = list(arguments(call))
        if not values:
            return Edit(self._point(end_line, end_column - 1), argument)
        last = max(values, key=lambda node: (node.end_lineno or 0, node.end_col_offset or 0))
        if isinstance(last, ast.GeneratorExp) and len(values) == 1:
            return None
        start_line, start_column = self.source.end(last)
        lines = self.source.lines[start_line - 1 : end_line]
        lines[-1] = lines[-1][: end_column - 2]
        lines[0] = lines[0][start_column - 1 :]
        between = "\n".join(lines)
        found = _AFTER_ARGUMENT.match(between)
        skipped = between[: found.end("closed")] if found and found["closed"] else ""
        start_line += skipped.count("\n")
        before = skipped.rpartition("\n")
        column = len(before[2]) + (1 if before[1] else start_column)
        return Edit(self._point(start_line, column), f", {argument}")

    def removed(self, call: ast.Call, value: ast.expr) -> Edit | None:
        """Remove an argument with the comma before it; None for the first one."""
        values = sorted(arguments(call), key=lambda node: (node.lineno, node.col_offset))
        index = values.index(value)
        if index == 0:
            return None
        before, end = self.source.end(values[index - 1]), self.source.end(value)
        return Edit(Span(self.path, *before, *end), "")

    def wrapped(self, statement: ast.stmt, header: str) -> tuple[Edit, ...]:
        """Put a statement below a new line; None if that cannot be done line by line."""
        line, column, end_line, end_column = self.place(statement)
        lines = self.source.lines
        before, after = lines[line - 1][: column - 1], lines[end_line - 1][end_column - 1 :]
        if before.strip() or not re.fullmatch(r"\s*(#.*)?", after):
            return ()
        step = "\t" if before.startswith("\t") else "    "
        edits = [Edit(self._point(line, column), f"{header}\n{before}{step}")]
        inside = {
            number
            for node in ast.walk(statement)
            if isinstance(node, (ast.Constant, ast.JoinedStr))
            for number in range(node.lineno + 1, (node.end_lineno or node.lineno) + 1)
        }
        for number in range(line + 1, end_line + 1):
            if number not in inside and lines[number - 1].strip():
                indent = _SPACE.match(lines[number - 1])
                assert indent is not None
                edits.append(Edit(self._point(number, indent.end() + 1), step))
        return tuple(edits)

    def without(self, statement: ast.stmt) -> Edit | None:
        """Remove the lines of a statement; None if there is more than it on them."""
        line, column, end_line, end_column = self.place(statement)
        before = self.source.lines[line - 1][: column - 1]
        after = self.source.lines[end_line - 1][end_column - 1 :]
        if before.strip() or not re.fullmatch(r"\s*(#.*)?", after):
            return None
        return Edit(Span(self.path, line, 1, end_line + 1, 1), "")

    def _point(self, line: int, column: int) -> Span:
        return Span(self.path, line, column, line, column)


def is_call_of(node: ast.expr, *names: str) -> bool:
    """Whether the last name of a call's function is one of these."""
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    last = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return last in names


def keyword_of(call: ast.Call, name: str) -> ast.keyword | None:
    """A keyword argument by its name."""
    return next((one for one in call.keywords if one.arg == name), None)


def strings_in(node: ast.AST) -> Iterator[ast.Constant]:
    """The strings written in an expression, the outermost pieces first."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one


def arguments(call: ast.Call) -> Iterator[ast.expr]:
    """The values of all arguments."""
    yield from call.args
    yield from (keyword.value for keyword in call.keywords)
