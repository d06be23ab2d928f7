"""Model of ``wrapt``: decorators that know the instance, and proxies of objects.

Source: wrapt's decorators.py and wrappers.py.  Not here: patching and import hooks.
"""

import functools


class ObjectProxy:
    def __init__(self, wrapped):
        object.__setattr__(self, "__wrapped__", wrapped)
        for name in ("__name__", "__qualname__", "__module__", "__doc__"):
            value = getattr(wrapped, name, None)
            if value is not None:
                object.__setattr__(self, name, value)

    def __getattr__(self, name):
        if name == "__wrapped__":
            raise ValueError("wrapper has not been initialized")
        return getattr(self.__wrapped__, name)

    def __setattr__(self, name, value):
        if name.startswith("_self_") or name == "__wrapped__":
            object.__setattr__(self, name, value)
        else:
            setattr(self.__wrapped__, name, value)

    def __call__(self, *args, **kwargs):
        return self.__wrapped__(*args, **kwargs)

    def __len__(self):
        return len(self.__wrapped__)

    def __iter__(self):
        return iter(self.__wrapped__)

    def __getitem__(self, key):
        return self.__wrapped__[key]

    def __setitem__(self, key, value):
        self.__wrapped__[key] = value

    def __contains__(self, key):
        return key in self.__wrapped__

    def __eq__(self, other):
        return self.__wrapped__ == other

    def __hash__(self):
        return hash(self.__wrapped__)

    def __bool__(self):
        return bool(self.__wrapped__)

    def __str__(self):
        return str(self.__wrapped__)

    def __enter__(self):
        return self.__wrapped__.__enter__()

    def __exit__(self, *exception):
        return self.__wrapped__.__exit__(*exception)


CallableObjectProxy = ObjectProxy


class _Bound(ObjectProxy):
    """What reading a decorated method through an instance or its class gives."""

    def __init__(self, wrapped, instance, wrapper):
        ObjectProxy.__init__(self, wrapped)
        self._self_instance = instance
        self._self_wrapper = wrapper

    def __call__(self, *args, **kwargs):
        wrapped, instance = self.__wrapped__, self._self_instance
        if instance is None and args:
            # Read through the class: the first argument is the instance.
            instance, args = args[0], args[1:]
            wrapped = functools.partial(wrapped, instance)
        return self._self_wrapper(wrapped, instance, args, kwargs)


class FunctionWrapper(ObjectProxy):
    def __init__(self, wrapped, wrapper, enabled=None):
        ObjectProxy.__init__(self, wrapped)
        self._self_wrapper = wrapper

    def __get__(self, instance, owner=None):
        wrapped = self.__wrapped__
        if isinstance(wrapped, type):
            return self
        if isinstance(wrapped, staticmethod):
            return functools.partial(self._self_wrapper_of, wrapped.__func__)
        if isinstance(wrapped, classmethod):
            return _Bound(wrapped.__get__(None, owner), owner, self._self_wrapper)
        if instance is None:
            return _Bound(wrapped, None, self._self_wrapper)
        return _Bound(wrapped.__get__(instance, owner), instance, self._self_wrapper)

    def _self_wrapper_of(self, function, *args, **kwargs):
        return self._self_wrapper(function, None, args, kwargs)

    def __call__(self, *args, **kwargs):
        return self._self_wrapper(self.__wrapped__, None, args, kwargs)


def decorator(wrapper=None, enabled=None, adapter=None, proxy=None):
    if wrapper is None:
        return functools.partial(decorator, enabled=enabled, adapter=adapter, proxy=proxy)

    def decorate(wrapped):
        if enabled is False:
            return wrapped
        return FunctionWrapper(wrapped, wrapper)

    return decorate


def function_wrapper(wrapper):
    return decorator(wrapper)


def synchronized(wrapped):
    return wrapped
