"""The containers of a configuration.  Interpolations are resolved when they are read."""

from _scope_lsp_host import is_known, unknown

MISSING = "???"


class Container:
    pass


class DictConfig(dict, Container):
    def __init__(self, content=None, parent=None, path="cfg", **kwargs):
        super().__init__()
        object.__setattr__(self, "_parent", parent)
        object.__setattr__(self, "_path", path)
        for key, value in (content or {}).items():
            self[key] = value

    def _read(self, key, value):
        return _read(self, value, self._path + "." + str(key))

    def __contains__(self, key):
        if not dict.__contains__(self, key):
            return False
        value = dict.get(self, key)
        return not isinstance(value, str) or value != MISSING

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return self[name]

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        del self[name]

    def __getitem__(self, key):
        if dict.__contains__(self, key):
            return self._read(key, dict.get(self, key))
        return unknown("an entry that the configuration lacks", self._path + "." + str(key))

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, _wrapped(value, self, self._path + "." + str(key)))

    def get(self, key, default_value=None):
        return self[key] if key in self else default_value

    def pop(self, key, default=None):
        value = self.get(key, default)
        if key in self:
            del self[key]
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def items(self):
        return [(key, self[key]) for key in self.keys()]

    def values(self):
        return [self[key] for key in self.keys()]

    def copy(self):
        return DictConfig(plain(self))

    def _get_root(self):
        return _root(self)


class ListConfig(list, Container):
    def __init__(self, content=(), parent=None, path="cfg", **kwargs):
        self._parent = parent
        self._path = path
        super().__init__([_wrapped(item, self, path) for item in content])

    def __getitem__(self, index):
        return _read(self, list.__getitem__(self, index), self._path)

    def __iter__(self):
        return iter([_read(self, item, self._path) for item in list.__iter__(self)])


def _wrapped(value, parent, path):
    if isinstance(value, dict):
        return DictConfig(plain(value), parent, path)
    if isinstance(value, (list, tuple)):
        return ListConfig(plain(value), parent, path)
    return value


def wrap(content):
    return _wrapped(content, None, "cfg")


def _root(container):
    while container._parent is not None:
        container = container._parent
    return container


def _read(container, value, path):
    """A value as the program sees it."""
    if not isinstance(value, str) or not is_known(value):
        return value
    if value == MISSING:
        return unknown("a value that must be given", path)
    if "${" not in value:
        return value
    before, mark, rest = value.partition("${")
    inner, mark, after = rest.partition("}")
    if "${" in inner:
        return unknown("an interpolation", path)
    found = _interpolated(container, inner, path)
    if not before and not after:
        return found
    return _read(container, before + str(found) + after, path)


def _interpolated(container, inner, path):
    if ":" in inner:
        return unknown("an interpolation by a resolver", path)
    at = _root(container)
    if inner[:1] == ".":
        at = container
        inner = inner[1:]
        while inner[:1] == ".":
            at = at._parent or at
            inner = inner[1:]
    for part in inner.replace("[", ".").replace("]", "").split("."):
        if isinstance(at, list) and part.isdigit():
            at = at[int(part)]
        elif isinstance(at, dict) and part in at:
            at = at[part]
        else:
            return unknown("an interpolation", path)
    return at


def plain(value, resolve=False):
    """The same as dicts and lists."""
    if isinstance(value, DictConfig):
        keys = dict.keys(value)
        if resolve:
            return {key: plain(value[key], True) for key in keys}
        return {key: plain(dict.get(value, key)) for key in keys}
    if isinstance(value, dict):
        return {key: plain(value[key], resolve) for key in value}
    if isinstance(value, ListConfig):
        if resolve:
            return [plain(item, True) for item in value]
        return [plain(item) for item in list.__iter__(value)]
    if isinstance(value, (list, tuple)):
        return [plain(item, resolve) for item in value]
    return value


def merged(one, other):
    """`other` goes over `one`; dicts by their keys, everything else as a whole."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    made = dict(one)
    for key, value in other.items():
        made[key] = merged(made[key], value) if key in made else value
    return made
