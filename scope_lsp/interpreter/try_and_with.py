"""``try`` and ``with``: what catches an exception of the analysed program, and what always runs."""

from __future__ import annotations

import ast
import sys
from functools import partial
from typing import TYPE_CHECKING

from scope_lsp.interpreter.branches import fork_options, fork_steps, optional, raise_doubt, rejoins
from scope_lsp.interpreter.catching import (
    ActiveTry,
    Handler,
    UnknownManager,
    how_it_ends,
    matches,
)
from scope_lsp.interpreter.code import Completion, Run, Step
from scope_lsp.interpreter.compiler import Compiler, statement
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.outside_failures import ends_all, handled_perhaps, or_raised_before
from scope_lsp.interpreter.targets import Store, compile_target
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Function,
    Instance,
    Raised,
    Unknown,
    Value,
    alternatives,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


@statement(ast.Try)
def _try(compiler: Compiler, node: ast.Try) -> Step:
    body = compiler.block(node.body)
    if node.finalbody:
        body = rejoins(node.body, body)
    handlers = compile_handlers(compiler, node)
    orelse = compiler.block(node.orelse)
    final = compiler.block(node.finalbody) if node.finalbody else None

    def guarded(frame: Frame) -> Completion:
        interp = frame.interp
        if not handlers:
            return body(frame) or orelse(frame)
        catcher = ActiveTry(frame, handlers)
        catcher.doubts = 0
        interp.catchers.append(catcher)
        depth = len(interp.catchers)
        asked, unseen = interp.calls_outside, interp.code_unseen
        try:
            completion = body(frame)
        except Raised as raised:
            del interp.catchers[depth - 1 :]
            if interp.calls_outside > asked and ends_all(frame, handlers, raised):
                return or_raised_before(frame, handlers[0], raised)
            return handle(frame, handlers, raised.caught())
        finally:
            interp.doubt -= catcher.doubts
        del interp.catchers[depth - 1 :]
        may_have_failed = interp.code_unseen > unseen
        for possible in catcher.possible:
            step = partial(handle, handlers=handlers, raised=possible)
            completion = optional(frame, step, completion)
        if completion is None:
            interp.doubt += catcher.doubts
            try:
                completion = orelse(frame)
            finally:
                interp.doubt -= catcher.doubts
        if may_have_failed and not catcher.possible:
            return handled_perhaps(frame, handlers, completion)
        return completion

    if final is None:
        return guarded

    def with_final(frame: Frame) -> Completion:
        catchers = frame.interp.catchers
        depth = len(catchers)
        catchers.append(ActiveTry(frame, [], final=True))
        try:
            completion = guarded(frame)
        except Raised:
            del catchers[depth:]
            ended = final(frame)
            if ended is not None:
                return ended
            raise
        del catchers[depth:]
        result = frame.result
        ended = final(frame)
        if ended is None:
            frame.result = result
            return completion
        return ended

    return with_final


if sys.version_info >= (3, 11):
    statement(ast.TryStar)(_try)


def compile_handlers(compiler: Compiler, node: ast.Try) -> list[Handler]:
    """The ``except`` clauses of a ``try``."""
    return [
        Handler(
            compiler.run(handler.type) if handler.type is not None else None,
            handler.name,
            compiler.block(handler.body),
            *how_it_ends(handler),
        )
        for handler in node.handlers
    ]


def handle(frame: Frame, handlers: list[Handler], raised: Raised) -> Completion:
    """Run the clause that catches ``raised``, or raise it again."""
    interp = frame.interp
    interp.frame = frame
    interp.unwound(frame)
    for run, name, body, *_ in handlers:
        if not matches(frame, run, raised.value):
            continue
        outer = frame.handling
        frame.handling = raised
        if name is not None:
            interp.heap.touch(frame.names_owner)
            frame.names[name] = raised.value
        try:
            return body(frame)
        finally:
            frame.handling = outer
    raise raised


Item = tuple[Run, ast.expr, Store | None]


@statement(ast.With, ast.AsyncWith)
def _with(compiler: Compiler, node: ast.With) -> Step:
    items: list[Item] = [
        (
            compiler.run(item.context_expr),
            item.context_expr,
            compile_target(compiler, item.optional_vars) if item.optional_vars else None,
        )
        for item in node.items
    ]
    step = rejoins(node.body, compiler.block(node.body))
    for item in reversed(items):
        step = _with_item(item, step)
    return step


def _with_item(item: Item, body: Step) -> Step:
    run, expression, store = item

    def managed(frame: Frame) -> Completion:
        options = alternatives(run(frame))
        if len(options) == 1:
            return enter(frame, options[0])
        frame.interp.choices += 1
        try:
            return fork_options(frame, options, enter)
        finally:
            frame.interp.choices -= 1

    def enter(frame: Frame, manager: Value) -> Completion:
        frame.node = expression
        leave = open_safely(frame, manager, expression, store)
        if leave is None:
            return body(frame)
        catchers = frame.interp.catchers
        depth = len(catchers)
        if isinstance(leave, UnknownExit):
            catchers.append(UnknownManager(frame))
        elif leave.may_swallow:
            catchers.append(ActiveTry(frame, None, awaited=leave.awaited))
        elif leave.runs_code:
            catchers.append(ActiveTry(frame, [], final=True))
        try:
            completion = body(frame)
        except Raised as raised:
            del catchers[depth:]
            swallowed = leave.by_exception(frame, raised)
            if swallowed is None:
                return perhaps_raise(frame, raised)
            if swallowed:
                return None
            raise
        del catchers[depth:]
        result = frame.result
        close_safely(frame, leave)
        frame.result = result
        return completion

    return managed


def perhaps_raise(frame: Frame, raised: Raised) -> Completion:
    """Go on both ways: a manager may have caught an exception.  What follows is only possible."""
    if frame.interp.catcher_of(raised.value) is None:
        frame.interp.note_possible_end(raised)

    def leave(inner: Frame) -> Completion:
        raise raised

    completion = fork_steps(frame, leave, lambda inner: None)
    raise_doubt(frame)
    return completion


class Exit:
    """How a context manager that was entered is left."""

    __slots__ = ("awaited", "expression", "function", "may_swallow", "runs_code")

    def __init__(
        self,
        function: Value,
        expression: ast.expr,
        cls: Class | None = None,
        awaited: Value = None,
    ) -> None:
        self.function = function
        self.expression = expression
        self.awaited = awaited
        self.runs_code = cls is not None and _runs_code(cls)
        """Whether code of the program that calls something runs when it is left."""
        inner = getattr(function, "function", function)
        if isinstance(inner, Function):
            inner.code.complete()
            self.may_swallow = inner.code.may_return_value
        else:
            # What a primitive opened is always closed, and catches nothing.
            self.may_swallow = not (isinstance(inner, Builtin) and inner.builds)

    def normally(self, frame: Frame) -> None:
        """The body ended without an exception."""
        frame.node = self.expression
        frame.interp.call(self.function, [None, None, None])

    def by_exception(self, frame: Frame, raised: Raised) -> bool | None:
        """The body raised.  Returns whether the manager catches the exception; None: perhaps."""
        interp = frame.interp
        interp.frame = frame
        interp.unwound(frame)
        frame.node = self.expression
        cls = interp.class_of(raised.value)
        swallowed = interp.call(self.function, [cls, raised.value, None])
        return interp.truth(swallowed)


AWAITS = "_awaits"
"""Another one: which of their attributes has the types of exceptions that ``__exit__`` catches."""

RUNS_CODE = "_runs_code"
"""An attribute of classes in models: whether their ``__exit__`` runs code of the program."""


def _runs_code(cls: Class) -> bool:
    if cls.find(RUNS_CODE) is True:
        return True
    leave = cls.find("__exit__")
    if not isinstance(leave, Function) or leave.module.source.origin is not Origin.USER:
        return False
    return any(isinstance(part, ast.Call) for part in ast.walk(leave.code.node))


class UnknownExit(Exit):
    """How an unknown context manager is left, which may have opened something."""

    __slots__ = ("before",)

    may_swallow = runs_code = False
    awaited = None

    def __init__(self, frame: Frame) -> None:
        self.before = frame.interp.heap.domain.enter_unknown()

    def normally(self, frame: Frame) -> None:
        """Close what it opened."""
        frame.interp.heap.domain.leave_unknown(self.before)

    def by_exception(self, frame: Frame, raised: Raised) -> bool | None:
        """Do the same.  It may catch what the program raises, but for an exit."""
        self.normally(frame)
        may_catch = raised.deliberate and not frame.interp.is_exit(raised.value)
        return None if may_catch else False


def open_safely(
    frame: Frame, manager: Value, expression: ast.expr, store: Store | None
) -> Exit | None:
    """Do what ``open_manager`` does; the body is also run if the manager cannot be followed."""
    try:
        return open_manager(frame, manager, expression, store)
    except Raised as raised:
        unknown = survive(frame, raised, expression)
        if store is not None:
            store(frame, unknown)
        return None


def close_safely(frame: Frame, leave: Exit) -> None:
    """Leave a manager whose body ended normally, even if leaving it cannot be followed."""
    try:
        leave.normally(frame)
    except Raised as raised:
        survive(frame, raised, leave.expression)


def open_manager(
    frame: Frame, manager: Value, expression: ast.expr, store: Store | None
) -> Exit | None:
    """Enter a context manager and bind its value; None if it is unknown how to leave it."""
    interp = frame.interp
    enter = special(interp, manager, "__enter__")
    leave = special(interp, manager, "__exit__")
    if enter is MISSING:
        enter = special(interp, manager, "__aenter__")
        leave = special(interp, manager, "__aexit__")
    if enter is MISSING or leave is MISSING:
        cls = interp.class_of(manager)
        if cls is not None and not cls.open:
            interp.raise_error("AttributeError", "__enter__")
        if store is not None:
            reason = manager.reason if isinstance(manager, Unknown) else "an unknown manager"
            store(frame, Unknown(reason))
        builds = manager.builds if isinstance(manager, Unknown) else False
        return UnknownExit(frame) if builds else None
    value = interp.await_value(interp.call(enter, []))
    if store is not None:
        store(frame, value)
    cls = interp.class_of(manager)
    awaits = None if cls is None else cls.find(AWAITS)
    if isinstance(awaits, str) and isinstance(manager, Instance):
        return Exit(leave, expression, cls, manager.names.get(awaits))
    return Exit(leave, expression, cls)


def special(interp: Interpreter, obj: Value, name: str) -> Value:
    """Look up a special method on the class, as Python does; MISSING if there is none."""
    cls = interp.class_of(obj)
    if cls is None:
        return MISSING
    function = cls.find(name)
    return function if function is MISSING else interp.bind(function, obj, cls)
