"""Model of ``unittest``: what tests assert is taken to hold."""

import sys

from _scope_lsp_host import is_known, unknown


class SkipTest(Exception):
    pass


class _Raises:
    _awaits = "expected"

    def __init__(self, expected):
        self.expected = expected
        self.exception = unknown("the exception that a test expects")

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is not None and issubclass(exc_type, self.expected):
            self.exception = exc_value
            return True
        return False


class _Context:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


class TestCase:
    maxDiff = None
    longMessage = True
    failureException = AssertionError

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName

    def setUp(self):
        return None

    def tearDown(self):
        return None

    def debug(self):
        test = getattr(self, self._testMethodName)
        try:
            self.setUp()
            test()
            self.tearDown()
            self.doCleanups()
        except SkipTest:
            pass

    def addCleanup(self, function, *args, **kwargs):
        self.__dict__.setdefault("_cleanups", []).append((function, args, kwargs))

    def doCleanups(self):
        cleanups = self.__dict__.get("_cleanups", [])
        while cleanups:
            function, args, kwargs = cleanups.pop()
            function(*args, **kwargs)

    @classmethod
    def setUpClass(cls):
        return None

    @classmethod
    def tearDownClass(cls):
        return None

    def assertEqual(self, *args, **kwargs):
        return None

    assertEquals = assertNotEqual = assertTrue = assertFalse = assertIs = assertIsNot = assertEqual
    assertIsNone = assertIsNotNone = assertIn = assertNotIn = assertIsInstance = assertEqual
    assertNotIsInstance = assertAlmostEqual = assertNotAlmostEqual = assertGreater = assertEqual
    assertGreaterEqual = assertLess = assertLessEqual = assertRegex = assertNotRegex = assertEqual
    assertRegexpMatches = assertCountEqual = assertItemsEqual = assertDictEqual = assertEqual
    assertListEqual = assertTupleEqual = assertSetEqual = assertSequenceEqual = assertEqual
    assertMultiLineEqual = assertDictContainsSubset = assert_ = failUnless = assertEqual
    addTypeEqualityFunc = assertAlmostEquals = assertNotAlmostEquals = assertNotEquals = assertEqual
    assertNotRegexpMatches = failIf = failIfEqual = failIfAlmostEqual = failUnlessEqual = (
        assertEqual
    )
    failUnlessAlmostEqual = assertEqual

    def assertRaises(self, expected, callable=None, *args, **kwargs):
        if callable is None:
            return _Raises(expected)
        with _Raises(expected):
            callable(*args, **kwargs)

    def assertRaisesRegex(self, expected, regex, callable=None, *args, **kwargs):
        return self.assertRaises(expected, callable, *args, **kwargs)

    assertRaisesRegexp = assertRaisesRegex
    failUnlessRaises = assertRaises

    def assertWarns(self, *args, **kwargs):
        return _Context()

    assertWarnsRegex = assertLogs = assertNoLogs = assertWarns

    def subTest(self, *args, **kwargs):
        return _Context()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise AssertionError(msg)

    def id(self):
        return type(self).__name__ + "." + self._testMethodName

    def shortDescription(self):
        return None


FunctionTestCase = IsolatedAsyncioTestCase = TestCase


def skip(reason):
    def skipped(test):
        test.__unittest_skip__ = True
        return test

    return skipped


def skipIf(condition, reason):
    return skip(reason) if is_known(condition) and condition else lambda test: test


def skipUnless(condition, reason):
    return lambda test: test if not is_known(condition) or condition else skip(reason)(test)


def expectedFailure(test):
    return test


def _runs_of(cls, name):
    """The names under which a test runs: its own, or its cases' (`absl.testing.parameterized`)."""
    cases = getattr(getattr(cls, name), "_cases", None)
    return [name + more for more, _ in cases] if cases else [name]


def run_alone(cls, name):
    """One test of a class as if it were the only one."""
    import _scope_lsp  # not a name of this module

    cls.setUpClass()
    runs = _runs_of(cls, name)
    for run in runs:
        if len(runs) == 1:
            cls(run).debug()
        else:
            with _scope_lsp.in_graph(_scope_lsp.new_graph()):
                _scope_lsp.run_apart(cls(run).debug)


def main(module="__main__", *args, **kwargs):
    import _scope_lsp  # not a name of this module

    names = vars(sys.modules[module] if isinstance(module, str) else module)
    for name in sorted(names):
        cls = names[name]
        if is_known(cls) and isinstance(cls, type) and issubclass(cls, TestCase):
            if not getattr(cls, "__unittest_skip__", False):
                cls.setUpClass()
                for test in sorted(dir(cls)):
                    if test[:4] == "test" and callable(getattr(cls, test)):
                        if not getattr(getattr(cls, test), "__unittest_skip__", False):
                            for run in _runs_of(cls, test):
                                _scope_lsp.run_apart(cls(run).debug)
                cls.tearDownClass()
    sys.exit(unknown("whether all tests pass"))
