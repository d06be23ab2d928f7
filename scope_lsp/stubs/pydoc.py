"""Model of ``pydoc``: ``locate`` finds what a dotted name means, as programs use it.

They ask for a class or function by its bare name first, and then in one module after the other.
So a bare name that no known module has is not a module elsewhere, and neither is a name behind a
module that exists.
"""

import builtins
from importlib import import_module

import _scope_lsp
from _scope_lsp_host import is_known, module_exists, unknown


def _is_module(path):
    found = module_exists(path)
    return is_known(found) and found


def locate(path, forceload=0):
    if _scope_lsp.is_one_of_several(path):
        return _scope_lsp.each(path, locate)
    if not is_known(path):
        return import_module(path)
    parts = [part for part in path.split(".") if part]
    found, used = builtins, 0
    if len(parts) > 1 and not is_known(module_exists(parts[0])):
        return import_module(path)
    while used < len(parts) and _is_module(".".join(parts[: used + 1])):
        found = import_module(".".join(parts[: used + 1]))
        used += 1
    for part in parts[used:]:
        if not hasattr(found, part):
            return None
        found = getattr(found, part)
    return found


def __getattr__(name):
    return unknown("pydoc." + name)
