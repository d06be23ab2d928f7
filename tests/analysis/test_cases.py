"""Tests of models: run one after the other by their framework, or each on its own."""

from __future__ import annotations

from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty
from tests.support.patience import patient

CASES = """\
import unittest

import tensorflow as tf
from tensorflow.python.framework import ops
from tensorflow.python.layers import core as core_layers
from tensorflow.python.ops import array_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.platform import test


class ScopeTest(test.TestCase):
    def setUp(self):
        super(ScopeTest, self).setUp()
        self.depth = 4

    def testTwice(self):
        with self.cached_session():
            with vs.variable_scope("a"):
                vs.get_variable("w", [1])
            with self.assertRaises(ValueError):
                with vs.variable_scope("a"):
                    vs.get_variable("w", [1])
            with self.assertRaisesRegexp(ValueError, "does not exist"):
                with vs.variable_scope("a", reuse=True):
                    vs.get_variable("u", [1])
            with vs.variable_scope("b"):
                vs.get_variable("w", [1])

    def testDense(self):
        with self.test_session(use_gpu=False, graph=ops.Graph()):
            core_layers.dense(array_ops.zeros([2, 3]), self.depth)

    @unittest.skip("not now")
    def testSkipped(self):
        tf.get_variable("skipped", [1])

    def testEnds(self):
        tf.get_variable("x", [2])
        with self.assertRaises(ValueError) as caught:
            tf.get_variable("x", [3])
        self.skipTest("enough")
        tf.get_variable("y", [3])


class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.size = 7

    def test_one(self):
        tf.get_variable("p", [self.size])

    def test_two(self):
        tf.get_variable("q", [self.size])
        tf.get_variable("p", [self.size])
"""


def run(tmp_path: Path, end: str) -> Analysis:
    path = tmp_path / "model_test.py"
    return analyze(Snapshot(str(path), CASES + end), patient())


def test_a_framework_runs_the_tests_of_a_program(tmp_path: Path) -> None:
    """The names and their order are TensorFlow 1.15.5's; the last test fails there too."""
    analysis = run(tmp_path, "\n\nif __name__ == '__main__':\n    tf.test.main()\n    never()\n")
    sound = [
        event for event in analysis.variables if event.uncalled is None and not event.after_error
    ]
    names = [event.name for event in sound]
    assert names == ["p:0", "q:0", "dense/kernel:0", "dense/bias:0", "x:0", "a/w:0", "b/w:0"]
    assert {event.certainty for event in sound} == {Certainty.DEFINITE}
    (error,) = analysis.errors
    assert (error.code, error.certainty) == ("variable-exists", Certainty.DEFINITE)
    assert "p already exists" in error.message


def test_tests_that_make_no_variables_do_not_end_the_others(tmp_path: Path) -> None:
    small = "    def test_{}(self):\n        self.assertEqual(sum(range({})), tf.constant(1))\n"
    text = (
        "import tensorflow as tf\n\n\nclass Case(tf.test.TestCase):\n"
        + "".join(small.format(f"{index:02}", index) for index in range(30))
        + "    def test_last(self):\n        tf.get_variable('last', [3])\n\n\ntf.test.main()\n"
    )
    path = tmp_path / "many_test.py"
    analysis = analyze(Snapshot(str(path), text), patient())
    assert [(v.name, v.certainty) for v in analysis.variables] == [("last:0", Certainty.DEFINITE)]


def test_without_a_framework_each_test_runs_in_a_graph_of_its_own(tmp_path: Path) -> None:
    analysis = run(tmp_path, "\n\ndef test_plain():\n    tf.get_variable('p', [1])\n")
    found = [f"{event.uncalled} {event.name}" for event in analysis.variables]
    assert found == [
        "ScopeTest.testTwice a/w:0",
        "ScopeTest.testTwice b/w:0",
        "ScopeTest.testDense dense/kernel:0",
        "ScopeTest.testDense dense/bias:0",
        "ScopeTest.testSkipped skipped:0",
        "ScopeTest.testEnds x:0",
        "Plain.test_one p:0",
        "Plain.test_two q:0",
        "Plain.test_two p:0",
        "test_plain p:0",
    ]
    assert analysis.errors == ()


DECORATED = """\
import gc

import tensorflow as tf
from tensorflow.python.framework import test_util


def wrapped(test):
    def run(self):
        test(self)
    return run


class ModeTest(tf.test.TestCase):
    def tearDown(self):
        gc.collect()

    @test_util.run_deprecated_v1
    def testOne(self):
        tf.get_variable("one", [])

    @test_util.run_in_graph_and_eager_modes
    @wrapped
    def testTwo(self):
        tf.get_variable("two", [])
"""


def test_a_decorator_of_a_library_does_not_call_the_test(tmp_path: Path) -> None:
    """A program that runs one test of another module makes what that test makes, and no more."""
    (tmp_path / "modes.py").write_text(DECORATED)
    main = 'import modes\n\nmodes.ModeTest("testTwo").debug()\n'
    path = tmp_path / "main.py"
    path.write_text(main)
    analysis = analyze(Snapshot(str(path), main), patient())
    assert [(event.name, event.certainty) for event in analysis.variables] == [
        ("two:0", Certainty.DEFINITE)
    ]
    assert not analysis.problems


PARAMETERIZED = """\
from unittest import mock

import tensorflow as tf
from absl.testing import parameterized
from tensorflow.python.keras import keras_parameterized, testing_utils


class Sizes:
    @staticmethod
    def size():
        return 3


class Cases(tf.test.TestCase, parameterized.TestCase):
    @mock.patch.object(Sizes, "size")
    def testPatched(self, size):
        size.return_value = 7
        tf.get_variable("patched", [Sizes.size()])

    @parameterized.named_parameters(("one", 1), ("two", 2))
    def test_named(self, units):
        tf.get_variable("named_%s" % self.id().split("_")[-1], [units])

    @parameterized.parameters((3, "u"), {"units": 4, "name": "v"})
    def testNumbered(self, units, name):
        with mock.patch("tensorflow.shape", return_value=units):
            tf.get_variable(name, [tf.shape(0)])


@keras_parameterized.run_all_keras_modes
class Models(keras_parameterized.TestCase):
    @keras_parameterized.run_with_all_model_types(exclude_models="sequential")
    def test_model(self):
        model = testing_utils.get_small_mlp(2, 3, 4)
        model.build((None, 4))
"""


def test_each_case_of_a_test_runs(tmp_path: Path) -> None:
    text = PARAMETERIZED + "\n\nif __name__ == '__main__':\n    tf.test.main()\n"
    analysis = analyze(Snapshot(str(tmp_path / "cases_test.py"), text), patient())
    made = [(event.name, event.shape) for event in analysis.variables if event.uncalled is None]
    assert made[:5] == [
        ("u:0", (3,)),
        ("v:0", (4,)),
        ("patched:0", (7,)),
        ("named_one:0", (1,)),
        ("named_two:0", (2,)),
    ]
    model = [("dense/kernel:0", (4, 2)), ("dense/bias:0", (2,))]
    model += [("dense_1/kernel:0", (2, 3)), ("dense_1/bias:0", (3,))]
    assert made[5:] == model * 2
    assert not analysis.problems


def test_the_cases_of_a_test_run_on_their_own(tmp_path: Path) -> None:
    analysis = analyze(Snapshot(str(tmp_path / "cases_test.py"), PARAMETERIZED), patient())
    names = {event.name for event in analysis.variables}
    assert {"u:0", "v:0", "patched:0", "named_one:0", "named_two:0", "dense_1/bias:0"} == names - {
        "dense/kernel:0",
        "dense/bias:0",
        "dense_1/kernel:0",
    }


def test_a_test_has_one_session_and_its_graph(tmp_path: Path) -> None:
    """As TensorFlow has it: the second block builds in the graph of the first."""
    text = """\
import tensorflow as tf


class SessionTest(tf.test.TestCase):
    def test(self):
        self.assertLen([1], 1)
        with tf.Graph().as_default(), self.cached_session():
            tf.get_variable("a", [])
        with tf.Graph().as_default(), self.cached_session():
            tf.get_variable("b%d" % len(tf.global_variables()), [])


SessionTest("test").debug()
"""
    analysis = analyze(Snapshot(str(tmp_path / "one.py"), text), patient())
    assert [event.name for event in analysis.variables] == ["a:0", "b1:0"]


LEAKS = """\
import tensorflow as tf
from tensorflow.python.framework import test_util


class Leaks(test_util.TensorFlowTestCase):
    @test_util.assert_no_new_pyobjects_executing_eagerly
    def testNothingStays(self):
        tf.get_variable("v", [2])


Leaks("testNothingStays").testNothingStays()
tf.get_variable("v", [2])
"""


def test_a_test_that_is_checked_for_leaks_runs_eagerly() -> None:
    """What it makes shares nothing; TensorFlow 1.15.5 calls it five times, and each makes v:0."""
    analysis = analyze(Snapshot("leaks.py", LEAKS), patient())
    assert [event.name for event in analysis.variables] == ["v:0", "v:0"]
    assert not analysis.errors
