"""Model of ``future.utils``."""

from six import (
    PY2,
    PY3,
    iteritems,
    iterkeys,
    itervalues,
    raise_from,
    string_types,
    viewitems,
    viewkeys,
    viewvalues,
    with_metaclass,
)
from past.utils import old_div


def python_2_unicode_compatible(cls):
    return cls


def lmap(function, *iterables):
    return list(map(function, *iterables))


def lzip(*iterables):
    return list(zip(*iterables))


def lrange(*args):
    return list(range(*args))
