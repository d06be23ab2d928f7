"""Model of ``pytest``: marks change nothing, and what tests assert is taken to hold.

Fixtures are not modelled: what a test gets as an argument is unknown.
"""

from _scope_lsp_host import is_known, unknown


class _ExceptionInfo:
    def __init__(self):
        self.value = self.type = self.traceback = unknown("the exception that a test expects")

    def match(self, regexp):
        return True


class _Raises:
    _awaits = "expected"

    def __init__(self, expected):
        self.expected = expected
        self.info = _ExceptionInfo()

    def __enter__(self):
        return self.info

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is not None and issubclass(exc_type, self.expected):
            self.info.value, self.info.type = exc_value, exc_type
            return True
        return False


def raises(expected_exception, *args, match=None, check=None, **kwargs):
    if not args:
        return _Raises(expected_exception)
    with _Raises(expected_exception) as info:
        args[0](*args[1:], **kwargs)
    return info


class _Recorded:
    def __enter__(self):
        return []

    def __exit__(self, *exc):
        return None


def warns(expected_warning=Warning, *args, match=None, **kwargs):
    return args[0](*args[1:], **kwargs) if args else _Recorded()


def deprecated_call(*args, match=None, **kwargs):
    return args[0](*args[1:], **kwargs) if args else _Recorded()


def approx(expected, rel=None, abs=None, nan_ok=False):
    return expected


def param(*values, **more):
    return values[0] if len(values) == 1 else values


class _Mark:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and is_known(args[0]) and callable(args[0]):
            return args[0]
        return self


class _Marks:
    def __getattr__(self, name):
        return _Mark(name)


mark = _Marks()


def fixture(fixture_function=None, **options):
    return fixture_function if callable(fixture_function) else lambda function: function
