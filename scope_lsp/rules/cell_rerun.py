"""A cell of a notebook that would fail when it is run a second time.

**What it finds.** A cell that makes a variable which `tf.get_variable` makes only once, in the
graph that the notebook goes on with. It is told of the first such call of each cell, and only of
what is certain.

**Why it matters.** Cells are run again after each edit. The first run has left its variables in the
graph, and the second one asks for the same names. Layers without a name of their own do not fail:
they take the next free name, and the notebook then has two sets of weights.

**Example.**

```python
# %%
w = tf.get_variable("w", [3])  # running this cell again: Variable w already exists, disallowed.
```

**What to do.** Begin the cell with `tf.reset_default_graph()`, or build in `with tf.Graph()
.as_default():`; or enter a scope with `reuse=tf.AUTO_REUSE` where the second run is to share the
first one's weights. `scope-lsp check` runs this rule only when `--select` names it: what is run
from a command line is run once.
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
