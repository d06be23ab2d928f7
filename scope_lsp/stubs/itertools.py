"""Model of ``itertools``."""

import operator

from _scope_lsp_host import count
from _scope_lsp_host import cycle as _cycle
from _scope_lsp_host import ordered_as as _ordered_as


class chain:
    def __new__(cls, *iterables):
        return _ordered_as(_chain(iterables), iterables)

    @staticmethod
    def from_iterable(iterables):
        return _ordered_as(_chain(iterables), iterables)


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def cycle(iterable):
    return _cycle(list(iterable))


def repeat(item, times=None):
    if times is None:
        return _cycle([item])
    return iter([item] * times)


def islice(iterable, *bounds):
    given = slice(*bounds)
    start = given.start or 0
    step = given.step or 1
    return _islice(iterable, start, given.stop, step=step)


def _islice(iterable, start, stop, step):
    iterator = iter(iterable)
    index = 0
    wanted = start
    while stop is None or index < stop:
        try:
            item = next(iterator)
        except StopIteration:
            return
        if index == wanted:
            yield item
            wanted = wanted + step
        if stop is not None and wanted >= stop and index + 1 >= stop:
            return
        index = index + 1


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def accumulate(iterable, func=None, *, initial=None):
    if func is None:
        func = operator.add
    total = initial
    started = initial is not None
    if started:
        yield total
    for item in iterable:
        total = func(total, item) if started else item
        started = True
        yield total


def product(*iterables, repeat=1):
    pools = [list(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    if not pools:
        yield ()
    else:
        for item in pools[0]:
            for rest in _product(pools[1:]):
                yield (item,) + rest


def permutations(iterable, r=None):
    pool = list(iterable)
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    if r == 0:
        yield ()
    else:
        for index, item in enumerate(pool):
            for rest in _permutations(pool[:index] + pool[index + 1 :], r - 1):
                yield (item,) + rest


def combinations(iterable, r):
    return _combinations(list(iterable), r, 0)


def _combinations(pool, r, start):
    if r == 0:
        yield ()
    else:
        for index in range(start, len(pool) - r + 1):
            for rest in _combinations(pool, r - 1, index + 1):
                yield (pool[index],) + rest


def combinations_with_replacement(iterable, r):
    pool = list(iterable)
    for indices in _product([list(range(len(pool)))] * r):
        if sorted(indices) == list(indices):
            yield tuple([pool[i] for i in indices])


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    left = len(iterators)
    ended = [False] * left
    while True:
        values = []
        for index, iterator in enumerate(iterators):
            value = fillvalue
            if not ended[index]:
                try:
                    value = next(iterator)
                except StopIteration:
                    ended[index] = True
                    left = left - 1
            values.append(value)
        if left == 0:
            return
        yield tuple(values)


izip_longest = zip_longest


def groupby(iterable, key=None):
    started = False
    current = None
    group = []
    for item in iterable:
        found = item if key is None else key(item)
        if started and found == current:
            group.append(item)
        else:
            if started:
                yield current, iter(group)
            started = True
            current = found
            group = [item]
    if started:
        yield current, iter(group)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple([iter(items) for _ in range(n)])


def pairwise(iterable):
    items = list(iterable)
    return zip(items, items[1:])


def batched(iterable, n):
    items = list(iterable)
    for start in range(0, len(items), n):
        yield tuple(items[start : start + n])


def izip(*iterables):
    return zip(*iterables)


def imap(function, *iterables):
    return map(function, *iterables)


def ifilter(predicate, iterable):
    return filter(predicate, iterable)


ifilterfalse = filterfalse
