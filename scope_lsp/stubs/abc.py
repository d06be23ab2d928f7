"""Model of ``abc``.  What has abstract methods is refused where instances are made."""


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
        abstract = [key for key, value in namespace.items() if _is_abstract(value)]
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if key not in namespace and _is_abstract(_inherited(cls, key)):
                    abstract.append(key)
        cls.__abstractmethods__ = frozenset(abstract)
        return cls

    def register(cls, subclass):
        registry = cls.__dict__.get("_abc_registry")
        if registry is None:
            cls._abc_registry = [subclass]
        else:
            registry.append(subclass)
        return subclass


def _inherited(cls, name):
    for each in cls.__mro__:
        if name in each.__dict__:
            return each.__dict__[name]
    return None


def _is_abstract(value):
    if isinstance(value, property):
        return _is_abstract(value.fget) or _is_abstract(value.fset)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False) is True


class ABC(metaclass=ABCMeta):
    pass


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


def abstractproperty(function):
    return property(abstractmethod(function))


def abstractclassmethod(function):
    return classmethod(abstractmethod(function))


def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))


def get_cache_token():
    return 0
