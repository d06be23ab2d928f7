"""Model of ``typing``: every name can be subscripted and called, and means nothing."""

import collections
import collections.abc
from collections import _named_tuples

TYPE_CHECKING = False


class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __mro_entries__(self, bases):
        return ()

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
Type = _Form("Type")
Tuple = _Form("Tuple")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Literal = _Form("Literal")
NoReturn = _Form("NoReturn")
Annotated = _Form("Annotated")
Concatenate = _Form("Concatenate")
TypeAlias = _Form("TypeAlias")
Self = _Form("Self")
Never = _Form("Never")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")
TypeGuard = _Form("TypeGuard")
LiteralString = _Form("LiteralString")
IO = _Form("IO")
TextIO = _Form("TextIO")
BinaryIO = _Form("BinaryIO")
Pattern = _Form("Pattern")
Match = _Form("Match")
ContextManager = _Form("ContextManager")
AsyncContextManager = _Form("AsyncContextManager")

List = list
Dict = dict
Set = set
FrozenSet = frozenset
Text = str
AnyStr = str
OrderedDict = collections.OrderedDict
DefaultDict = collections.defaultdict
Counter = collections.Counter
Deque = collections.deque
ChainMap = collections.ChainMap
AbstractSet = collections.abc.Set
Mapping = collections.abc.Mapping
MutableMapping = collections.abc.MutableMapping
Sequence = collections.abc.Sequence
MutableSequence = collections.abc.MutableSequence
MutableSet = collections.abc.MutableSet
Iterable = collections.abc.Iterable
Iterator = collections.abc.Iterator
Generator = collections.abc.Generator
Collection = collections.abc.Collection
Container = collections.abc.Container
Hashable = collections.abc.Hashable
Sized = collections.abc.Sized
Reversible = collections.abc.Reversible
KeysView = collections.abc.KeysView
ValuesView = collections.abc.ValuesView
ItemsView = collections.abc.ItemsView
Awaitable = collections.abc.Awaitable
Coroutine = collections.abc.Coroutine
AsyncIterable = collections.abc.AsyncIterable


class Generic:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls


class Protocol(Generic):
    pass


class SupportsInt(Protocol):
    pass


class SupportsFloat(Protocol):
    pass


class TypeVar:
    def __init__(self, name, *constraints, **kwargs):
        self.__name__ = name


ParamSpec = TypeVar
TypeVarTuple = TypeVar


def NewType(name, tp):
    return lambda value: value


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def override(method):
    return method


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable")


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return None


def get_args(tp):
    return ()


class NamedTuple(_named_tuples.NamedTupleBase):
    def __new__(cls, *args, **kwargs):
        if cls is NamedTuple:
            fields = args[1] if len(args) > 1 else list(kwargs.items())
            return collections.namedtuple(args[0], [name for name, _ in fields])
        return _named_tuples.NamedTupleBase.__new__(cls, *args, **kwargs)

    def __init_subclass__(cls, **kwargs):
        names = cls.__dict__
        fields = tuple(names.get("__annotations__", {}))
        cls._fields = fields
        cls._field_defaults = {name: names[name] for name in fields if name in names}
        for index, field in enumerate(fields):
            setattr(cls, field, _named_tuples.field_of(index))


class TypedDict(dict):
    def __init_subclass__(cls, **kwargs):
        pass
