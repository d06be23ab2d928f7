"""Unknown values are carried along: unions at joins, symbolic names, possible loops."""

from __future__ import annotations

import pytest

from tests.interpreter.running import Program

UNKNOWN = "import nowhere\nunknown = nowhere.value\n"

CASES = {
    "a string keeps its known ends": (
        """
name = "net/" + unknown + "/w:0"
cut, scope, last, first, middle = name[:-2], name[:3], name[-1], name[0], name[4:-4]
same = name == "net/a/w:0"
other, end = name == "gen/a/w:0", name == "net/w"
two = name == "net/" + unknown + "/b:0"
""",
        {
            "cut": "'net/{unknown}/w'",
            "scope": "'net'",
            "last": "'0'",
            "first": "'n'",
            "middle": "'{unknown}'",
            "same": "{same}",
            "other": "False",
            "end": "False",
            "two": "False",
        },
    ),
    "an undecided branch joins to a union": (
        "if unknown: x = 1\nelse: x = 2\n",
        {"x": "1 | 2"},
    ),
    "a list that only one arm fills may be empty": (
        """
xs = []
if unknown: xs.append(1)
if xs: y = 1
else: y = 2
xs.append(2)
if xs: z = 1
else: z = 2
""",
        {"y": "1 | 2", "z": "1"},
    ),
    "epochs repeat their batches, and training builds nothing": (
        """
seen = []
for epoch in range(1000):
    for batch in range(1000):
        unknown(batch)
        seen.append(batch)
soon = len(seen) < 5000
""",
        {"soon": "{soon}"},
    ),
    "what a loop changes that is left is not known afterwards": (
        """
class Count: n = 0
count, words, names = Count(), {}, set()
for i in range(10 ** 9):
    unknown(i)
    count.n += 1
    words[i] = "a"
    names.add(i)
    own = [i]
n, w, s, o = count.n, len(words), len(names), len(own)
""",
        {"n": "{n}", "w": "{w}", "s": "{s}", "o": "1"},
    ),
    "one of two sequences of one length is gone through place by place": (
        """
if unknown: xs, ys = [1, 2], (5, 6)
else: xs, ys = [1, 3], [5, 6]
a, b = xs
total = sum(ys)
pairs = ["%d%d" % pair for pair in zip(ys, ys)]
first, *rest = ys
""",
        {"a": "1", "b": "2 | 3", "total": "11", "pairs": "['55', '66']", "rest": "[6]"},
    ),
    "one of two sequences of different lengths is not": (
        """
if unknown: xs = [1, 2]
else: xs = [1, 2, 3]
n = len([x for x in xs])
""",
        {"n": "2 | 3"},
    ),
    "the same value on both sides stays known": (
        "if unknown: x = 1\nelse: x = 1\n",
        {"x": "1"},
    ),
    "an arm that raises is no part of the join": (
        "x = 1\nif unknown:\n    x = 2\n    raise ValueError\n",
        {"x": "1"},
    ),
    "an arm that raises is one where a handler may catch it": (
        """
log = []
x = 1
try:
    if unknown:
        x = 2
        raise ValueError
    y = x
except ValueError:
    y = 3
""",
        {"y": "1 | 2 | 3"},
    ),
    "a list that unknown rounds fill may be of any length": (
        """
found = []
for i in range(unknown):
    found.append('x')
more = [1]
for item in found:
    more.append(item)
last, third, fifth, count = found[-1], found[2], more[4], len(more)
more.clear()
none = len(more)
""",
        {"last": "'x'", "third": "{third}", "fifth": "{fifth}", "count": "{count}", "none": "0"},
    ),
    "a module that is not found may be there, or not": (
        """
try:
    import elsewhere
    x = 1
except ImportError:
    x = 2
try:
    import needed
except ImportError:
    x = 3
    raise SystemExit
""",
        {"x": "1 | 2"},
    ),
    "a module that went with Python 2 is not there": (
        "try: import cPickle as pickle\nexcept ImportError: pickle = 1\n",
        {"pickle": "1"},
    ),
    "an early return in an undecided branch": (
        """
def f():
    if unknown:
        return 'early'
    return 'late'
r = f()
""",
        {"r": "'early' | 'late'"},
    ),
    "a function that returns or raises": (
        """
def f(x):
    if x is not None:
        return 'given'
    raise ValueError('no')
r = f(unknown)
after = 1
""",
        {"r": "'given'", "after": "1"},
    ),
    "effects of an arm are undone for the other one": (
        """
class Box: pass
box, items, table = Box(), [1], {'k': 1}
box.v = 1
if unknown:
    box.v = 2
    items.append(2)
    table['k'] = 2
else:
    seen = box.v, list(items), dict(table)
""",
        {"seen": "(1, [1], {'k': 1})"},
    ),
    "nested branches": (
        """
x = 0
if unknown:
    if unknown.a: x = 1
    else: x = 2
else:
    x = 3
""",
        {"x": "1 | 2 | 3"},
    ),
    "break in an undecided branch": (
        """
found = None
for i in range(3):
    if unknown:
        found = i
        break
after = True
""",
        {"after": "True", "found": "0 | 1 | 2 | None"},
    ),
    "a name with an unknown part": (
        "names = []\nfor i in unknown:\n    name = 'layer_%d/' % i + 'w'\n",
        {"name": "'layer_{i}/w'"},
    ),
    "all four ways of formatting": (
        """
for i in unknown:
    a = f'l{i}'
    b = 'l{}'.format(i)
    c = 'l%s' % (i,)
    d = 'l' + str(i)
    e = f'l{i + 1}'
""",
        {"a": "'l{i}'", "b": "'l{i}'", "c": "'l{i}'", "d": "'l{i}'", "e": "'l{i + 1}'"},
    ),
    "a counter in a loop of unknown length": (
        "n = 0\nfor x in unknown:\n    name = 'l%d' % n\n    n += 1\n",
        {"name": "'l{n}'"},
    ),
    "a while loop of unknown length": (
        "n = 0\nwhile unknown.more():\n    name = 'l%d' % n\n    n += 1\n",
        {"name": "'l{n}'"},
    ),
    "conditional expressions and boolean operators": (
        "a = 1 if unknown else 2\nb = unknown or 5\nc = 0 and unknown\nd = 3 or unknown\n",
        {"a": "1 | 2", "b": "{b}", "c": "0", "d": "3"},
    ),
    "operations on alternatives": (
        "if unknown: x = 1\nelse: x = 2\ny = x + 10\nz = 'w%d' % x\nw = [5, 6, 7][x]\n",
        {"y": "11 | 12", "z": "'w1' | 'w2'", "w": "6 | 7"},
    ),
    "calls of one of several functions": (
        """
def f(): return 'f'
def g(): return 'g'
h = f if unknown else g
r = h()
""",
        {"r": "'f' | 'g'"},
    ),
    "a dict with an unknown key may hold anything": (
        "d = {'a': 1}\nd[unknown] = 2\nx = d['a']\ny = d.get('zz')\n",
        {"x": "1 | 2"},
    ),
    "a defaultdict may hold anything once it was asked for an unknown key": (
        "import collections\nd = collections.defaultdict(list)\nbefore = len(d)\n"
        "d[unknown].append(1)\nn = len(d)\n",
        {"before": "0", "n": "{n}"},
    ),
    "an unknown decorator changes nothing": (
        "@unknown\ndef f(): return 1\nr = f()\n",
        {"r": "1"},
    ),
    "methods of a class with an unknown base": (
        """
class A(unknown.Base):
    def m(self): return self.helper() or 1
    def k(self): return 2
r = A(3).k()
""",
        {"r": "2"},
    ),
    "spreads of unknown arguments": (
        "def f(a, b=1, *r, **k): return b\nr = f(*unknown)\ns = f(1, **{'b': 2})\n",
        {"r": "{r}", "s": "2"},
    ),
    "a context manager that is not known": (
        "with unknown.open() as f:\n    x = 1\n",
        {"x": "1"},
    ),
    "an import inside an undecided branch stays": (
        "if unknown: import functools\nelse: import functools\nr = functools.reduce(max, [1, 2])\n",
        {"r": "2"},
    ),
    "a generator that may yield or not": (
        """
def g():
    if unknown: yield 1
    yield 2
n = len(list(g()))
""",
        {"n": "1 | 2"},
    ),
    "what is called for each of unknown items may have done something": (
        """
def count(x):
    seen[x] = len(seen)
    return x
seen = {}
list(map(count, unknown))
m = len(seen)
seen = {}
list(filter(count, unknown))
f = len(seen)
seen = {}
sorted(unknown, key=count)
s = len(seen)
seen = {}
max(unknown, key=count)
x = len(seen)
""",
        {"m": "{m}", "f": "{f}", "s": "{s}", "x": "{x}"},
    ),
    "setdefault of an unknown key may enter it": (
        "d = {}\nd.setdefault(unknown, 1)\nn = len(d)\n",
        {"n": "{n}"},
    ),
    "an iterator that may end in any round": (
        """
class Batches:
    i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i == unknown: raise StopIteration
        self.i += 1
        return self.i
numbers, rounds = [], 0
for i, batch in enumerate(Batches()):
    rounds += 1
    numbers.append(i)
soon = len(numbers) < 100
n = len(list(Batches()))
m = len([x for x in Batches()])
z = len(list(zip(Batches(), range(3))))
""",
        {"rounds": "{rounds}", "soon": "{soon}", "n": "{n}", "m": "{m}", "z": "{z}"},
    ),
    "a generator that goes on without yielding": (
        """
def nothing():
    while True:
        if unknown(): continue
        if never: yield 1
never = False
a = next(nothing())
n = 1
for x in nothing(): n = 2
""",
        {"a": "{a}", "n": "1 | 2"},
    ),
    "a comprehension over something unknown": (
        "xs = ['l%d' % i for i in unknown]\nn = 1\n",
        {"n": "1"},
    ),
}


@pytest.mark.parametrize("title", CASES)
def test_unknown_values_are_carried_along(title: str) -> None:
    source, expected = CASES[title]
    program = Program(UNKNOWN + source)
    assert program.error is None, program.error
    assert {name: program.show(name) for name in expected} == expected
    assert program.interp.doubt == 0
    assert not program.interp.heap.levels
    assert not program.interp.catchers


def test_many_undecided_branches_in_a_row_take_linear_time() -> None:
    source = UNKNOWN + "x = 0\n" + "".join(f"if unknown.a{i}: x = {i}\n" for i in range(200))
    program = Program(source)
    assert program.error is None


def test_undecided_branches_ninety_deep() -> None:
    lines = [f"{'    ' * i}if unknown.a{i}:" for i in range(90)] + ["    " * 90 + "x = 1"]
    program = Program(UNKNOWN + "x = 0\n" + "\n".join(lines) + "\n")
    assert program.show("x") == "0 | 1"
