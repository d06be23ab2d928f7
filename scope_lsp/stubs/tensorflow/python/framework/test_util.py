"""tensorflow.python.framework.test_util: decorators that say in which modes a test runs.

A test that runs in both modes runs once, as it builds graphs.  If it is skipped there, TensorFlow
goes on to its eager run, so that nothing is raised.  What is checked for leaks runs eagerly only.

Not here: the eager run of tests that run in both modes, control flow of version 2, and what tests
compare graphs and devices with.
Modelled on framework/test_util.py of TensorFlow 1.15.5.
"""

import functools
import itertools
import unittest

from tensorflow.python.eager import context as _context
from tensorflow._function import function
from tensorflow._graph import Graph
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.test import (
    TestCase as TensorFlowTestCase,
)
from tensorflow.test import (
    assert_equal_graph_def,
    create_local_cluster,
    gpu_device_name,
    is_gpu_available,
)


def _same(test, *args, **kwargs):
    return test


def deprecated_graph_mode_only(func=None):
    return _same if func is None else func


run_deprecated_v1 = deprecated_graph_mode_only


def run_v1_only(reason, func=None):
    return _same if func is None else func


def run_in_graph_and_eager_modes(
    func=None, config=None, use_gpu=True, reset_test=True, assert_no_eager_garbage=False
):
    def decorate(test):
        @functools.wraps(test)
        def run(self, *args, **kwargs):
            try:
                test(self, *args, **kwargs)
            except unittest.SkipTest:
                pass

        return run

    return decorate if func is None else decorate(func)


def build_as_function_and_v1_graph(func=None):
    from absl.testing import parameterized  # few programs need it

    def decorate(test):
        @parameterized.named_parameters(("_v1_graph", "v1_graph"), ("_function", "function"))
        @functools.wraps(test)
        def run(self, run_mode, *args, **kwargs):
            if run_mode == "v1_graph":
                with Graph().as_default():
                    test(self, *args, **kwargs)
            else:
                with _context.eager_mode():
                    function(lambda: test(self, *args, **kwargs))()

        return run

    return decorate if func is None else decorate(func)


def run_all_in_graph_and_eager_modes(cls):
    for name, value in _tests(cls):
        if name[:13] != "testSkipEager" and name[:15] != "test_skip_eager":
            setattr(cls, name, run_in_graph_and_eager_modes(value))
    return cls


def assert_no_new_pyobjects_executing_eagerly(f):
    @functools.wraps(f)
    def run(self, *args, **kwargs):
        with _context.eager_mode():
            f(self, *args, **kwargs)

    return run


assert_no_new_tensors = _same
assert_no_garbage_created = py_func_if_in_function = use_deterministic_cudnn = _same
enable_c_shapes = with_c_shapes = enable_control_flow_v2 = enable_output_all_intermediates = _same


def disable_xla(description):
    return _same


no_xla_auto_jit = xla_allow_fallback = enable_tf_xla_constant_folding = disable_xla


def skip_if(condition):
    def decorate(test):
        def run(*args, **kwargs):
            if not (condition() if callable(condition) else condition):
                return test(*args, **kwargs)

        return run

    return decorate


def _skipped(reason):
    def decorator(func=None):
        def decorate(test):
            return lambda self, *args, **kwargs: self.skipTest(reason)

        return decorate if func is None else decorate(func)

    return decorator


run_v2_only = _skipped("Test is only compatible with v2")
run_gpu_only = _skipped("Test requires GPU")  # see `is_gpu_available`
run_cuda_only = _skipped("Test requires CUDA GPU")


def _tests(cls):
    return [
        (name, value)
        for name, value in list(cls.__dict__.items())
        if name[:4] == "test" and name != "test_session" and callable(value)
    ]


def for_all_test_methods(decorator, *args, **kwargs):
    def decorate(cls):
        for name, value in _tests(cls):
            setattr(cls, name, decorator(*args, **kwargs)(value))
        return cls

    return decorate


def disable_control_flow_v2(unused_msg):
    def decorate(test):
        test._disable_control_flow_v2 = True
        return test

    return decorate


def with_control_flow_v2(cls):
    for name, value in _tests(cls):
        if not getattr(value, "_disable_control_flow_v2", False):
            setattr(cls, name + "WithControlFlowV2", value)
            for more, run in getattr(value, "_cases", ()):  # of absl's parameterized tests
                setattr(cls, name + more + "WithControlFlowV2", _case(value, run))
    return cls


def _case(test, run):
    return lambda self: run(self, test)


def generate_combinations_with_testcase_name(**kwargs):
    names = sorted(kwargs)
    choices = [kwargs[name] if isinstance(kwargs[name], list) else [kwargs[name]] for name in names]
    found = []
    for values in itertools.product(*choices):
        parts = [_plain(text) for pair in zip(names, values) for text in pair]
        label = "_test" + "".join("_" + part for part in parts)
        found.append(dict(zip(names, values), testcase_name=label))
    return found


def _plain(value):
    return "".join(letter for letter in str(value) if letter.isalnum())


def __getattr__(name):
    return _lookup("python.framework.test_util." + name)
