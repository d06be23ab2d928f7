"""Compiled code: what a function, class or module body becomes, once for each text.

The closures of a ``Code`` refer only to other code, so analyses can share it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scope_lsp.interpreter.values.unknown import Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.environment import Frame

Run = Callable[["Frame"], Value]
"""A compiled expression."""

BREAK, CONTINUE, RETURN = 1, 2, 3
Completion = int | None
"""How a statement ended; None if the next one follows."""

Step = Callable[["Frame"], Completion]
"""A compiled statement or block."""

Stepper = Callable[["Frame"], Iterator[Value]]
"""A compiled block of a generator: a host generator that yields and returns a Completion."""


Plan = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, int], ...], tuple[str, ...]]
"""How calls of one form are bound: the keywords that are parameters, the other keywords, the
parameters that get a default with its index, and the keyword-only parameters that do."""


NAMES = ("name", "scope")
"""Parameters that stand for a name if the function is a library's."""


@dataclass(slots=True)
class Parameters:
    """The parameters of a function, by kind."""

    positional_only: tuple[str, ...] = ()
    positional: tuple[str, ...] = ()
    """Positional-only ones first."""
    variadic: str | None = None
    keyword_only: tuple[str, ...] = ()
    keywords: str | None = None
    names: frozenset[str] = frozenset()
    """The parameters that can be passed by keyword."""
    plain: bool = False
    """Whether all parameters are positional."""
    for_names: tuple[str, ...] = ()
    """Those of ``NAMES``: see ``binding.as_names``."""
    plans: dict[tuple[int | str, ...], Plan] = field(default_factory=dict)
    """By the form of a call: its numbers of arguments and of defaults, and its keywords."""


TEXT = "<string>"
"""The name of code that was passed as text to ``exec`` or ``eval``, as Python calls its file."""


@dataclass(slots=True, eq=False)
class Code:
    """One body."""

    name: str
    node: ast.AST
    kind: str
    """``module``, ``function``, ``lambda``, ``class`` or ``comprehension``."""
    parameters: Parameters = field(default_factory=Parameters)
    pending: Callable[[], None] | None = None
    """Compiles the rest, which is postponed until the first call."""
    body: Step | None = None
    value: Run | None = None
    """The expression of a lambda, instead of a body."""
    steps: list[tuple[ast.stmt, Step]] = field(default_factory=list)
    """The statements of a module body one by one, for a run that continues after a failure."""
    generator: Stepper | None = None
    """Instead of a body, if it yields."""
    is_async: bool = False
    may_return_value: bool = False
    """Whether some ``return`` gives more than None or False: an ``__exit__`` may then catch."""
    first_line: int = 0

    def complete(self) -> None:
        """Compile what was postponed.

        It counts as postponed until it is done, because code is shared with analyses that may hang.
        """
        if self.pending is not None:
            self.pending()
            self.pending = None
