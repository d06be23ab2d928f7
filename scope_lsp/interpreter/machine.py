"""The machine that runs programs: an ``Interpreter`` with all of its operations.

It is above compiled code and built-in functions, which know it as ``Interpreter``.  The operations
themselves are in ``operators``, ``attributes``, ``calls`` and so on.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from scope_lsp.interpreter import (
    attribute_changes,
    attributes,
    calls,
    importing,
    iteration,
    operators,
)
from scope_lsp.interpreter import nodes as nodes  # fills the compiler's tables
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.builtins import registry
from scope_lsp.interpreter.builtins.classes import BUILTINS, EXCEPTIONS, class_of
from scope_lsp.interpreter.catching import WaitingBuiltin
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import user_place
from scope_lsp.interpreter.gap import Gap
from scope_lsp.interpreter.heap import Heap
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.missing_attributes import no_attribute
from scope_lsp.interpreter.outside import Outside
from scope_lsp.interpreter.resumable import start_generator
from scope_lsp.interpreter.running import run_frame
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Function,
    Instance,
    Iter,
    Module,
    Namespace,
    Raised,
    Union,
    Unknown,
    Value,
)
from scope_lsp.syntax.parse import parse_file, parse_model


class Machine(Interpreter):
    """One run, with the outside that ``make_outside`` creates."""

    def __init__(
        self,
        budget: Budget,
        make_outside: Callable[[Interpreter], Outside],
        *,
        supposes_arguments: bool = False,
    ) -> None:
        # The objects created for this run may call it from now on, but not before it is complete.
        self._outside = make_outside(self)
        super().__init__(
            budget,
            Heap(self._outside.domain, budget),
            self._outside.loader,
            BUILTINS,
            {**registry.HOST_MODULES, **self._outside.host_modules()},
            supposes_arguments=supposes_arguments,
        )

    def cut(self, what: str) -> None:
        """Report that a limit of the budget cut something off here."""
        self.observe()
        self.incomplete = True
        self._outside.cut_off(what)

    # -- calls and attributes

    def call(
        self, function: Value, args: Sequence[Value] = (), kwargs: dict[str, Value] | None = None
    ) -> Value:
        """Call a value of the program."""
        return calls.call(self, function, args, kwargs)

    def call_bound(self, function: Function, names: Namespace) -> Value:
        """Run a function whose parameters are already bound."""
        self.reached.add(function.code.node)
        function.code.complete()
        frame = Frame(self, function.code, function.module, function.closure, names, self.frame)
        frame.function = function
        if function.code.generator is not None or function.code.is_async:
            return start_generator(frame)
        return run_frame(frame)

    def bind(self, value: Value, receiver: Value, cls: Class) -> Value:
        """A class attribute as seen through an instance."""
        return attributes.bind(self, value, receiver, cls)

    def find_attr(self, obj: Value, name: str) -> Value:
        """The attribute, or MISSING."""
        try:
            with self.expecting("AttributeError"):
                return attributes.find(self, obj, name)
        except Raised as raised:
            if self.matches(raised.value, "AttributeError"):
                return MISSING
            raise

    @contextmanager
    def expecting(self, kind: str) -> Iterator[list[Raised]]:
        """While a built-in function waits for one kind of exception, as ``hasattr`` does.

        Yields the list of those that may have been raised in undecided branches.
        """
        catchers = self.catchers
        depth = len(catchers)
        possible: list[Raised] = []
        if self.frame is not None:
            catcher = WaitingBuiltin(self.frame, kind)
            possible = catcher.possible
            catchers.append(catcher)
        try:
            yield possible
        finally:
            del catchers[depth:]

    def get_attr(self, obj: Value, name: str) -> Value:
        """The attribute; raises the program's AttributeError."""
        value = attributes.find(self, obj, name)
        if value is MISSING:
            return no_attribute(self, obj, name)
        return value

    def set_attr(self, obj: Value, name: str, value: Value) -> None:
        """``obj.name = value``."""
        attribute_changes.set_attribute(self, obj, name, value)

    def del_attr(self, obj: Value, name: str) -> None:
        """``del obj.name``."""
        attribute_changes.delete_attribute(self, obj, name)

    def getitem(self, obj: Value, key: Value) -> Value:
        """``obj[key]``."""
        return operators.getitem(self, obj, key)

    def class_of(self, value: Value) -> Class | None:
        """The class of a value, None if unknown."""
        return class_of(value)

    def is_instance(self, value: Value, cls: Class) -> Value:
        """``isinstance(value, cls)``."""
        return self.call(self.builtins["isinstance"], [value, cls])

    # -- truth and iteration

    def truth(self, value: Value) -> bool | None:
        """Whether a value counts as true; None if unknown."""
        return iteration.truth(self, value)

    def iterate(self, value: Value) -> Iterator[Value] | None:
        """The elements of an iterable, lazily; None if unknown."""
        return iteration.iterate(self, value)

    def to_list(self, value: Value) -> list[Value] | None:
        """See the base class."""
        return iteration.to_list(self, value)

    def to_marked(self, value: Value) -> list[tuple[Value, bool]] | None:
        """See the base class."""
        return iteration.to_marked(self, value)

    def await_value(self, value: Value) -> Value:
        """``await value``: a coroutine is run to its end."""
        if isinstance(value, Iter) and value.kind == "coroutine":
            try:
                while True:
                    next(value.host)
            except StopIteration as stop:
                return stop.value
        return value

    # -- exceptions

    def raise_error(self, name: str, message: Value = "") -> NoReturn:
        """Raise a built-in exception of the program."""
        raise self.error(name, message)

    def error(self, name: str, message: Value) -> Raised:
        """A built-in exception of the program that starts here."""
        instance = Instance(EXCEPTIONS[name])
        instance.names["args"] = (message,)
        return self.raised(instance)

    def raised(self, value: Value) -> Raised:
        """An exception of the program that starts here."""
        error = Raised(value)
        if self.frame is not None:
            error.place = (self.frame, self.frame.node)
        return error

    def exception_of(self, value: Value, frame: Frame) -> Raised:
        """What ``raise value`` raises; a bare ``raise`` raises what is being handled."""
        at: Frame | None = frame
        while at is not None and at.handling is None:
            at = at.back
        caught = None if at is None else at.handling
        if value is None and caught is None:
            self.raise_error("RuntimeError", "No active exception to reraise")
        if caught is not None and (value is None or value is caught.value):
            return self._again(caught)
        if isinstance(value, Class):
            value = self.call(value, [])
        if not isinstance(value, Instance):
            if isinstance(value, (Unknown, Union)):
                value = Instance(EXCEPTIONS["Exception"])
            else:
                self.raise_error("TypeError", "exceptions must derive from BaseException")
        raised = self.raised(value)
        raised.deliberate = True
        return raised

    def _again(self, caught: Raised) -> Raised:
        """A caught exception, raised once more: no more certain than it was."""
        raised = self.raised(caught.value)
        for name in ("deliberate", "certain", "is_open", "builds", "misfit"):
            setattr(raised, name, getattr(caught, name))
        return raised

    def matches(self, value: Value, name: str) -> bool:
        """Whether an exception is of a built-in class."""
        return isinstance(value, Instance) and EXCEPTIONS[name] in value.cls.mro

    def is_exit(self, value: Value) -> bool:
        """Whether an exception ends the program without being a fault."""
        return self.matches(value, "SystemExit") or self.matches(value, "KeyboardInterrupt")

    def parsed(self, source: ModuleSource) -> ast.Module:
        """The tree of a module's text, without its broken parts."""
        self.files.add(source.path)
        if source.is_formatted:
            return parse_model(source.path, source.text)
        result = parse_file(source.path, source.text)
        if not result.complete:
            self.damaged.add(source.path)
        if result.only_python2:
            self.only_python2.add(source.path)
        return result.tree

    def note_gap(
        self,
        reason: str,
        frame: Frame,
        node: ast.AST,
        *,
        hides: bool = False,
        builds: bool = False,
        rounds: tuple[int, ast.AST] | None = None,
    ) -> None:
        """Record something that was not followed; it ``hides`` its possible effects outside.

        A module that was not found ``builds`` something, perhaps, while it is imported.  Of
        ``rounds``, ``further`` tells.
        """
        place = user_place(frame, node)
        if place is not None:
            key = (reason, id(place[1]), rounds[0] if rounds else -1)
            known = self.gaps.get(key)
            if known is None or (hides and not known.hides):
                self.observe()
                self.gaps[key] = Gap(reason, *place, hides, builds, self.effects, rounds)

    def note_internal(self, error: Exception, builtin: Builtin, reason: str) -> None:
        """Record that a built-in function was used in a way that its model does not support."""
        self.observe()
        self.internal.append(f"{builtin.name}: {type(error).__name__}: {error}")
        frame = self.frame
        if builtin.builds and frame is not None:
            self.heap.domain.disturb()
            self.note_gap(reason, frame, frame.node, hides=True)

    # -- modules

    def module(self, name: str) -> Module | None:
        """Import a module by its absolute name."""
        frame = self.frame
        return importing.load(self, name, frame.module.source.path if frame else None)

    def loaded_submodule(self, module: Module, name: str) -> Module | None:
        """A submodule of a package that is modelled or was imported, as an attribute."""
        if not module.source.is_package:
            return None
        known = self.modules.get(f"{module.name}.{name}")
        if known is not None:
            return known
        if module.source.origin is not Origin.USER:
            return importing.load(self, f"{module.name}.{name}", None)
        return None

    # -- the other side

    def refuse(self, raised: Raised) -> None:
        """A library certainly refuses a call; raises if the program catches that."""
        self.observe()
        self._outside.refused(raised)

    def note_possible_end(self, raised: Raised) -> None:
        """See the base class."""
        self._outside.may_end(raised)

    def note_filter(
        self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]
    ) -> None:
        """What selects items by a test ended: the items, and which of them passed."""
        self._outside.filtered(frame, test, items)

    def unwound(self, frame: Frame) -> None:
        """An exception came to a frame: what was called from there has ended."""
        self._outside.unwound(frame)

    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Call a function in the thread of the program that ``worker`` represents."""
        self.observe()
        self._outside.run_in_thread(worker, function)
