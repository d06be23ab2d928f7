"""Model of ``unittest.mock``: attributes replaced for a while.  Source: its ``_patch``.

Not here: mocks themselves, which are unknown values.
"""

import functools
import importlib

import _scope_lsp

DEFAULT = object()


class _Patch:
    def __init__(self, find, attribute, new):
        self.find = find
        self.attribute = attribute
        self.makes_mock = new is DEFAULT
        self.new = _scope_lsp.unknown("a mock") if new is DEFAULT else new

    def __enter__(self):
        self.target = self.find()
        self.original = getattr(self.target, self.attribute, DEFAULT)
        setattr(self.target, self.attribute, self.new)
        return self.new

    def __exit__(self, *details):
        if self.original is DEFAULT:
            delattr(self.target, self.attribute)
        else:
            setattr(self.target, self.attribute, self.original)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__()

    def __call__(self, function):
        if isinstance(function, type):
            return function

        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self as new:
                given = (new,) if self.makes_mock else ()
                return function(*args, *given, **kwargs)

        return patched


def patch(target, new=DEFAULT, *rest, **keywords):
    module, _, attribute = target.rpartition(".")
    return _Patch(lambda: importlib.import_module(module), attribute, new)


def _patch_object(target, attribute, new=DEFAULT, *rest, **keywords):
    return _Patch(lambda: target, attribute, new)


patch.object = _patch_object
