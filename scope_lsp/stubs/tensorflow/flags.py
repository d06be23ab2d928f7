"""`tf.flags`: a flag has its default.

Modelled on platform/flags.py of TensorFlow 1.15.5 and on absl.flags.
"""

import _scope_lsp


class _FlagValues:
    def __init__(self):
        self.__dict__["_values"] = {}

    def __getattr__(self, name):
        values = self.__dict__["_values"]
        if name in values:
            return values[name]
        if name[:2] == "__":
            raise AttributeError(name)
        return _scope_lsp.unknown("the flag " + name)

    def __setattr__(self, name, value):
        self.__dict__["_values"][name] = value

    def __delattr__(self, name):
        self.__dict__["_values"].pop(name, None)

    def __getitem__(self, name):
        return _Flag(self, name)

    def __contains__(self, name):
        return name in self.__dict__["_values"]

    def __iter__(self):
        return iter(list(self.__dict__["_values"]))

    def __call__(self, argv, known_only=False):
        return argv[:1]

    def _parse_flags(self, args=None):
        return None

    def mark_as_parsed(self):
        return None

    def is_parsed(self):
        return True

    def set_default(self, name, value):
        self.__dict__["_values"][name] = value

    def flag_values_dict(self):
        return dict(self.__dict__["_values"])


class _Flag:
    def __init__(self, values, name):
        self._flag_values = values
        self.name = name

    @property
    def value(self):
        return getattr(self._flag_values, self.name)

    @property
    def default(self):
        return self.value

    @property
    def present(self):
        return 0


FLAGS = _FlagValues()


def _define(name, default=None, help="", *args, **kwargs):
    FLAGS.__dict__["_values"][name] = default


DEFINE = _define
DEFINE_string = _define
DEFINE_integer = _define
DEFINE_float = _define
DEFINE_alias = _define


def DEFINE_boolean(name, default=None, help="", *args, **kwargs):
    if isinstance(default, str):
        default = default.lower() in ("true", "t", "1", "yes", "y")
    _define(name, default)


DEFINE_bool = DEFINE_boolean


def DEFINE_enum(name, default, enum_values=None, help=None, *args, **kwargs):
    _define(name, default)


def DEFINE_list(name, default=None, help="", *args, **kwargs):
    if isinstance(default, str):
        default = [item.strip() for item in default.split(",")] if default else []
    _define(name, default)


def DEFINE_multi_string(name, default=None, help="", *args, **kwargs):
    _define(name, [default] if isinstance(default, (str, int, float)) else default)


DEFINE_multi_integer = DEFINE_multi_float = DEFINE_multi_enum = DEFINE_multi_string
DEFINE_spaceseplist = DEFINE_list


def mark_flag_as_required(name, *args, **kwargs):
    """A flag that must be given: its value is anything."""
    values = FLAGS.__dict__["_values"]
    if values.get(name) is None:
        values[name] = _scope_lsp.unknown("the required flag " + name)


def mark_flags_as_required(names, *args, **kwargs):
    for name in names:
        mark_flag_as_required(name)


def register_validator(*args, **kwargs):
    return None


def validator(*args, **kwargs):
    return lambda function: function


def declare_key_flag(*args, **kwargs):
    return None


adopt_module_key_flags = declare_key_flag
register_multi_flags_validator = register_validator


class Error(Exception):
    pass


class UnrecognizedFlagError(Error):
    pass


class IllegalFlagValueError(Error):
    pass
