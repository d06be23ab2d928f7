"""Lists, tuples, dicts, sets and ranges: their methods, as Python has them."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.interpreter.running import Program, compare

SETUP = """
def do(obj, *steps):
    for name, *args in steps:
        getattr(obj, name)(*args)
    return obj
class L(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return super(L, self).__getitem__(i)
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.extra = 1
    def __setitem__(self, k, v): dict.__setitem__(self, k, v + 1)
    def __contains__(self, k): return dict.__contains__(self, k.lower())
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def total(self): return sum(self)
class I(int):
    def __add__(self, other): return I(int.__add__(self, other) + 100)
class F(float): pass
class S(set): pass
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return "K%d" % self.n
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
l = L([1]); l.append(5)
d = D(a=1); d["b"] = 5
"""

LISTS = """
do([1], ("append", 2)), do([1], ("extend", [2, 3])), do([1], ("extend", "ab"))
do([1, 2], ("insert", 0, 9)), do([1, 2], ("insert", -1, 9)), do([1], ("insert", 10, 9))
[1, 2, 3].pop(), [1, 2, 3].pop(0), do([1, 2, 3], ("pop", 1))
[].pop()
[1].pop(5)
do([1, 2, 1], ("remove", 1)), do([1, 2], ("reverse",)), do([1], ("clear",))
[1].remove(5)
[1, 2, 1].index(1), [1, 2, 1].index(1, 1), [1, 2, 1].count(1), [1].copy()
[1].index(5)
do([3, 1, 2], ("sort",)), sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({"b": 1, "a": 2})
sorted([(1, "b"), (1, "a")]), sorted(["bb", "a"], key=len), sorted([K(2), K(1)])
sorted([1, "a"])
sorted([[2], [1, 5]]), sorted([True, False]), sorted([])
[1, 2] + [3], [1] * 3, 2 * [1], [1, 2][0], [1, 2][-1], [1, 2, 3][1:], [1, 2, 3][::-1]
[1, 2][5]
[1, 2] == [1, 2], [1] != [2], [1, 2] < [1, 3], 1 in [1], 5 not in [1], [1] is [1]
len([1]), bool([]), list((1, 2)), list("ab"), list({"a": 1}), list(range(3)), list()
[*[1], *(2, 3)], [a for a in [1, 2] if a > 1], [[0] * 2 for _ in range(2)]
l, l[1], type(l).__name__, isinstance(l, list), len(l), l + [1], l == [1, 10]
(1, 2).index(2), (1, 1).count(1), (1,) + (2,), (1, 2)[::-1], tuple([1]), tuple("ab"), ()
(1, 2) == (1, 2), (1, 2) < (2,), 1 in (1,), (1, 2) * 2
T(1, 2), T(1, 2).total(), T(1)[0], isinstance(T(), tuple), len(T(1, 2)), T(1, 2) == (1, 2)
range(5), list(range(1, 10, 3)), list(range(3, 0, -1)), len(range(10)), range(5)[2], range(5)[1:3]
3 in range(5), range(3) == range(0, 3), range(5).index(3), range(5).start, range(0, 10, 2).step
range(1.5)
range("a")
slice(1, 2).start, slice(5).indices(3), [1, 2, 3][slice(1, None)]
list(Seq()), 10 in Seq(), list(reversed(Seq())), len(Seq()), [x for x in Seq()]
list.append.__name__, list.__len__([1, 2]), [].__class__.__name__
min([3, 1]), max(3, 1), min("b", "a"), max([], default=5), min([1, 2], key=lambda x: -x)
min([])
sum([1, 2]), sum([1.5, 2]), sum([[1], [2]], []), sum([], 5), sum(x for x in (1, 2))
all([1, 0]), any([0, 1]), all([]), any([])
list(zip([1, 2], "ab")), list(zip()), list(zip([1])), dict(zip("ab", [1, 2]))
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1]))
list(filter(lambda x: x > 1, [1, 2])), list(enumerate("ab", 1)), list(reversed([1, 2]))
next(iter([1])), next(iter([]), 5), list(iter([1].pop, 5))
next(iter([]))
next([1])
a_b if (a_b := [1]) else 0
[1].foo
[1] + (2,)
[1, 2, 3].__getitem__(slice(0, 2)), [1].__contains__(1), [1].__eq__([1]), (1).__add__(2)
"""

DICTS = """
{"a": 1}.get("a"), {"a": 1}.get("b"), {"a": 1}.get("b", 2), {"a": 1}["a"]
{"a": 1}["b"]
do({"a": 1}, ("setdefault", "b", 2)), {"a": 1}.setdefault("a", 5)
{"a": 1}.pop("a"), {"a": 1}.pop("b", 2), do({"a": 1, "b": 2}, ("pop", "a")), {"a": 1}.popitem()
{}.pop("a")
{}.popitem()
do({"a": 1}, ("update", {"b": 2})), do({}, ("update", [("a", 1)])), do({"a": 1}, ("clear",))
dict(a=1, b=2), dict({"a": 1}, b=2), dict([("a", 1)]), dict(zip("ab", (1, 2))), dict()
dict([1])
dict([(1, 2, 3)])
{"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), list({"a": 1}.items())
sorted({"b": 1, "a": 2}.items()), [k + str(v) for k, v in {"a": 1}.items()]
{"a": 1}.keys() & {"a", "b"}, {"a": 1}.keys() | {"a"}, {"a": 1, "b": 2}.keys() - {"a"}
{"a": 1}.keys() == {"a"}, {"a": 1}.items() == {("a", 1)}, "a" in {"a": 1}.keys(), len({"a": 1}.items())
1 in {"a": 1}.values(), ("a", 1) in {"a": 1}.items(), {"a": 1}.keys().isdisjoint({"b"})
dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {"a": 1}.copy(), {**{"a": 1}, "b": 2}
{"a": 1} == {"a": 1}, {"a": 1} != {"a": 2}, "a" in {"a": 1}, len({"a": 1}), bool({}), {1: 2, 1.0: 3}
{k: v for k, v in [("a", 1)]}, list({"b": 1, "a": 2}), {True: 1}[1], {(1, 2): 3}[(1, 2)]
{"a": 1} | {"b": 2}, list(reversed({"a": 1, "b": 2})), max({"a": 1, "b": 2}), min({"a": 3, "b": 2}.values())
d, d["b"], d.extra, "A" in d, isinstance(d, dict), len(d), list(d), d.get("a"), sorted(d.items())
{K(1): "x"}[K(1)], K(1) in [K(1)], [K(1), K(2)].index(K(2))
dict(d), {**d}, D({"x": 1}), D(x=1) == {"x": 1}
dict.get({"a": 1}, "a"), dict.__getitem__({"a": 1}, "a"), {}.__class__, {"a": 1}.__len__()
{"a": {"b": [1]}}["a"]["b"][0], (lambda **kw: kw)(**{"a": 1}), (lambda *a: a)(*{"a": 1})
"""

SETS = """
{1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1} < {1}, {1, 2} >= {1}
{1} == {1}, 1 in {1}, len({1, 1}), set([1, 2, 1]), set(), frozenset([1]), bool(set())
{1}.union([2], (3,)), {1, 2}.intersection([2]), {1, 2}.difference([1]), {1}.symmetric_difference([2])
{1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]), {1}.copy()
do({1}, ("add", 2)), do({1, 2}, ("remove", 1)), do({1}, ("discard", 5)), do({1}, ("update", [2, 3]))
{1}.remove(5)
{1}.pop(), do({1}, ("clear",)), do({1, 2}, ("intersection_update", [1])), do({1}, ("difference_update", [1]))
set().pop()
set([[1]])
{frozenset([1]): 2}[frozenset([1])], frozenset([1]) == {1}, sorted({3, 1, 2}), {x % 2 for x in range(5)}
len(set(frozenset(x) for x in ["ab", "ba", "c"])), len({frozenset("a"), (frozenset("b"), 1)})
set("a"), sorted(set("hello")), sorted({"b", "a"}), sum({1, 2}), max({1, 5})
S([1]), isinstance(S(), set), len(S([1, 2])), 1 in S([1]), sorted(S([1]) | {2})
"""

NUMBERS = """
int("5"), int(" 7 "), int(3.9), int(-3.9), int("ff", 16), int("0x1f", 0), int("101", base=2), int(True)
int("a")
int([])
int(None)
int("1.5")
float("1.5"), float("inf"), float(2), float("1e3"), float("nan") != float("nan")
float("x")
bool(0), bool("a"), bool([]), bool(None), str(5), complex(1, 2), complex("1+2j").imag
abs(-3), abs(-1.5), abs(3 + 4j), round(2.5), round(3.5), round(1.234, 2), round(1234, -2), round(-0.5)
divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 3), pow(2, 3, 5), pow(2, -1), pow(2.0, 3)
divmod(1, 0)
1 / 0
bin(5), hex(255), oct(8), chr(97), ord("a"), bin(-2)
chr(-1)
ord("ab")
(5).bit_length(), (1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (5).real, (1.5).imag
(5).conjugate(), (5).numerator, (3 + 4j).real, float.fromhex("0x1p3"), (1.5).hex(), int.from_bytes(b"a", "big")
(5).to_bytes(2, "big"), True + 1, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 2 ** 10, 2 ** -1, 7.5 // 2
1 < 2 < 3, 1 == 1.0, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 3, -8 >> 1, not 0
I(5) + 1, type(I(5) + 1).__name__, I(5) * 2, I("7"), I(3) == 3, I(2) < 3, [1, 2, 3][I(1)], "%d" % I(4)
F(1.5) + 1, F("2.5"), isinstance(F(1), float), int(F(2.5)), str(I(5)), repr(F(1.5)), format(I(5), "03d")
isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance(1, object)
callable(len), callable(5), callable(lambda: 0), callable(K), callable(K(1))
hash(5), hash(1.0) == hash(1)
"""

CLASSES = """
class A:
    "doc"
    x = 1
    def __init__(self, v=0): self.v = v
    def m(self): return self.v
    @property
    def p(self): return self.v * 2
    @p.setter
    def p(self, value): self.v = value
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    def m(self): return super().m() + 1
    def __getattr__(self, name):
        if name.startswith("dyn"): return name
        raise AttributeError(name)
class Strict:
    def __setattr__(self, name, value): object.__setattr__(self, name, value * 2)
    def __getattribute__(self, name):
        if name == "magic": return "m"
        return object.__getattribute__(self, name)
    def __delattr__(self, name): object.__delattr__(self, name)
st = Strict(); st.q = 5
b = B(3); setattr(b, "z", 9); b.p = 10
Dyn = type("Dyn", (A,), {"y": 2, "go": lambda self: self.v})
class M(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.made = name
        return cls
    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.called = True
        return obj
    def __len__(cls): return 42
class WithMeta(metaclass=M):
    def __init__(self, q): self.q = q
class Sub(WithMeta): pass
class E(Exception):
    def __init__(self, msg, code=3):
        super().__init__(msg)
        self.code = code
class E2(ValueError): pass
class E3(E2):
    def __str__(self): return "custom"
def caught(f):
    try: f()
    except (AttributeError, NameError, Exception) as e: return e
def chain():
    try: raise KeyError("k")
    except KeyError as e: raise ValueError("v") from e
class Prop:
    def getx(self): return self._x
    def setx(self, v): self._x = v
    x = property(getx, setx, doc="d")
pr = Prop(); pr.x = 4
class Slots:
    __slots__ = ("a",)
class New:
    instances = {}
    def __new__(cls, key):
        if key not in cls.instances: cls.instances[key] = object.__new__(cls)
        return cls.instances[key]
"""

CLASS_LINES = """
b.m(), b.p, b.z, b.v, b.dyn1, b.x, A.s(5), B.c(), b.s(1), b.c()
b.nope
hasattr(b, "z"), hasattr(b, "nope"), hasattr(b, "dyn5"), getattr(b, "v"), getattr(b, "no", 7)
st.q, st.magic, delattr(st, "q"), hasattr(st, "q")
vars(A(5)), A(5).__dict__, sorted(k for k in vars(A) if not k.startswith("_"))
type(b).__name__, type(b) is B, B.__bases__, B.__mro__[-1], A.__doc__, A.__name__, b.__class__.__name__
isinstance(b, A), issubclass(B, A), issubclass(A, B), isinstance(B, type), type(A), type(5), type(None)
isinstance(1, "x")
issubclass(1, int)
Dyn(4).go(), Dyn.y, Dyn.__name__, isinstance(Dyn(), A), type("Q", (), {})().__class__.__name__
WithMeta.made, Sub.made, WithMeta(5).q, WithMeta(5).called, type(WithMeta).__name__, len(WithMeta)
isinstance(WithMeta, M), type(Sub) is M, M.__name__
caught(lambda: (_ for _ in ()).throw(E("m"))).code, str(E("m", 4)), E("m").args, repr(E("m"))
str(E3("x")), repr(E2("x", 1)), E2("a", 2).args, isinstance(E2(), ValueError), str(E2())
caught(chain), caught(chain).__cause__, caught(chain).args, caught(lambda: 1 / 0).args
caught(lambda: {}["k"]).args, caught(lambda: [][1]).args, caught(lambda: int("x")).args
str(caught(lambda: None.x)), str(caught(lambda: undefined_name))
OSError(2, "m").errno, OSError(2, "m").strerror, StopIteration(5).value, SystemExit(3).code
ValueError("a").with_traceback(None), isinstance(FileNotFoundError(), OSError), IOError is OSError
BaseException.__name__, issubclass(KeyError, LookupError), ValueError("x") == ValueError("x")
pr.x, Prop.x.fget(pr), isinstance(Prop.x, property), property(lambda self: 5).fget(None)
New(1) is New(1), New(1) is New(2), object() is object(), object() == object()
dir(A(1))[-6:], "m" in dir(A), sorted(n for n in dir(b) if not n.startswith("_"))
A.m(A(3)), B.m(b), super(B, b).m(), super(B, B).c(), A.__init__(b, 1), b.v
callable(A), callable(A().m), A().m.__name__, A.m.__name__, A().m.__self__.v, A.c.__func__ is not None
[c.__name__ for c in B.mro()], A(1) == A(1), A(1) != A(1), A is A, bool(A()), not A()
isinstance(A(), object), type(type), type(len).__name__, type(lambda: 0).__name__
eval("1 + 1") if False else eval("[1, 2]"), eval("{'a': None}"), eval("len")("ab")
globals()["b"] is b, "A" in globals(), (lambda q: sorted(locals()))(1)
staticmethod(len).__func__([1]), classmethod(lambda c: c).__func__(5)
__name__, __import__("math").pi > 3, print("x"), repr(print("y")), type(NotImplemented).__name__
int.__add__(1, 2), str.__len__("ab"), list.__getitem__([1], 0), object.__repr__(5) is not None
(5).__class__, "a".__class__, [].__class__, type(Ellipsis).__name__, ().__class__
next(x for x in (1, 2)), list(x for x in "ab"), sum(1 for _ in range(3)), [*map(abs, [-1])]
"""


@pytest.mark.parametrize("lines", [LISTS, DICTS, SETS, NUMBERS])
def test_as_python_does(lines: str) -> None:
    compare(SETUP, lines)


def test_classes_as_python_does() -> None:
    compare(CLASSES, CLASS_LINES)


UNKNOWN = """
import somewhere
u = somewhere.thing()
k = somewhere.key()
d = {"a": 1}
d[k] = 2
e = dict(a=1)
e.update(somewhere.more())
l = [1]
l.extend(u)
class Open(somewhere.Base):
    def own(self): pass
o = Open()
class Config:
    def __init__(self, table):
        for key, value in table.items(): setattr(self, key, value)
c = Config(u)
s = {1}
s.add(u)
"""

UNKNOWN_RESULTS = [
    ("isinstance(u, str)", "{?}"),
    ("isinstance(o, Open)", "True"),
    ("isinstance(o, dict)", "{?}"),
    ("isinstance('a', somewhere.Base)", "{?}"),
    ("isinstance('a', (somewhere.Base, str))", "True"),
    ("isinstance(5, (str, somewhere.Base))", "{?}"),
    ("hasattr(u, 'x')", "{?}"),
    ("hasattr(o, 'own')", "True"),
    ("hasattr(o, 'other')", "{?}"),
    ("callable(u)", "{?}"),
    ("getattr(u, 'x', 1)", "{u.x}"),
    ("getattr(o, k)", "{?}"),
    ("len(u)", "{len(u)}"),
    ("int(u)", "{u}"),
    ("[int(u), 1]", "[{u}, 1]"),
    ("d['b']", "{?}"),
    ("d.get('b', 0)", "{?}"),
    ("e['zz']", "{?}"),
    ("'zz' in e", "{?}"),
    ("len(e)", "{?}"),
    ("list(e)", "{?}"),
    ("list(e.items())", "{?}"),
    ("sorted(u)", "{?}"),
    ("sorted([3, u])", "{?}"),
    ("max(3, u)", "{?}"),
    ("min([1, 2])", "1"),
    ("sum([1, u])", "{1 + u}"),
    ("sum(u)", "{?}"),
    ("any([0, u])", "{?}"),
    ("any([1, u])", "True"),
    ("all([0, u])", "False"),
    ("list(zip([1], u))", "{?}"),
    ("list(map(str, u))", "{?}"),
    ("list(enumerate(u))", "{?}"),
    ("list(enumerate([u, 1]))", "[(0, {u}), (1, 1)]"),
    ("list(range(u))", "{?}"),
    ("abs(u)", "{abs(u)}"),
    ("round(u)", "{round(u)}"),
    ("bool(u)", "{u}"),
    ("c.anything", "{?}"),
    ("1 in s", "True"),
    ("2 in s", "{?}"),
    ("len(s)", "{?}"),
    ("[1, u].index(1)", "0"),
    ("[u, 1].index(1)", "{?}"),
    ("[1, 2][u]", "{?}"),
    ("type(u)", "{?}"),
    ("type(o).__name__", "'Open'"),
    ("eval('1 + u')", "{1 + u}"),
    ("eval('1 + ' + u)", "{?}"),
    ("eval('u')", "{u}"),
    ("input()", "{?}"),
    ("id(o)", "{?}"),
    ("open('f').read()", "{?}"),
    ("dict(u)", "{{...}}"),
    ("str(u)", "'{u}'"),
    ("repr([u])", "'[{u}]'"),
    ("list(reversed([1, u]))", "[{u}, 1]"),
    ("issubclass(Open, somewhere.Base)", "{?}"),
    ("issubclass(Open, int)", "{?}"),
    ("float(u)", "{u}"),
    ("divmod(u, 2)", "({u // 2}, {u % 2})"),
    ("tuple(u)", "{u}"),
    ("vars(o)", "{{...}}"),
]


@pytest.mark.parametrize(("expression", "expected"), UNKNOWN_RESULTS)
def test_what_is_not_known_stays_so(expression: str, expected: str) -> None:
    program = Program(f"{UNKNOWN}\nr = [{expression}]\n")
    assert program.error is None
    assert program.show("r") == f"[{expected}]"


def test_an_unknown_condition_makes_alternatives() -> None:
    program = Program(
        "import somewhere\n"
        "n = 'a' if somewhere.flag else 'b'\n"
        "r = n.upper()\n"
        "s = 'x_%s' % n\n"
        "t = '{}/{}'.format(n, 1)\n"
        "u = isinstance(n, str)\n"
        "v = len(n)\n"
        "w = f'{n}!'\n"
    )
    assert program.error is None
    shown = [program.show(name) for name in "rstuvw"]
    assert shown == [
        "'A' | 'B'",
        "'x_a' | 'x_b'",
        "'a/1' | 'b/1'",
        "True",
        "1",
        "'a!' | 'b!'",
    ]
