"""Defaults kept in a stack of dicts by function, asked with a key that is not known before a run."""

import tensorflow as tf

STACK = [{}]


def key(function):
    return getattr(function, "_key", str(function))


def takes_defaults(function):
    def inner(*args, **kwargs):
        if key(function) in STACK[-1]:
            kwargs = dict(STACK[-1][key(function)], **kwargs)
        return function(*args, **kwargs)

    inner._key = key(function)
    return inner


@takes_defaults
def variable(name, shape=None, place=None):
    return tf.get_variable(name, shape, caching_device=place)


variable("a", shape=[2, 3])
variable("b", [4], place=None)
unknown = str(takes_defaults)  # has an address in it
seen = set()
if unknown not in seen:
    seen.add(unknown)
    tf.get_variable("once", [1])
tf.get_variable({}.get(unknown, "default"), [1])
tf.get_variable({"one": 1}.pop("one") and {}.pop(unknown, "popped"), [1])
tf.get_variable({}.setdefault(unknown, "set"), [1])
