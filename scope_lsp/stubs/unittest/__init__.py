"""Model of ``unittest``: tests are taken to pass."""

from _scope_lsp_host import unknown


class SkipTest(Exception):
    pass


class _Raises:
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
    addCleanup = addTypeEqualityFunc = assertEqual

    def assertRaises(self, expected, callable=None, *args, **kwargs):
        if callable is None:
            return _Raises(expected)
        with _Raises(expected):
            callable(*args, **kwargs)

    def assertRaisesRegex(self, expected, regex, callable=None, *args, **kwargs):
        return self.assertRaises(expected, callable, *args, **kwargs)

    assertRaisesRegexp = assertRaisesRegex

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
    return lambda test: test


def skipIf(condition, reason):
    return lambda test: test


skipUnless = skipIf


def expectedFailure(test):
    return test


def main(*args, **kwargs):
    return None


def __getattr__(name):
    return unknown("unittest." + name)
