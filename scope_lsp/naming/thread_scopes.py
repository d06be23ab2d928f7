"""The scopes of one graph that each thread of a program has for itself.

What a thread has besides them is in ``thread``, with TensorFlow's sources.
"""

from __future__ import annotations

from typing import NamedTuple

from scope_lsp.naming.journal import Counts
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.variable_scope import VariableScope


class ThreadScopes(NamedTuple):
    """What each thread of a program has of its own in a graph: see the graph's attributes."""

    name_scope: tuple[str | None, Parts, bool]
    scope: VariableScope
    scope_counts: Counts
    creators: tuple[tuple[int, object], ...]
