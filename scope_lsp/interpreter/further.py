"""Loops whose number of rounds is not known: one round is run, and its results stand for all.

Results cannot list what further rounds create, so each such loop is recorded as a gap.
``analysis.gaps`` decides whether further rounds create anything else than the one that was run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager

from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import Unknown, Value


@contextmanager
def further_rounds(
    frame: Frame, node: ast.AST, decides: Value, loop: ast.AST | None = None
) -> Iterator[None]:
    """While one of many rounds runs: if it makes something, record that others may make more.

    ``node`` is what ``decides`` how many there are, and the place of the record; ``loop`` is all
    that is repeated.
    """
    interp = frame.interp
    news, effects = interp.news, interp.effects
    yield
    if interp.news != news:
        is_model = frame.module.source.origin is Origin.STUB
        what = "how many rounds this call takes" if is_model else "how often this loop runs"
        why = f" ({decides.reason})" if isinstance(decides, Unknown) else ""
        reason = f"{what} is not known{why}"
        interp.note_gap(reason, frame, node, rounds=(effects, loop or node))
