"""Model of ``pydoc``: ``locate`` finds what a dotted name means, as programs use it."""

import builtins
from importlib import import_module

from _scope_lsp_host import is_known, unknown


def locate(path, forceload=0):
    if not is_known(path):
        return import_module(path)
    parts = [part for part in path.split(".") if part]
    found, used = builtins, 0
    while used < len(parts):
        try:
            found = import_module(".".join(parts[: used + 1]))
        except ImportError:
            break
        used += 1
    for part in parts[used:]:
        if not hasattr(found, part):
            return None
        found = getattr(found, part)
    return found


def __getattr__(name):
    return unknown("pydoc." + name)
