"""Python's generators: each program means to us what it means to Python."""

from __future__ import annotations

import pytest

from tests.interpreter.running import compare

PROGRAMS = {
    "generators that are resumed at a wrong time": (
        """
def itself():
    yield next(me)
me = itself()
def inner():
    got = yield 1
    yield got
def sent(value):
    started = inner()
    return started.send(value)
def closing():
    mine.close()
    yield 1
mine = closing()
""",
        """
next(me)
sent(None)
sent(5)
next(mine)
""",
    ),
    "generators": (
        """
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: i = got
        i += 1
    return 'done'
def outer():
    r = yield from count(2)
    yield r
def cleanup(log):
    try:
        yield 1
        yield 2
    finally:
        log.append('closed')
def flat(x):
    for e in x:
        if isinstance(e, list): yield from flat(e)
        else: yield e
def echo():
    received = []
    while True:
        x = yield len(received)
        if x is None: break
        received.append(x)
    yield received
def catching():
    try:
        yield 'a'
    except ValueError as e:
        yield 'caught %s' % e
log = []
g = echo()
gen = count(10)
thrown = catching()
next(thrown)
def closing(seen):
    try:
        yield 1
    except GeneratorExit:
        seen.append('exit')
        raise
    finally:
        seen.append('finally')
def closed(make, *args, steps=1):
    gen = make(*args)
    for _ in range(steps): next(gen)
    gen.close()
    gen.close()
    return next(gen, 'over')
seen = []
class Tree:
    def __init__(self, *kids): self.kids = kids
    def __iter__(self):
        yield self
        for k in self.kids: yield from k
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
""",
        """
list(count(3)), list(outer())
next(gen), gen.send(5), next(gen)
list(flat([1, [2, [3, 4]], 5]))
next(g), g.send('x'), g.send('y'), g.send(None)
thrown.throw(ValueError('v'))
closed(closing, seen), seen
closed(closing, seen, steps=0), seen
closed(count, 3)
len(list(Tree(Tree(), Tree(Tree()))))
list(Countdown(3)), list(Seq()), 4 in Seq()
sum(x * x for x in range(4)), any(x > 2 for x in [1, 3])
next(iter([]), 'default')
next(iter([]))
list(zip(count(3), 'ab')), dict(enumerate('ab'))
(lambda: (yield 3))().__next__()
[list(cleanup(log)), log]
""",
    ),
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_program_means_what_it_means_to_python(title: str) -> None:
    compare(*PROGRAMS[title])
