"""Abstract values; the façade of this package."""

from scope_lsp.interpreter.values.callables import (
    Builtin,
    Function,
    Method,
    Property,
    Super,
    Wrapper,
)
from scope_lsp.interpreter.values.containers import Dict, Iter, List, Scattered, Set, make_list
from scope_lsp.interpreter.values.data import is_data
from scope_lsp.interpreter.values.keys import Unhashable, key_of
from scope_lsp.interpreter.values.mutable import MISSING, Mutable, Namespace, NamespaceOwner
from scope_lsp.interpreter.values.objects import Class, ClassClock, Instance, ModelName, Module
from scope_lsp.interpreter.values.raised import Misfit, Raised
from scope_lsp.interpreter.values.unknown import (
    HOLE_END,
    HOLE_START,
    LIKELY_HOLE,
    UNSEEN,
    Opaque,
    Supposition,
    Symbolic,
    Union,
    Unknown,
    Value,
    comparison,
    hole,
    opposite,
    readable,
    same,
    supposed,
    unite,
)
from scope_lsp.interpreter.values.views import NamespaceDict, open_up

__all__ = [
    "HOLE_END",
    "HOLE_START",
    "LIKELY_HOLE",
    "MISSING",
    "UNSEEN",
    "Builtin",
    "Class",
    "ClassClock",
    "Dict",
    "Function",
    "Instance",
    "Iter",
    "List",
    "Method",
    "Misfit",
    "ModelName",
    "Module",
    "Mutable",
    "Namespace",
    "NamespaceDict",
    "NamespaceOwner",
    "Opaque",
    "Property",
    "Raised",
    "Scattered",
    "Set",
    "Super",
    "Supposition",
    "Symbolic",
    "Unhashable",
    "Union",
    "Unknown",
    "Value",
    "Wrapper",
    "comparison",
    "hole",
    "is_data",
    "key_of",
    "make_list",
    "open_up",
    "opposite",
    "readable",
    "same",
    "supposed",
    "unite",
]
