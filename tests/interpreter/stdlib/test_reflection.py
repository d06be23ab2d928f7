"""exec, code objects, signatures, set defaults and attrs behave as the real ones."""

from __future__ import annotations

from tests.interpreter.running import compare, results

EXEC = """
space = {"k": 3}
exec("def double(n):\\n    return n * 2 + k\\nz = k + 1", space)
exec("top = 5")
exec(compile("above = top + 1", "somewhere", "exec"), globals())
local = {}
exec("q = r + 1", {"r": 6}, local)
def inside():
    exec("w = 1", globals())
    return w
broken = {}
try:
    exec("x = 1\\nraise ValueError(x)", broken)
except ValueError as error:
    caught = str(error)
"""

EXEC_LINES = """
space["double"](4), space["z"], space["k"]
top, above
local, inside(), w
caught, broken["x"]
"""

EVAL = """
k = 2
def double(n):
    return n * k
class Thing:
    def build(self, width):
        exec("self.size = width * 2\\nfor i in range(2):\\n    last = i")
        return [eval("double(%d)" % n) for n in range(3)], eval("width + 1")
thing = Thing()
"""

EVAL_LINES = """
eval("k + 1"), eval("double(k)"), eval(" (k,\\n 3)"), eval("[n for n in range(k)]")
eval("a + b", {"a": 1, "b": 2}), eval("a + b", {"a": 1}, {"b": 3}), eval("double")(4)
thing.build(5), thing.size
eval(compile("k * 3", "somewhere", "eval")), "<value>" in globals()
eval("(lambda q: q + k)(1)"), eval("double(n=3) if k else None")
"""

FUNCTIONS = """
import collections, inspect, types, weakref
class Thing: pass
thing = Thing()
cache = weakref.WeakKeyDictionary()
cache[thing] = 3
def first(a, b=2): return (a, b)
copied = types.FunctionType(code=first.__code__, globals=globals(), name="c", argdefs=(5,))
def f(a, b, *rest, c=1, **more): return (a, b, c)
def g(a, b): return a + b
g.__defaults__ = (4,)
def gen(): yield 1
async def co(): return 1
signature = inspect.signature(f)
short = signature.replace(parameters=list(signature.parameters.values())[:2])
bound = signature.bind(1, 2, 3, c=4, d=5)
few = inspect.signature(lambda a, b=2, *c, **d: 0).bind(1)
few.apply_defaults()
P = collections.namedtuple("P", ["width", "depth", "rate"])
P.__new__.__defaults__ = (None,) * 2
Q = collections.namedtuple("Q", "a b")
class R(P):
    pass
"""

FUNCTION_LINES = """
copied(1), copied.__name__, first(1), copied is first
cache[thing], len(cache), weakref.ref(thing)() is thing, weakref.ref(thing) == weakref.ref(thing)
f.__code__.co_argcount, f.__code__.co_varnames, f.__code__.co_name, f.__code__.co_flags & 12
f.__code__.co_kwonlyargcount, g(1), g(1, 2), g.__defaults__
inspect.iscoroutinefunction(co), inspect.iscoroutinefunction(f), inspect.isfunction(co)
inspect.isgeneratorfunction(gen), inspect.isgeneratorfunction(co)
list(short.parameters), list(signature.parameters)
bound.args, bound.kwargs, few.args, few.kwargs
dict(few.arguments)
signature.parameters["a"].replace(default=7).default
tuple(P(1)), tuple(P(1, 2)), tuple(P(1, rate=3)), tuple(P(1, 2, 3)), P(1)._replace(depth=2)[1]
tuple(R(1)), tuple(Q(1, 2))
"""


def test_exec() -> None:
    compare(EXEC, EXEC_LINES)


def test_eval() -> None:
    compare(EVAL, EVAL_LINES)


def test_functions() -> None:
    compare(FUNCTIONS, FUNCTION_LINES)


ATTRS = """
import attr
@attr.s(frozen=True)
class Event(object):
    kind = attr.ib()
    size = attr.ib(converter=int)
    notes = attr.ib(factory=list)
    rate = attr.ib(default=3, validator=attr.validators.instance_of(int))

    @kind.validator
    def _check(self, attribute, value):
        if value not in ("note", "rest"):
            raise ValueError("bad " + attribute.name)

    @size.default
    def _size(self):
        return 4 if self.kind == "note" else 2
def refused():
    try:
        Event("noise")
    except ValueError as error:
        return str(error)
"""


def test_attrs() -> None:
    lines = ['Event("note").size', 'Event("rest", "7").size', "refused()", 'Event("note").notes']
    assert results(ATTRS, lines) == ["4", "7", "'bad kind'", "[]"]
