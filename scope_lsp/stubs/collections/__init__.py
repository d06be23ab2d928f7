"""Model of ``collections``."""

from collections.abc import *
from collections import abc
from _scope_lsp_host import tuple_field


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = list(self.items())
            self.clear()
            self[key] = value
            for other, item in rest:
                self[other] = item

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        keys = list(self)
        key = keys[-1] if last else keys[0]
        return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, keys, value=None):
        result = cls()
        for key in keys:
            result[key] = value
        return result

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        return "%s(%r)" % (type(self).__name__, list(self.items()))


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return defaultdict(self.default_factory, self)

    def __repr__(self):
        return "defaultdict(%r, %s)" % (self.default_factory, dict.__repr__(self))


class Counter(dict):
    def __init__(self, iterable=None, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, **kwds):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self[key] + count
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] + 1
        for key, count in kwds.items():
            self[key] = self[key] + count

    def subtract(self, iterable=None, **kwds):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self[key] - count
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] - 1
        for key, count in kwds.items():
            self[key] = self[key] - count

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ordered if n is None else ordered[:n]

    def elements(self):
        return iter([key for key, count in self.items() for _ in range(count)])

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def __add__(self, other):
        result = Counter(self)
        result.update(other)
        return +result

    def __sub__(self, other):
        result = Counter(self)
        result.subtract(other)
        return +result

    def __and__(self, other):
        return Counter({k: min(v, other[k]) for k, v in self.items() if min(v, other[k]) > 0})

    def __or__(self, other):
        result = Counter(self)
        for key, count in other.items():
            result[key] = max(result[key], count)
        return +result

    def __pos__(self):
        return Counter({key: count for key, count in self.items() if count > 0})

    def __repr__(self):
        if not self:
            return "Counter()"
        return "Counter(%r)" % (dict(self.most_common()),)


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self._items = list(iterable)
        self.maxlen = maxlen
        self._shorten()

    def _shorten(self):
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items = self._items[len(self._items) - self.maxlen :]

    def append(self, item):
        self._items.append(item)
        if self.maxlen is not None:
            self._shorten()

    def appendleft(self, item):
        self._items.insert(0, item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, iterable):
        self._items.extend(iterable)
        self._shorten()

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def rotate(self, n=1):
        if self._items:
            n = n % len(self._items)
            self._items = self._items[-n:] + self._items[:-n]

    def clear(self):
        self._items.clear()

    def copy(self):
        return deque(self._items, self.maxlen)

    def count(self, item):
        return self._items.count(item)

    def index(self, item, *bounds):
        return self._items.index(item, *bounds)

    def insert(self, index, item):
        self._items.insert(index, item)

    def remove(self, item):
        self._items.remove(item)

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, item):
        self._items[index] = item

    def __delitem__(self, index):
        del self._items[index]

    def __add__(self, other):
        return deque(self._items + list(other), self.maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __repr__(self):
        if self.maxlen is None:
            return "deque(%r)" % (self._items,)
        return "deque(%r, maxlen=%r)" % (self._items, self.maxlen)


class _NamedTuple(tuple):
    """What named tuples share; ``_fields`` is set on each class."""

    _field_defaults = {}

    def __new__(cls, *args, **kwargs):
        return cls._filled((), args, kwargs)

    @classmethod
    def _filled(cls, defaults, args, kwargs):
        """A tuple of what was given; ``defaults`` are those of the last fields."""
        fields = cls._fields
        values = list(args)
        first = len(fields) - len(defaults)
        if len(values) > len(fields):
            raise TypeError("%s.__new__() takes %d arguments" % (cls.__name__, len(fields)))
        for field in fields[len(values) :]:
            if field in kwargs:
                values.append(kwargs.pop(field))
            elif len(values) >= first:
                values.append(defaults[len(values) - first])
            elif field in cls._field_defaults:
                values.append(cls._field_defaults[field])
            else:
                raise TypeError("%s.__new__() missing argument: '%s'" % (cls.__name__, field))
        if kwargs:
            raise TypeError("%s.__new__() got unexpected arguments" % cls.__name__)
        return tuple.__new__(cls, values)

    @classmethod
    def _make(cls, iterable):
        return tuple.__new__(cls, iterable)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **kwargs):
        values = [kwargs.pop(field, value) for field, value in zip(self._fields, self)]
        if kwargs:
            raise ValueError("Got unexpected field names: %r" % (list(kwargs),))
        return tuple.__new__(type(self), values)

    def __repr__(self):
        pairs = ["%s=%r" % pair for pair in zip(self._fields, self)]
        return type(self).__name__ + "(" + ", ".join(pairs) + ")"


def _creator():
    """The ``__new__`` of one class, whose ``__defaults__`` a program may set."""

    def __new__(cls, *args, **kwargs):
        if not kwargs and len(args) == len(cls._fields):
            return tuple.__new__(cls, args)
        return cls._filled(__new__.__defaults__ or (), args, kwargs)

    return __new__


def _field(index):
    return property(tuple_field(index))


_KEYWORDS = (
    "and as assert async await break class continue def del elif else except finally for from"
    " global if import in is lambda nonlocal not or pass raise return try while with yield"
).split()


def _usable(name):
    return name.isidentifier() and name[0] != "_" and name not in _KEYWORDS


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None, verbose=False):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = tuple(field_names)
    if rename:
        fields = tuple(
            [
                name if _usable(name) and name not in fields[:i] else "_%d" % i
                for i, name in enumerate(fields)
            ]
        )
    names = {"_fields": fields, "__slots__": (), "__new__": _creator()}
    for index, field in enumerate(fields):
        names[field] = _field(index)
    if defaults is not None:
        values = tuple(defaults)
        names["_field_defaults"] = dict(zip(fields[len(fields) - len(values) :], values))
    return type(typename, (_NamedTuple,), names)


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return merged

    def __iter__(self):
        return iter(self._merged())

    def __len__(self):
        return len(self._merged())

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._merged().values()

    def items(self):
        return self._merged().items()

    def new_child(self, m=None):
        return ChainMap({} if m is None else m, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])


class UserDict:
    def __init__(self, dict=None, **kwargs):
        self.data = {}
        if dict is not None:
            self.data.update(dict)
        self.data.update(kwargs)

    def __getitem__(self, key):
        if key not in self.data and hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def pop(self, key, *default):
        return self.data.pop(key, *default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


class UserList:
    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(initlist)

    def __getattr__(self, name):
        return getattr(self.data, name)

    def __getitem__(self, index):
        return self.data[index]

    def __setitem__(self, index, item):
        self.data[index] = item

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __repr__(self):
        return repr(self.data)
