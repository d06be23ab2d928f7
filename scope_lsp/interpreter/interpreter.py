"""The interpreter's state and services: what compiled code and built-in functions call.

One ``Interpreter`` is one run of one program.  Syntax is compiled elsewhere; operations on values
live in ``operators``, ``attributes`` and ``calls``, and are reachable from here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NoReturn

from scope_lsp.interpreter import attributes, calls, importing, iteration, operators
from scope_lsp.interpreter import nodes as nodes  # fills the compiler's tables
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.builtins import registry
from scope_lsp.interpreter.builtins.classes import BUILTINS, EXCEPTIONS, class_of
from scope_lsp.interpreter.catching import Context, HostContext
from scope_lsp.interpreter.code import Code
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import (
    Gap,
    user_place,
)
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.missing_attributes import no_attribute
from scope_lsp.interpreter.outside import Outside
from scope_lsp.interpreter.resumable import start_generator
from scope_lsp.interpreter.running import run_frame
from scope_lsp.interpreter.state import Heap
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    ClassClock,
    Dict,
    Function,
    Instance,
    Iter,
    List,
    Module,
    Namespace,
    Raised,
    Union,
    Unknown,
    Value,
)
from scope_lsp.syntax.parse import parse


class Interpreter:
    """One run: its modules, its stack, its forks."""

    def __init__(
        self,
        budget: Budget,
        outside: Callable[[Interpreter], Outside],
        *,
        supposes_arguments: bool = False,
    ) -> None:
        self.budget = budget
        self.outside = outside(self)
        self.loader = self.outside.loader
        self.heap = Heap(self.outside.domain, budget)
        self.builtins: Namespace = BUILTINS
        self.host_modules = {**registry.host_modules(), **self.outside.host_modules()}
        self.class_clock = ClassClock()
        self.modules: dict[str, Module] = {}
        self.missing: set[tuple[str, tuple[str, ...]]] = set()
        """Names of modules that the loader does not have, each under a ``sys.path``."""
        self.files: set[str] = set()
        """Paths of the modules that were run."""
        self.damaged: set[str] = set()
        """Paths of those whose text does not parse as it stands."""
        self.frame: Frame | None = None
        self.depth = 0
        self.doubt = 0
        """How many undecided branches and early exits we are behind: 0 is certain."""
        self.active: dict[Function | Code, int] = {}
        """How often each function is being called behind undecided branches."""
        self.events = 0
        """Counted up by primitives at every effect on the domain."""
        self.news = 0
        """Counted up by those that show first: a new variable, or a new call of a known one."""
        self.built_in: Frame | None = None
        """Where the last such effect was made."""
        self.incomplete = False
        """Whether a limit cut something off: nothing is certain any more."""
        self.leaving = False
        """Whether the last round of a loop runs that goes on without us."""
        self.open_end = False
        """Whether the item last fetched may not be there: an iterator's end is not decided."""
        self.unsure_item = False
        """Whether the item last fetched is only there behind a branch that is not decided."""
        self.supposes_arguments = supposes_arguments
        """Whether the program is supposed to be started with arguments that are not known."""
        self.asked_arguments = False
        """Whether the program looked at an option that such arguments would set."""
        self.calls_back = 0
        """How deep calls nest that code which is not known may make of functions given to it."""
        self.calls_outside = 0
        """Counted up by calls of what is not known: a session, a file, a device."""
        self.rounds = 0
        """Counted up by every round of a loop."""
        self.left_loops: set[ast.AST] = set()
        """Loops that were left before their end: they get a part of their steps next time."""
        self.contexts: list[Context] = []
        """Handlers that are active, innermost last."""
        self.origins: dict[int, tuple[Value, object]] = {}
        """What primitives know about exceptions that they raised, by the instance's id."""
        self.internal: list[str] = []
        """Uses of built-in functions that their models did not foresee."""
        self.effects = 0
        """How many effects on the outside state were recorded, set by who records them."""
        self.gaps: dict[tuple[str, int], Gap] = {}
        """What could not be followed, by reason and place; each once."""
        self.ended: Raised | None = None
        """The first failure that ends the program for certain, though the run goes on."""
        self.prunes = 0
        """How many undecided branches have another arm that goes on if this one fails."""
        self.reached: set[Any] = set()
        """The syntax nodes of functions whose bodies were run."""

    # -- frames

    def enter(self, frame: Frame) -> None:
        """Push a frame; raises the program's RecursionError when they nest too deep."""
        self.budget.left -= 1
        self.check(frame)
        self.depth += 1
        self.frame = frame

    def check(self, frame: Frame) -> None:
        """Hold the budget against a frame that is about to be pushed."""
        if self.budget.left < 0:
            self.budget.look()
        if self.depth >= self.budget.depth:
            self.raise_error("RecursionError", "maximum recursion depth exceeded")

    def leave(self, frame: Frame) -> None:
        """Pop a frame."""
        self.depth -= 1
        self.frame = frame.back

    def progress(self) -> None:
        """Something happened in the domain."""
        self.events += 1
        self.built_in = self.frame
        self.budget.progress()

    def cut(self, what: str) -> None:
        """A limit of the budget cuts something off here."""
        self.incomplete = True
        self.outside.cut_off(what)

    def unwind(self) -> None:
        """Nothing is open any more: what ran was left by an exception."""
        self.contexts.clear()
        self.heap.abandon()
        self.doubt = self.prunes = 0

    # -- calls and attributes

    def call(
        self, function: Value, args: Sequence[Value] = (), kwargs: dict[str, Value] | None = None
    ) -> Value:
        """Call a value of the program."""
        return calls.call(self, function, args, kwargs)

    def call_bound(self, function: Function, names: Namespace) -> Value:
        """Run a function whose parameters are bound already."""
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

        Gives the list of those that may have been raised, behind branches not decided.
        """
        contexts = self.contexts
        depth = len(contexts)
        possible: list[Raised] = []
        if self.frame is not None:
            context = HostContext(self.frame, kind)
            possible = context.possible
            contexts.append(context)
        try:
            yield possible
        finally:
            del contexts[depth:]

    def get_attr(self, obj: Value, name: str) -> Value:
        """The attribute; raises the program's AttributeError."""
        value = attributes.find(self, obj, name)
        if value is MISSING:
            return no_attribute(self, obj, name)
        return value

    def set_attr(self, obj: Value, name: str, value: Value) -> None:
        """``obj.name = value``."""
        attributes.set_attribute(self, obj, name, value)

    def del_attr(self, obj: Value, name: str) -> None:
        """``del obj.name``."""
        attributes.delete_attribute(self, obj, name)

    def getitem(self, obj: Value, key: Value) -> Value:
        """``obj[key]``."""
        return operators.getitem(self, obj, key)

    def touch(self, obj: Any) -> None:
        """To be called before a mutable value changes."""
        self.heap.touch(obj)

    def class_of(self, value: Value) -> Class | None:
        """The class of a value, None where it is not known."""
        return class_of(value)

    def is_instance(self, value: Value, cls: Class) -> Value:
        """``isinstance(value, cls)``."""
        return self.call(self.builtins["isinstance"], [value, cls])

    # -- truth and iteration

    def truth(self, value: Value) -> bool | None:
        """Whether a value counts as true; None where that is not known."""
        return iteration.truth(self, value)

    def iterate(self, value: Value) -> Iterator[Value] | None:
        """The elements of an iterable, lazily; None when they are not known."""
        return iteration.iterate(self, value)

    def to_list(self, value: Value) -> list[Value] | None:
        """All elements of an iterable; None when they are not known or too many."""
        if isinstance(value, List):
            return list(value.items)
        if isinstance(value, tuple):
            return list(value)
        items = iteration.iterate(self, value)
        if items is None:
            return None
        self.open_end = False
        found = list(islice(self._counted(items), self.budget.items + 1))
        if self.open_end or (isinstance(value, Iter) and value.uncertain):
            return None
        return None if len(found) > self.budget.items else found

    def _counted(self, items: Iterator[Value]) -> Iterator[Value]:
        for item in items:
            self.budget.tick()
            yield item
            if self.open_end:
                return

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
        if value is None:
            at: Frame | None = frame
            while at is not None and at.handling is None:
                at = at.back
            value = at.handling if at is not None else None
            if value is None:
                self.raise_error("RuntimeError", "No active exception to reraise")
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

    def matches(self, value: Value, name: str) -> bool:
        """Whether an exception is of a built-in class."""
        return isinstance(value, Instance) and EXCEPTIONS[name] in value.cls.mro

    def is_exit(self, value: Value) -> bool:
        """Whether an exception ends the program rather than reports a fault."""
        return self.matches(value, "SystemExit") or self.matches(value, "KeyboardInterrupt")

    def handler_of(self, value: Value) -> Context | None:
        """The innermost active handler that may catch an exception."""
        for context in reversed(self.contexts):
            if context.catches(value):
                return context
        return None

    def must_unwind(self, value: Value) -> bool:
        """Whether an exception has anything to run on its way out, or may be caught."""
        return any(context.final or context.catches(value) for context in self.contexts)

    def parsed(self, source: ModuleSource) -> ast.Module:
        """The tree of a module's text, as far as it is sound."""
        result = parse(source.text)
        self.files.add(source.path)
        if not result.complete:
            self.damaged.add(source.path)
        return result.tree

    def note_gap(self, reason: str, frame: Frame, node: ast.AST, *, hides: bool = False) -> None:
        """Something could not be followed; it ``hides`` what it may have done to the outside."""
        place = user_place(frame, node)
        if place is not None:
            key = (reason, id(place[1]))
            known = self.gaps.get(key)
            if known is None or (hides and not known.hides):
                self.gaps[key] = Gap(reason, *place, hides, self.effects)

    def note_end(self, raised: Raised) -> None:
        """The program ends here for certain; what follows is for the hints of sound lines."""
        if self.ended is None and not self.doubt:
            self.ended = raised

    def note_internal(self, error: Exception, builtin: Builtin, reason: str) -> None:
        """A built-in function was used in a way that its model did not foresee."""
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

    # -- namespaces

    def dict_of(self, names: Namespace) -> Dict:
        """A dict with the same pairs."""
        return Dict({name: (name, value) for name, value in names.items()})
