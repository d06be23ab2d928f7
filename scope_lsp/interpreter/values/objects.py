"""The objects of an analysed program: classes, instances, functions, containers, modules.

Each mutable object can tell its ``snapshot`` and take it back by ``restore``, so that the heap can
fork at a branch that is not decided.  What operations do is elsewhere (operators, calls, builtins).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.values.unknown import MAX_NESTING, Symbolic, Union, Unknown, Value, unite

if TYPE_CHECKING:
    from scope_lsp.interpreter.code import Code
    from scope_lsp.interpreter.environment import Frame

Namespace = dict[str, Value]


def join_namespaces(ours: Namespace, theirs: Namespace) -> Namespace:
    """The join of two states of one namespace; a name bound on one side only stays bound."""
    joined = dict(ours)
    for name, value in theirs.items():
        if name not in joined:
            joined[name] = value
        elif joined[name] is not value:
            joined[name] = unite([joined[name], value])
    return joined


class Mutable:
    """An object whose contents the program can change."""

    __slots__ = ()

    def snapshot(self) -> Any:
        """The contents, to be restored or joined later."""
        raise NotImplementedError

    def restore(self, contents: Any) -> None:
        """Take back the contents that ``snapshot`` gave."""
        raise NotImplementedError

    def join(self, ours: Any, theirs: Any) -> Any:
        """The join of two snapshots of this object."""
        raise NotImplementedError


class Scope(Mutable):
    """Something with a namespace: a frame, a module, a class, an instance."""

    __slots__ = ("names",)

    def __init__(self, names: Namespace | None = None) -> None:
        self.names: Namespace = {} if names is None else names

    def snapshot(self) -> Namespace:
        """A copy of the namespace."""
        return dict(self.names)

    def restore(self, contents: Namespace) -> None:
        """Replace the namespace's contents, keeping its identity."""
        self.names.clear()
        self.names.update(contents)

    def join(self, ours: Namespace, theirs: Namespace) -> Namespace:
        """Name by name."""
        return join_namespaces(ours, theirs)


class Module(Scope):
    """A module; ``complete`` once its body has run."""

    __slots__ = ("complete", "lenient", "name", "source")

    def __init__(self, name: str, source: ModuleSource) -> None:
        super().__init__()
        self.name = name
        self.source = source
        self.complete = False
        self.lenient = source.origin is Origin.STUB
        """Whether a fault in here is the model's, and no exception of the program."""

    def lacks(self, name: str) -> bool:
        """Whether the real module is known to have no such name; what a model has is there."""
        inventory = self.source.inventory
        return inventory is not None and name not in inventory and name not in self.names


class Class(Scope):
    """A class, of the program or built in.

    ``host`` names the built-in type whose payload its instances carry (``dict``, ``str`` ...);
    ``open`` says that some base is unknown, so that any attribute may be there.
    """

    __slots__ = (
        "_epoch",
        "_found",
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
    )

    epoch = 0
    """Counts up whenever some class changes: what look-ups found before is forgotten."""

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
        builds: bool | None = None,
    ) -> None:
        super().__init__(names)
        self._found: Namespace = {}
        self._epoch = -1
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
        self.builds: bool | None = builds or any(b.builds for b in bases) or None
        """Whether a base that is not known may build a graph: see ``Unknown.builds``."""

    def find(self, name: str) -> Value:
        """The attribute ``name`` from the method resolution order, or MISSING."""
        if self._epoch != Class.epoch:
            self._found = {}
            self._epoch = Class.epoch
            own = [cls.names for cls in self.mro if cls.module != "builtins"]
            self._watches = any("__getattribute__" in names for names in own)
            self._guards = any("__setattr__" in names for names in own)
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

    @property
    def watches(self) -> bool:
        """Whether the program decides itself how attributes are read; true as of ``find``."""
        return self._watches

    @property
    def guards(self) -> bool:
        """Whether the program decides itself how attributes are set; true as of ``find``."""
        return self._guards

    def snapshot(self) -> Namespace:
        """A copy of the namespace, taken because it is about to change."""
        Class.epoch += 1
        return dict(self.names)

    def restore(self, contents: Namespace) -> None:
        """Replace the namespace's contents."""
        Class.epoch += 1
        super().restore(contents)

    def __repr__(self) -> str:
        return f"<class {self.name}>"


class _Missing:
    """The type of MISSING."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""No such attribute, item or argument; never a value of the program."""


def linearize(cls: Class, bases: tuple[Class, ...]) -> tuple[Class, ...]:
    """The C3 method resolution order; bases that contradict each other fall back to depth first."""
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


class Instance(Scope):
    """An object of a class of the program; ``payload`` is what a built-in base holds."""

    __slots__ = ("cls", "payload")

    def __init__(self, cls: Class, payload: Value = MISSING) -> None:
        super().__init__()
        self.cls = cls
        self.payload = payload

    def __repr__(self) -> str:
        return f"<{self.cls.name} instance>"


_Contents = tuple[list[Value], int, bool]


class List(Mutable):
    """A list; also stands for a deque."""

    __slots__ = ("items", "perhaps", "uncounted")

    def __init__(self, items: list[Value], *, uncounted: bool = False) -> None:
        self.items = items
        self.perhaps = 0
        """While there are no more items than this, there may be none at all."""
        self.uncounted = uncounted
        """Whether there may be more items, or fewer: nobody knows how many were put in."""

    def snapshot(self) -> _Contents:
        """A copy of the items."""
        return list(self.items), self.perhaps, self.uncounted

    def restore(self, contents: _Contents) -> None:
        """Replace the items."""
        self.items[:], self.perhaps, self.uncounted = contents

    def join(self, ours: _Contents, theirs: _Contents) -> _Contents:
        """Item by item; a list that may be longer keeps the longer side's items."""
        short, long = sorted((ours[0], theirs[0]), key=len)
        items = [unite([a, b]) for a, b in zip(short, long, strict=False)] + long[len(short) :]
        surely = all(len(side) > perhaps for side, perhaps, _ in (ours, theirs))
        uncounted = len(short) < len(long) or ours[2] or theirs[2]
        return items, 0 if surely else len(items), uncounted

    def __repr__(self) -> str:
        return f"List({self.items!r})"


class Dict(Mutable):
    """A dict in insertion order; ``open`` when keys that are not known may be in it.

    ``entries`` maps the hashable form of a key (see ``key_of``) to the pair of key and value.
    """

    __slots__ = ("default", "entries", "open")

    def __init__(self, entries: dict[Any, tuple[Value, Value]] | None = None) -> None:
        self.entries: dict[Any, tuple[Value, Value]] = {} if entries is None else entries
        self.open = False
        self.default: Value = MISSING

    def snapshot(self) -> tuple[dict[Any, tuple[Value, Value]], bool]:
        """A copy of the entries."""
        return dict(self.entries), self.open

    def restore(self, contents: tuple[dict[Any, tuple[Value, Value]], bool]) -> None:
        """Replace the entries."""
        entries, self.open = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> tuple[dict[Any, tuple[Value, Value]], bool]:
        """Key by key; a key on one side only stays."""
        joined = dict(ours[0])
        for key, (original, value) in theirs[0].items():
            if key in joined:
                value = unite([joined[key][1], value])
            joined[key] = (original, value)
        return joined, ours[1] or theirs[1]


class Set(Mutable):
    """A set or frozenset, in insertion order."""

    __slots__ = ("entries", "frozen", "open")

    def __init__(self, entries: dict[Any, Value] | None = None, *, frozen: bool = False) -> None:
        self.entries: dict[Any, Value] = {} if entries is None else entries
        self.frozen = frozen
        self.open = False

    def snapshot(self) -> tuple[dict[Any, Value], bool]:
        """A copy of the members."""
        return dict(self.entries), self.open

    def restore(self, contents: tuple[dict[Any, Value], bool]) -> None:
        """Replace the members."""
        entries, self.open = contents
        self.entries.clear()
        self.entries.update(entries)

    def join(self, ours: Any, theirs: Any) -> tuple[dict[Any, Value], bool]:
        """All members of either."""
        return {**ours[0], **theirs[0]}, ours[1] or theirs[1] or set(ours[0]) != set(theirs[0])


class Iter:
    """An iterator or generator; consuming it cannot be undone by a fork."""

    __slots__ = ("host", "kind", "uncertain")

    def __init__(self, host: Iterator[Value], kind: str = "iterator") -> None:
        self.host = host
        self.kind = kind
        self.uncertain = False
        """Whether some of its items may not be there."""


class Function(Scope):
    """A function of the program: its code, the frame that it closes over, its defaults."""

    __slots__ = (
        "closure",
        "code",
        "defaults",
        "kw_defaults",
        "module",
        "owner",
        "python_name",
        "qualname",
        "takes",
        "wrapped_by",
    )

    def __init__(
        self,
        code: Code,
        module: Module,
        closure: Frame | None,
        defaults: tuple[Value, ...],
        kw_defaults: Namespace,
    ) -> None:
        super().__init__()
        self.code = code
        self.module = module
        self.closure = closure
        self.defaults = defaults
        self.kw_defaults = kw_defaults
        self.owner: Class | None = None
        self.qualname = code.name
        self.wrapped_by: Unknown | None = None
        """The unknown value that an unknown decorator gave for it."""
        self.takes: Function | bool | None = None
        """Whose parameters a call has to fit, where a model is written with looser ones.

        A model says of its own: True, they are those of the library; False, they are not.
        """
        self.python_name: str | None = None
        """What Python calls the library's function, where a model has another name for it."""

    def __repr__(self) -> str:
        return f"<function {self.code.name}>"


HostFunction = Callable[..., Value]


class Builtin:
    """A function of the interpreter's own: called as ``function(interp, *args, **kwargs)``.

    ``binds`` says whether it becomes a method when found in a class.  ``pure`` ones have no
    effects, so that a union among their arguments is tried alternative by alternative.
    ``builds``: it may change the state outside the interpreter (``domain``).
    """

    __slots__ = ("binds", "builds", "function", "name", "pure")

    def __init__(
        self,
        name: str,
        function: HostFunction,
        *,
        binds: bool = False,
        pure: bool = False,
        builds: bool = False,
    ) -> None:
        self.name = name
        self.function = function
        self.binds = binds
        self.pure = pure
        self.builds = builds

    def __repr__(self) -> str:
        return f"<builtin {self.name}>"


class Method:
    """A function bound to its first argument."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Value, receiver: Value) -> None:
        self.function = function
        self.receiver = receiver

    def __repr__(self) -> str:
        return f"<method {self.function!r}>"


class Wrapper:
    """``staticmethod`` or ``classmethod`` around a function."""

    __slots__ = ("function", "kind")

    def __init__(self, kind: str, function: Value) -> None:
        self.kind = kind
        self.function = function


class Property:
    """``property``; each part may be None."""

    __slots__ = ("deleter", "getter", "setter")

    def __init__(self, getter: Value, setter: Value = None, deleter: Value = None) -> None:
        self.getter = getter
        self.setter = setter
        self.deleter = deleter


class Super:
    """``super()``: attribute look-up that starts after ``cls`` in the receiver's order."""

    __slots__ = ("cls", "receiver")

    def __init__(self, cls: Class, receiver: Value) -> None:
        self.cls = cls
        self.receiver = receiver


class Unhashable(Exception):
    """A key that is not known well enough to be looked up (or not hashable)."""


def key_of(value: Value, depth: int = 0) -> Any:
    """A hashable form of ``value`` with Python's equality; raises ``Unhashable``."""
    kind = type(value)
    if kind in (str, int, float, bool, bytes, complex) or value is None or value is Ellipsis:
        return value
    if kind is tuple:
        if depth > MAX_NESTING:
            raise Unhashable
        return tuple([key_of(item, depth + 1) for item in value])  # type: ignore[attr-defined]
    if isinstance(value, (Unknown, Symbolic, Union, List, Dict)) or (
        isinstance(value, Set) and not value.frozen
    ):
        raise Unhashable
    if isinstance(value, Set):
        return frozenset(value.entries)
    if isinstance(value, Instance):
        if value.payload is not MISSING:
            return key_of(value.payload)
        if value.cls.find("__eq__") is not MISSING and value.cls.find("__hash__") is not MISSING:
            known = value.names.get("__key__", MISSING)
            return ("instance", id(value)) if known is MISSING else key_of(known)
        return ("instance", id(value))
    if kind is range or kind is slice:
        return repr(value)
    return ("object", id(value))


HostIterator = Iterator[Value]
