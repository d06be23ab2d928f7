"""Model of ``dataclasses``."""


class _Missing:
    pass


MISSING = _Missing()
KW_ONLY = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, compare, kw_only, metadata):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.kw_only = kw_only
        self.takes_self = False  # whether `attr` gives the object to the factory
        self.metadata = {} if metadata is None else metadata


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=False,
):
    return Field(
        default,
        default_factory,
        init,
        repr=repr,
        compare=compare,
        kw_only=kw_only,
        metadata=metadata,
    )


def _own_fields(cls, kw_only):
    names = cls.__dict__
    found = {}
    for name, annotation in names.get("__annotations__", {}).items():
        if str(annotation).startswith(("ClassVar", "typing.ClassVar")):
            continue
        if str(annotation) in ("KW_ONLY", "dataclasses.KW_ONLY"):
            kw_only = True
            continue
        value = names.get(name, MISSING)
        if not isinstance(value, Field):
            value = Field(
                value, MISSING, True, repr=True, compare=True, kw_only=False, metadata=None
            )
        value.name = name
        value.type = annotation
        value.kw_only = value.kw_only or kw_only
        value.initvar = str(annotation).startswith(("InitVar", "dataclasses.InitVar"))
        if value.default is not MISSING:
            setattr(cls, name, value.default)
        elif name in names:
            delattr(cls, name)
        found[name] = value
    return found


def _init(self, *args, **kwargs):
    cls = type(self)
    fields = cls.__dataclass_all__
    wanted = [f for f in fields.values() if f.init]
    positional = [f for f in wanted if not f.kw_only]
    if len(args) > len(positional):
        raise TypeError("%s.__init__() takes %d arguments" % (cls.__name__, len(positional) + 1))
    given = dict(kwargs)
    for f, value in zip(positional, args):
        if f.name in given:
            raise TypeError("__init__() got multiple values for argument '%s'" % f.name)
        given[f.name] = value
    extra = []
    for f in fields.values():
        if f.init and f.name in given:
            value = given.pop(f.name)
        elif f.default_factory is not MISSING:
            value = f.default_factory(self) if f.takes_self else f.default_factory()
        elif f.default is not MISSING:
            value = f.default
        elif f.init:
            raise TypeError("__init__() missing 1 required argument: '%s'" % f.name)
        else:
            continue
        if f.initvar:
            extra.append(value)
        else:
            object.__setattr__(self, f.name, value)
    if given:
        raise TypeError("__init__() got an unexpected keyword argument '%s'" % list(given)[0])
    if hasattr(self, "__post_init__"):
        self.__post_init__(*extra)


def _repr(self):
    shown = ["%s=%r" % (f.name, getattr(self, f.name)) for f in fields(self) if f.repr]
    return type(self).__qualname__ + "(" + ", ".join(shown) + ")"


def _values(obj):
    return tuple([getattr(obj, f.name) for f in fields(obj) if f.compare])


def _eq(self, other):
    if type(other) is not type(self):
        return NotImplemented
    return _values(self) == _values(other)


def _frozen_setattr(self, name, value):
    raise FrozenInstanceError("cannot assign to field '%s'" % name)


def _process(cls, init, repr, eq, order, frozen, kw_only):
    collected = {}
    for base in cls.__mro__[::-1]:
        if base is not cls and "__dataclass_own__" in base.__dict__:
            collected.update(base.__dataclass_own__)
    own = _own_fields(cls, kw_only)
    collected.update(own)
    cls.__dataclass_own__ = own
    cls.__dataclass_all__ = collected
    cls.__dataclass_fields__ = {k: f for k, f in collected.items() if not f.initvar}
    names = cls.__dict__
    if init and "__init__" not in names:
        cls.__init__ = _init
    if repr and "__repr__" not in names:
        cls.__repr__ = _repr
    if eq and "__eq__" not in names:
        cls.__eq__ = _eq
    if order:
        cls.__lt__ = lambda self, other: _values(self) < _values(other)
        cls.__le__ = lambda self, other: _values(self) <= _values(other)
        cls.__gt__ = lambda self, other: _values(self) > _values(other)
        cls.__ge__ = lambda self, other: _values(self) >= _values(other)
    if frozen:
        cls.__setattr__ = _frozen_setattr
        if eq:
            cls.__hash__ = lambda self: hash(_values(self))
    return cls


def dataclass(
    cls=None,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    if cls is None:
        return lambda given: _process(
            given, init, repr, eq=eq, order=order, frozen=frozen, kw_only=kw_only
        )
    return _process(cls, init, repr, eq=eq, order=order, frozen=frozen, kw_only=kw_only)


class _InitVar:
    def __getitem__(self, parameters):
        return self


InitVar = _InitVar()


def fields(class_or_instance):
    return tuple(class_or_instance.__dataclass_fields__.values())


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def _plain(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make([(f.name, _plain(getattr(value, f.name), make)) for f in fields(value)])
    if isinstance(value, list):
        return [_plain(item, make) for item in value]
    if isinstance(value, tuple):
        return tuple([_plain(item, make) for item in value])
    if isinstance(value, dict):
        return {key: _plain(item, make) for key, item in value.items()}
    return value


def asdict(obj, *, dict_factory=dict):
    return _plain(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    return tuple_factory([_plain(getattr(obj, f.name), dict) for f in fields(obj)])


def replace(obj, **changes):
    for f in fields(obj):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **kwargs):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        name = item if isinstance(item, str) else item[0]
        annotations[name] = "object"
        if not isinstance(item, str) and len(item) > 2:
            names[name] = item[2]
    names["__annotations__"] = annotations
    return dataclass(type(cls_name, tuple(bases), names), **kwargs)
