"""Model of ``types``."""

import sys

from _scope_lsp_host import unknown


def _function():
    yield 1


class _Class:
    def method(self):
        return None


FunctionType = LambdaType = type(_function)
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
GeneratorType = type(_function())
_Module = type(sys)
NoneType = type(None)
EllipsisType = type(...)
CodeType = unknown("types.CodeType")

# Python 2's
IntType = LongType = int
FloatType = float
BooleanType = bool
StringType = UnicodeType = str
StringTypes = (str,)
ListType = list
TupleType = tuple
DictType = DictionaryType = dict
ClassType = TypeType = type
ObjectType = object


class SimpleNamespace:
    def __init__(self, *args, **kwargs):
        for mapping in args:
            self.__dict__.update(mapping)
        self.__dict__.update(kwargs)

    def __repr__(self):
        shown = ["%s=%r" % pair for pair in self.__dict__.items()]
        return "namespace(" + ", ".join(shown) + ")"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__


class _OfModules(type):
    def __instancecheck__(cls, instance):
        return type(instance) is _Module or cls in type(instance).__mro__


class ModuleType(metaclass=_OfModules):
    def __init__(self, name, doc=None):
        self.__name__ = name
        self.__doc__ = doc


def MappingProxyType(mapping):
    return dict(mapping)


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    metaclass = type
    if kwds and "metaclass" in kwds:
        metaclass = kwds["metaclass"]
    return metaclass(name, bases, namespace)


def coroutine(function):
    return function


def __getattr__(name):
    return unknown("types." + name)
