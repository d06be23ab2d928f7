"""All built-ins: importing this module fills the tables of classes and functions.

The machine imports it.  No other module needs to.
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
    folding,
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
    "folding",
    "functions",
    "inspection",
    "iteration",
    "lists",
    "numbers",
    "ordering",
    "sets",
    "strings",
]
