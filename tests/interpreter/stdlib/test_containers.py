"""functools, contextlib and collections behave as the real ones."""

# ruff: noqa: E501

from __future__ import annotations

from tests.interpreter.running import Program, compare

FUNCTOOLS = """
import functools
from functools import partial, wraps, reduce, lru_cache
def f(a, b=2, *args, **kw): return (a, b, args, sorted(kw.items()))
p = partial(f, 1, k=3)
calls = []
@lru_cache(maxsize=None)
def slow(n):
    calls.append(n)
    return n * 2
@lru_cache()
def slow2(n): return n
asked = []
@lru_cache(maxsize=2)
def few(n, k=0):
    asked.append((n, k))
    return n + k
@lru_cache(4, typed=True)
def typed(n): return type(n).__name__
@lru_cache(maxsize=0)
def never(n): return n
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return ("wrapped", fn(*a, **k))
    return inner
@deco
def named(x):
    "doc"
    return x
class C:
    def __init__(self): self.n = 0
    @functools.cached_property
    def value(self):
        self.n += 1
        return self.n
    @lru_cache(None)
    def m(self, x): return x + 1
    def base(self, a, b): return (a, b)
    pm = functools.partialmethod(base, 5)
    @deco
    def decorated(self, y): return y
c = C()
@functools.total_ordering
class O:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
@functools.singledispatch
def show(x): return "object"
@show.register(int)
def _(x): return "int"
@show.register(str)
def _(x): return "str"
"""

FUNCTOOLS_LINES = """
p()
p(5, 6, 7)
p(b=9)
p(k=4, z=1)
p.func is f, p.args, p.keywords
partial(p, 8)()
partial(p, 8, z=1).args, partial(p, 8, z=1).keywords
reduce(lambda a, b: a + b, [1, 2, 3])
reduce(lambda a, b: a * b, [1, 2, 3], 10)
reduce(lambda a, b: a * b, [])
[slow(3), slow(3), slow(4)], calls
slow2(1)
slow.cache_info(), slow.cache_info().hits, slow2.cache_info().maxsize
[few(1), few(2), few(1), few(3), few(2), few(1, k=5), few(1, k=5)], asked, few.cache_info()
few.cache_clear(), few.cache_info(), few(2), len(asked)
[typed(1), typed(1.0), typed(True), typed(1)], typed.cache_info().currsize
[never(1), never(1)], never.cache_info().misses
fib(30)
named(1), named.__name__, named.__doc__, named.__wrapped__(2)
c.value, c.value
c.m(1), c.m(1)
c.pm(6)
c.decorated(3)
O(1) < O(2), O(1) <= O(1), O(2) > O(1), O(2) >= O(3)
show(1), show("a"), show([])
sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
isinstance(p, partial)
callable(p)
"""

CONTEXTLIB = """
import contextlib
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext
log = []
@contextmanager
def cm(name, swallow=False):
    log.append("enter " + name)
    try:
        yield name
    except ValueError:
        log.append("error " + name)
        if not swallow:
            raise
    finally:
        log.append("exit " + name)
@contextmanager
def plain(name):
    yield name.upper()
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def other():
    try:
        yield
    except ValueError:
        raise KeyError("k")
def use(fn):
    del log[:]
    try:
        result = fn()
    except Exception as e:
        result = type(e).__name__
    return result, list(log)
def a():
    with cm("x") as v:
        return v
def b():
    with cm("x"):
        raise ValueError("v")
def c():
    with cm("x", swallow=True):
        raise ValueError("v")
    return "after"
def d():
    with cm("x", True), cm("y"):
        raise ValueError
    return "after"
def e():
    with ExitStack() as stack:
        names = [stack.enter_context(cm(n)) for n in ("p", "q")]
        stack.callback(log.append, "callback")
        return names
def f():
    with ExitStack() as stack:
        stack.enter_context(cm("s", True))
        stack.enter_context(cm("t"))
        raise ValueError
    return "swallowed"
def g():
    with suppress(KeyError, ValueError):
        raise KeyError
    return "suppressed"
def h():
    with suppress(KeyError):
        raise TypeError
def i():
    with never(): pass
def j():
    with twice(): pass
def k():
    with other(): raise ValueError
@cm("deco")
def l():
    log.append("body")
    return 1
class Closer:
    def close(self): log.append("closed")
def m():
    with closing(Closer()) as thing: return type(thing).__name__
def n():
    with nullcontext(5) as v: return v
def o():
    for name in "ab":
        with cm(name): continue
def q():
    with plain("a") as v, plain(v + "b") as w: return w
def r():
    stack = ExitStack()
    stack.enter_context(cm("z"))
    kept = stack.pop_all()
    stack.close()
    log.append("between")
    kept.close()
class D(contextlib.ContextDecorator):
    def __enter__(self): log.append("in"); return self
    def __exit__(self, *exc): log.append("out"); return False
@D()
def s(): return "s"
class Cm:
    @contextmanager
    def scope(self, name):
        log.append(name)
        yield self
        log.append("/" + name)
def t():
    with Cm().scope("n") as v: return type(v).__name__
"""

CONTEXTLIB_LINES = "\n".join(f"use({name})" for name in "abcdefghijklmnoqrst")

COLLECTIONS = """
import collections
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple, ChainMap
P = namedtuple("P", "x y")
Q = namedtuple("Q", ["a", "b", "c"], defaults=(2, 3))
class R(namedtuple("R", "m n")):
    __slots__ = ()
    @property
    def total(self): return self.m + self.n
    def __new__(cls, m, n=10): return super(R, cls).__new__(cls, m, n)
class H(collections.namedtuple("H", ("p", "q"))):
    def pair(self): return (self.p, self.q)
od = OrderedDict([("b", 1), ("a", 2)])
od2 = OrderedDict(); od2["z"] = 1; od2["y"] = 2; od2.move_to_end("z")
dd = defaultdict(list); dd["a"].append(1); dd["a"].append(2)
dn = defaultdict(lambda: defaultdict(int)); dn["x"]["y"] += 5
ct = Counter("abracadabra")
dq = deque([1, 2, 3], maxlen=3); dq.append(4); dq.appendleft(0)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
class Reg(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
reg = Reg(); reg["k"] = 1
class Default(dict):
    def __missing__(self, key): return key * 2
class Attr(dict):
    def __getattr__(self, name):
        try: return self[name]
        except KeyError: raise AttributeError(name)
    def __setattr__(self, name, value): self[name] = value
at = Attr(a=1); at.b = 2
"""

COLLECTIONS_LINES = """
P(1, 2), P(x=1, y=2), P(1, y=2)
P(1, 2).x, P(1, 2)[1], P(1, 2)._fields, P._fields
P(1)
P(1, 2, 3)
P(1, z=3)
P(1, 2)._replace(x=5)
P(1, 2)._asdict()
P._make([3, 4])
P(1, 2) == (1, 2), P(1, 2) == P(1, 2), P(1, 2) < P(1, 3)
len(P(1, 2)), list(P(1, 2)), tuple(P(1, 2))
isinstance(P(1, 2), tuple), isinstance(P(1, 2), P)
Q(1), Q(1, 5), Q(1, c=9)
R(1), R(1, 2).total, R(m=3, n=4)
H(1, 2).pair(), H(p=1, q=2)
P(*[1, 2]), P(**{"x": 1, "y": 2})
(lambda x, y: (x, y))(*P(1, 2))
{P(1, 2): "k"}[P(1, 2)]
P(1, 2) + (3,)
P.__name__, hasattr(P(1, 2), "x"), hasattr(P(1, 2), "z")
P(1, 2).z
[p.x for p in (P(1, 2), P(3, 4))]
namedtuple("T", "a, b")(1, 2)
namedtuple("T", ["a", "class", "a"], rename=True)._fields
list(od), od["a"], od == {"a": 2, "b": 1}, dict(od)
list(od2), od2.popitem(), od2.popitem(last=False), od2
list(OrderedDict(a=1).items()), dict(OrderedDict.fromkeys("ab", 0))
list(reversed(od))
list(od.items()), list(od.keys()), list(od.values())
dict(od.copy()), type(od.copy()).__name__, isinstance(od, dict)
dd, dict(dd), dd["zz"], "q" in dd, dd.get("q")
dn["x"]["y"], len(dn)
defaultdict(int, a=1)["a"], defaultdict(None)["a"]
sorted(defaultdict(int, {"a": 1, "b": 2}).items())
ct["a"], ct["zz"], ct.most_common(2), sum(ct.values())
Counter(a=1) + Counter(a=2, b=1), Counter(a=3) - Counter(a=1, b=1)
Counter([1, 1, 2]), sorted(Counter("aab").elements())
dq, list(dq), len(dq), dq[0], dq.pop(), dq.popleft(), dq
deque("abc"), deque([1, 2]) == deque([1, 2]), 1 in deque([1])
cm["a"], cm["b"], "c" in cm, cm.get("c", 5), sorted(cm)
cm["zz"]
reg["k"], list(reg)
Default(a=1)["a"], Default()["z"], Default().get("z")
at.a, at.b, at["b"], hasattr(at, "c"), getattr(at, "c", 7), sorted(at)
isinstance({}, collections.abc.Mapping), isinstance([], collections.abc.Sequence)
isinstance("", collections.abc.Iterable), isinstance(1, collections.abc.Iterable)
isinstance(len, collections.abc.Callable), isinstance([], collections.abc.Hashable)
isinstance((i for i in "a"), collections.abc.Iterator), isinstance({}, collections.abc.MutableMapping)
isinstance({1}, collections.abc.Set), isinstance(od, collections.abc.Mapping)
"""


def test_functools() -> None:
    compare(FUNCTOOLS, FUNCTOOLS_LINES)


def test_contextlib() -> None:
    compare(CONTEXTLIB, CONTEXTLIB_LINES)


def test_collections() -> None:
    compare(COLLECTIONS, COLLECTIONS_LINES)


def test_a_manager_that_swallows_nothing_keeps_a_raising_arm_out() -> None:
    program = Program(
        "import contextlib, somewhere\n"
        "@contextlib.contextmanager\n"
        "def scope():\n"
        "    yield\n"
        "value = 1\n"
        "with scope():\n"
        "    if somewhere.flag:\n"
        "        value = 2\n"
        "        raise ValueError\n"
    )
    assert program.error is None
    assert program.show("value") == "1"
