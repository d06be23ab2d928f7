"""Model of ``functools``."""

from builtins import reduce

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partial:
    def __new__(cls, func, *args, **keywords):
        self = object.__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            merged = dict(func.keywords)
            merged.update(keywords)
            keywords = merged
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, *args, **keywords):
        if not keywords:
            return self.func(*self.args, *args, **self.keywords)
        merged = dict(self.keywords)
        merged.update(keywords)
        return self.func(*self.args, *args, **merged)

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend(["%s=%r" % item for item in self.keywords.items()])
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        if isinstance(self.func, (staticmethod, classmethod)):
            return partial(self.func.__get__(obj, cls), *self.args, **self.keywords)
        return partial(self.func, obj, *self.args, **self.keywords)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in ("__name__", "__qualname__", "__module__", "__doc__"):
        value = getattr(wrapped, name, None)
        if value is not None:
            setattr(wrapper, name, value)
    for name, value in getattr(wrapped, "__dict__", {}).items():
        setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


class wraps:
    def __init__(self, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        self.wrapped = wrapped

    def __call__(self, wrapper):
        return update_wrapper(wrapper, self.wrapped)


class _Cached:
    def __init__(self, function, maxsize=None, typed=False):
        self.__wrapped__ = function
        self.__name__ = getattr(function, "__name__", "function")
        self.__doc__ = getattr(function, "__doc__", None)
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()

    def __call__(self, *args, **keywords):
        key = (args, tuple(keywords.items())) if keywords else args
        if self._typed:
            key = (key, tuple([type(value) for value in (*args, *keywords.values())]))
        results = self._results
        if key in results:
            self._hits += 1
            if self._maxsize is not None:
                results[key] = results.pop(key)  # the last one to be thrown out
            return results[key]
        self._misses += 1
        result = self.__wrapped__(*args, **keywords)
        if self._maxsize is not None:
            if self._maxsize <= 0:
                return result
            if key not in results and len(results) >= self._maxsize:
                del results[next(iter(results))]
        results[key] = result
        return result

    def __get__(self, obj, cls=None):
        return self if obj is None else partial(self, obj)

    def cache_clear(self):
        self._results = {}
        self._hits = self._misses = 0

    def cache_info(self):
        from collections import namedtuple  # few programs need it

        kind = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        return kind(
            hits=self._hits,
            misses=self._misses,
            maxsize=self._maxsize,
            currsize=len(self._results),
        )


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128)
    return partial(_Cached, maxsize=maxsize, typed=typed)


def cache(function):
    return _Cached(function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = getattr(func, "__name__", None)

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        value = self.func(obj)
        obj.__dict__[self.attrname] = value
        return value


def total_ordering(cls):
    names = cls.__dict__
    if "__lt__" in names:
        if "__gt__" not in names:
            cls.__gt__ = lambda self, other: not (self < other or self == other)
        if "__le__" not in names:
            cls.__le__ = lambda self, other: self < other or self == other
        if "__ge__" not in names:
            cls.__ge__ = lambda self, other: not self < other
    elif "__gt__" in names:
        cls.__lt__ = lambda self, other: not (self > other or self == other)
        cls.__ge__ = lambda self, other: self > other or self == other
        cls.__le__ = lambda self, other: not self > other
    elif "__le__" in names:
        cls.__ge__ = lambda self, other: not self <= other or self == other
        cls.__lt__ = lambda self, other: self <= other and not self == other
        cls.__gt__ = lambda self, other: not self <= other
    elif "__ge__" in names:
        cls.__le__ = lambda self, other: not self >= other or self == other
        cls.__gt__ = lambda self, other: self >= other and not self == other
        cls.__lt__ = lambda self, other: not self >= other
    return cls


class _Key:
    def __init__(self, compare, obj):
        self.compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0


def cmp_to_key(compare):
    return partial(_Key, compare)


class singledispatch:
    def __init__(self, function):
        self._default = function
        self.registry = {}
        update_wrapper(self, function)

    def register(self, cls, function=None):
        if function is not None:
            self.registry[cls] = function
            return function
        if isinstance(cls, type):
            return lambda implementation: self.register(cls, implementation)
        return cls

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self.registry:
                return self.registry[base]
        return self._default

    def __call__(self, *args, **keywords):
        return self.dispatch(type(args[0]))(*args, **keywords)

    def __get__(self, obj, cls=None):
        return self if obj is None else partial(self, obj)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.dispatcher.dispatch(type(args[0]))(obj, *args, **keywords)

        return method
