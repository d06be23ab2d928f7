"""Python's statements and expressions: each program does the same here as in Python."""

from __future__ import annotations

import pytest

from tests.interpreter.running import compare

PROGRAMS = {
    "functions with all kinds of parameters": (
        """
def f(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, sorted(more.items())

def g(*, x): return x
def h(a, b): return a, b
counter = []
def default(x, seen=[]):
    seen.append(x)
    return list(seen)
""",
        """
f(1, d=4)
f(1, 2, 3, 4, 5, d=6, z=7)
f(*[1, 2], **{'d': 3, 'q': 4})
g(x=1)
g(1)
h(1)
h(1, 2, 3)
h(a=1, b=2)
h(1, a=2)
h(1, c=2)
(lambda x, *a, k=3: (x, a, k))(1, 2)
default(1), default(2)
f(1, b=2, d=4)
""",
    ),
    "closures, nonlocal, global": (
        """
total = 0
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        global total
        n += by
        total += by
        return n
    return up
a, b = counter(), counter()
def adders(): return [lambda x, i=i: x + i for i in range(3)]
def late(): return [lambda x: x + i for i in range(3)]
def nested():
    x = 1
    class C:
        x = 2
        y = x
        def m(self): return x
        z = [x for _ in range(1)]
    return C.y, C().m(), C.z
def unbound():
    if False: v = 1
    return v
def deleted():
    v = 1
    del v
    return v
""",
        """
a(), a(5), b(), total
[f(10) for f in adders()]
[f(10) for f in late()]
nested()
unbound()
deleted()
undefined_name
""",
    ),
    "control flow": (
        """
def first_even(xs):
    for x in xs:
        if x % 2: continue
        return x
    else:
        return 'none'
def search(xs, y):
    for i, x in enumerate(xs):
        if x == y:
            found = i
            break
    else:
        found = -1
    return found
def loop():
    out, n = [], 0
    while n < 10:
        n += 1
        if n == 3: continue
        if n == 6: break
        out.append(n)
    else:
        out.append('else')
    return out
def fin(how):
    trail = []
    for i in range(2):
        try:
            trail.append(i)
            if how == 'return': return trail
            if how == 'break': break
            if how == 'continue': continue
            if how == 'raise': raise KeyError(i)
        except KeyError as e:
            trail.append(e.args)
        else:
            trail.append('else')
        finally:
            trail.append('finally')
    return trail
def override():
    try:
        return 1
    finally:
        return 2
def chained(x): return 1 < x <= 5 != 4
""",
        """
first_even([1, 3, 4]), first_even([1])
search('abc', 'b'), search('abc', 'z')
loop()
fin('return'), fin('break'), fin('continue'), fin('raise'), fin('')
override()
[chained(i) for i in range(7)]
[y := 3, y + 1]
1 if [] else 2
[] or {} or 'x'
1 and 0 and 2
not []
""",
    ),
    "unpacking and targets": (
        """
(a, b), [c, *d] = (1, 2), [3, 4, 5]
*e, f = 'xyz'
g = h = []
h.append(1)
class Box: pass
box = Box()
box.v, lst = 1, [0, 0, 0, 0]
lst[1:3] = [7, 8, 9]
lst[0] += 5
box.v *= 3
x, y = 1, 2
x, y = y, x
for i, (j, *k) in [(1, (2, 3, 4))]: pass
d2 = {}
d2['a'], d2['b'] = 1, 2
del lst[-1], d2['a']
first, = [9]
""",
        """
a, b, c, d, e, f
g is h, g
box.v, lst
x, y
i, j, k
d2, first
[*range(3), *'ab'], (*[1], 2), {*[1, 1]}, {**{'a': 1}, 'b': 2}
[(x, y) for x in range(3) if x for y in range(x)]
{k: v for k, v in zip('ab', [1, 2])}, sorted({c for c in 'aab'})
""",
    ),
    "unpacking errors": (
        """
def two(v):
    a, b = v
    return a
def star(v):
    a, *b, c = v
    return b
""",
        """
two([1])
two([1, 2, 3])
two(5)
star([1])
star([1, 2])
""",
    ),
    "exceptions": (
        """
class MyError(ValueError):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code
def kinds(n):
    try:
        if n == 0: raise MyError(7)
        if n == 1: raise KeyError('k')
        if n == 2: [][1]
        if n == 3: {}['z']
        if n == 4: None.x
        if n == 5: int('q')
        if n == 6: 1 / 0
        if n == 7: raise StopIteration
        if n == 8: 'a' + 1
        if n == 9: raise SystemExit(3)
        if n == 10: assert n < 5, 'too big'
        return 'fine'
    except MyError as e: return ('my', e.code, str(e), e.args)
    except (KeyError, IndexError) as e: return type(e).__name__, str(e)
    except ValueError as e: return 'value'
    except AssertionError as e: return str(e)
    except Exception as e: return type(e).__name__
    except BaseException as e: return 'base', e.args
def reraise():
    try:
        try: raise KeyError(1)
        except KeyError: raise
    except LookupError as e: return 'again', e.args
def chain():
    try:
        try: raise KeyError(1)
        except KeyError as e: raise ValueError(2) from e
    except ValueError as e: return e.args, type(e.__cause__).__name__
class Manager:
    def __init__(self, swallow): self.swallow, self.log = swallow, []
    def __enter__(self):
        self.log.append('in')
        return self
    def __exit__(self, t, v, tb):
        self.log.append(t.__name__ if t else None)
        return self.swallow
def managed(swallow, fail):
    m = Manager(swallow)
    try:
        with m as inner, Manager(False):
            assert inner is m
            if fail: raise KeyError
            m.log.append('body')
    except KeyError:
        m.log.append('escaped')
    return m.log
def early():
    m = Manager(False)
    for _ in range(3):
        with m:
            return m.log
""",
        """
[kinds(i) for i in range(12)]
reraise(), chain()
managed(True, True), managed(False, True), managed(False, False)
early()
MyError(1)
""",
    ),
    "match": (
        """
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return 'big', n
        case 'a': return 'letter'
        case [x, *rest] if len(rest) == 1: return 'pair', x, rest
        case (a, b, _): return 'three', a, b
        case {'k': value, **others}: return 'map', value, others
        case Point(x=0, y=yy): return 'axis', yy
        case Point(xx, yy): return 'point', xx, yy
        case None: return 'none'
        case str() as s: return 'str', s
        case _: return 'other'
""",
        """
m(0), m(500), m(5), m('a'), m([1, 2]), m((1, 2, 3)), m({'k': 1, 'j': 2})
m(Point(0, 5)), m(Point(2, 3)), m(None), m('zz')
""",
    ),
    "f-strings and formats": (
        """
w, v, name = 8, 3.14159, 'x'
d = {'a': {'b': 1}}
class F:
    def __format__(self, spec): return 'F<' + spec + '>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
""",
        """
f'{v:{w}.2f}|{name!r:>5}|{name=}|{{}}|{d["a"]["b"]}'
'%-5s|%05d|%x|%r|%%|%(k)s' % {'k': 1} if False else '%s' % 1
'%(k)s %(j)03d' % {'k': 1, 'j': 2}
'%s %s' % ('a', [1])
'{0}{1}{0} {k[a]} {f}'.format(1, 2, k={'a': 3}, f=F())
f'{F()} {F()!s} {F()!r} {F():q}'
'a' 'b' f'{1}'
'%s' % (1, 2)
'%d' % 'x'
'layer_' + str(3) + '/%s' % 'w'
""",
    ),
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_program_means_what_it_means_to_python(title: str) -> None:
    compare(*PROGRAMS[title])
