"""Model of ``abc``: nothing is abstract enough to be refused."""


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        return type.__new__(mcls, name, bases, namespace, **kwargs)

    def register(cls, subclass):
        registry = cls.__dict__.get("_abc_registry")
        if registry is None:
            cls._abc_registry = [subclass]
        else:
            registry.append(subclass)
        return subclass


class ABC(metaclass=ABCMeta):
    pass


def abstractmethod(function):
    return function


def abstractproperty(function):
    return property(function)


def abstractclassmethod(function):
    return classmethod(function)


def abstractstaticmethod(function):
    return staticmethod(function)


def get_cache_token():
    return 0
