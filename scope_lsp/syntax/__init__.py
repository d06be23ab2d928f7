"""Text to tree: pure, and it never fails.  It hides how broken text is repaired.

It has no disk access, resolves and evaluates nothing.  Only ``repair`` uses parso.
"""

from scope_lsp.syntax.parse import LOST, ParseResult, SyntaxProblem, parse
from scope_lsp.syntax.source import Source

__all__ = ["LOST", "ParseResult", "Source", "SyntaxProblem", "parse"]
