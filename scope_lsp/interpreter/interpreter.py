"""The record of one run of one program, and what the code that works for it can ask.

Compiled code and built-in functions use this type.  The module is below all of them and imports
none of them.  ``machine`` carries out the operations.
"""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NoReturn, Protocol

from scope_lsp.interpreter.budget import Budget, Undone
from scope_lsp.interpreter.gap import Gap
from scope_lsp.interpreter.heap import Heap
from scope_lsp.interpreter.loader import Loader, ModuleSource
from scope_lsp.interpreter.values.containers import Dict, List
from scope_lsp.interpreter.values.mutable import Mutable, Namespace
from scope_lsp.interpreter.values.objects import Class, ClassClock, Module
from scope_lsp.interpreter.values.unknown import Supposition, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.code import Code
    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.values.callables import Builtin, Function
    from scope_lsp.interpreter.values.raised import Raised


class Catcher(Protocol):
    """Something that waits for an exception of the program; ``catching`` has the kinds."""

    frame: Frame
    final: bool
    """Whether it catches nothing, but has code to run when an exception passes."""
    possible: list[Raised]
    """Exceptions of branches that may have been taken."""

    @property
    def is_host(self) -> bool:
        """Whether it is our own, in a built-in function, rather than the program's."""

    @property
    def is_unclear(self) -> bool:
        """Whether it is a context manager of which it is not known what it catches."""

    def catches(self, value: Value) -> bool:
        """Whether ``value`` may be caught here."""

    def may_catch(self, raised: Raised) -> None:
        """An exception may have come here."""

    def names_exception(self, value: Value) -> bool:
        """Whether the clause that catches ``value`` names its kind, rather than any exception."""

    def ending(self, value: Value) -> tuple[bool, bool]:
        """Whether the clause that catches ``value`` only raises it again; whether it gives up."""


class Interpreter(ABC):
    """One run: its current place, its doubts, its findings, and its operations."""

    def __init__(
        self,
        budget: Budget,
        heap: Heap,
        loader: Loader,
        builtins: Namespace,
        host_modules: dict[str, Callable[[], Namespace]],
        *,
        supposes_arguments: bool,
    ) -> None:
        # What it is given.
        self.budget = budget
        self.heap = heap
        self.loader = loader
        self.builtins = builtins
        self.host_modules = host_modules
        self.supposes_arguments = supposes_arguments
        """Whether to assume that the program is started with arguments, which are unknown."""

        # The current place.
        self.modules: dict[str, Module] = {}
        self.class_clock = ClassClock()
        self.frame: Frame | None = None
        self.depth = 0
        self.catchers: list[Catcher] = []
        """What waits for an exception, innermost last."""

        # Doubts.
        self.doubt = 0
        """The number of undecided branches and early exits that the current place depends on; 0:
        certain."""
        self.supposed: tuple[Supposition, ...] = ()
        """What the arms that are being run suppose, outermost first."""
        self.prunes = 0
        """The number of undecided branches whose other arm continues if this one fails."""
        self.calls_back = 0
        """The nesting depth of calls that unknown code may make of functions given to it."""
        self.callees = self.choices = 0
        """How many calls of one of several functions are active, and how many uses of one of
        several other values, each in its own arm."""
        self.active: dict[Function | Code, tuple[int, int]] = {}
        """How deep each function is being called after undecided branches, and how many such calls
        its outermost one has made: recursion ends."""
        self.incomplete = False
        """Whether a limit cut something off: nothing is certain any more."""
        self.open_end = False
        """Whether the item last fetched may be absent because the iterator's end is undecided."""
        self.unsure_item = False
        """Whether the item last fetched exists only in an undecided branch."""
        self.leaving = False
        """Whether this is the last round of a loop that the analysis leaves."""

        # What decides when loops are left.
        self.rounds = 0
        """Increased by every round of a loop."""
        self.events = 0
        """Increased by primitives at every effect on the domain: a loop with effects continues."""
        self.news = 0
        """Increased by visible effects: a new variable, or a new call of a known one."""
        self.calls_outside = 0
        """Increased by calls of something unknown: a loop with only such calls trains."""
        self.code_unseen = 0
        """Increased by calls of unknown code, which may raise anything."""
        self.built_in: Frame | None = None
        """Where the last effect happened.  An idle loop or call is left up to here."""
        self.left_loops: set[ast.AST] = set()
        self.tested: dict[ast.expr, Value] = {}
        """What tests that select items gave last (``selecting``)."""
        """Loops that were left before their end: they get fewer steps next time."""
        self.trying = 0
        """The clock of the fork in which a round of a loop is tried, and will be undone; 0: none
        (``steady``)."""
        self.tried_in_vain: dict[ast.AST, int] = {}
        """How often rounds of a loop were tried that turned out to do something."""

        # What was found, for later use.
        self.files: set[str] = set()
        """Paths of the modules that were run."""
        self.damaged: set[str] = set()
        """Paths of the modules whose text does not parse as it is."""
        self.only_python2: set[str] = set()
        """Paths of the modules whose text has statements that only Python 2 understands."""
        self.missing: set[tuple[str, tuple[str, ...]]] = set()
        """Names of modules that the loader does not have, each with the ``sys.path`` at the
        time."""
        self.attributes_given: dict[str, frozenset[str]] = {}
        """By the path of a module: the attributes that its text may give to objects; ``*``: any."""
        self.reached: set[ast.AST] = set()
        """The syntax nodes of functions whose bodies were run."""
        self.asked_arguments = False
        """Whether the program read an option that arguments would set."""
        self.gaps: dict[tuple[str, int, int], Gap] = {}
        """What could not be followed, by reason, place and, for rounds, what was made before; each
        once."""
        self.effects = 0
        """The number of recorded effects on the outside state, set by the recorder."""
        self.ended: Raised | None = None
        """The first failure that certainly ends the program, although the run continues."""
        self.subclasses: dict[Class, List] = {}
        """The direct subclasses of each class of the program, in order of definition."""
        self.origins: dict[int, tuple[Value, object]] = {}
        """What primitives know about exceptions that they raised, by the id of the instance."""
        self.internal: list[str] = []
        """Uses of built-in functions that their models do not support."""

    # -- frames

    def enter(self, frame: Frame) -> None:
        """Push a frame; raises the program's RecursionError if there are too many."""
        self.budget.left -= 1
        self.check(frame)
        self.depth += 1
        self.frame = frame

    def check(self, frame: Frame) -> None:
        """Check the budget for a frame that is about to be pushed."""
        if self.budget.left < 0:
            self.budget.look()
        if self.depth >= self.budget.depth:
            self.raise_error("RecursionError", "maximum recursion depth exceeded")

    def leave(self, frame: Frame) -> None:
        """Pop a frame."""
        self.depth -= 1
        self.frame = frame.back

    def observe(self) -> None:
        """Something is about to be recorded: a round that is only tried must not do this."""
        if self.trying:
            raise Undone

    def progress(self) -> None:
        """Something happened in the domain."""
        self.observe()
        self.events += 1
        self.built_in = self.frame
        self.budget.progress()

    @abstractmethod
    def cut(self, what: str) -> None:
        """A limit of the budget cuts something off here."""

    def unwind(self) -> None:
        """Reset the stack: what was running was left by an exception."""
        self.catchers.clear()
        self.heap.abandon()
        self.doubt = self.prunes = self.callees = self.choices = 0

    # -- calls and attributes

    @abstractmethod
    def call(
        self, function: Value, args: Sequence[Value] = (), kwargs: dict[str, Value] | None = None
    ) -> Value:
        """Call a value of the program."""

    @abstractmethod
    def call_bound(self, function: Function, names: Namespace) -> Value:
        """Run a function whose parameters are already bound."""

    @abstractmethod
    def bind(self, value: Value, receiver: Value, cls: Class) -> Value:
        """A class attribute as seen through an instance."""

    @abstractmethod
    def find_attr(self, obj: Value, name: str) -> Value:
        """The attribute, or MISSING."""

    @abstractmethod
    def expecting(self, kind: str) -> AbstractContextManager[list[Raised]]:
        """While a built-in function waits for one kind of exception, as ``hasattr`` does.

        Yields the list of those that may have been raised in undecided branches.
        """

    @abstractmethod
    def get_attr(self, obj: Value, name: str) -> Value:
        """The attribute; raises the program's AttributeError."""

    @abstractmethod
    def set_attr(self, obj: Value, name: str, value: Value) -> None:
        """``obj.name = value``."""

    @abstractmethod
    def del_attr(self, obj: Value, name: str) -> None:
        """``del obj.name``."""

    @abstractmethod
    def getitem(self, obj: Value, key: Value) -> Value:
        """``obj[key]``."""

    def touch(self, obj: Mutable) -> None:
        """Must be called before a mutable value changes."""
        self.heap.touch(obj)

    @abstractmethod
    def class_of(self, value: Value) -> Class | None:
        """The class of a value, None if unknown."""

    @abstractmethod
    def is_instance(self, value: Value, cls: Class) -> Value:
        """``isinstance(value, cls)``."""

    # -- truth and iteration

    @abstractmethod
    def truth(self, value: Value) -> bool | None:
        """Whether a value counts as true; None if unknown."""

    @abstractmethod
    def iterate(self, value: Value) -> Iterator[Value] | None:
        """The elements of an iterable, lazily; None if unknown."""

    @abstractmethod
    def to_list(self, value: Value) -> list[Value] | None:
        """All elements of an iterable; None if unknown, possibly absent, or too many."""

    @abstractmethod
    def to_marked(self, value: Value) -> list[tuple[Value, bool]] | None:
        """All elements, each with whether it may be absent; None if unknown."""

    @abstractmethod
    def await_value(self, value: Value) -> Value:
        """``await value``: a coroutine is run to its end."""

    # -- exceptions

    @abstractmethod
    def raise_error(self, name: str, message: Value = "") -> NoReturn:
        """Raise a built-in exception of the program."""

    @abstractmethod
    def error(self, name: str, message: Value) -> Raised:
        """A built-in exception of the program that starts here."""

    @abstractmethod
    def raised(self, value: Value) -> Raised:
        """An exception of the program that starts here."""

    @abstractmethod
    def exception_of(self, value: Value, frame: Frame) -> Raised:
        """What ``raise value`` raises; a bare ``raise`` raises what is being handled."""

    @abstractmethod
    def matches(self, value: Value, name: str) -> bool:
        """Whether an exception is of a built-in class."""

    @abstractmethod
    def is_exit(self, value: Value) -> bool:
        """Whether an exception ends the program without being a fault."""

    def catcher_of(self, value: Value) -> Catcher | None:
        """The innermost catcher that may catch this exception."""
        for catcher in reversed(self.catchers):
            if catcher.catches(value):
                return catcher
        return None

    def unknown_manager(self, value: Value) -> Catcher | None:
        """The context manager that may catch this exception before any catcher that is known."""
        for catcher in reversed(self.catchers):
            if (known := catcher.catches(value)) or catcher.is_unclear:
                return None if known else catcher
        return None

    def must_unwind(self, value: Value) -> bool:
        """Whether an exception would run any code on its way, or may be caught."""
        return any(catcher.final or catcher.catches(value) for catcher in self.catchers)

    # -- what is noted

    @abstractmethod
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
        """Something could not be followed; it ``hides`` what it may have done to the outside."""

    def note_end(self, raised: Raised) -> None:
        """Record that the program certainly ends here; what follows is run for hints."""
        if self.ended is None and not self.doubt:
            self.observe()
            self.ended = raised

    @abstractmethod
    def note_possible_end(self, raised: Raised) -> None:
        """Record that the program may end here."""

    @abstractmethod
    def note_internal(self, error: Exception, builtin: Builtin, reason: str) -> None:
        """Record that a built-in function was used in a way that its model does not support."""

    # -- modules

    @abstractmethod
    def parsed(self, source: ModuleSource) -> ast.Module:
        """The tree of a module's text, without its broken parts."""

    @abstractmethod
    def module(self, name: str) -> Module | None:
        """Import a module by its absolute name."""

    @abstractmethod
    def loaded_submodule(self, module: Module, name: str) -> Module | None:
        """A submodule of a package that is modelled or was imported, as an attribute."""

    # -- the other side: see ``outside``

    @abstractmethod
    def refuse(self, raised: Raised) -> None:
        """A library certainly refuses a call; raises if the program catches that."""

    @abstractmethod
    def note_filter(
        self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]
    ) -> None:
        """What selects items by a test ended: the items, and which of them passed."""

    @abstractmethod
    def unwound(self, frame: Frame) -> None:
        """An exception came to a frame: what was called from there has ended."""

    @abstractmethod
    def run_in_thread(self, worker: Value, function: Value) -> None:
        """Call a function in the thread of the program that ``worker`` represents."""

    # -- namespaces

    def dict_of(self, names: Namespace) -> Dict:
        """A dict with the same pairs."""
        return Dict({name: (name, value) for name, value in names.items()})
