"""Decorators of tests by mode, and the op of a variable alone."""

import unittest

import tensorflow as tf
from absl.testing import parameterized
from tensorflow.python.eager import context
from tensorflow.python.framework import dtypes, test_util
from tensorflow.python.ops import resource_variable_ops

resource_variable_ops.var_handle_op(dtype=dtypes.int32, shape=[])
with tf.name_scope("a"):
    handle = resource_variable_ops.var_handle_op(dtype=tf.float32, shape=[2], name="b")
    tf.get_variable(handle.op.name.replace("/", "_"), [])
resource_variable_ops.var_handle_op(dtype=dtypes.string, shape=[3])
tf.get_variable("global_%d" % len(tf.global_variables()), [])


@test_util.with_control_flow_v2
class Modes(test_util.TensorFlowTestCase):
    @test_util.run_v1_only("b/1")
    def testOne(self):
        tf.Variable(1.0, name="one")

    @test_util.disable_control_flow_v2("no")
    @test_util.run_deprecated_v1
    def testTwo(self):
        tf.Variable(1.0, name="two")

    @test_util.skip_if(True)
    def testThree(self):
        tf.Variable(1.0, name="three")

    @test_util.skip_if(lambda: False)
    def testFour(self):
        tf.Variable(1.0, name="four")

    @test_util.run_gpu_only
    def testSix(self):
        tf.Variable(1.0, name="six")

    @test_util.run_cuda_only
    def testSeven(self):
        tf.Variable(1.0, name="seven")

    @test_util.run_in_graph_and_eager_modes(reset_test=False)
    def testEight(self):
        if not context.executing_eagerly():
            tf.Variable(1.0, name="eight")
            self.skipTest("Graphs are not for it")


@test_util.for_all_test_methods(test_util.disable_xla, "b/2")
class More(test_util.TensorFlowTestCase):
    def testFive(self):
        tf.Variable(1.0, name="five")


class Both(test_util.TensorFlowTestCase, parameterized.TestCase):
    @test_util.build_as_function_and_v1_graph
    def testTen(self):
        NAMES.append(tf.zeros([2], name="zero").op.name)


NAMES = []
Both("testTen_v1_graph").testTen_v1_graph()
Both("testTen_function").testTen_function()
for name in set(NAMES):
    tf.get_variable(name, [])


names = sorted(name for name in dir(Modes) if name[:4] == "test")
for name in names:
    if name != "test_session":
        try:
            getattr(Modes(name), name)()
        except unittest.SkipTest as skipped:
            tf.get_variable(name + "_" + str(skipped).replace(" ", "_"), [])
More("testFive").testFive()
for name in names:
    tf.get_variable("is_" + name, [])
for case in test_util.generate_combinations_with_testcase_name(mode=["a-b", 2], to=[None, (1, 2)]):
    tf.get_variable("case" + case["testcase_name"], [])
