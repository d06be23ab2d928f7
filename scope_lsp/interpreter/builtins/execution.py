"""``exec``, ``eval`` and ``compile`` of text that is known: run in the namespace given for it.

Text that is not known may do anything to that namespace.  What such text calls has its place where
``exec`` or ``eval`` is called, for there is no file to show.
"""

from __future__ import annotations

import ast
import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.classes import function
from scope_lsp.interpreter.builtins.common import absorb, literal
from scope_lsp.interpreter.code import TEXT, Code
from scope_lsp.interpreter.compiler import compile_module
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.unknown_calls import call_unknown
from scope_lsp.interpreter.values import (
    MISSING,
    Dict,
    Module,
    Opaque,
    Unhashable,
    Unknown,
    Value,
    key_of,
)
from scope_lsp.interpreter.values.views import NamespaceDict
from scope_lsp.syntax.parse import parse

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_TEXT = 50_000
"""The maximum number of characters; a longer text is data."""
_RESULT = "<value>"
"""The name under which an expression's value is stored; no program can bind it."""


@function("compile")
def compile_(interp: Interpreter, source: Value, *args: Value, **kwargs: Value) -> Value:
    """Return the text itself, which represents a code object."""
    if isinstance(source, str) and len(source) <= MAX_TEXT:
        return Opaque(source)
    return Unknown("compiled code")


@function("exec")
def exec_(
    interp: Interpreter, source: Value, globals_: Value = None, locals_: Value = None
) -> Value:
    """Run text.  What it binds is in the innermost given namespace, or else in the caller's."""
    frame = interp.frame
    text = _text(source)
    if frame is None or text is None or not parse(text).complete:
        if frame is not None:
            frame.module.names["__open__"] = True
        _forget(interp, globals_, locals_)
        return call_unknown(interp, Unknown("what exec() is given", builds=True), (), None)
    result = _run(interp, frame, text, globals_, locals_, is_expression=False)
    return Unknown("what exec() does") if result is MISSING else result


@function("eval")
def eval_(
    interp: Interpreter, source: Value, globals_: Value = None, locals_: Value = None
) -> Value:
    """The value of an expression whose text is known."""
    frame = interp.frame
    text = _text(source)
    if text is None:
        return Unknown(absorb("what eval() is given", source).reason, builds=True)
    value = literal(text)
    if value is not MISSING:
        return value
    text = f"(\n{text}\n)"
    if frame is None or not _is_expression(text):
        return Unknown("what eval() computes")
    result = _run(interp, frame, text, globals_, locals_, is_expression=True)
    return Unknown("what eval() computes") if result is MISSING else result


@function("execfile")
def execfile_(interp: Interpreter, *args: Value) -> Value:
    """The effect of Python 2's ``execfile`` is unknown."""
    return Unknown("what execfile() does")


def _text(source: Value) -> str | None:
    """The text that ``exec`` or ``eval`` is given, if known."""
    text = source.payload if isinstance(source, Opaque) else source
    return text if isinstance(text, str) and len(text) <= MAX_TEXT else None


def _is_expression(text: str) -> bool:
    """Whether text is one complete expression."""
    result = parse(text)
    body = result.tree.body
    return result.complete and len(body) == 1 and isinstance(body[0], ast.Expr)


def _run(
    interp: Interpreter,
    frame: Frame,
    text: str,
    globals_: Value,
    locals_: Value,
    *,
    is_expression: bool,
) -> Value:
    """Run sound text in a namespace: the value of an expression, None of statements.

    MISSING where the namespace is not known, or an expression did not come to its end.
    """
    if globals_ is None and locals_ is None:
        globals_ = NamespaceDict(frame.module)
        if frame.names_owner is not frame.module:
            locals_ = NamespaceDict(frame.names_owner)
    if not isinstance(globals_, Dict) or not (locals_ is None or isinstance(locals_, Dict)):
        return MISSING
    module = _module(interp, globals_, text)
    place = _place(frame, module)
    code = _code(text, place, is_expression=is_expression, has_locals=locals_ is not None)
    names = module.names if locals_ is None else _names(locals_)
    before = dict(names)
    inner = Frame(interp, code, module, None, names, frame)
    inner.namespace = module if locals_ is None else None
    interp.enter(inner)
    try:
        assert code.body is not None
        code.body(inner)
        result = names.get(_RESULT)
    finally:
        interp.leave(inner)
        names.pop(_RESULT, None)
        changed = {n: v for n, v in names.items() if n not in before or before[n] is not v}
        if locals_ is not None:
            _write(interp, locals_, changed)
        elif not isinstance(globals_, NamespaceDict):
            _write(interp, globals_, changed)
    if not is_expression:
        return None
    return result[0] if isinstance(result, tuple) else MISSING


_Place = tuple[str, int, int, "int | None", "int | None"]
"""The position of a node: the file, its first line and column, its last ones."""


def _place(frame: Frame, module: Module) -> _Place:
    """The position where the user's code calls, if that is in the file of the text's module."""
    caller = frame
    while caller.module.source.origin is not Origin.USER and caller.back is not None:
        caller = caller.back
    path, node = caller.module.source.path, caller.node
    is_shown = module.source.origin is not Origin.USER or module is caller.module
    if not is_shown or not isinstance(node, (ast.expr, ast.stmt)):
        return path, 1, 0, 1, 0
    return path, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


@lru_cache(maxsize=256)
def _code(text: str, place: _Place, *, is_expression: bool, has_locals: bool) -> Code:
    """The code of valid text, all at one position.

    Files do not share it, although only lines and columns are used: a node belongs to one file.
    """
    tree = copy.deepcopy(parse(text).tree)  # the parser shares its trees
    if is_expression:
        statement = tree.body[0]
        assert isinstance(statement, ast.Expr)
        target = ast.Name(id=_RESULT, ctx=ast.Store())
        # In a tuple, because an unknown value takes the name to which it is bound.
        result = ast.Tuple(elts=[statement.value], ctx=ast.Load())
        tree.body = [ast.Assign(targets=[target], value=result)]
    for node in ast.walk(tree):
        if isinstance(node, (ast.expr, ast.stmt, ast.arg, ast.keyword, ast.alias)):
            node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = place[1:]
    code = compile_module(tree, has_locals=has_locals)
    code.name = TEXT
    return code


def _module(interp: Interpreter, namespace: Dict, text: str) -> Module:
    """The module whose namespace this is, or a new one that begins with its content."""
    owner = getattr(namespace, "owner", None)
    if isinstance(owner, Module):
        interp.heap.touch(owner)
        return owner
    module = Module(TEXT, ModuleSource(TEXT, TEXT, text, origin=Origin.STANDARD))
    module.names.update({"__name__": TEXT, **_names(namespace)})
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
            namespace.settle(key_of(name))
        except Unhashable:
            continue


def _forget(interp: Interpreter, *namespaces: Value) -> None:
    """These namespaces may hold anything now."""
    for namespace in namespaces:
        if isinstance(namespace, Dict):
            interp.heap.touch(namespace)
            namespace.open = True
