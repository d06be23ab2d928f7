"""Model of ``pytest``: marks change nothing, and what tests assert is taken to hold.

Fixtures are not modelled: what a test gets as an argument is unknown.
"""

import unittest

from _scope_lsp_host import is_known, unknown


class _ExceptionInfo(unittest._Raises):
    @property
    def value(self):
        return self.exception

    @property
    def type(self):
        return type(self.exception)

    @property
    def traceback(self):
        return unknown("where a test's exception was raised")

    def match(self, regexp):
        return True


def raises(expected_exception, *args, match=None, check=None, **kwargs):
    if not args:
        return _ExceptionInfo(expected_exception)
    with _ExceptionInfo(expected_exception) as info:
        args[0](*args[1:], **kwargs)
    return info


class _Recorded(unittest._Context):
    def __enter__(self):
        return []


def warns(expected_warning=Warning, *args, match=None, **kwargs):
    return args[0](*args[1:], **kwargs) if args else _Recorded()


def deprecated_call(*args, match=None, **kwargs):
    return args[0](*args[1:], **kwargs) if args else _Recorded()


def approx(expected, rel=None, abs=None, nan_ok=False):
    return expected


def param(*values, **more):
    return values[0] if len(values) == 1 else values


class _Mark:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and is_known(args[0]) and callable(args[0]):
            return args[0]
        return self


class _Marks:
    def __getattr__(self, name):
        return _Mark(name)


mark = _Marks()


def fixture(fixture_function=None, **options):
    return fixture_function if callable(fixture_function) else lambda function: function
