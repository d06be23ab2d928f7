"""Model of ``attr``: classes whose attributes are ``attr.ib()`` or annotated."""

import dataclasses

NOTHING = dataclasses.MISSING


class Factory:
    def __init__(self, factory, takes_self=False):
        self.factory = factory
        self.takes_self = takes_self


def ib(
    default=NOTHING,
    validator=None,
    repr=True,
    cmp=None,
    hash=None,
    init=True,
    metadata=None,
    type=None,
    converter=None,
    factory=None,
    kw_only=False,
    eq=None,
    order=None,
    **kwargs,
):
    if isinstance(default, Factory):
        factory = default.factory
        default = NOTHING
    made = dataclasses.field(
        default=default,
        default_factory=NOTHING if factory is None else factory,
        init=init,
        repr=repr,
        kw_only=kw_only,
        metadata=metadata,
    )
    made.converter = converter
    return made


attrib = field = ib


def _convert(self):
    for f in dataclasses.fields(self):
        converter = getattr(f, "converter", None)
        if converter is not None:
            object.__setattr__(self, f.name, converter(getattr(self, f.name)))
    if hasattr(self, "__attrs_post_init__"):
        self.__attrs_post_init__()


def s(
    maybe_cls=None,
    these=None,
    repr=True,
    init=True,
    frozen=False,
    kw_only=False,
    auto_attribs=False,
    **kwargs,
):
    def wrap(cls):
        annotations = dict(cls.__dict__.get("__annotations__", {})) if auto_attribs else {}
        for name, value in list(cls.__dict__.items()):
            if isinstance(value, dataclasses.Field) and name not in annotations:
                annotations[name] = "object"
        cls.__annotations__ = annotations
        cls.__post_init__ = _convert
        return dataclasses.dataclass(cls, repr=repr, init=init, frozen=frozen, kw_only=kw_only)

    return wrap if maybe_cls is None else wrap(maybe_cls)


attrs = attributes = s


def define(maybe_cls=None, **kwargs):
    kwargs["auto_attribs"] = True
    return s(maybe_cls, **kwargs)


dataclass = mutable = define


def frozen(maybe_cls=None, **kwargs):
    return define(maybe_cls, frozen=True, **kwargs)


def asdict(inst, **kwargs):
    return dataclasses.asdict(inst)


def evolve(inst, **changes):
    return dataclasses.replace(inst, **changes)


def fields(cls):
    return dataclasses.fields(cls)


def has(cls):
    return dataclasses.is_dataclass(cls)


class _Validators:
    def __getattr__(self, name):
        return lambda *args, **kwargs: None


validators = _Validators()
