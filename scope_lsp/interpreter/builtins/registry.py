"""All built-ins: the modules whose import fills the tables of classes and functions.

Whoever imports the machine has them; nothing else need import this.
"""

from __future__ import annotations

from scope_lsp.interpreter.builtins import (
    abstract,
    class_tools,
    constructors,
    dict_views,
    dicts,
    dunders,
    exceptions,
    execution,
    functions,
    inspection,
    iteration,
    lists,
    numbers,
    ordering,
    sets,
    strings,
)
from scope_lsp.interpreter.builtins.host_modules import HOST_MODULES

__all__ = [
    "HOST_MODULES",
    "abstract",
    "class_tools",
    "constructors",
    "dict_views",
    "dicts",
    "dunders",
    "exceptions",
    "execution",
    "functions",
    "inspection",
    "iteration",
    "lists",
    "numbers",
    "ordering",
    "sets",
    "strings",
]
