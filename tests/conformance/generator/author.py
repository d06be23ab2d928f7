"""Writes a program, and knows what it needs about the place at which it writes.

Not a model of naming: ``Env`` keeps just enough (which names were asked for below which path, and
whether the scope is believed to share) for most programs to get further than their third line.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

VARIABLE_NAMES = ("w", "b", "W", "x", "a", "w_1", "a/w", "kernel", "u")
SCOPE_NAMES = ("a", "b", "c", "A", "net", "a/b", "w", "a_1")


@dataclass
class Function:
    """A helper that the program defined: how to call it."""

    name: str
    parameters: tuple[tuple[str, str, str | None], ...]
    """Name, kind (name, reuse, n, x, scope, options), default as source or None."""
    returns: str = "tensor"
    """tensor, variable, list, scope (a context manager), text, none."""
    calls: list[tuple[str, str]] = field(default_factory=list)
    """Path and name argument of the calls so far."""


@dataclass(frozen=True)
class Class:
    """A class that the program defined: how to make and use an instance."""

    name: str
    arguments: str
    """Source of the constructor's arguments, ``{name}`` in it."""
    uses: tuple[str, ...]
    """Statements with ``{o}`` for the object and ``{x}`` for a tensor."""


@dataclass
class Env:
    """What can be used at one place of the program.  Blocks share the lists of their parent."""

    path: str = "g0:"
    reuse: str = "no"
    """What get_variable is believed to do here with a name that exists: no, auto, yes."""
    loops: tuple[str, ...] = ()
    """Expressions that a name must hold to differ from one round or call to the next."""
    in_function: bool = False
    plain: bool = True
    """Whether get_variable gives one variable: no partitioner is about."""
    nesting: int = 0
    scopes: list[tuple[str, str, str]] = field(default_factory=list)
    """Python name, path and reuse of each captured variable scope."""
    name_scopes: list[str] = field(default_factory=list)
    variables: list[str] = field(default_factory=list)
    tensors: list[str] = field(default_factory=list)
    ints: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    functions: list[Function] = field(default_factory=list)
    graphs: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    """Tensors of rank two, of four rows."""
    sequences: list[str] = field(default_factory=list)
    """Tensors of rank three: four sequences."""
    images: list[str] = field(default_factory=list)
    """Tensors of rank four: four images."""

    def inside(self, **changes: object) -> Env:
        """The body of a with statement or loop: names bound there stay bound."""
        return replace(self, nesting=self.nesting + 1, **changes)  # type: ignore[arg-type]

    def branch(self, **changes: object) -> Env:
        """A body that may not run to its end: names bound there are forgotten."""
        kept = {key: list(value) for key, value in vars(self).items() if isinstance(value, list)}
        return replace(self.inside(), **{**kept, **changes})  # type: ignore[arg-type]

    def other_graph(self, path: str) -> Env:
        """A place where the tensors of this one cannot be used."""
        kept: dict[str, list[str]] = {"rows": [], "sequences": [], "images": []}
        env = self.branch(path=path, reuse="no", variables=[], tensors=[], name_scopes=[])
        return replace(env, **kept)

    def function(self, path: str, loops: tuple[str, ...] = ()) -> Env:
        """The body of a function: it sees the module, but no tensors of its graph."""
        env = self.other_graph(path)
        return replace(env, loops=loops, in_function=True, nesting=1, graphs=[], scopes=[])

    def below(self, name: str) -> str:
        """The path of a scope opened here."""
        return self.path + "/" + name


Statement = Callable[["Author", Env], None]
STATEMENTS: dict[str, Statement] = {}


def statement(name: str) -> Callable[[Statement], Statement]:
    """Register a kind of statement under the name that profiles use."""

    def register(function: Statement) -> Statement:
        STATEMENTS[name] = function
        return function

    return register


class Author:
    """Writes lines, hands out fresh names and takes the random decisions.

    ``pressure`` (0 to 1) says how careless the program is about sharing.
    """

    def __init__(self, seed: int, weights: dict[str, float], lines: int, pressure: float) -> None:
        self.random = random.Random(seed)
        self.weights = weights
        self.pressure = pressure
        self.mixing = self.random.random() < 0.6
        """Whether tensors of different origin are added; if not, scopes may have a dtype."""
        self.renames = False
        """Whether the program defines the custom getter ``rename``."""
        self.classes: list[Class] = []
        self.left = lines
        self.lines: list[str] = []
        self.features: Counter[str] = Counter()
        self.asked: dict[str, dict[str, str]] = {}
        """For each path the variables asked for: name -> the rest of the call."""
        self._depth = 0
        self._counts: Counter[str] = Counter()

    def line(self, text: str) -> None:
        """Write one line at the present indentation."""
        self.lines.append("    " * self._depth + text)
        self.left -= 1

    def blank(self, count: int = 1) -> None:
        """Write empty lines."""
        self.lines.extend([""] * count)

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """Write a compound statement's header, then its body one level deeper."""
        self.line(header)
        self._depth += 1
        start = len(self.lines)
        yield
        if len(self.lines) == start:
            self.line("pass")
        self._depth -= 1

    def use(self, feature: str) -> None:
        """Count a feature of the language or of TensorFlow."""
        self.features[feature] += 1

    def fresh(self, prefix: str) -> str:
        """A Python name that the program does not use yet."""
        self._counts[prefix] += 1
        return f"{prefix}{self._counts[prefix]}"

    def chance(self, probability: float) -> bool:
        """True that often."""
        return self.random.random() < probability

    def careless(self, share: float = 1.0) -> bool:
        """Whether to do what may well end in a sharing error."""
        return self.chance(self.pressure * share)

    def pick(self, options: list[str] | tuple[str, ...]) -> str:
        """One of some strings."""
        return self.random.choice(options)

    def weighted(self, **options: float) -> str:
        """One of the keywords, by weight."""
        return self.random.choices(list(options), list(options.values()))[0]

    def body(self, env: Env, least: int = 1, most: int = 3) -> None:
        """Write some statements."""
        for _ in range(self.random.randint(least, most)):
            self.statement(env)

    def statement(self, env: Env) -> None:
        """Write one statement of a kind that suits the place."""
        simple = env.nesting > 4 or self.left <= 0
        for _ in range(20):
            kind = self.random.choices(list(self.weights), list(self.weights.values()))[0]
            if simple and kind not in ("get_variable", "Variable", "op"):
                continue
            before = len(self.lines)
            STATEMENTS[kind](self, env)
            if len(self.lines) > before:
                self.use(kind)
                return
        self.line("pass")
