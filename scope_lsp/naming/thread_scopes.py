"""The scopes of one graph that each thread of a program has separately.

``thread`` has the rest of a thread's state, and TensorFlow's sources.
"""

from __future__ import annotations

from typing import NamedTuple

from scope_lsp.naming.journal import Counts
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.variable_scope import VariableScope


class ThreadScopes(NamedTuple):
    """What each thread has separately in a graph.  The attributes are those of the graph."""

    name_scope: tuple[str | None, Parts, bool]
    scope: VariableScope
    scope_counts: Counts
    creators: tuple[tuple[int, object], ...]
