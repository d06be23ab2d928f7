"""Functions by which stubs ask what is known about a value.  They do not use the naming model."""

from __future__ import annotations

import ast
from collections.abc import Callable

from scope_lsp.analysis.meeting import Meetings
from scope_lsp.interpreter.absent import user_frame
from scope_lsp.interpreter.branches import fork_values
from scope_lsp.interpreter.builtins.inspection import isinstance_
from scope_lsp.interpreter.builtins.symbolic import same_text
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    UNSEEN,
    Builtin,
    Class,
    Function,
    Instance,
    List,
    Method,
    Misfit,
    Namespace,
    Raised,
    Union,
    Unknown,
    Value,
    Wrapper,
    is_data,
)

UNSURE = "?"
"""A part of a stub's dims of which TensorFlow may know more than the model does."""


def _required_arguments(interp: Interpreter, function: Value) -> int | None:
    """Return how many positional parameters a function requires; None if unknown."""
    bound = 0
    while isinstance(function, Method):
        bound += 1
        function = function.function
    if not isinstance(function, Function):
        return None
    positional = function.code.parameters.positional
    return max(len(positional) - len(function.defaults) - bound, 0)


def _takes(interp: Interpreter, parameters: Value, name: Value = None) -> Value:
    """A decorator: calls of the function must fit the parameters of another one."""

    def decorate(interp: Interpreter, function: Value) -> Value:
        if isinstance(function, Function):
            function.takes = parameters if isinstance(parameters, (Function, bool)) else False
            function.python_name = name if isinstance(name, str) else None
        return function

    return Builtin("takes", decorate)


def _call_back(interp: Interpreter, function: Value, *args: Value, **keywords: Value) -> Value:
    """Call a function of the program with only the arguments that the library passes."""
    try:
        return interp.call(function, args, keywords)
    except Raised as raised:
        misfit = raised.misfit
        if misfit is not None and misfit.function is _plain(function):
            module = misfit.function.module
            misfit.from_library = module.source.origin is Origin.USER or (
                # of the library's own: an initializer, which needs a shape
                misfit.function.code.name == "__call__"
                and misfit.keyword is None
                and interp.loader.has_exact_parameters(module.name)
            )
        raise


def _plain(function: Value) -> Value:
    """The function that a call of a method, a class or an object with ``__call__`` reaches."""
    if isinstance(function, (Method, Wrapper)):
        return _plain(function.function)
    if isinstance(function, Class):
        return function.find("__init__")
    return function.cls.find("__call__") if isinstance(function, Instance) else function


def _refuse_keyword(interp: Interpreter, keyword: Value, message: Value) -> Value:
    """Raise the TypeError of a library that checks its keywords itself."""
    error = interp.error("TypeError", message)
    at = interp.frame
    if at is not None and at.function is not None and isinstance(keyword, str):
        error.misfit = Misfit(at.function, at.back, 0, keyword)
        error.misfit.by_hand = True
    raise error


def _names_argument(interp: Interpreter, function: Value, name: Value) -> bool | None:
    """Whether a positional parameter or ``**`` takes a keyword; None if unknown."""
    while isinstance(function, (Method, Wrapper)):
        function = function.function
    if isinstance(function, Instance) and not function.cls.open:
        hook = function.cls.find("__call__")
        return _names_argument(interp, hook, name) if isinstance(hook, Function) else None
    if not isinstance(function, Function):
        return None
    parameters = function.code.parameters
    return parameters.keywords is not None or name in parameters.positional


def _unknown(interp: Interpreter, reason: Value, data: Value = False) -> Unknown:
    interp.calls_outside += 1
    return Unknown(str(reason), is_data=data is True)


def _unknown_code(interp: Interpreter, reason: Value, may_build: Value) -> Unknown:
    return Unknown(str(reason), builds=may_build if isinstance(may_build, bool) else None)


def _lack(interp: Interpreter, reason: Value) -> None:
    if interp.frame is not None:
        interp.note_gap(str(reason), interp.frame, interp.frame.node)


def _is_known(interp: Interpreter, value: Value) -> bool:
    return value.__class__ is not Unknown and value.__class__ is not Union


def _is_data(interp: Interpreter, value: Value) -> bool:
    return is_data(value)


def _is_a(interp: Interpreter, value: Value, cls: Value) -> Value:
    """Whether a value is known and an instance of one of the classes."""
    if value.__class__ is Unknown or value.__class__ is Union:
        return False
    return isinstance_(interp, value, cls)


def _is_number(interp: Interpreter, value: Value) -> bool:
    """Whether a value is a known number, of Python's or of a class derived from one."""
    if value.__class__ is Instance:
        value = value.payload
    return isinstance(value, (int, float, complex))


def _is_int(interp: Interpreter, value: Value) -> Value:
    """Whether a value is a known int, of Python's or of a class derived from it."""
    if value.__class__ is Instance:
        return _is_a(interp, value, interp.builtins["int"])
    return isinstance(value, int)


def _plain_dims(interp: Interpreter, dims: Value) -> Value:
    """The dims of a stub for the naming model, for which what is not modelled is unknown."""
    if dims is None:
        return None
    if not isinstance(dims, tuple):
        return _unknown(interp, "a shape that is not modelled")
    return List(
        [_unknown(interp, "a dimension that is not modelled") if d == UNSURE else d for d in dims]
    )


def _dims_of_plain(interp: Interpreter, shape: Value) -> Value:
    """The other way round."""
    if shape is None:
        return UNSURE
    items = interp.to_list(shape) if _is_known(interp, shape) else None
    if items is None:
        return Unknown("a shape that is not modelled")
    return tuple([dim if _is_known(interp, dim) else UNSURE for dim in items])


def _ints(interp: Interpreter, value: Value) -> tuple[Value, ...] | None:
    """The tuple of a list or tuple of known ints, else None."""
    if isinstance(value, List) and value.doubtful:
        return None
    items = value.items if value.__class__ is List else value
    if not isinstance(items, (list, tuple)):
        return None
    for item in items:
        if item.__class__ is not int:
            return None
    return tuple(items)


def _is_among(interp: Interpreter, value: Value, items: Value) -> bool:
    """Whether one of the items is this very value."""
    value = _at_first(value)
    return any(_at_first(item) is value for item, _ in interp.to_marked(items) or ())


def _at_first(value: Value) -> Value:
    """An unknown value as it was before the source gave it a name; any other itself."""
    return value.origin or value if isinstance(value, Unknown) else value


def _same_text(interp: Interpreter, a: Value, b: Value) -> bool:
    """Whether two values are surely the same text."""
    return same_text(a, b)


def _is_one_of_several(interp: Interpreter, value: Value) -> bool:
    return value.__class__ is Union


def _may_build(interp: Interpreter, value: Value) -> bool:
    """Whether a value that is not known may be an object that builds a graph."""
    return isinstance(value, Unknown) and value.builds is True


def _in_for_loop(interp: Interpreter) -> bool:
    """Whether a ``for`` statement of the program asks for the items of a value."""
    frame = user_frame(interp)
    if frame is None:
        return False
    asking = frame.node
    called = asking.func if isinstance(asking, ast.Call) else None
    if isinstance(called, ast.Name) and called.id in _ITERATORS:
        return False
    loops = (node for node in ast.walk(frame.code.node) if isinstance(node, ast.For))
    return any(loop.iter is asking for loop in loops)


_ITERATORS = ("enumerate", "filter", "iter", "list", "map", "reversed", "sorted", "tuple", "zip")


def _options(interp: Interpreter, value: Value) -> tuple[Value, ...] | None:
    """What a value may be that is one of several; None of any other."""
    return value.options if isinstance(value, Union) else None


def _each(interp: Interpreter, value: Value, function: Value) -> Value:
    """Call a function for each possible value, as in a branch that cannot be decided."""
    frame = interp.frame
    options = value.options if isinstance(value, Union) else (value,)
    if frame is None:
        return Unknown("one of several values")

    def arm(option: Value) -> Run:
        return lambda inner: interp.call(function, [option])

    return fork_values(frame, [arm(option) for option in options])


def _items(interp: Interpreter, values: Value) -> Value:
    """What is in a list or tuple for certain, and what may be in it.

    Of what is one of several, each may be.  What is not seen is an unknown value.
    """
    certain: list[Value] = []
    possible: list[Value] = []
    marked = interp.to_marked(values)
    for item, unsure in [(UNSEEN, True)] if marked is None else marked:
        if isinstance(item, Union):
            possible += item.options
        elif item is UNSEEN:
            possible.append(Unknown(UNSEEN.reason))
        else:
            (possible if unsure else certain).append(item)
    return List(certain), List(possible)


def about_values() -> Namespace:
    """The functions, by their names in ``_scope_lsp``."""
    functions: dict[str, Callable[..., Value]] = {
        "takes": _takes,
        "call_back": _call_back,
        "refuse_keyword": _refuse_keyword,
        "names_argument": _names_argument,
        "is_known": _is_known,
        "is_data": _is_data,
        "is_a": _is_a,
        "is_number": _is_number,
        "is_int": _is_int,
        "plain_dims": _plain_dims,
        "dims_of_plain": _dims_of_plain,
        "is_one_of_several": _is_one_of_several,
        "may_build": _may_build,
        "in_for_loop": _in_for_loop,
        "each": _each,
        "options": _options,
        "is_among": _is_among,
        "same_text": _same_text,
        "ints": _ints,
        "items": _items,
        "required_arguments": _required_arguments,
        "meeting": Meetings().find,
        "unknown": _unknown,
        "unknown_code": _unknown_code,
        "lack": _lack,
    }
    made = {name: Builtin(name, function) for name, function in functions.items()}
    return {"UNSURE": UNSURE, **made}
