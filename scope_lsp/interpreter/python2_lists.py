"""The lists that ``map``, ``filter`` and ``zip`` returned in Python 2.

In a module that only Python 2 understands, the three functions return lists at once.  In any other
module they return iterators, as in Python 3.  But a program that indexes one, or asks for its
length, would stop there in Python 3, so it was written for Python 2, and the iterator turns into
the list that it meant.  Nothing else of Python 2 is decided here: rewriting its statements is up to
``syntax.python2``, and the views of dicts are in ``builtins.dict_views``.
"""

from __future__ import annotations

from inspect import GEN_CREATED, getgeneratorstate
from types import GeneratorType
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.iteration import to_marked
from scope_lsp.interpreter.values import Instance, Iter, Unknown, Value, make_list

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

LIST_IN_PYTHON2 = "list in Python 2"
"""The kind of the iterators that these functions return."""


def made(interp: Interpreter, iterator: Iter) -> Value:
    """Return what a call of one of the three functions gives: a list or the iterator itself."""
    frame = interp.frame
    if frame is not None and frame.module.source.path in interp.only_python2:
        found = to_marked(interp, iterator)
        return Unknown("a list that is not wholly known") if found is None else make_list(found)
    iterator.kind = LIST_IN_PYTHON2
    return iterator


def as_list(interp: Interpreter, value: Value) -> Value:
    """Return ``value``, or the list that an iterator of the three functions was meant as.

    An iterator from which items were taken stays what it is, and so does one in a ``try`` that
    waits for the TypeError of Python 3.
    """
    if not isinstance(value, Iter) or value.kind is not LIST_IN_PYTHON2:
        return value
    if value.meant is None:
        host = value.host
        if not isinstance(host, GeneratorType) or getgeneratorstate(host) != GEN_CREATED:
            return value
        if interp.catcher_of(Instance(EXCEPTIONS["TypeError"])) is not None:
            return value
        found = to_marked(interp, value)
        if found is None:
            return Unknown("a list that is not wholly known")
        value.meant = make_list(found)
    return value.meant
