"""Binding the arguments of a call to the parameters of a function, with Python's errors.

The messages and their order are those of Python 3.7 (``_PyEval_EvalCodeWithName``), under which
TensorFlow 1.15 runs.  Whether an error is believed is decided in ``misfits`` and ``failures``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from scope_lsp.interpreter.code import Parameters, Plan
from scope_lsp.interpreter.misfits import name_of, spelled_name
from scope_lsp.interpreter.values import (
    Dict,
    Function,
    Misfit,
    Namespace,
    Symbolic,
    Unknown,
    Value,
    hole,
    key_of,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


_MAX_PLANS = 32
"""The maximum number of forms in which calls of one function are remembered."""


def bind_arguments(
    interp: Interpreter, function: Function, args: Sequence[Value], keywords: dict[str, Value]
) -> Namespace:
    """Return parameters and their values; raises TypeError if the call does not fit."""
    if isinstance(function.takes, Function):
        _bind(interp, function.takes, args, keywords, function)
    return _bind(interp, function, args, keywords, function)


def _bind(
    interp: Interpreter,
    function: Function,
    args: Sequence[Value],
    keywords: dict[str, Value],
    called: Function,
) -> Namespace:
    """Bind a call by the plan of its form; a form that is new is checked first."""
    parameters = function.code.parameters
    form: tuple[int | str, ...] = (len(args), len(function.defaults), *keywords)
    plan = parameters.plans.get(form)
    kw_defaults = function.kw_defaults
    if plan is None or (plan[3] and not kw_defaults.keys() >= set(plan[3])):
        names = _Binding(interp, function, args, called).bind(keywords)
        if len(parameters.plans) < _MAX_PLANS:
            parameters.plans[form] = _plan(parameters, len(args), len(function.defaults), keywords)
        return names
    given, rest, defaults, keyword_only = plan
    names = dict(zip(parameters.positional, args, strict=False))
    if parameters.variadic is not None:
        names[parameters.variadic] = tuple(args[len(parameters.positional) :])
    for key in given:
        names[key] = keywords[key]
    if parameters.keywords is not None:
        names[parameters.keywords] = Dict({key_of(key): (key, keywords[key]) for key in rest})
    for name, index in defaults:
        names[name] = function.defaults[index]
    for name in keyword_only:
        names[name] = kw_defaults[name]
    return names


def _plan(parameters: Parameters, arguments: int, defaults: int, keywords: Iterable[str]) -> Plan:
    """The plan for a form of call that fits."""
    positional = parameters.positional
    given = tuple(key for key in keywords if key in parameters.names)
    bound = {*positional[:arguments], *given}
    first = len(positional) - min(defaults, len(positional))
    return (
        given,
        tuple(key for key in keywords if key not in parameters.names),
        tuple(
            (positional[i], i - len(positional))
            for i in range(first, len(positional))
            if positional[i] not in bound
        ),
        tuple(name for name in parameters.keyword_only if name not in bound),
    )


class _Binding:
    """One call: ``function`` has the parameters, ``called`` is what the program called."""

    def __init__(
        self, interp: Interpreter, function: Function, args: Sequence[Value], called: Function
    ) -> None:
        self.interp = interp
        self.function = function
        self.args = args
        self.called = called
        self.names: Namespace = {}

    def bind(self, keywords: dict[str, Value]) -> Namespace:
        """Parameters and their values."""
        function, args, names = self.function, self.args, self.names
        parameters = function.code.parameters
        positional = parameters.positional
        names.update(zip(positional, args, strict=False))
        if parameters.variadic is not None:
            names[parameters.variadic] = tuple(args[len(positional) :])
        rest: dict[str, Value] = {}
        for key, value in keywords.items():
            if key in parameters.names:
                if key in names:
                    self._refuse(f"got multiple values for argument '{key}'")
                names[key] = value
            elif parameters.keywords is not None:
                rest[key] = value
            else:
                self._refuse(f"got an unexpected keyword argument '{key}'", key)
        if parameters.keywords is not None:
            names[parameters.keywords] = Dict({key_of(k): (k, v) for k, v in rest.items()})
        if len(args) > len(positional) and parameters.variadic is None:
            self._refuse(self._too_many())
        defaults = function.defaults[-len(positional) :] if positional else ()
        first_default = len(positional) - len(defaults)
        missing = [name for name in positional[:first_default] if name not in names]
        if missing:
            self._refuse(_missing(missing, "positional"))
        for name, default in zip(positional[first_default:], defaults, strict=True):
            names.setdefault(name, default)
        for name in parameters.keyword_only:
            if name not in names and name in function.kw_defaults:
                names[name] = function.kw_defaults[name]
        missing = [name for name in parameters.keyword_only if name not in names]
        if missing:
            self._refuse(_missing(missing, "keyword-only"))
        return names

    def _too_many(self) -> str:
        parameters = self.function.code.parameters
        most, given = len(parameters.positional), len(self.args)
        least = most - len(self.function.defaults)
        takes = str(most) if least == most else f"from {least} to {most}"
        plural = "" if takes == "1" else "s"
        named = sum(name in self.names for name in parameters.keyword_only)
        if named:
            more = f" positional argument{_s(given)} (and {named} keyword-only argument{_s(named)})"
            return f"takes {takes} positional argument{plural} but {given}{more} were given"
        verb = "was" if given == 1 else "were"
        return f"takes {takes} positional argument{plural} but {given} {verb} given"

    def _refuse(self, message: str, keyword: str | None = None) -> NoReturn:
        interp, called = self.interp, self.called
        at = interp.frame
        spelled = None if at is None else spelled_name(at.node)
        error = interp.error("TypeError", f"{name_of(called, spelled)}() {message}")
        error.misfit = Misfit(called, at, len(self.args), keyword)
        raise error


def as_names(parameters: Parameters, names: Namespace) -> None:
    """Take what is unknown for a name where a library expects one.

    It may be None as well, which a program that chooses names hardly ever passes.  Trying that too
    would list what nobody creates, and doubt all that is.
    """
    for name in parameters.for_names:
        value = names[name]
        if isinstance(value, Unknown):
            names[name] = Symbolic(hole(value))


def _missing(names: Sequence[str], kind: str) -> str:
    quoted = [f"'{name}'" for name in names]
    if len(quoted) > 2:
        listed = f"{', '.join(quoted[:-1])}, and {quoted[-1]}"
    else:
        listed = " and ".join(quoted)
    return f"missing {len(names)} required {kind} argument{_s(len(names))}: {listed}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
