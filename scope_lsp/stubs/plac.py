"""Model of plac: the defaults of a function are those of its command line."""

from _launching import call as _call
from _launching import choose
from _scope_lsp_host import is_known, kind_of, unknown


def annotations(**notes):
    def decorator(function):
        function.__annotations__ = notes
        return function

    return decorator


def pos(*args, **kwargs):
    return lambda function: function


opt = flg = pos


class Annotation:
    def __init__(self, *args, **kwargs):
        pass


def call(obj, arglist=None, eager=True, version=None):
    commands = getattr(obj, "commands", None)
    if commands is not None and is_known(commands):
        return choose([lambda name=name: _call(getattr(obj, name)) for name in commands])
    if kind_of(obj) == "class":
        return _call(obj)
    if arglist:
        return choose([lambda: _call(obj)])
    return _call(obj)


def __getattr__(name):
    return unknown("plac." + name)
