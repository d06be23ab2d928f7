"""itertools, copy, abc, typing, enum and dataclasses behave as the real ones."""

from __future__ import annotations

from tests.interpreter.running import Program, compare

ITERTOOLS = """
import itertools
from itertools import *
"""

ITERTOOLS_LINES = """
list(chain([1], (2, 3), "a"))
list(chain.from_iterable([[1], [2, 3]]))
list(islice(count(5), 3)), list(islice(count(0, 2), 2))
list(islice(cycle("ab"), 5))
list(repeat(1, 3)), list(islice(repeat(2), 2))
list(islice(range(10), 2, 8, 3)), list(islice("abc", 0)), list(islice("abc", 1, None))
list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1]))
list(filterfalse(lambda x: x % 2, range(5)))
list(compress("abc", [1, 0, 1]))
list(starmap(pow, [(2, 3), (3, 2)]))
list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b))
list(accumulate([1, 2], initial=10))
list(product([1, 2], "ab")), list(product([0, 1], repeat=2))
list(permutations([1, 2, 3], 2)), len(list(permutations("abc")))
list(combinations([1, 2, 3], 2)), list(combinations("ab", 0)), list(combinations("ab", 3))
list(combinations_with_replacement("ab", 2))
list(zip_longest([1, 2], [3], fillvalue=0))
[(k, list(g)) for k, g in groupby([1, 1, 2, 1])]
[(k, list(g)) for k, g in groupby(["a", "ab", "b"], key=len)]
[list(t) for t in tee([1, 2])]
next(count(3)), next(iter(chain([], [1])))
sum(islice(count(), 5))
dict(zip("ab", count(1)))
"""

COPY = """
import copy
class A:
    def __init__(self): self.items = [1, [2]]; self.name = "n"
class B:
    def __deepcopy__(self, memo): return "deep"
    def __copy__(self): return "shallow"
class D(dict):
    pass
a = A(); s = copy.copy(a); d = copy.deepcopy(a)
d.items[1].append(3); s.name = "m"
l = [1, [2]]; l2 = copy.deepcopy(l); l2[1].append(9); l3 = copy.copy(l); l3[1].append(4)
cyc = [1]; cyc.append(cyc); cyc2 = copy.deepcopy(cyc)
dd = D(a=[1]); dd.extra = 1; dd2 = copy.deepcopy(dd); dd2["a"].append(2)
shared = [0]; both = copy.deepcopy([shared, shared])
"""

COPY_LINES = """
a.items, s.items is a.items, d.items, a.name, s.name, type(d).__name__
l, l2, l3
copy.copy(B()), copy.deepcopy(B()), copy.deepcopy([B()])
cyc2[1] is cyc2, cyc2 is not cyc
dd, dd2, dd2.extra, type(dd2).__name__
both[0] is both[1]
copy.copy((1, 2)), copy.deepcopy({"a": {"b": [1]}}), copy.copy({1}), copy.deepcopy(None)
copy.copy({"a": 1}), copy.deepcopy((1, [2]))
"""

ABC = """
import abc, typing
from abc import ABCMeta, abstractmethod, ABC
from typing import *
class Base(ABC):
    @abstractmethod
    def run(self): pass
    @property
    @abstractmethod
    def name(self): pass
class Impl(Base):
    def run(self): return 1
    @property
    def name(self): return "impl"
class Meta(metaclass=ABCMeta):
    pass
class Virtual: pass
Meta.register(Virtual)
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
class Point(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
class Movie(TypedDict):
    name: str
def annotated(a: Optional[List[int]] = None, b: Dict[str, Tuple[int, ...]] = {}) -> Union[int, str]:
    return a
v: Callable[[int], str] = str
"""

ABC_LINES = """
Impl().run(), Impl().name, isinstance(Impl(), Base), issubclass(Impl, Base)
isinstance(Virtual(), Meta), isinstance(Impl(), Meta)
Box(3).v, Box[int](4).v, isinstance(Box(1), Box)
Point(1), Point(1, 2).total(), Point(x=3).y, Point._fields, isinstance(Point(1), tuple)
Movie(name="a")["name"]
annotated([1]), annotated()
cast(int, "a"), TYPE_CHECKING, v(3)
NamedTuple("N", [("a", int), ("b", str)])(1, "x")
NewType("U", int)(5)
"""

ENUM = """
import enum
from enum import Enum, IntEnum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = "g"
    ALIAS = 1
    def shout(self): return self.name + "!"
    @classmethod
    def default(cls): return cls.RED
class Num(IntEnum):
    ONE = 1
    TWO = 2
@unique
class Auto(Enum):
    A = auto()
    B = auto()
class Mode(str, Enum):
    TRAIN = "train"
class Planet(Enum):
    EARTH = (1, 2)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
class Perm(enum.Flag):
    R = auto()
    W = auto()
    X = auto()
Fn = Enum("Fn", "a b")
"""

ENUM_LINES = """
Color.RED, Color.RED.name, Color.RED.value, str(Color.RED)
Color(1), Color("g"), Color["GREEN"]
Color(7)
Color["Z"]
[c.name for c in Color], len(Color), list(Color)
Color.ALIAS is Color.RED, Color.RED is Color.RED, Color.RED == Color.GREEN, Color.RED != Color.GREEN
Color.RED.shout(), Color.default(), Color.RED in Color
isinstance(Color.RED, Color)
{Color.RED: 1}[Color.RED]
Num.ONE + 1, Num.TWO == 2, Num.ONE < Num.TWO, Num(2), [1, 2, 3][Num.ONE], int(Num.TWO)
Auto.A.value, Auto.B.value
Mode.TRAIN == "train", Mode.TRAIN.value, Mode("train"), isinstance(Mode.TRAIN, str)
Planet.EARTH.mass, Planet.EARTH.value
Perm.R.value, Perm.X.value, (Perm.R | Perm.W).value, Perm.R in (Perm.R | Perm.W)
Fn.a.value, Fn.b.name
sorted(Color.__members__)
"""

DATACLASSES = """
import dataclasses
from dataclasses import dataclass, field
from typing import List, ClassVar
@dataclass
class P:
    x: int
    y: int = 2
    tags: List[str] = field(default_factory=list)
    kind: ClassVar[str] = "k"
    hidden: int = field(default=0, repr=False, compare=False)
@dataclass
class Q(P):
    z: int = 3
    def __post_init__(self): self.total = self.x + self.z
@dataclass(frozen=True)
class F:
    a: int = 1
@dataclass(order=True)
class O:
    n: int
@dataclass
class Nest:
    p: P
    items: list = field(default_factory=lambda: [1])
f = F()
def setit(): f.a = 2
"""

DATACLASSES_LINES = """
P(1), P(1, 5, ["a"]), P(x=3, y=4)
P()
P(1, q=2)
P(1, 2, [], 4, 5, 6)
P(1) == P(1), P(1) == P(2), P(1) == 1
P(1).kind, P(1).hidden
P(1).tags is P(1).tags
Q(1), Q(1).total, Q(1, 2, [], 0, 9).total
f.a, {f: 1}[F()]
setit()
O(1) < O(2), sorted([O(3), O(1)])
dataclasses.asdict(Nest(P(1))), dataclasses.astuple(O(1))
dataclasses.replace(P(1), y=9)
[f.name for f in dataclasses.fields(P)]
dataclasses.is_dataclass(P), dataclasses.is_dataclass(3)
{F(): 1}[F()]
"""


def test_itertools() -> None:
    compare(ITERTOOLS, ITERTOOLS_LINES)


def test_copy() -> None:
    compare(COPY, COPY_LINES)


def test_abc_and_typing() -> None:
    compare(ABC, ABC_LINES)


def test_enum() -> None:
    compare(ENUM, ENUM_LINES)


def test_dataclasses() -> None:
    compare(DATACLASSES, DATACLASSES_LINES)


def test_a_deep_copy_of_what_is_known_in_part_is_known_in_part() -> None:
    program = Program(
        "import copy, json\n"
        "class Settings: pass\n"
        "class Key: pass\n"
        "settings = Settings()\n"
        "settings.__dict__.update(json.load(open('settings.json')))\n"
        "settings.size = [3]\n"
        "copied = copy.deepcopy(settings)\n"
        "options = copy.deepcopy(dict(json.load(open('options.json')), n=2))\n"
        "key = Key()\n"
        "keyed = copy.deepcopy({key: 1, 's': [key]})\n"
        "r = [copied.size, copied.size is settings.size, options['n'], options['m']]\n"
        "r += [key in keyed, list(keyed)[0] is keyed['s'][0]]\n"
    )
    assert program.error is None
    assert program.show("r") == "[[3], False, 2, {?}, False, True]"
