"""All kinds of syntax nodes: importing this module fills the compiler's tables.

The machine imports it.  No other module needs to.
"""

from scope_lsp.interpreter import (
    awaited,
    call_expressions,
    comprehensions,
    expressions,
    generators,
    logic,
    loops,
    patterns,
    statements,
    try_and_with,
)

__all__ = [
    "awaited",
    "call_expressions",
    "comprehensions",
    "expressions",
    "generators",
    "logic",
    "loops",
    "patterns",
    "statements",
    "try_and_with",
]
