"""`tf.test`: what tests of models lean on."""

import unittest
from unittest import mock

import _scope_lsp

from absl.testing.absltest import TestCase as _TestCase

from tensorflow._session import Session
from tensorflow._unmodelled import lookup as _lookup


class TestCase(_TestCase):
    _cached_session = None

    def setUp(self):
        from tensorflow import reset_default_graph  # not a name of this module

        self._cached_session = None
        reset_default_graph()

    def session(self, graph=None, config=None, use_gpu=False, force_gpu=False):
        return Session("", graph, config)

    def cached_session(self, graph=None, config=None, use_gpu=False, force_gpu=False):
        """The same session, and so the same graph, all through a test."""
        if self._cached_session is None:
            self._cached_session = Session("", graph, config)
        return self._cached_session

    def test_session(self, graph=None, config=None, use_gpu=False, force_gpu=False):
        return self.cached_session(None, config) if graph is None else self.session(graph, config)

    def evaluate(self, tensors):
        return _scope_lsp.unknown("the value of a tensor")

    def get_temp_dir(self):
        return "/tmp/" + type(self).__name__

    def checkedThread(self, target, args=None, kwargs=None):
        from threading import Thread  # not a name of this module

        return Thread(target=target, args=args or (), kwargs=kwargs)

    def assertRaisesOpError(self, expected_err_re_or_predicate):
        from tensorflow.errors import OpError  # not a name of this module

        return self.assertRaises(OpError)

    @_scope_lsp.takes(None)  # many functions
    def _nothing(self, *args, **kwargs):
        return None

    assertAllClose = assertAllEqual = assertNotAllClose = assertNotAllEqual = assertShapeEqual = (
        _nothing
    )
    assertProtoEquals = assertNear = assertNDArrayNear = assertAllCloseAccordingToType = (
        assertArrayNear
    ) = _nothing
    assertAllInRange = assertAllInSet = assertDTypeEqual = assertDeviceEqual = (
        assertProtoEqualsVersion
    ) = _nothing
    assertAllGreater = assertAllLess = assertAllGreaterEqual = assertAllLessEqual = _nothing


def main(argv=None):
    return unittest.main()


def is_gpu_available(cuda_only=False, min_cuda_compute_capability=None):
    return False


def is_built_with_cuda():
    return False


def gpu_device_name():
    return ""


def get_temp_dir():
    return _scope_lsp.unknown("a folder")


def __getattr__(name):
    return _lookup("test." + name)
