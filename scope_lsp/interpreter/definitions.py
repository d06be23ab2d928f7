"""The definition of functions and classes: ``def``, ``lambda``, ``class``, decorators."""

from __future__ import annotations

import ast
from typing import Any

from scope_lsp.interpreter.code import Code, Run
from scope_lsp.interpreter.compiler import Compiler
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.function_attributes import module_attribute
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.unknown_calls import decorating
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Function,
    Instance,
    List,
    Namespace,
    Property,
    Raised,
    Unknown,
    Value,
    Wrapper,
)

Defaults = tuple[list[Run], list[tuple[str, Run]]]


def compile_defaults(compiler: Compiler, args: ast.arguments) -> Defaults:
    """The default values of parameters, to be evaluated at the definition."""
    return (
        [compiler.run(node) for node in args.defaults],
        [
            (arg.arg, compiler.run(node))
            for arg, node in zip(args.kwonlyargs, args.kw_defaults, strict=True)
            if node is not None
        ],
    )


def make_function(frame: Frame, code: Code, defaults: Defaults) -> Function:
    """Create a function object of ``code``, defined at this moment."""
    positional, keyword_only = defaults
    closure = frame.closure if frame.code.kind in ("class", "module") else frame
    return Function(
        code,
        frame.module,
        closure,
        tuple([run(frame) for run in positional]),
        {name: run(frame) for name, run in keyword_only},
    )


def decorate(frame: Frame, value: Value, decorators: list[tuple[Any, Run]]) -> Value:
    """Apply decorators, the last one first.

    An unknown decorator is assumed to call the function, from anywhere; it leaves a class
    unchanged.
    """
    functions = [(node, run(frame)) for node, run in decorators]
    for node, function in reversed(functions):
        frame.node = node
        result = function
        if not isinstance(function, Unknown):
            try:
                with decorating(frame.interp, function):
                    result = frame.interp.call(function, [value])
            except Raised as raised:
                result = survive(frame, raised, node)
        if not isinstance(result, Unknown):
            value = result
        elif result.builds and isinstance(value, Function):
            value.wrapped_by = result
    return value


def compile_decorators(compiler: Compiler, nodes: list[ast.expr]) -> list[tuple[ast.expr, Run]]:
    """The decorators in source order."""
    return [(node, compiler.run(node)) for node in nodes]


def build_class(
    frame: Frame, node: ast.ClassDef, code: Code, bases: list[Value], named: Any
) -> Value:
    """Run a class body and create the class, by the program's metaclass if it has one."""
    interp = frame.interp
    resolved: list[Class] = []
    is_open = False
    unknown = [base for base in bases if isinstance(base, Unknown)]
    builds = any(base.builds for base in unknown)
    why_open = unknown[0].reason if unknown else ""
    for base in bases:
        if not isinstance(base, Class):
            replaced = (
                interp.find_attr(base, "__mro_entries__") if isinstance(base, Instance) else MISSING
            )
            entries = (
                [] if replaced is MISSING else interp.to_list(interp.call(replaced, [(base,)]))
            )
            known = [e for e in entries or () if isinstance(e, Class)]
            resolved += known
            is_open = is_open or not known
        elif base not in resolved:
            resolved.append(base)
    metaclass = named.pop("metaclass", MISSING)
    if metaclass is MISSING:
        metaclass = next((b.metaclass for b in resolved if b.metaclass is not None), None)
    names = _run_body(frame, node, code)
    if isinstance(metaclass, Unknown):
        is_open = True
    if isinstance(metaclass, Class) and metaclass is not interp.builtins["type"]:
        bases_tuple: Value = tuple(resolved)
        return interp.call(metaclass, [node.name, bases_tuple, interp.dict_of(names)], named)
    if metaclass is not None and not isinstance(metaclass, (Class, Unknown)):
        return interp.call(metaclass, [node.name, tuple(resolved), interp.dict_of(names)], named)
    return new_class(
        frame,
        node.name,
        resolved,
        names,
        named,
        is_open=is_open,
        why_open=why_open,
        builds=builds,
    )


def _run_body(frame: Frame, node: ast.ClassDef, code: Code) -> Namespace:
    interp = frame.interp
    closure = frame.closure if frame.code.kind in ("class", "module") else frame
    names: Namespace = {"__module__": module_attribute(frame.module), "__qualname__": node.name}
    if (docstring := ast.get_docstring(node, clean=False)) is not None:
        names["__doc__"] = docstring
    frame.node = node
    body = Frame(interp, code, frame.module, closure, names, frame)
    interp.enter(body)
    try:
        assert code.body is not None
        code.body(body)
    finally:
        interp.leave(body)
    return names


MAX_ANCESTORS = 500
"""The maximum number of ancestors of a class.  With more, what it inherits is unknown."""


def new_class(
    frame: Frame,
    name: str,
    bases: list[Class],
    names: Namespace,
    named: dict[str, Value],
    *,
    metaclass: Class | None = None,
    is_open: bool = False,
    why_open: str = "",
    builds: bool = False,
) -> Class:
    """Create a class of a namespace, as ``type(name, bases, names)`` does."""
    interp = frame.interp
    if sum(len(base.mro) for base in bases) > MAX_ANCESTORS:
        bases, is_open = [], True
    object_class = interp.builtins["object"]
    assert isinstance(object_class, Class)
    module = names.get("__module__")
    cls = Class(
        name,
        tuple(bases) or (object_class,),
        names,
        module=module if isinstance(module, str) else frame.module.name,
        metaclass=metaclass,
        is_open=is_open,
        why_open=why_open,
        builds=builds,
        clock=interp.class_clock,
    )
    _register(frame, cls)
    for key, value in list(names.items()):
        _adopt(cls, value)
        if isinstance(value, Instance):
            hook = value.cls.find("__set_name__")
            if hook is not MISSING:
                interp.call(hook, [value, cls, key])
    for implicit in ("__init_subclass__", "__class_getitem__"):
        if isinstance(hook := names.get(implicit), Function):
            names[implicit] = Wrapper("classmethod", hook)
            cls.changed()
    for base in cls.mro[1:]:
        hook = base.names.get("__init_subclass__", MISSING)
        if isinstance(hook, Wrapper):
            interp.call(hook.function, [cls], named)
            break
    return cls


def _register(frame: Frame, cls: Class) -> None:
    """Add a new class to the subclasses of its bases."""
    interp = frame.interp
    name = cls.names.get("__module__", frame.module.name)
    module = interp.modules.get(name, frame.module) if isinstance(name, str) else frame.module
    if module.source.origin is Origin.USER:
        interp.subclasses[cls] = List([])
    for base in cls.bases:
        known = interp.subclasses.get(base)
        if known is not None:
            interp.heap.touch(known)
            known.items.append(cls)


def _adopt(cls: Class, value: Value) -> None:
    """Store their class in the functions of a class body, for ``super()`` without arguments."""
    if isinstance(value, Wrapper):
        _adopt(cls, value.function)
    elif isinstance(value, Property):
        for part in (value.getter, value.setter, value.deleter):
            _adopt(cls, part)
    elif isinstance(value, Function) and value.owner is None:
        value.owner = cls
        value.qualname = f"{cls.name}.{value.code.name}"
        wrapped = value.names.get("__wrapped__")
        if wrapped is not None:
            _adopt(cls, wrapped)
    if isinstance(value, Function) and value.closure is not None:
        # A decorator's inner function calls the method that it wraps.
        for inner in list(value.closure.names.values()):
            if isinstance(inner, Function) and inner.owner is None and inner is not value:
                inner.owner = cls
