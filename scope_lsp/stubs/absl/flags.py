"""Model of ``absl.flags``: each flag has its default."""

from _scope_lsp_host import option, unknown


class Error(Exception):
    pass


class UnrecognizedFlagError(Error):
    pass


class IllegalFlagValueError(Error):
    pass


class DuplicateFlagError(Error):
    pass


class ValidationError(Error):
    pass


class UnparsedFlagAccessError(Error):
    pass


class Flag:
    def __init__(self, name, default, help=None):
        self.name = name
        self.default = default
        self.value = default
        self.help = help


class FlagHolder:
    def __init__(self, values, name):
        self._values = values
        self.name = name

    @property
    def value(self):
        return self._values._value(self.name)

    @property
    def default(self):
        return self._values._flags[self.name].default

    @property
    def present(self):
        return 0


class FlagValues:
    def __init__(self):
        self.__dict__["_flags"] = {}
        self.__dict__["_required"] = []

    def _define(self, name, default, help):
        self._flags[name] = Flag(name, default, help)
        return FlagHolder(self, name)

    def _value(self, name):
        value = self._flags[name].value
        if value is None and name in self._required:
            return unknown("a flag that must be given", "FLAGS." + name)
        return option(value, "FLAGS." + name)

    def __getattr__(self, name):
        if name in self._flags:
            return self._value(name)
        if name == "__flags":
            return self._flags
        if name[:2] == "__":
            raise AttributeError(name)
        return unknown("a flag that is defined elsewhere", "FLAGS." + name)

    def __setattr__(self, name, value):
        if name in self._flags:
            self._flags[name].value = value
        else:
            self._flags[name] = Flag(name, value)

    def __call__(self, argv, known_only=False):
        return argv

    def __getitem__(self, name):
        return self._flags[name]

    def __contains__(self, name):
        return name in self._flags

    def __iter__(self):
        return iter(list(self._flags))

    def flag_values_dict(self):
        return {name: flag.value for name, flag in self._flags.items()}

    def mark_as_parsed(self):
        return None

    def is_parsed(self):
        return True

    def set_default(self, name, value):
        self._flags[name].default = value
        self._flags[name].value = value

    def append_flag_values(self, flag_values):
        self._flags.update(flag_values._flags)

    def _nothing(self, *args, **kwargs):
        return None

    unparse_flags = append_flags_into_file = key_flags_by_module_dict = _nothing


FLAGS = FlagValues()


def DEFINE_string(name, default, help=None, flag_values=FLAGS, required=False, **kwargs):
    if required:
        mark_flag_as_required(name, flag_values)
    return flag_values._define(name, default, help)


def DEFINE_enum(name, default, enum_values, help=None, flag_values=FLAGS, **kwargs):
    return flag_values._define(name, default, help)


DEFINE_enum_class = DEFINE_enum


def DEFINE_integer(
    name, default, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs
):
    if isinstance(default, str):
        default = int(default)
    return flag_values._define(name, default, help)


def DEFINE_float(
    name, default, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs
):
    if default is not None:
        default = float(default)
    return flag_values._define(name, default, help)


def DEFINE_boolean(name, default, help=None, flag_values=FLAGS, **kwargs):
    if isinstance(default, str):
        default = default.lower() in ("true", "t", "1")
    elif default is not None:
        default = bool(default)
    return flag_values._define(name, default, help)


DEFINE_bool = DEFINE_boolean


def DEFINE_list(name, default, help=None, flag_values=FLAGS, **kwargs):
    if isinstance(default, str):
        default = [part.strip() for part in default.split(",")] if default else []
    return flag_values._define(name, default, help)


def DEFINE_spaceseplist(name, default, help=None, comma_compat=False, flag_values=FLAGS, **kwargs):
    if isinstance(default, str):
        default = default.split()
    return flag_values._define(name, default, help)


def _multi(name, default, help, flag_values, convert):
    if default is not None:
        if not isinstance(default, (list, tuple)):
            default = [default]
        default = [convert(item) for item in default]
    return flag_values._define(name, default, help)


def DEFINE_multi_string(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=str)


def DEFINE_multi_integer(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=int)


def DEFINE_multi_float(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=float)


def DEFINE_multi_enum(name, default, enum_values, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=str)


def DEFINE(parser, name, default, help=None, flag_values=FLAGS, **kwargs):
    return flag_values._define(name, default, help)


def DEFINE_alias(name, original_name, flag_values=FLAGS, **kwargs):
    return flag_values._define(name, flag_values._flags[original_name].default, None)


def mark_flag_as_required(flag_name, flag_values=FLAGS):
    flag_values._required.append(flag_name)


def mark_flags_as_required(flag_names, flag_values=FLAGS):
    for name in flag_names:
        flag_values._required.append(name)


def set_default(flag_holder, value):
    flag_holder._values.set_default(flag_holder.name, value)


def register_validator(*args, **kwargs):
    return None


mark_flags_as_mutual_exclusive = declare_key_flag = adopt_module_key_flags = register_validator
disclaim_key_flags = mark_bool_flags_as_mutual_exclusive = register_validator


def validator(*args, **kwargs):
    return lambda function: function


multi_flags_validator = validator


def doc_to_help(doc):
    return doc


def __getattr__(name):
    return unknown("absl.flags." + name)
