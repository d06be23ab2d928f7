"""Model of ``pickle``: what a pickle holds is not known, and may be code.

Unless the program made it itself and still has it: then it holds a copy.
"""

import copy

import _scope_lsp
from _scope_lsp_host import unknown

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_HELD = "what a pickle holds"
_MADE = []
"""Pairs of a pickle that the program made, told from others by being the same value, and a copy."""


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def load(file, **kwargs):
    _scope_lsp.lack(_HELD)
    return unknown(_HELD)


def loads(data, **kwargs):
    for made, held in _MADE:
        if _scope_lsp.is_among(data, [made]):
            return copy.deepcopy(held)
    return load(data)


def dump(obj, file, protocol=None, **kwargs):
    return None


def dumps(obj, protocol=None, **kwargs):
    made = unknown("a pickle")
    _MADE.append((made, copy.deepcopy(obj)))
    return made


class Pickler:
    def __init__(self, file, protocol=None, **kwargs):
        self.file = file

    def dump(self, obj):
        return None

    def clear_memo(self):
        return None


class Unpickler:
    def __init__(self, file, **kwargs):
        self.file = file

    def load(self):
        return load(self.file)


def __getattr__(name):
    return unknown("pickle." + name)
