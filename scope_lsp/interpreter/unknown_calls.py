"""Calls of something unknown: what it may call back, and what it may have built.

An unknown function may call each function that it is given.  Code that may be able to reach the
outside state (a graph) by itself, or is given something that leads there, may have changed it.  If
it cannot reach it, only its own result is unknown.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scope_lsp.interpreter.binding import as_names
from scope_lsp.interpreter.branches import optional
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    List,
    Method,
    Namespace,
    Union,
    Unknown,
    Value,
    is_data,
    key_of,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_CALLS_BACK = 2
"""The maximum depth of callbacks: a function that is called back may again call something
unknown."""

MAX_GIVEN = 30
"""How many parts of an argument are searched for functions: a list of functions is short."""

STANDS_FOR = "_stands_for"
"""An attribute of classes in models: their instances represent something that is not modelled."""

HANDED_OUT = "_handed_out"
"""An attribute of classes in models: the unknown code to which an instance was given, or None.
Their instances build at their first call, which unknown code may have made."""

LEADS_OUTSIDE = "_leads_to_graph"
"""An attribute of classes in models: whether their instances lead to the outside state."""


def call_unknown(
    interp: Interpreter,
    function: Unknown,
    args: Sequence[Value],
    keywords: dict[str, Value] | None,
) -> Unknown:
    """Return the result of calling something unknown, after its possible effects."""
    interp.calls_outside += 1
    interp.code_unseen += 1
    given = [part for value in (*args, *(keywords or {}).values()) for part in _parts(value)]
    frame = interp.frame
    if frame is not None and interp.calls_back < MAX_CALLS_BACK:
        for value in given:
            if _is_of_program(value):
                _call_back(interp, frame, value)
    may_build = function.builds
    if may_build is None:
        may_build = any(_leads_outside(value) for value in given)
    if may_build:
        interp.observe()
        for value in given:
            _hand_out(interp, value, function)
        interp.heap.domain.disturb(resets=frame is not None and _may_reset(frame.node))
        if frame is not None:
            interp.note_gap(function.reason, frame, frame.node, hides=True)
    result = function.product()
    result.is_data = result.is_data and all(map(is_data, given))
    return result


def _may_reset(call: ast.AST) -> bool:
    """Whether an unknown function is named as one that starts the outside state anew."""
    called = call.func if isinstance(call, ast.Call) else None
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return any(word in name.lower() for word in _RESETTING)


_RESETTING = ("reset", "clear")


@contextmanager
def decorating(interp: Interpreter, decorator: Value) -> Iterator[None]:
    """While a decorator is applied: an unknown one keeps the function for later.

    In a model, this is an object that says what it represents.  All other decorators run as
    written.
    """
    before = interp.calls_back
    if isinstance(decorator, Instance) and decorator.cls.find(STANDS_FOR) is not MISSING:
        interp.calls_back = MAX_CALLS_BACK
    try:
        yield
    finally:
        interp.calls_back = before


def _hand_out(interp: Interpreter, value: Value, function: Unknown) -> None:
    """Record that an instance which builds when it is called was given to unknown code."""
    if not isinstance(value, Instance) or value.names.get("built") is True:
        return
    if value.cls.find(HANDED_OUT) is not MISSING:
        interp.touch(value)
        value.names[HANDED_OUT] = function


def handed_out(interp: Interpreter, instance: Instance) -> Unknown | None:
    """The unknown code that may have called an instance before its first call here."""
    function = instance.names.get(HANDED_OUT)
    if not isinstance(function, Unknown):
        return None
    interp.touch(instance)
    instance.names[HANDED_OUT] = None
    return None if instance.names.get("built") is True else function


@contextmanager
def inside_unknown(interp: Interpreter, wrapper: Unknown) -> Iterator[None]:
    """While a call runs inside unknown code, if at all: it may run in any scope."""
    domain = interp.heap.domain
    before = domain.enter_unknown()
    interp.doubt += 1
    try:
        yield
    finally:
        interp.doubt -= 1
        domain.leave_unknown(before)
        if interp.frame is not None:
            interp.note_gap(wrapper.reason, interp.frame, interp.frame.node, hides=True)


def _parts(value: Value) -> Iterator[Value]:
    """An argument, and the items of one that is a container."""
    yield value
    if isinstance(value, List):
        yield from value.items[:MAX_GIVEN]
    elif isinstance(value, tuple):
        yield from value[:MAX_GIVEN]
    elif isinstance(value, Dict):
        yield from [item for _, item in list(value.entries.values())[:MAX_GIVEN]]


def _is_of_program(value: Value) -> bool:
    """Whether a value is a function written by the program."""
    while isinstance(value, Method):
        value = value.function
    return isinstance(value, Function) and value.module.source.origin is Origin.USER


def _leads_outside(value: Value) -> bool:
    if isinstance(value, Union):
        return any(_leads_outside(option) for option in value.options)
    return isinstance(value, Instance) and value.cls.find(LEADS_OUTSIDE) is True


def _call_back(interp: Interpreter, frame: Frame, value: Value) -> None:
    """Call a function as unknown code does: perhaps, with any arguments."""
    receivers: list[Value] = []
    while isinstance(value, Method):
        receivers.insert(0, value.receiver)
        value = value.function
    assert isinstance(value, Function)
    names = symbolic_arguments(value, "an argument that code which is not known would give")
    names.update(zip(value.code.parameters.positional, receivers, strict=False))
    function = value

    def call(inner: Frame) -> None:
        interp.call_bound(function, names)

    interp.calls_back += 1
    try:
        optional(frame, call)
    finally:
        interp.calls_back -= 1


def call_perhaps(
    interp: Interpreter, function: Value, args: list[Value], results: list[Value] | None = None
) -> None:
    """Call something once for each item, when the number of items is unknown.

    The results are added to ``results``.
    """
    if interp.frame is None or function is None or isinstance(function, Unknown):
        return

    def once(_: Frame) -> None:
        value = interp.call(function, args)
        if results is not None:
            results.append(value)

    optional(interp.frame, once)


def symbolic_arguments(function: Function, reason: str) -> Namespace:
    """Parameters bound to their defaults, or else to unknown values of their own names."""
    parameters = function.code.parameters
    names: Namespace = {}
    first_default = len(parameters.positional) - len(function.defaults)
    for index, name in enumerate(parameters.positional):
        default = function.defaults[index - first_default] if index >= first_default else MISSING
        names[name] = Unknown(reason, name) if default is MISSING else default
    for name in parameters.keyword_only:
        default = function.kw_defaults.get(name, MISSING)
        names[name] = Unknown(reason, name) if default is MISSING else default
    for rest in (parameters.variadic, parameters.keywords):
        if rest is not None:
            names[rest] = Unknown(reason, rest)
    return names


def call_unclear(
    interp: Interpreter,
    function: Value,
    args: list[Value],
    named: dict[str, Value],
    unplaced: Sequence[Value],
) -> Value:
    """Call with unknown ``*args`` or ``**kwargs``: parameters may be anything.

    ``unplaced`` are these, and what follows them.
    """
    receiver: list[Value] = []
    if function is interp.builtins["dict"]:
        known = interp.call(function, args, named)
        if isinstance(known, Dict):
            known.open = True
        return known
    if isinstance(function, Class):
        initializer = function.find("__init__")
        if not isinstance(initializer, Function):
            return Unknown("a call whose arguments are not known")
        instance = Instance(function)
        given = [instance, *args]
        interp.call_bound(initializer, bind_unclear(initializer, given, named, unplaced))
        return instance
    if isinstance(function, Unknown):
        return call_unknown(interp, function, [*args, *unplaced], named)
    while not isinstance(function, Function):
        inner = getattr(function, "function", None)
        if inner is None or isinstance(function, Builtin):
            return Unknown("a call whose arguments are not known")
        if hasattr(function, "receiver"):
            receiver.insert(0, function.receiver)
        function = inner
    given = [*receiver, *args]
    return interp.call_bound(function, bind_unclear(function, given, named, unplaced))


def bind_unclear(
    function: Function,
    args: Sequence[Value],
    keywords: dict[str, Value],
    unplaced: Sequence[Value],
) -> Namespace:
    """Bind the parameters of a call with unknown spreads: those not given are unknown."""
    parameters = function.code.parameters
    names: Namespace = {}
    builds = any(isinstance(value, Unknown) and value.builds for value in unplaced) or None
    reason = "an argument of a call that is not wholly known"
    for parameter in (*parameters.positional, *parameters.keyword_only):
        names[parameter] = Unknown(reason, parameter, builds)
    names.update(zip(parameters.positional, args, strict=False))
    names.update({k: v for k, v in keywords.items() if k in parameters.names})
    if parameters.variadic is not None:
        names[parameters.variadic] = Unknown(
            "arguments that are not known", parameters.variadic, builds
        )
    if parameters.keywords is not None:
        extra = {k: v for k, v in keywords.items() if k not in parameters.names}
        rest = Dict({key_of(k): (k, v) for k, v in extra.items()})
        rest.open = True
        names[parameters.keywords] = rest
    if function.module.is_model:
        as_names(parameters, names)
    return names
