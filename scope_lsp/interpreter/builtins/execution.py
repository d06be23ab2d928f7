"""``exec`` and ``compile`` of text that is known: it is run in the namespace that is given for it.

Text that is not known may do anything to that namespace.  What such text calls has its place where
``exec`` is called, for there is no file to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import function
from scope_lsp.interpreter.code import Code
from scope_lsp.interpreter.compiler import compile_module
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.values import Dict, Module, Opaque, Unhashable, Unknown, Value, key_of
from scope_lsp.interpreter.values.views import NamespaceDict
from scope_lsp.syntax.parse import parse

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_TEXT = 50_000
"""Characters: text that is longer is data."""
_NAME = "<string>"


@function("compile")
def compile_(interp: Interpreter, source: Value, *args: Value, **kwargs: Value) -> Value:
    """The text itself stands for a code object."""
    if isinstance(source, str) and len(source) <= MAX_TEXT:
        return Opaque(source)
    return Unknown("compiled code")


@function("exec")
def exec_(
    interp: Interpreter, source: Value, globals_: Value = None, locals_: Value = None
) -> Value:
    """Run text; what it binds stands in the innermost namespace that is given, or the caller's."""
    frame = interp.frame
    text = source.payload if isinstance(source, Opaque) else source
    code = _code(text)
    if frame is None or code is None:
        if frame is not None:
            frame.module.names["__open__"] = True
        _forget(interp, globals_, locals_)
        return Unknown("what exec() does")
    if globals_ is None and locals_ is None:
        globals_ = NamespaceDict(frame.module)
        if frame.names_owner is not frame.module:
            locals_ = NamespaceDict(frame.names_owner)
    if not isinstance(globals_, Dict) or not (locals_ is None or isinstance(locals_, Dict)):
        return Unknown("what exec() does")
    module = _module(interp, globals_, str(text))
    names = module.names if locals_ is None else {**module.names, **_names(locals_)}
    before = dict(names)
    inner = Frame(interp, code, module, None, names, frame)
    inner.namespace = module if locals_ is None else None
    interp.enter(inner)
    try:
        assert code.body is not None
        code.body(inner)
    finally:
        interp.leave(inner)
        changed = {n: v for n, v in names.items() if n not in before or before[n] is not v}
        if locals_ is not None:
            _write(interp, locals_, changed)
        elif not isinstance(globals_, NamespaceDict):
            _write(interp, globals_, changed)
    return None


@function("execfile")
def execfile_(interp: Interpreter, *args: Value) -> Value:
    """What Python 2 runs from a file is not known."""
    return Unknown("what execfile() does")


def _code(text: Value) -> Code | None:
    """The code of a text that is known and sound."""
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        return None
    result = parse(text)
    return compile_module(result.tree, text, _NAME) if result.complete else None


def _module(interp: Interpreter, namespace: Dict, text: str) -> Module:
    """The module whose names a namespace is, or one that begins with what is in it."""
    owner = getattr(namespace, "owner", None)
    if isinstance(owner, Module):
        interp.heap.touch(owner)
        return owner
    module = Module(_NAME, ModuleSource(_NAME, _NAME, text, origin=Origin.STANDARD))
    module.names.update({"__name__": _NAME, **_names(namespace)})
    if namespace.open:
        module.names["__open__"] = True
    module.complete = True
    return module


def _names(namespace: Dict) -> dict[str, Value]:
    return {key: value for key, value in namespace.entries.values() if isinstance(key, str)}


def _write(interp: Interpreter, namespace: Dict, names: dict[str, Value]) -> None:
    """Bind names in a dict."""
    interp.heap.touch(namespace)
    for name, value in names.items():
        try:
            namespace.entries[key_of(name)] = (name, value)
        except Unhashable:
            continue


def _forget(interp: Interpreter, *namespaces: Value) -> None:
    """Whatever may be in these namespaces now."""
    for namespace in namespaces:
        if isinstance(namespace, Dict):
            interp.heap.touch(namespace)
            namespace.open = True
