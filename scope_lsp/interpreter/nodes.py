"""All kinds of syntax nodes: the modules whose import fills the compiler's tables.

Whoever imports the machine can compile; nothing else need import this.
"""

from scope_lsp.interpreter import (
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
