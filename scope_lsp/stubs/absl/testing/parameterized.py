"""Model of ``absl.testing.parameterized``: each test runs with arguments that are not known."""

from unittest import TestCase


def parameters(*cases):
    return lambda test: test


named_parameters = product = parameters


def named_product(*args, **kwargs):
    return lambda test: test
