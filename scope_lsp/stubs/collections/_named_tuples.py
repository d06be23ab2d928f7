"""Model of ``collections.namedtuple``."""

from _scope_lsp_host import tuple_field


class NamedTupleBase(tuple):
    """What named tuples share; ``_fields`` is set on each class."""

    _field_defaults = {}

    def __new__(cls, *args, **kwargs):
        return cls._filled((), args, kwargs)

    @classmethod
    def _filled(cls, defaults, args, kwargs):
        """A tuple of what was given; ``defaults`` are those of the last fields."""
        fields = cls._fields
        values = list(args)
        first = len(fields) - len(defaults)
        if len(values) > len(fields):
            raise TypeError("%s.__new__() takes %d arguments" % (cls.__name__, len(fields)))
        for field in fields[len(values) :]:
            if field in kwargs:
                values.append(kwargs.pop(field))
            elif len(values) >= first:
                values.append(defaults[len(values) - first])
            elif field in cls._field_defaults:
                values.append(cls._field_defaults[field])
            else:
                raise TypeError("%s.__new__() missing argument: '%s'" % (cls.__name__, field))
        if kwargs:
            raise TypeError("%s.__new__() got unexpected arguments" % cls.__name__)
        return tuple.__new__(cls, values)

    @classmethod
    def _make(cls, iterable):
        return tuple.__new__(cls, iterable)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **kwargs):
        values = [kwargs.pop(field, value) for field, value in zip(self._fields, self)]
        if kwargs:
            raise ValueError("Got unexpected field names: %r" % (list(kwargs),))
        return tuple.__new__(type(self), values)

    def __repr__(self):
        pairs = ["%s=%r" % pair for pair in zip(self._fields, self)]
        return type(self).__name__ + "(" + ", ".join(pairs) + ")"


def _creator():
    """The ``__new__`` of one class, whose ``__defaults__`` a program may set."""

    def __new__(cls, *args, **kwargs):
        if not kwargs and len(args) == len(cls._fields):
            return tuple.__new__(cls, args)
        return cls._filled(__new__.__defaults__ or (), args, kwargs)

    return __new__


def field_of(index):
    return property(tuple_field(index))


_KEYWORDS = (
    "and as assert async await break class continue def del elif else except finally for from"
    " global if import in is lambda nonlocal not or pass raise return try while with yield"
).split()


def _usable(name):
    return name.isidentifier() and name[0] != "_" and name not in _KEYWORDS


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None, verbose=False):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = tuple(field_names)
    if rename:
        fields = tuple(
            [
                name if _usable(name) and name not in fields[:i] else "_%d" % i
                for i, name in enumerate(fields)
            ]
        )
    names = {"_fields": fields, "__slots__": (), "__new__": _creator(), "__module__": "collections"}
    for index, field in enumerate(fields):
        names[field] = field_of(index)
    if defaults is not None:
        values = tuple(defaults)
        names["_field_defaults"] = dict(zip(fields[len(fields) - len(values) :], values))
    return type(typename, (NamedTupleBase,), names)
