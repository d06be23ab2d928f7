"""A cell of a notebook would fail if it is run a second time.

**What it finds.** A cell that creates a variable with `tf.get_variable` in a graph that is still in
use when the cell is run again. Only the first such call in each cell is reported, and only if it is
certain to fail.

**Why it matters.** Cells are run again after each edit. The first run has left its variables in the
graph, and the second run asks for the same names. Layers without an explicit name do not fail:
they take the next free name, and the notebook then has two sets of weights.

**Example.**

```python
# %%
w = tf.get_variable("w", [3])  # running this cell again: Variable w already exists, disallowed.
```

**What to do.** Begin the cell with `tf.reset_default_graph()`, or build in `with
tf.Graph().as_default():`. If the second run should share the weights of the first, enter a scope
with `reuse=tf.AUTO_REUSE`. `scope-lsp check` only uses this rule if `--select` names it, because a
command line runs a notebook once.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.kinds import Reuse
from scope_lsp.analysis.result import Analysis, Cell, Certainty, VariableEvent
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "cell-rerun"


def _check(analysis: Analysis) -> Iterator[Finding]:
    told: set[Cell] = set()
    for event in analysis.variables if analysis.cells else ():
        outer = event.trace[0].span
        cell = _cell(analysis, outer.line) if outer.path == analysis.path else None
        if cell is None or cell in told or cell.resets or not _is_taken(event):
            continue
        if event.unnamed is not None and not _is_in_scope_of(event, cell):
            continue  # the automatic name of a layer counts on
        told.add(cell)
        name = event.name.rpartition(":")[0]
        yield Finding(
            code=CODE,
            severity=Severity.INFORMATION,
            message=f"running this cell again would fail: Variable {name} already exists",
            span=outer,
            certainty=event.certainty,
        )


def _cell(analysis: Analysis, line: int) -> Cell | None:
    return next((cell for cell in analysis.cells if cell.first <= line <= cell.last), None)


def _is_taken(event: VariableEvent) -> bool:
    """Whether asking for the same name again is refused."""
    return (
        event.stored
        and not (event.reused or event.slot or event.after_error)
        and event.reuse is Reuse.NO
        and event.uncalled is None
        and event.certainty is Certainty.DEFINITE
    )


def _is_in_scope_of(event: VariableEvent, cell: Cell) -> bool:
    """Whether the name begins with a scope that is opened on the lines of a cell."""
    path = event.trace[0].span.path
    return any(
        part.span is not None
        and part.span != event.span
        and part.span.path == path
        and cell.first <= part.span.line <= cell.last
        for part in event.parts
    )


RULE = Rule(CODE, Severity.INFORMATION, __doc__, _check, in_check=False)
