"""Which part of a text an edit lies in, if the rest of its tree stays as it is.

Two texts are compared that have the same number of lines.  The part is a statement or the body of a
function.  It has lines of its own, and parses alone to what it is in the whole text: so does
another text of these lines, and nothing else has to be parsed again.  This is for typing.  What
moves other lines, or does not parse, is a new text to its readers.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from scope_lsp.syntax.awaited import AwaitedBody, AwaitedStatement, Look, met
from scope_lsp.syntax.outline import is_plain
from scope_lsp.syntax.oversize import without_oversize
from scope_lsp.syntax.parse import ParseResult, keep_tree, parse_file, tree_of
from scope_lsp.syntax.python2 import prints_to_file
from scope_lsp.syntax.source import split_lines

Function = ast.FunctionDef | ast.AsyncFunctionDef
_WITH = (ast.With, ast.AsyncWith)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@dataclass(frozen=True, slots=True)
class Lines:
    """Some whole lines of a text, 1-based, the last included."""

    first: int
    last: int

    def hold(self, other: Lines) -> bool:
        """Whether the other lines are among them."""
        return self.first <= other.first and other.last <= self.last


def changed_lines(old: Sequence[str], new: Sequence[str]) -> Lines | None:
    """The lines in which two texts differ; None if they are equal or not of as many lines."""
    if len(old) != len(new):
        return None
    changed = [index for index, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b]
    return Lines(changed[0], changed[-1]) if changed else None


def place_of_edit(old: Sequence[str], new: Sequence[str]) -> Lines:
    """The lines of the second text between what both begin with and what both end with.

    At least one line: where lines were only removed, the one that follows.
    """
    most = min(len(old), len(new))
    same = next((i for i in range(most) if old[i] != new[i]), most)
    ends = next((i for i in range(most - same) if old[-1 - i] != new[-1 - i]), most - same)
    first = min(same + 1, len(new))
    return Lines(first, max(first, len(new) - ends))


@dataclass(frozen=True, slots=True)
class Part:
    """A statement, or the body of a function, in the tree of a text."""

    lines: Lines
    siblings: list[ast.stmt]
    """The list that contains the statement, or the body."""
    index: int
    function: Function | None
    """The function around it, in whose body the names of a statement are."""
    above: tuple[ast.AST, ...]
    """The nodes around it, and the statement itself, outermost first."""
    is_body: bool = False

    @property
    def node(self) -> ast.stmt:
        """The statement; of a body the function."""
        return self.function if self.is_body and self.function else self.siblings[self.index]

    def parsed(self, lines: Sequence[str]) -> list[ast.stmt] | None:
        """What stands there in a text of these lines, which are others in this part only.

        None if the lines of this part do not parse, or do not to one part of its kind.
        """
        found = _parse_lines(lines, self._from, self.lines.last)
        if found is None or len(found) != 1:
            return None
        if not self.is_body:
            return found
        only = found[0]
        return list(only.body) if isinstance(only, type(self.node)) else None  # type: ignore[attr-defined]

    @property
    def _from(self) -> int:
        return self.node.lineno if self.is_body else self.lines.first

    def await_it(self, look: Look) -> None:
        """Put something in its place in the tree that asks for it at the first look."""
        if self.is_body:
            assert self.function is not None
            self.function.body = AwaitedBody(self.function.body, look)
        else:
            first = self.siblings[self.index]
            self.siblings[self.index] = AwaitedStatement(first, self.siblings, look)

    def look(self) -> None:
        """Look at what ``await_it`` has put there, if it is still there."""
        if self.is_body:
            assert self.function is not None
            list(self.function.body)
        else:
            list(map(met, self.siblings))

    def replaced_by(self, statements: Sequence[ast.stmt]) -> None:
        """Others were put in its place: what ended with it ends where they end."""
        old = _end(self.siblings[-1] if self.is_body else self.siblings[self.index])
        new = _end(statements[-1])
        for node in self.above:
            if _end(node) == old:
                node.end_lineno, node.end_col_offset = new  # type: ignore[attr-defined]


def _end(node: ast.AST) -> tuple[int | None, int | None]:
    return getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)


def parts_of(path: str, text: str, at: Lines) -> tuple[ast.Module, list[Part]] | None:
    """A new tree of a text, and the parts of it that hold some lines, the outer one first.

    None if there is none, or if the text does not parse as it is.
    """
    lines = split_lines(text)
    if not is_ordinary(text):
        return None
    if parse_file(path, text).problems:
        return None
    tree = _parsed(text)
    if tree is None:
        return None
    parts = [part for part in _Search(tree, len(lines), at).parts() if _stands_alone(part, lines)]
    return (tree, parts) if parts else None


def is_ordinary(text: str) -> bool:
    """Whether nothing in a text has to be replaced or cut before it is parsed."""
    return is_plain(text) and not prints_to_file(text) and not without_oversize(text).problems


def keep(path: str, text: str, tree: ast.Module) -> None:
    """Let this tree be that of a text from now on."""
    keep_tree(path, text, ParseResult(tree))


class _Search:
    """Looks for the innermost function, and for the innermost statement in it, that hold lines.

    Statements inside of loops, branches and the like are not looked for, because those look at
    all that is in them before it is run.
    """

    def __init__(self, tree: ast.Module, lines: int, at: Lines) -> None:
        self._at = at
        self._body: Part | None = None
        self._statement: Part | None = None
        self._function: Function | None = None
        self._descend(tree.body, lines, (tree,), "body")

    def parts(self) -> list[Part]:
        """What was found, the outer part first."""
        return [part for part in (self._body, self._statement) if part is not None]

    def _descend(
        self, siblings: list[ast.stmt], last: int, above: tuple[ast.AST, ...], kind: str
    ) -> None:
        """``last`` is the last line that may belong to a function in these statements.

        ``kind`` says what the statements are: a ``body``, of a module or a function, the block of
        a ``with`` in one, or ``other``.
        """
        for index, node in enumerate(siblings):
            following = siblings[index + 1] if index + 1 < len(siblings) else None
            until = last if following is None else _start(following) - 1
            is_function = isinstance(node, Function)
            own = Lines(_start(node), until if is_function else node.end_lineno or 0)
            if not own.hold(self._at):
                continue
            above = (*above, node)
            # The first statement of a body may be its docstring, for which others look.
            # And a function with a single statement is compiled in another way.
            if kind == "with" or (kind == "body" and index and len(siblings) > 2):
                self._statement = Part(own, siblings, index, self._function, above)
            if isinstance(node, Function):
                if node.body[0].lineno <= self._at.first:
                    inside = Lines(node.body[0].lineno, until)
                    self._function, self._statement = node, None
                    self._body = Part(inside, node.body, 0, node, above, is_body=True)
                    self._descend(node.body, until, above, "body")
            elif isinstance(node, _WITH) and kind != "other":
                self._descend(node.body, node.end_lineno or 0, above, "with")
            elif isinstance(node, ast.ClassDef):
                self._descend(node.body, until, above, "other")
            else:
                for block in _BLOCKS:
                    self._descend_others(getattr(node, block, ()), above)
            return

    def _descend_others(self, nodes: Sequence[ast.AST], above: tuple[ast.AST, ...]) -> None:
        for node in nodes:
            if isinstance(node, ast.stmt):
                self._descend([node], node.end_lineno or 0, above, "other")
            else:  # a handler or a case
                inside = getattr(node, "body", [])
                if inside:
                    self._descend_others(inside, (*above, node))


def _start(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", ())
    first: int = min([node.lineno, *(one.lineno for one in decorators)])
    return first


def _stands_alone(part: Part, lines: Sequence[str]) -> bool:
    """Whether the lines of a part are its own, and parse alone to what it is in the text."""
    found = part.parsed(lines)
    known = list(part.siblings) if part.is_body else [part.siblings[part.index]]
    return (
        found is not None
        and part.node.col_offset == _indentation(lines[part.node.lineno - 1])
        and list(map(_dumped, found)) == list(map(_dumped, known))
    )


def _dumped(node: ast.AST) -> str:
    return ast.dump(node, include_attributes=True)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t\f"))


def _parse_lines(lines: Sequence[str], first: int, last: int) -> list[ast.stmt] | None:
    text = "\n".join(lines[first - 1 : last])
    is_inside = text[:1] in (" ", "\t")
    # Any indentation is right below a header, and empty lines are read almost at no cost.
    header = "\n" * (first - 2) + "if 1:\n" if is_inside else "\n" * (first - 1)
    tree = _parsed(header + text)
    if tree is None or not is_inside:
        return None if tree is None else tree.body
    only = tree.body[0] if len(tree.body) == 1 else None
    return only.body if isinstance(only, ast.If) and not only.orelse else None


def _parsed(text: str) -> ast.Module | None:
    with warnings.catch_warnings():
        # A warning would be about the analysed text, and can be an error: ``-W error``.
        warnings.simplefilter("ignore")
        return tree_of(text)
