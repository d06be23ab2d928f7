"""Text to tree: pure, and it never fails.  How broken text is repaired is this package's secret.

No disk access, no resolving, no evaluation; parso is used here (``repair``) and nowhere else.
"""

from scope_lsp.syntax.parse import LOST, ParseResult, SyntaxProblem, parse
from scope_lsp.syntax.source import Source

__all__ = ["LOST", "ParseResult", "Source", "SyntaxProblem", "parse"]
