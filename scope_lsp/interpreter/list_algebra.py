"""Lists made longer by others, also by what is not known: ``+``, ``+=`` and ``extend``.

What is known of the parts stays known: the items of a list do not depend on what follows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.common import marked_or_unknown
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.values import List, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def joined(interp: Interpreter, a: List | Unknown, b: List | Unknown) -> Value:
    """``a + b``, of which at least one is a list: the other one is taken for one too."""
    result = List([])
    for part in (a, b):
        if isinstance(part, Unknown):
            _add_unknown(result, part)
            continue
        if len(result.items) + len(part.items) > interp.budget.items:
            return Unknown("a list too long to build")
        # What is not known comes before these.
        result.scattered |= result.uncounted
        result.grow(part.marked())
        result.take_flags(part)
    return result


def extend(interp: Interpreter, target: List, iterable: Value) -> None:
    """Add all items of an iterable; of unknown ones one, which may be absent."""
    marked = marked_or_unknown(interp, iterable)
    interp.touch(target)
    if isinstance(marked, Unknown):
        _add_unknown(target, marked)
    elif len(marked) + len(target.items) > interp.budget.items:
        target.items.append(Unknown("a list that is too long"))
    else:
        target.grow(marked)
        target.scattered |= is_unordered(iterable)


def _add_unknown(target: List, items: Unknown) -> None:
    target.doubtful |= {len(target.items)}  # there may be none
    target.uncounted = True
    target.items.append(items)
