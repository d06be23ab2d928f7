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
        factory = default
        default = NOTHING
    elif factory is not None:
        factory = Factory(factory)
    return _Attribute(
        default,
        factory,
        validator,
        converter=converter,
        init=init,
        repr=repr,
        kw_only=kw_only,
        metadata=metadata,
    )


attrib = field = ib


class _Attribute:
    """An attribute while its class is made: its methods are decorators."""

    def __init__(self, default, factory, validator, converter, init, repr, kw_only, metadata):
        self._default = default
        self._factory = factory
        self._validators = [] if validator is None else [validator]
        self._converter = converter
        self._others = {"init": init, "repr": repr, "kw_only": kw_only, "metadata": metadata}

    def default(self, method):
        self._factory = Factory(method, takes_self=True)
        return method

    def validator(self, method):
        self._validators.append(method)
        return method

    def made(self):
        """The field that it becomes."""
        factory = self._factory
        made = dataclasses.field(
            default=self._default,
            default_factory=NOTHING if factory is None else factory.factory,
            **self._others,
        )
        made.takes_self = factory is not None and factory.takes_self
        made.converter = self._converter
        made.validators = self._validators
        return made


def _finish(self):
    """What is done once all attributes are set: convert them, then look whether they are valid."""
    fields = dataclasses.fields(self)
    for f in fields:
        converter = getattr(f, "converter", None)
        if converter is not None:
            object.__setattr__(self, f.name, converter(getattr(self, f.name)))
    for f in fields:
        for validator in getattr(f, "validators", ()):
            for one in validator if isinstance(validator, (list, tuple)) else [validator]:
                one(self, f, getattr(self, f.name))
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
        for name, value in [*cls.__dict__.items(), *dict(these or {}).items()]:
            if isinstance(value, _Attribute):
                setattr(cls, name, value.made())
                if name not in annotations:
                    annotations[name] = "object"
        cls.__annotations__ = annotations
        cls.__post_init__ = _finish
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
