"""tensorflow.python.keras.keras_parameterized: tests of models, in each of the ways to write one.

Not here: the eager modes that tests run in.  Graphs are what is built, so a test runs in that mode.
Modelled on keras/keras_parameterized.py of TensorFlow 1.15.5.
"""

import functools

from absl.testing.parameterized import TestCase as _Parameterized
from absl.testing.parameterized import _decorate, add_cases

from tensorflow.keras.backend import clear_session
from tensorflow.python.keras.testing_utils import model_type_scope
from tensorflow.test import TestCase as _TestCase


class TestCase(_TestCase, _Parameterized):
    def tearDown(self):
        clear_session()
        super(TestCase, self).tearDown()


def _of_type(model_type):
    def run(self, test, *args):
        with model_type_scope(model_type):
            return test(self, *args)

    return run


def run_with_all_model_types(test_or_class=None, exclude_models=None):
    if test_or_class is None:
        return functools.partial(run_with_all_model_types, exclude_models=exclude_models)
    left_out = [exclude_models] if isinstance(exclude_models, str) else list(exclude_models or ())
    cases = [
        ("_" + each, _of_type(each))
        for each in ("functional", "subclass", "sequential")
        if each not in left_out
    ]
    return _decorate(test_or_class, lambda test: add_cases(test, cases))


def _as_graph(self, test, *args):
    return test(self, *args)


def run_all_keras_modes(
    test_or_class=None, config=None, always_skip_v1=False, always_skip_eager=False, **kwargs
):
    if test_or_class is None:
        return functools.partial(run_all_keras_modes, always_skip_v1=always_skip_v1)
    if always_skip_v1:
        return test_or_class
    return _decorate(test_or_class, lambda test: add_cases(test, [("_v1_session", _as_graph)]))
