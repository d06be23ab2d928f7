"""What were lists in Python 2: the views of dicts, and what `map`, `filter` and `zip` give.

TensorFlow 1.15.5 takes only lists in most places, and it runs in Python 2 too. A program that
gives it one of these was written for that.
"""

from collections.abc import MappingView

_ITERATOR = type(map(abs, []))


def listed(values):
    """The list that a value was meant as, or the value itself."""
    meant = isinstance(values, MappingView) or type(values) is _ITERATOR
    return list(values) if meant else values
