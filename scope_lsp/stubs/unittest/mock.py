"""Model of ``unittest.mock``: what is patched is replaced, and a mock's answers are not known.

Not here: what a mock remembers of its calls.
"""

import functools

from _scope_lsp_host import is_known, unknown

_MISSING = object()


class _Default:
    pass


DEFAULT = _Default()
ANY = unknown("anything")


class Mock:
    """Its attributes are mocks as well; it gives what it was told to, or what nobody knows."""

    def __init__(
        self,
        spec=None,
        side_effect=None,
        return_value=DEFAULT,
        wraps=None,
        name=None,
        spec_set=None,
        **kwargs,
    ):
        self.side_effect = side_effect
        self._wraps = wraps
        if return_value is not DEFAULT:
            self.return_value = return_value
        for key, value in kwargs.items():
            setattr(self, key, value)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        if name[:5] == "call_" or name in ("called", "mock_calls", "method_calls"):
            return unknown("the calls of a mock")
        child = Mock()
        setattr(self, name, child)
        return child

    def __call__(self, *args, **kwargs):
        effect = self.side_effect
        if effect is not None and is_known(effect):
            if (
                isinstance(effect, type)
                and issubclass(effect, BaseException)
                or isinstance(effect, BaseException)
            ):
                raise effect
            if callable(effect):
                return effect(*args, **kwargs)
            return unknown("what a mock gives")
        if "return_value" in self.__dict__:
            return self.return_value
        if self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return unknown("what a mock gives")

    def _nothing(self, *args, **kwargs):
        return None

    assert_called = assert_called_once = assert_called_with = assert_called_once_with = (
        assert_any_call
    ) = _nothing
    assert_has_calls = assert_not_called = reset_mock = configure_mock = attach_mock = (
        mock_add_spec
    ) = _nothing


class MagicMock(Mock):
    def __enter__(self):
        return unknown("what a mock gives")

    def __exit__(self, *exception):
        return False

    def __iter__(self):
        return iter(unknown("what a mock gives"))

    def __getitem__(self, key):
        return unknown("what a mock gives")

    def __len__(self):
        return unknown("what a mock gives")


NonCallableMock = NonCallableMagicMock = AsyncMock = MagicMock


class PropertyMock(Mock):
    def __get__(self, instance, owner):
        return self()


class _Patch:
    """One attribute replaced, while a block or a function runs."""

    def __init__(self, target, attribute, new, given, create=False):
        self._target = target
        self._attribute = attribute
        self._new = new
        self._given = given

    def __enter__(self):
        target = self._target() if isinstance(self._target, _Target) else self._target
        new = self._new
        if new is DEFAULT:
            factory = self._given.pop("new_callable", MagicMock)
            new = factory(**self._given)
        self._held = target
        self._before = _MISSING
        if is_known(target) and target is not None:
            self._before = getattr(target, "__dict__", {}).get(self._attribute, _MISSING)
            setattr(target, self._attribute, new)
        return new

    start = __enter__

    def __exit__(self, *exception):
        if is_known(self._held) and self._held is not None:
            if self._before is _MISSING:
                delattr(self._held, self._attribute)
            else:
                setattr(self._held, self._attribute, self._before)
        return False

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name[: len(patch.TEST_PREFIX)] == patch.TEST_PREFIX and callable(
                    getattr(function, name)
                ):
                    setattr(function, name, self(getattr(function, name)))
            return function

        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self as mock:
                more = (mock,) if self._new is DEFAULT else ()
                return function(*args, *more, **kwargs)

        return patched


class _Target:
    """What a dotted name stands for when it is patched."""

    def __init__(self, name):
        self._name = name

    def __call__(self):
        words = self._name.split(".")
        found = __import__(words[0])
        path = words[0]
        for word in words[1:]:
            path += "." + word
            inner = getattr(found, word, None)
            found = __import__(path, fromlist=["*"]) if inner is None else inner
        return found


class _Patcher:
    TEST_PREFIX = "test"

    def __call__(
        self,
        target,
        new=DEFAULT,
        spec=None,
        create=False,
        spec_set=None,
        autospec=None,
        new_callable=None,
        **kwargs,
    ):
        where, _, attribute = target.rpartition(".")
        return _Patch(_Target(where), attribute, new, given=_given(new_callable, kwargs))

    def object(
        self,
        target,
        attribute,
        new=DEFAULT,
        spec=None,
        create=False,
        spec_set=None,
        autospec=None,
        new_callable=None,
        **kwargs,
    ):
        return _Patch(target, attribute, new, given=_given(new_callable, kwargs))

    def dict(self, in_dict, values=(), clear=False, **kwargs):
        return _PatchDict(in_dict, dict(values, **kwargs), clear)

    def multiple(self, target, **kwargs):
        return _Multiple(
            [
                _Patch(_Target(target) if isinstance(target, str) else target, key, value, given={})
                for key, value in kwargs.items()
                if key not in ("spec", "create", "spec_set", "autospec", "new_callable")
            ]
        )

    def stopall(self):
        return None


def _given(new_callable, kwargs):
    return kwargs if new_callable is None else dict(kwargs, new_callable=new_callable)


class _Multiple:
    def __init__(self, patches):
        self._patches = patches

    def __enter__(self):
        return {each._attribute: each.__enter__() for each in self._patches}

    def __exit__(self, *exception):
        for each in reversed(self._patches):
            each.__exit__(*exception)
        return False

    def __call__(self, function):
        for each in self._patches:
            function = each(function)
        return function


class _PatchDict:
    def __init__(self, in_dict, values, clear):
        self._dict = in_dict
        self._values = values
        self._clear = clear

    def __enter__(self):
        if isinstance(self._dict, str):
            where, _, name = self._dict.rpartition(".")
            self._dict = getattr(_Target(where)(), name)
        self._before = dict(self._dict)
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    start = __enter__

    def __exit__(self, *exception):
        self._dict.clear()
        self._dict.update(self._before)
        return False

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        if isinstance(function, type):
            return function

        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return patched


patch = _Patcher()


def call(*args, **kwargs):
    return unknown("a call that a test expects")


def create_autospec(spec, *args, **kwargs):
    return MagicMock()


def mock_open(mock=None, read_data=""):
    return MagicMock()


def seal(mock):
    return None


class _Sentinel:
    def __getattr__(self, name):
        value = object()
        setattr(self, name, value)
        return value


sentinel = _Sentinel()
