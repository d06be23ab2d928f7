"""The names that ``from library import *`` binds, if the model creates some of them only on demand.

A model defines the names that programs use most, and finds the others in its ``__getattr__``.  The
inventory of the real module says which names there are.  What ``import *`` does is in
``importing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.values import MISSING, Module, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_SOURCES = "__stars__"


def add(importer: Module, module: Module) -> None:
    """Note that a module was imported with ``*``."""
    known = (*_sources(importer), *_sources(module))
    if module.is_model and "__getattr__" in module.names:
        known += (module,)
    if known:
        importer.names[_SOURCES] = tuple(dict.fromkeys(known))


def brought(interp: Interpreter, importer: Module, name: str) -> Value:
    """A name that ``import *`` gave a module; MISSING if no library is known to have it."""
    if not name.startswith("_"):
        for source in reversed(_sources(importer)):
            inventory = source.source.inventory
            if inventory is None or name in inventory:
                value = interp.find_attr(source, name)
                if inventory is not None or not isinstance(value, Unknown):
                    return value
    return MISSING


def _sources(module: Module) -> tuple[Module, ...]:
    found = module.names.get(_SOURCES, ())
    assert isinstance(found, tuple)
    return tuple(source for source in found if isinstance(source, Module))
