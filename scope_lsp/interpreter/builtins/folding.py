"""What makes one value of the items of an iterable: all, any, sum, reduce.

``min`` and ``max`` are in ``ordering``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins.classes import function
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.builtins.iteration import host_iterators, perhaps
from scope_lsp.interpreter.further import further_rounds
from scope_lsp.interpreter.iteration import marked
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.unknown_calls import call_perhaps
from scope_lsp.interpreter.values import MISSING, UNSEEN, Instance, Unknown, Value, unite

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


@function("all", pure=True)
def all_(interp: Interpreter, iterable: Value) -> Value:
    """Whether all items are true; stops at the first that is not."""
    return _every(interp, iterable, stop_at=False)


@function("any", pure=True)
def any_(interp: Interpreter, iterable: Value) -> Value:
    """Whether some item is true; stops at the first that is."""
    return _every(interp, iterable, stop_at=True)


def _every(interp: Interpreter, iterable: Value, *, stop_at: bool) -> Value:
    hosts = host_iterators(interp, (iterable,))
    if isinstance(hosts, Unknown):
        return Unknown(hosts.reason)
    undecided: Value = None
    for count, (item, unsure) in enumerate(marked(interp, hosts[0])):
        interp.budget.tick()
        if count > interp.budget.items:
            return Unknown("a question about too many items")
        known = interp.truth(item)
        if known is stop_at and unsure:
            known = None
        if known is stop_at:
            return stop_at
        if known is None and undecided is None:
            undecided = absorb("a truth that is not known", item)
    return (not stop_at) if undecided is None else undecided


@function("sum", pure=True)
def sum_(interp: Interpreter, iterable: Value, start: Value = 0) -> Value:
    """The sum of the items, by the program's ``+``."""
    hosts = host_iterators(interp, (iterable,))
    if isinstance(hosts, Unknown):
        return Unknown(hosts.reason)
    if isinstance(start, str):
        interp.raise_error("TypeError", "sum() can't sum strings [use ''.join(seq) instead]")
    total, unseen = start, False
    for count, (item, unsure) in enumerate(marked(interp, hosts[0])):
        interp.budget.tick()
        if count > interp.budget.items:
            return Unknown("a sum of too many items")
        if item is UNSEEN:
            unseen = True
            continue
        more = operators.binary(interp, "+", total, item)
        total = unite([total, more]) if unsure else more
    return _of_unseen(total) if unseen else total


def _of_unseen(total: Value) -> Value:
    """The sum of more items than are seen: an object of the program is of the same kind."""
    return total if isinstance(total, Instance) else Unknown("a sum of items that are not seen")


@function("reduce")
def reduce(interp: Interpreter, combine: Value, iterable: Value, start: Value = MISSING) -> Value:
    """Fold the items from the left; also ``functools.reduce``."""
    hosts = host_iterators(interp, (iterable,))
    if isinstance(hosts, Unknown):
        return _fold_unknown(interp, combine, hosts, start)
    total, unseen = start, False
    for item, unsure in marked(interp, hosts[0]):
        interp.budget.tick()
        if item is UNSEEN:
            unseen = True
            continue
        if unsure and total is not MISSING:
            total = unite([total, perhaps(interp, combine, [total, item])])
            continue
        total = item if total is MISSING else interp.call(combine, [total, item])
    if unseen:
        return _of_unseen(total)
    if total is MISSING:
        interp.raise_error("TypeError", "reduce() of empty sequence with no initial value")
    return picked("a fold in an unknown order", [total]) if is_unordered(iterable) else total


def _fold_unknown(interp: Interpreter, combine: Value, items: Unknown, start: Value) -> Value:
    """The fold of items of which nothing is known: one round stands for all."""
    values: list[Value] = []
    if interp.frame is not None:
        total = items.product() if start is MISSING else start
        with further_rounds(interp.frame, interp.frame.node, items):
            call_perhaps(interp, combine, [total, items.product()], values)
    return Unknown(items.reason) if start is MISSING else unite([start, *values])
