"""The objects of an analysed program that have a namespace: modules, classes, instances.

Containers are in ``containers``, functions in ``callables``.  The operations are elsewhere
(operators, calls, builtins).
"""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.values.mutable import MISSING, Mutable, Namespace, NamespaceOwner
from scope_lsp.interpreter.values.unknown import Unknown, Value


class Module(NamespaceOwner):
    """A module; ``complete`` once its body has run."""

    __slots__ = ("complete", "is_model", "lost", "name", "source")

    def __init__(self, name: str, source: ModuleSource) -> None:
        super().__init__()
        self.name = name
        self.source = source
        self.complete = False
        self.lost = False
        """Whether a branch of its body failed and was dropped: it may bind further names."""
        self.is_model = source.origin is Origin.STUB
        """Whether a failure in it is the model's, and not an exception of the program."""

    def lacks(self, name: str) -> bool:
        """Whether the real module is known not to have this name; what a model has exists."""
        inventory = self.source.inventory
        return inventory is not None and name not in inventory and name not in self.names


class ModelName(str):
    """The name of a module of a model, as ``__module__`` of what the model defines there.

    The library may define it elsewhere: see ``function_attributes.module_seen``.
    """

    __slots__ = ()


class ClassClock:
    """Counts the changes of the classes of one run, which invalidate earlier look-ups."""

    __slots__ = ("time",)

    def __init__(self) -> None:
        self.time = 0


_STANDS_STILL = ClassClock()


class Class(NamespaceOwner):
    """A class, of the program or built in.

    A class without the ``clock`` of a run is ``fixed``: all runs share it, and none changes it.
    ``host`` names the built-in type whose payload its instances carry (``dict``, ``str`` and so
    on).  ``open`` says that some base is unknown, so that it may have any attribute; ``why_open``
    is the reason, if there is one.
    """

    __slots__ = (
        "_answers",
        "_clock",
        "_found",
        "_found_at",
        "_guards",
        "_watches",
        "bases",
        "builds",
        "host",
        "metaclass",
        "module",
        "mro",
        "name",
        "open",
        "why_open",
    )

    def __init__(
        self,
        name: str,
        bases: tuple[Class, ...],
        names: Namespace | None = None,
        *,
        host: str | None = None,
        module: str = "builtins",
        metaclass: Class | None = None,
        is_open: bool = False,
        why_open: str = "",
        builds: bool | None = None,
        clock: ClassClock | None = None,
    ) -> None:
        super().__init__(names)
        self._clock = _STANDS_STILL if clock is None else clock
        self._found: Namespace = {}
        self._answers: dict[Callable[[Class], bool], bool] = {}
        self._found_at = -1
        self._watches = False
        self._guards = False
        self.name = name
        self.bases = bases
        self.mro: tuple[Class, ...] = linearize(self, bases)
        self.module = module
        self.host: str | None = host or next((b.host for b in self.mro[1:] if b.host), None)
        self.metaclass: Class | None = metaclass or next(
            (b.metaclass for b in bases if b.metaclass), None
        )
        self.open: bool = is_open or any(b.open for b in bases)
        self.why_open: str = why_open or next((b.why_open for b in bases if b.why_open), "")
        self.builds: bool | None = builds or any(b.builds for b in bases) or None
        """Whether an unknown base may build a graph: see ``Unknown.builds``."""

    def find(self, name: str) -> Value:
        """The attribute ``name`` from the method resolution order, or MISSING."""
        if self._found_at != self._clock.time:
            self._look_anew()
        known = self._found.get(name)
        if known is not None:
            return known
        value: Value = MISSING
        for cls in self.mro:
            if name in cls.names:
                value = cls.names[name]
                break
        self._found[name] = value
        return value

    def answer(self, question: Callable[[Class], bool]) -> bool:
        """The answer to a question about what this class and its bases define.

        It is kept until some class changes.
        """
        if self._found_at != self._clock.time:
            self._look_anew()
        known = self._answers.get(question)
        if known is None:
            known = self._answers[question] = question(self)
        return known

    def _look_anew(self) -> None:
        self._found, self._answers = {}, {}
        self._found_at = self._clock.time
        own = [cls.names for cls in self.mro if cls.module != "builtins"]
        self._watches = any("__getattribute__" in names for names in own)
        self._guards = any("__setattr__" in names for names in own)

    def unseen(self, what: str) -> Unknown:
        """What a base that is unknown may have; ``what`` says what that is: ``a method``."""
        why = f" ({self.why_open})" if self.why_open else ""
        return Unknown(f"{what} of a base class that is not known{why}", builds=self.builds)

    @property
    def watches(self) -> bool:
        """Whether the program itself defines how attributes are read; True as for ``find``."""
        return self._watches

    @property
    def guards(self) -> bool:
        """Whether the program itself defines how attributes are set; True as for ``find``."""
        return self._guards

    @property
    def fixed(self) -> bool:
        """Whether it came with the interpreter: no program can change it."""
        return self._clock is _STANDS_STILL

    @property
    def clock(self) -> ClassClock:
        """The clock of the run to which it belongs, for classes derived from it."""
        return self._clock

    def changed(self) -> None:
        """Must be called when its namespace changes, before or after the change."""
        self._clock.time += 1

    def snapshot(self) -> Namespace:
        """Return a copy of the namespace, because it is about to change."""
        self.changed()
        return dict(self.names)

    def restore(self, contents: Namespace) -> None:
        """Replace the namespace's contents."""
        self.changed()
        super().restore(contents)

    def __repr__(self) -> str:
        return f"<class {self.name}>"


def linearize(cls: Class, bases: tuple[Class, ...]) -> tuple[Class, ...]:
    """Return the C3 method resolution order; contradicting bases are ordered depth first."""
    if len(bases) == 1:
        return (cls, *bases[0].mro)
    sequences = [list(base.mro) for base in bases] + [list(bases)]
    order: list[Class] = [cls]
    while any(sequences):
        for sequence in sequences:
            if sequence and not any(sequence[0] in other[1:] for other in sequences):
                head = sequence[0]
                break
        else:
            head = next(sequence[0] for sequence in sequences if sequence)
        order.append(head)
        sequences = [[c for c in sequence if c is not head] for sequence in sequences]
    return tuple(order)


class Instance(NamespaceOwner):
    """An object of a class of the program; ``payload`` is what a built-in base holds."""

    __slots__ = ("born", "cls", "payload")

    def __init__(self, cls: Class, payload: Value = MISSING) -> None:
        self.names = {}
        self.born = Mutable.forks
        self.cls = cls
        self.payload = payload

    def __repr__(self) -> str:
        return f"<{self.cls.name} instance>"
