"""The fix for a notebook's cell that would fail when it is run again: begin with an empty graph.

It is only offered if no cell above has used TensorFlow, because what was built there would be lost.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scope_lsp.analysis.result import Span
from scope_lsp.fixes.cause import Cause
from scope_lsp.rules.rule import Edit, Fix


def cell_rerun(cause: Cause) -> Iterator[Fix]:
    """Insert ``tf.reset_default_graph()`` before what the cell builds."""
    span = cause.finding.span
    file = cause.texts.file(span.path)
    tensorflow = file.tensorflow() if file is not None else None
    cell = next((c for c in cause.analysis.cells if c.first <= span.line <= c.last), None)
    if file is None or tensorflow is None or cell is None:
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Name) and node.id == tensorflow and node.lineno < cell.first:
            return
    for statement in file.tree.body:
        is_import = isinstance(statement, (ast.Import, ast.ImportFrom))
        if cell.first <= statement.lineno <= cell.last and not is_import:
            line = min((d.lineno for d in getattr(statement, "decorator_list", [])), default=0)
            line = line or statement.lineno
            place = Span(span.path, line, 1, line, 1)
            text = f"{tensorflow}.reset_default_graph()"
            yield Fix(f"Begin with {text}", (Edit(place, f"{text}\n"),), preferred=True)
            return
