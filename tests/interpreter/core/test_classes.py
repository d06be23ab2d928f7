"""Python's classes and decorators: each program means to us what it means to Python."""

from __future__ import annotations

import pytest

from tests.interpreter.running import compare

PROGRAMS = {
    "one of several classes": (
        """
number = int | float
maybe = number | None
class Own: pass
either = None | Own
""",
        """
isinstance(3, number), isinstance(2.0, number), isinstance('x', number), isinstance(None, number)
isinstance(None, maybe), isinstance('x', maybe), isinstance(Own(), either | str)
""",
    ),
    "a dict that is its own namespace": (
        """
class Box(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self
box = Box(x=1, y=[2])
box.z = 3
box['w'] = 4
box.update(v=5)
del box['y']
def changed(box):
    box.x += 10
    return box
kept = []
for each in (1, 2):
    if each == 2:
        changed(box).pop('v')
    kept.append(dict(box))
class Bag:
    def __init__(self, **kwargs): self.__dict__ = kwargs
""",
        """
box.x, box['x'], box.z, box['z'], box.w, box['w'], 'y' in box, hasattr(box, 'y'), hasattr(box, 'v')
list(box), len(box), box == dict(x=11, z=3, w=4), kept, sorted(vars(box))
Bag(a=1).a, vars(Bag(a=1, b=2))
""",
    ),
    "classes": (
        """
class Base(object):
    registry = []
    def __init__(self, v=1): self.v = v
    def who(self): return 'base'
    def call(self): return self.who()
    @property
    def double(self): return self.v * 2
    @double.setter
    def double(self, value): self.v = value // 2
    @double.deleter
    def double(self): self.v = 'deleted'
    @staticmethod
    def st(x): return x + 1
    @classmethod
    def make(cls, v): return cls(v)
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append((cls.__name__, tag))
class Left(Base, tag='l'):
    def who(self): return 'left>' + super().who()
class Right(Base):
    def who(self): return 'right>' + super(Right, self).who()
class Both(Left, Right):
    def __repr__(self): return 'Both(%r)' % self.v
    def __call__(self, *a): return a
    def __len__(self): return 0
    def __getitem__(self, k): return ('item', k)
    def __contains__(self, k): return k == 1
    def __eq__(self, o): return isinstance(o, Both) and o.v == self.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
    def __iadd__(self, o): return 'iadd'
    def __neg__(self): return 'neg'
b = Both.make(3)
b.double = 10
d = Both.make(4)
del d.double
c = b
c += 1
class Lazy:
    def __getattr__(self, name):
        if name.startswith('x'): return name * 2
        raise AttributeError(name)
class Strict:
    def __setattr__(self, k, v): object.__setattr__(self, k, v + 1)
    def __delattr__(self, k): object.__setattr__(self, k, 'gone')
s = Strict()
s.a = 1
class Descriptor:
    def __get__(self, obj, cls=None): return ('got', obj is None)
    def __set__(self, obj, v): obj.__dict__['held'] = v
class Owner: d = Descriptor()
o = Owner()
o.d = 5
class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns['added'] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __call__(cls, *a): return super().__call__(*a)
class WithMeta(metaclass=Meta):
    def __init__(self, q): self.q = q
class OnlyOne(type):
    made = {}
    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super(OnlyOne, cls).__call__(*args)
        return cls.made[cls]
class Listed(type):
    found = {}
    def __init__(cls, name, bases, ns):
        super(Listed, cls).__init__(name, bases, ns)
        Listed.found[name] = cls
    def __instancecheck__(cls, value): return value == 3
    def make(cls, *args): return cls(*args)
class One(metaclass=OnlyOne):
    def __init__(self, q): self.q = q
class First(metaclass=Listed):
    def __init__(self, q): self.q = q
class Second(First): pass
class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
at = Attr(p=1)
at.q = 2
class Single:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
""",
        """
b.call(), b.double, b.v, d.v
[k.__name__ for k in Both.__mro__]
Base.registry
b, b(1, 2), bool(b), len(b), b[3], 1 in b, 2 in b
b == Both(5), b != Both(5), b == 3, {b: 1}[Both(5)]
b < Both(9), max([Both(1), Both(7)]).v
b + 1, 1 + b, c, -b
Base.st(1), b.st(2)
One(1).q, One(2).q, One(3) is One(4)
sorted(Listed.found), Second.make(5).q, isinstance(3, First), isinstance(4, Second)
Lazy().xy, hasattr(Lazy(), 'y'), getattr(Lazy(), 'y', 'dflt')
Lazy().y
s.a
o.d, Owner.d, o.__dict__
WithMeta.added, WithMeta(4).q, type(WithMeta).__name__
at.p, at.q, at['q'], sorted(at)
at.nope
Single() is Single()
isinstance(b, Base), isinstance(b, (int, Left)), issubclass(Both, Right), type(b) is Both
Both.__name__, b.__class__.__name__, Base.__doc__
b.nothing
Base.who(b)
vars(Base(2)), Base(2).__dict__
type('Dyn', (Base,), {'k': 1})().k
""",
    ),
    "decorators": (
        """
import functools
calls = []
def trace(f):
    @functools.wraps(f)
    def inner(*a, **k):
        calls.append(f.__name__)
        return f(*a, **k)
    return inner
def arg(n):
    def deco(f):
        f.n = n
        return f
    return deco
@trace
@arg(3)
def f(x): "doc"; return x
class K:
    @trace
    def m(self): return super().__class__.__name__, self.__class__.__name__
    @functools.lru_cache(None)
    def cached(self, x):
        calls.append('cached')
        return x
def once(f): return property(f)
class P:
    @once
    def v(self): return 42
def register(table):
    def deco(cls):
        table[cls.__name__] = cls
        return cls
    return deco
table = {}
@register(table)
class Reg: pass
""",
        """
f(1), f.__name__, f.n, calls
K().m()[1]
P().v
sorted(table)
functools.partial(f, 5)(), functools.reduce(lambda a, b: a + b, [1, 2, 3])
""",
    ),
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_program_means_what_it_means_to_python(title: str) -> None:
    compare(*PROGRAMS[title])
