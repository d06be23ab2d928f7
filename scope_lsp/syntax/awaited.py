"""Parts of a tree that are known only when something first looks at them.

While a file is edited, one statement of it changes and the rest stays.  If a run of the program has
not yet looked at that statement, what it has done so far does not depend on it.  In the tree of
such a run, a stand-in takes the place of the statement, or a list that of a function's body.  The
first look asks for the real one, which may by then be that of a newer text.

How the interpreter compiles what is around a statement depends on a few facts about it
(``Facts``).  They are read from the statement of the first text, without a look.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from scope_lsp.syntax.late_list import LateList

Look = Callable[[list[ast.stmt]], list[ast.stmt]]
"""Takes the statements of the first text, returns those to continue with."""


class AwaitedStatement(ast.stmt):
    """Stands for a statement until something looks at it."""

    _fields = ("statement",)
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")

    def __init__(self, first: ast.stmt, siblings: list[ast.stmt], look: Look) -> None:
        # ``ast.AST`` would ask for the field, which is not known yet.
        ast.copy_location(self, first)
        self.first = first
        """The statement of the first text, for the facts that both have in common."""
        self._siblings = siblings
        self._look = look
        self._met: ast.stmt | None = None

    @property
    def statement(self) -> ast.stmt:
        """The real statement, which from now on stands in the tree itself."""
        if self._met is None:
            (met,) = self._look([self.first])
            self._met = met
            ast.copy_location(self, met)
            self._siblings[:] = [met if one is self else one for one in self._siblings]
        return self._met


def met(node: ast.AST) -> ast.AST:
    """A statement itself, when it is run or was run."""
    return node.statement if isinstance(node, AwaitedStatement) else node


def first(node: ast.AST) -> ast.AST:
    """A statement as far as its facts are concerned; this is no look at it."""
    return node.first if isinstance(node, AwaitedStatement) else node


class AwaitedBody(LateList):
    """The statements of one function, for which it is asked at the first look."""

    __slots__ = ("_first", "_look")

    def __init__(self, first: list[ast.stmt], look: Look) -> None:
        super().__init__()
        self._first: list[ast.stmt] | None = first
        self._look = look

    def fill(self) -> None:
        """Ask for the statements."""
        first, self._first = self._first, None
        if first is not None:
            self[:] = self._look(first)
