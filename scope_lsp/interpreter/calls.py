"""Calls: running bodies, creating instances; ``binding`` fits arguments to parameters.

Values decide which function a call reaches.  Nothing here looks at syntax.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scope_lsp.interpreter import attributes
from scope_lsp.interpreter.binding import as_names, bind_arguments
from scope_lsp.interpreter.branches import (
    fork_values,
)
from scope_lsp.interpreter.builtins.classes import OBJECT, TYPE
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.resumable import start_generator
from scope_lsp.interpreter.running import run_body, run_frame
from scope_lsp.interpreter.unknown_calls import (
    HANDED_OUT,
    call_unknown,
    handed_out,
    inside_unknown,
)
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Function,
    Instance,
    Method,
    Raised,
    Set,
    Union,
    Unknown,
    Value,
    Wrapper,
    alternatives,
    open_up,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

Arguments = Sequence[Value]
Keywords = dict[str, Value] | None


def call(interp: Interpreter, function: Value, args: Arguments, keywords: Keywords) -> Value:
    """Call any value; raises ``Raised`` as the program would."""
    kind = function.__class__
    if kind is Function:
        return call_function(interp, function, args, keywords)  # type: ignore[arg-type]
    if kind is Method:
        assert isinstance(function, Method)
        args = [function.receiver, *args]
        inner = function.function
        if inner.__class__ is Function:
            return call_function(interp, inner, args, keywords)
        return call(interp, inner, args, keywords)
    if kind is Builtin:
        return call_builtin(interp, function, args, keywords)  # type: ignore[arg-type]
    if isinstance(function, Class):
        return call_class(interp, function, args, keywords)
    if isinstance(function, Instance):
        hook = function.cls.find("__call__")
        if hook is not MISSING:
            bound = attributes.bind(interp, hook, function, function.cls)
            if HANDED_OUT in function.names and (other := handed_out(interp, function)):
                with inside_unknown(interp, other):
                    return call(interp, bound, args, keywords)
            return call(interp, bound, args, keywords)
        if function.cls.open:
            builds = function.cls.builds
            what = Unknown("a call of something whose class is not known", builds=builds)
            return call_unknown(interp, what, args, keywords)
    if isinstance(function, Unknown):
        if function.others:
            return _call_one_of(interp, alternatives(function), args, keywords)
        return call_unknown(interp, function, args, keywords)
    if isinstance(function, Union):
        return _call_one_of(interp, function.options, args, keywords)
    if isinstance(function, Wrapper):
        return call(interp, function.function, args, keywords)
    cls = interp.class_of(function)
    if cls is None:
        return Unknown("a call of something that is not interpreted")
    return interp.raise_error("TypeError", f"'{cls.name}' object is not callable")


def _call_one_of(
    interp: Interpreter, options: tuple[Value, ...], args: Arguments, keywords: Keywords
) -> Value:
    frame = interp.frame
    if frame is None:
        return Unknown("a call of one of several")
    callable_options = [option for option in options if option is not None]

    def arm(option: Value) -> Value:
        interp.callees += len(callable_options) > 1
        try:
            return call(interp, option, args, keywords)
        finally:
            interp.callees -= len(callable_options) > 1

    arms = [lambda inner, option=option: arm(option) for option in callable_options]
    return fork_values(frame, arms) if arms else Unknown("a call of one of several")


def call_builtin(
    interp: Interpreter, builtin: Builtin, args: Arguments, keywords: Keywords
) -> Value:
    """Call a built-in function; if it is pure, alternatives are tried in turn."""
    if builtin.pure and any(arg.__class__ is Union for arg in args):
        return _each_alternative(interp, builtin, args, keywords)
    try:
        if keywords:
            return builtin.function(interp, *args, **keywords)
        return builtin.function(interp, *args)
    except (
        TypeError,
        ValueError,
        AttributeError,
        OverflowError,
        ArithmeticError,
        LookupError,
    ) as e:
        # A use that the model does not support: the result is unknown, rather than a failure of
        # ours.
        reason = f"{builtin.name} in a way that is not modelled"
        interp.note_internal(e, builtin, reason)
        return Unknown(reason)


def _each_alternative(
    interp: Interpreter, builtin: Builtin, args: Arguments, keywords: Keywords
) -> Value:
    for index, arg in enumerate(args):
        if isinstance(arg, Union):
            rest = list(args)
            results = []
            for option in arg.options:
                rest[index] = option
                try:
                    results.append(call_builtin(interp, builtin, list(rest), keywords))
                except Raised:
                    continue
            return unite(results) if results else Unknown(f"{builtin.name} of one of several")
    raise AssertionError("no union among the arguments")


def call_function(
    interp: Interpreter, function: Function, args: Arguments, keywords: Keywords
) -> Value:
    """Call a function of the program or of a model."""
    if not function.module.is_model:
        interp.reached.add(function.code.node)
    code = function.code
    if code.pending is not None:
        code.complete()
    parameters = code.parameters
    if parameters.plain and not keywords:
        positional = parameters.positional
        given = len(args)
        missing = len(positional) - given
        if missing == 0:
            names = dict(zip(positional, args, strict=True))
        elif 0 < missing <= len(function.defaults):
            names = dict(zip(positional, (*args, *function.defaults[-missing:]), strict=True))
        else:
            names = bind_arguments(interp, function, args, {})
    else:
        names = bind_arguments(interp, function, args, keywords or {})
    if parameters.for_names and function.module.is_model:
        as_names(parameters, names)
    frame = Frame(interp, code, function.module, function.closure, names, interp.frame)
    frame.function = function
    if code.generator is not None or code.is_async:
        return start_generator(frame)
    is_doubtful = interp.doubt or function.wrapped_by is not None
    return run_frame(frame) if is_doubtful else run_body(frame)


def call_class(interp: Interpreter, cls: Class, args: Arguments, keywords: Keywords) -> Value:
    """Create an instance, or whatever the class's metaclass or ``__new__`` creates."""
    if cls.metaclass is not None and cls.metaclass is not TYPE:
        hook = cls.metaclass.find("__call__")
        if isinstance(hook, Function):
            return call_function(interp, hook, [cls, *args], keywords)
    return instantiate(interp, cls, args, keywords)


def instantiate(interp: Interpreter, cls: Class, args: Arguments, keywords: Keywords) -> Value:
    """Do what ``type.__call__`` does: ``__new__``, then ``__init__``."""
    creator = cls.find("__new__")
    if isinstance(creator, Wrapper):
        creator = creator.function
    if isinstance(creator, Function):
        result = call_function(interp, creator, [cls, *args], keywords)
        if isinstance(result, Union) and creator.module.is_model:
            return result  # of objects that the model has initialized, each in its own arm
    elif isinstance(creator, Builtin):
        if (
            cls.module == "builtins"
            and cls.host is not None
            and creator is cls.names.get("__new__")
        ):
            return call_builtin(interp, creator, [cls, *args], keywords)
        if TYPE in cls.mro:  # a metaclass, whose instances are classes
            result = call_builtin(interp, creator, [cls, *args], keywords)
        else:
            result = new_instance(interp, cls, args, keywords)
    else:
        result = Instance(cls)
    return _initialized(interp, cls, result, args, keywords)


def _initialized(
    interp: Interpreter, cls: Class, result: Value, args: Arguments, keywords: Keywords
) -> Value:
    """What ``__new__`` returned, after its ``__init__`` if it is of the class."""
    frame = interp.frame
    if isinstance(result, Union) and frame is not None:

        def arm(option: Value) -> Run:
            return lambda _: _initialized(interp, cls, option, args, keywords)

        return fork_values(frame, [arm(option) for option in result.options])
    if not isinstance(result, Instance) or cls not in result.cls.mro:
        if isinstance(result, Class) and cls in (result.metaclass or TYPE).mro:
            initializer = cls.find("__init__")
            if isinstance(initializer, Function):
                call_function(interp, initializer, [result, *args], keywords)
        return result
    initializer = result.cls.find("__init__")
    if result.cls.open and not isinstance(initializer, Function):
        call_unknown(interp, result.cls.unseen("the initializer"), args, keywords)
    if isinstance(initializer, Function):
        call_function(interp, initializer, [result, *args], keywords)
    elif initializer is not MISSING and not (
        isinstance(initializer, Builtin) and initializer is OBJECT.names.get("__init__")
    ):
        bound = attributes.bind(interp, initializer, result, result.cls)
        call(interp, bound, args, keywords)
        if isinstance(bound, Unknown):  # it sets attributes, most likely
            open_up(result)
    return result


def _refuse_abstract(interp: Interpreter, cls: Class) -> None:
    """Raise the TypeError for a class with abstract methods, in the words of Python 3.7."""
    names = cls.find("__abstractmethods__")
    if isinstance(names, Set) and names.entries and not (names.doubtful or names.open):
        listed = ", ".join(sorted(map(str, names.entries.values())))
        message = f"Can't instantiate abstract class {cls.name} with abstract methods {listed}"
        error = interp.error("TypeError", message)
        error.certain = cls.module != "builtins"
        raise error


def new_instance(interp: Interpreter, cls: Class, args: Arguments, keywords: Keywords) -> Instance:
    """Create an instance of a class of the program, as ``object.__new__`` does."""
    if cls.metaclass is not None and not cls.open:
        _refuse_abstract(interp, cls)
    if cls.host is None:
        return Instance(cls)
    if cls.host == "BaseException":
        instance = Instance(cls)
        instance.names["args"] = tuple(args)
        return instance
    base = next((b for b in cls.mro if b.name == cls.host and b.module == "builtins"), None)
    creator = base.names.get("__new__") if base is not None else None
    if not isinstance(creator, Builtin):
        return Instance(cls)
    if cls.host in ("dict", "list", "set"):
        # Their __init__ fills them, and a class of the program may define another one.
        return Instance(cls, call_builtin(interp, creator, [base], None))
    payload = call_builtin(interp, creator, [base, *args], keywords)
    return Instance(cls, payload)
