"""`tf.test`: what tests of models lean on."""

import unittest
from unittest import mock

import _scope_lsp

from tensorflow._session import Session
from tensorflow._unmodelled import lookup as _lookup


class TestCase(unittest.TestCase):
    def setUp(self):
        from tensorflow import reset_default_graph

        reset_default_graph()

    def test_session(self, graph=None, config=None, use_gpu=False, force_gpu=False):
        return Session("", graph, config)

    session = cached_session = test_session

    def evaluate(self, tensors):
        return _scope_lsp.unknown("the value of a tensor")

    def get_temp_dir(self):
        return _scope_lsp.unknown("a folder")

    def _nothing(self, *args, **kwargs):
        return None

    assertAllClose = assertAllEqual = assertNotAllClose = assertNotAllEqual = assertShapeEqual = _nothing
    assertProtoEquals = assertNear = assertNDArrayNear = assertAllCloseAccordingToType = assertArrayNear = _nothing
    assertAllInRange = assertAllInSet = assertDTypeEqual = assertDeviceEqual = assertStartsWith = _nothing
    assertAllGreater = assertAllLess = assertAllGreaterEqual = assertAllLessEqual = _nothing


def main(argv=None):
    return unittest.main()


def is_gpu_available(*args, **kwargs):
    return False


def is_built_with_cuda():
    return False


def gpu_device_name():
    return ""


def get_temp_dir():
    return _scope_lsp.unknown("a folder")


def __getattr__(name):
    return _lookup("test." + name)
