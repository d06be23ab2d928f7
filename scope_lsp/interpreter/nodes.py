"""All kinds of syntax nodes: the modules whose import fills the compiler's tables.

Whoever imports the interpreter can compile; nothing else need import this.
"""

from scope_lsp.interpreter import (
    call_expressions,
    comprehensions,
    expressions,
    generators,
    handlers,
    logic,
    loops,
    patterns,
    statements,
)

__all__ = [
    "call_expressions",
    "comprehensions",
    "expressions",
    "generators",
    "handlers",
    "logic",
    "loops",
    "patterns",
    "statements",
]
