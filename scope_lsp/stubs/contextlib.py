"""Model of ``contextlib``."""

import functools

from _scope_lsp_host import call_site, cleans_up, is_dropped, may_catch


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)

        return inner


class _GeneratorContextManager:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self._made = call_site()

    def __call__(self, func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            with type(self)(self.func, self.args, self.kwds):
                return func(*args, **kwargs)

        return inner

    def __enter__(self):
        try:
            value = next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield")
        if is_dropped(self._made):
            self.gen.close()
        return value

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if exc_value is None:
            exc_value = exc_type()
        try:
            self.gen.throw(exc_value)
        except StopIteration as stop:
            return stop is not exc_value
        except BaseException as raised:
            if raised is exc_value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


class _PlainContextManager(_GeneratorContextManager):
    """One whose generator swallows nothing: its ``__exit__`` is seen to return nothing."""

    def __exit__(self, exc_type, exc_value, traceback):
        _GeneratorContextManager.__exit__(self, exc_type, exc_value, traceback=traceback)


class _CleaningContextManager(_PlainContextManager):
    """One whose generator runs code of the program when the body fails, and swallows nothing."""

    _runs_code = True


def contextmanager(func):
    manager = _CleaningContextManager if cleans_up(func) else _PlainContextManager
    if may_catch(func):
        manager = _GeneratorContextManager

    @functools.wraps(func)
    def helper(*args, **kwds):
        return manager(func, args, kwds)

    return helper


class _AsyncGeneratorContextManager:
    def __init__(self, gen):
        self.gen = gen

    async def __aenter__(self):
        return next(self.gen, None)

    async def __aexit__(self, exc_type, exc_value, traceback):
        next(self.gen, None)
        return False


def asynccontextmanager(func):
    @functools.wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func(*args, **kwds))

    return helper


class ExitStack:
    def __init__(self):
        self._callbacks = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        cls = type(manager)
        leave = cls.__exit__
        result = cls.__enter__(manager)
        self._callbacks.append((manager, leave, None))
        return result

    def push(self, leave):
        if hasattr(type(leave), "__exit__"):
            self._callbacks.append((leave, type(leave).__exit__, None))
        else:
            self._callbacks.append((None, leave, None))
        return leave

    def callback(self, function, *args, **kwds):
        self._callbacks.append((None, function, (args, kwds)))
        return function

    def pop_all(self):
        other = type(self)()
        other._callbacks = self._callbacks
        self._callbacks = []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, exc_type, exc_value, traceback):
        pending = exc_value
        callbacks = self._callbacks
        while callbacks:
            manager, leave, arguments = callbacks.pop()
            kind = None if pending is None else type(pending)
            try:
                if arguments is not None:
                    leave(*arguments[0], **arguments[1])
                elif manager is None:
                    if leave(kind, pending, None) and pending is not None:
                        pending = None
                elif leave(manager, kind, pending, None) and pending is not None:
                    pending = None
            except BaseException as raised:
                pending = raised
        if pending is not None and pending is not exc_value:
            raise pending
        return exc_value is not None and pending is None


AsyncExitStack = ExitStack


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc):
        return None


class suppress:
    _awaits = "_exceptions"

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc):
        self.thing.close()


class redirect_stdout:
    def __init__(self, new_target):
        self._new_target = new_target

    def __enter__(self):
        return self._new_target

    def __exit__(self, *exc):
        return None


redirect_stderr = redirect_stdout


def nested(*managers):
    """Python 2's."""
    return _Nested(managers)


class _Nested:
    def __init__(self, managers):
        self.managers = managers
        self.stack = ExitStack()

    def __enter__(self):
        return tuple([self.stack.enter_context(manager) for manager in self.managers])

    def __exit__(self, exc_type, exc_value, traceback):
        return self.stack.__exit__(exc_type, exc_value, traceback)
