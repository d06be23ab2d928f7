"""Attributes that were not found: certainly absent, or only not modelled.

Layers, cells and models, which programs extend most, lack what neither the library's class has
(``Loader.attributes_of``) nor anything in the program's text can give them.  A model's other
classes may stand for several of the library's.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import OBJECT, class_of
from scope_lsp.interpreter.failures import not_in_module, not_modelled
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.unknown_calls import HANDED_OUT
from scope_lsp.interpreter.values import (
    Class,
    Dict,
    Function,
    Instance,
    List,
    Module,
    Set,
    Symbolic,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_HOST_ATTRIBUTES: dict[type, set[str]] = {
    **{kind: set(dir(kind)) for kind in (int, float, bool, complex, str, bytes, tuple, range)},
    List: set(dir(list)),
    Dict: set(dir(dict)),
    Set: set(dir(set)) | set(dir(frozenset)),
    Symbolic: set(dir(str)),
    slice: set(dir(slice)),
}
"""Attributes that the real built-in types have.  One that is not modelled is unknown, not
absent."""


def no_attribute(interp: Interpreter, obj: Value, name: str) -> Value:
    """What an attribute is that was not found; raises the program's AttributeError."""
    if isinstance(obj, Module):
        error = interp.error("AttributeError", f"module '{obj.name}' has no attribute '{name}'")
        return not_in_module(interp, obj, name, error)
    cls = class_of(obj)
    if isinstance(obj, Class):
        what = f"type object '{obj.name}'"
    elif isinstance(obj, Instance) or obj is None or isinstance(obj, Function):
        what = f"'{cls.name if cls else 'object'}' object"
    else:
        real = _HOST_ATTRIBUTES.get(type(obj))
        if real is not None and name in real:
            return Unknown(f"{cls.name if cls else ''}.{name} is not modelled")
        what = f"'{cls.name if cls else 'object'}' object"
    error = interp.error("AttributeError", f"{what} has no attribute '{name}'")
    owner = obj if isinstance(obj, Class) else cls
    if name.startswith("__") or owner is None or not _is_modelled(interp, owner):
        raise error
    if isinstance(obj, Instance) and _is_lacking(interp, obj, name):
        error.certain = True
        raise error
    return not_modelled(interp, f"{owner.name}.{name}", error, builds=None)


def _is_modelled(interp: Interpreter, cls: Class) -> bool:
    """Whether a class is a stub's or inherits from one, so that it may have more attributes."""
    modules = (interp.modules.get(base.module) for base in cls.mro)
    return any(module is not None and module.source.origin is Origin.STUB for module in modules)


def _is_lacking(interp: Interpreter, obj: Instance, name: str) -> bool:
    """Whether an object certainly lacks an attribute, as the program finds out by itself."""
    frame = interp.frame
    if frame is None or frame.module.is_model or interp.doubt or interp.incomplete:
        return False
    if obj.cls.find(HANDED_OUT) is not None or obj.names.get(HANDED_OUT) is not None:
        return False  # it is no layer, or unknown code may have set the attribute
    for cls in _library_classes(interp, obj.cls):
        known = interp.loader.attributes_of(cls.module, cls.name)
        if known is None or name in known:
            return False
    sources = [one.source for one in interp.modules.values()]
    return not any(
        source.origin is Origin.USER and _may_give(interp, source, name) for source in sources
    )


def _library_classes(interp: Interpreter, cls: Class) -> list[Class]:
    """The classes of models that a class is or inherits from directly."""
    if cls is OBJECT:
        return []
    module = interp.modules.get(cls.module)
    if module is None or module.source.origin is not Origin.USER:
        return [cls]
    return [found for base in cls.bases for found in _library_classes(interp, base)]


def _may_give(interp: Interpreter, source: ModuleSource, name: str) -> bool:
    """Whether something in a module of the program may give objects an attribute of this name."""
    given = interp.attributes_given.get(source.path)
    if given is None:
        whole = source.path not in interp.damaged and not _GIVING.search(source.text)
        given = frozenset(_words(interp.parsed(source)) if whole else ("*",))
        interp.attributes_given[source.path] = given
    return name in given or "*" in given


_GIVING = re.compile(
    r"\b(?:setattr|vars|exec|execfile|eval|type)\s*\(|\b__(?:dict|getattr|getattribute)__\b"
)
"""Text that may set attributes although nothing shows their names."""


def _words(tree: ast.AST) -> Iterator[str]:
    """The words of a text, but for attributes that are only read."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            if not isinstance(node.ctx, ast.Load):
                yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _WORD.findall(node.value)
        elif isinstance(node, ast.arg | ast.keyword) and node.arg is not None:
            yield node.arg


_WORD = re.compile(r"\w+")
