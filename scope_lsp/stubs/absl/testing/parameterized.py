"""Model of ``absl.testing.parameterized``: a test runs once for each of its cases.

The test itself stays in the class and holds its cases, each as (the end of its name, what runs
it).  A case is found by its name as the framework finds it.
"""

import itertools

from _scope_lsp_host import unknown

from absl.testing.absltest import TestCase as _TestCase


def add_cases(test, cases):
    """Give a test cases; it may have some by an inner decorator, then each is run for each."""
    inner = getattr(test, "_cases", None)
    if inner:
        test._cases = [
            (name + more, _nested(outer, run))
            for (name, run), (more, outer) in itertools.product(inner, cases)
        ]
    else:
        test._cases = list(cases)
    return test


def _nested(outer, run):
    return lambda self, test, *args: outer(self, lambda self, *more: run(self, test, *more), *args)


def _case(values):
    if isinstance(values, dict):
        return lambda self, test, *args: test(
            self, *args, **{key: value for key, value in values.items() if key != "testcase_name"}
        )
    if isinstance(values, (list, tuple)):
        return lambda self, test, *args: test(self, *(tuple(values) + args))
    return lambda self, test, *args: test(self, values, *args)


def _all_of(cases):
    """The cases as a list: one argument that is no case of its own holds them."""
    if (
        len(cases) == 1
        and not isinstance(cases[0], (tuple, dict, str))
        and hasattr(cases[0], "__iter__")
    ):
        return list(cases[0])
    return list(cases)


def _decorate(test, make):
    if not isinstance(test, type):
        return make(test)
    for name in dir(test):
        if name[:4] == "test" and callable(getattr(test, name)):
            make(getattr(test, name))
    return test


def parameters(*cases):
    found = [(str(i), _case(values)) for i, values in enumerate(_all_of(cases))]
    return lambda test: _decorate(test, lambda each: add_cases(each, found))


def named_parameters(*cases):
    def make(test):
        found = []
        for values in _all_of(cases):
            name = values["testcase_name"] if isinstance(values, dict) else values[0]
            rest = values if isinstance(values, dict) else tuple(values[1:])
            apart = "_" if test.__name__[:5] == "test_" and name and name[:1] != "_" else ""
            found.append((apart + str(name), _case(rest)))
        return add_cases(test, found)

    return lambda test: _decorate(test, make)


def product(*cases, **choices):
    found = [dict(zip(choices, values)) for values in itertools.product(*choices.values())]
    return parameters(*[dict(case, **values) for case in (cases or ({},)) for values in found])


def named_product(*args, **kwargs):
    return lambda test: test


class TestCase(_TestCase):
    def __getattr__(self, name):
        for end in range(len(name) - 1, 4, -1):
            test = getattr(type(self), name[:end], None)
            for more, run in getattr(test, "_cases", ()):
                if name[:end] + more == name:
                    return lambda *args: run(self, test, *args)
        return unknown("an attribute that a test may have by its framework")


def CoopTestCase(other):
    return type("CoopTestCase", (other, TestCase), {})
