"""Model of ``enum``."""


class auto:
    pass


class EnumMeta(type):
    def __new__(metacls, name, bases, namespace, **kwargs):
        cls = type.__new__(metacls, name, bases, namespace)
        members = {}
        last = None
        flag = False
        for base in cls.__mro__:
            if base.__name__ == "Flag":
                flag = True
        for key, value in list(namespace.items()):
            if (
                key[:1] == "_"
                or callable(value)
                or isinstance(value, (property, staticmethod, classmethod))
            ):
                continue
            if isinstance(value, auto):
                if flag:
                    value = 1 if last is None else last * 2
                elif hasattr(cls, "_generate_next_value_"):
                    value = cls._generate_next_value_(key, 1, len(members), list(members.values()))
                else:
                    value = 1 if last is None else last + 1
            last = value
            for other in members.values():
                if other._value_ == value:
                    member = other
                    break
            else:
                member = cls._make(key, value)
            members[key] = member
            type.__setattr__(cls, key, member)
        cls._member_map_ = members
        if issubclass(cls, (int, str)) and bases[0] is not object and "Enum" not in name:
            # A mixed-in type prints as an enumeration and formats as its value.
            for method in ("__repr__", "__str__"):
                if method not in namespace and not issubclass(cls, (IntEnum, StrEnum)):
                    setattr(cls, method, getattr(Enum, method))
            if "__format__" not in namespace and "__str__" not in namespace:
                cls.__format__ = lambda self, spec: format(self._value_, spec)
        return cls

    def _make(cls, key, value):
        if issubclass(cls, int):
            member = int.__new__(cls, value)
        elif issubclass(cls, str):
            member = str.__new__(cls, value)
        else:
            member = object.__new__(cls)
        member._name_ = key
        member._value_ = value
        if "__init__" in dir(cls) and cls.__init__ is not object.__init__:
            if isinstance(value, tuple):
                cls.__init__(member, *value)
            else:
                cls.__init__(member, value)
        return member

    def __call__(cls, value, names=None, **kwargs):
        if names is not None:
            if isinstance(names, str):
                names = names.replace(",", " ").split()
            pairs = [n if isinstance(n, tuple) else (n, i + 1) for i, n in enumerate(names)]
            return EnumMeta(value, (cls,), dict(pairs))
        return cls._find(value)

    def _find(cls, value):
        for member in cls._member_map_.values():
            if member is value or member._value_ == value:
                return member
        if hasattr(cls, "_missing_"):
            found = cls._missing_(value)
            if found is not None:
                return found
        raise ValueError("%r is not a valid %s" % (value, cls.__name__))

    def __iter__(cls):
        seen = []
        for name, member in cls._member_map_.items():
            if member._name_ == name:
                seen.append(member)
        return iter(seen)

    def __len__(cls):
        return len(list(cls.__iter__()))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        return any(member is other for other in cls._member_map_.values())

    @property
    def __members__(cls):
        return cls._member_map_

    def __bool__(cls):
        return True


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __hash__(self):
        return hash(self._name_)


class IntEnum(int, Enum):
    def __str__(self):
        return int.__repr__(self)

    __repr__ = Enum.__repr__


class StrEnum(str, Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    __repr__ = Enum.__repr__


class Flag(Enum):
    def _combine(self, value):
        cls = type(self)
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        made = cls._make(None, value)
        return made

    def __or__(self, other):
        return self._combine(self._value_ | other._value_)

    def __and__(self, other):
        return self._combine(self._value_ & other._value_)

    def __xor__(self, other):
        return self._combine(self._value_ ^ other._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return isinstance(other, Flag) and self._value_ == other._value_


class IntFlag(int, Flag):
    def __or__(self, other):
        return self._combine(self._value_ | int(other))

    def __and__(self, other):
        return self._combine(self._value_ & int(other))


def unique(enumeration):
    return enumeration
