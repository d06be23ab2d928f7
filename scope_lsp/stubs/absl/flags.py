"""Model of ``absl.flags``: each flag has its default, or what the program puts in `sys.argv`."""

import sys

from _scope_lsp_host import is_known, option, unknown


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
    """A flag: what it is worth, and how it reads a text (`parse` of its parser)."""

    boolean = False
    multiple = False

    def __init__(self, name, default, help=None, parse=str):
        self.name = name
        self.default = default
        self.value = default
        self.help = help
        self.present = 0
        self._parse = parse

    def parse(self, text):
        value = self._parse(text)
        if self.multiple:
            value = (self.value if self.present else []) + [value]
        self.value = value
        self.present += 1


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
        return self._values._flags[self.name].present


class FlagValues:
    """Flags have their defaults, unless the program itself says what its command line is.

    How a line is read: `_parse_args` of absl/flags/_flagvalues.py.  Flags that the program does
    not define are passed over: libraries that are not modelled have some too.
    """

    def __init__(self):
        self.__dict__["_flags"] = {}
        self.__dict__["_required"] = []
        self.__dict__["_parsed"] = False

    def _define(self, name, default, help, parse=str, boolean=False, multiple=False):
        flag = self._flags[name] = Flag(name, default, help, parse=parse)
        flag.boolean = boolean
        flag.multiple = multiple
        return FlagHolder(self, name)

    def _value(self, name):
        if not self._parsed:
            self(sys.argv, known_only=True)
        flag = self._flags[name]
        if flag.present:
            return flag.value
        if flag.value is None and name in self._required:
            return unknown("a flag that must be given", "FLAGS." + name)
        return option(flag.value, "FLAGS." + name)

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
        self.__dict__["_parsed"] = True
        if not is_known(argv):
            return argv
        rest = list(argv[:1])
        queue = list(argv[1:])
        while queue:
            token = queue.pop(0)
            if not is_known(token):
                self._lose()
                return unknown("what is left of the command line")
            if token == "--":
                return rest + ([token] if known_only else []) + queue
            if token[:1] != "-" or not token.strip("-"):
                rest.append(token)
                continue
            name, equals, text = token.lstrip("-").partition("=")
            if name == "flagfile":
                self._lose()
                continue
            flag = self._flags.get(name)
            if flag is None and name[:2] == "no" and name[2:] in self._flags:
                flag = self._flags[name[2:]]
                text, equals = "false", "="
            if flag is None:
                if known_only:
                    rest.append(token)
            elif equals:
                flag.parse(text)
            elif flag.boolean:
                flag.parse("true")
            elif queue:
                flag.parse(queue.pop(0))
            else:
                raise Error("Missing value for flag " + token)
        return rest

    def _lose(self):
        """A part of the command line is not known: any flag may be in it."""
        for name, flag in self._flags.items():
            flag.value = unknown("a flag on a command line that is not known", "FLAGS." + name)

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
        return True  # whatever asks is as a program that was started

    def set_default(self, name, value):
        flag = self._flags[name]
        flag.default = value
        if not flag.present:
            flag.value = value

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


def DEFINE_enum_class(name, default, enum_class, help=None, flag_values=FLAGS, **kwargs):
    def parse(text):
        return enum_class[text]

    default = parse(default) if isinstance(default, str) else default
    return flag_values._define(name, default, help, parse=parse)


def DEFINE_integer(
    name, default, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs
):
    if isinstance(default, str):
        default = int(default)
    return flag_values._define(name, default, help, parse=int)


def DEFINE_float(
    name, default, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs
):
    if default is not None:
        default = float(default)
    return flag_values._define(name, default, help, parse=float)


def _boolean(text):
    return text.lower() in ("true", "t", "1")


def DEFINE_boolean(name, default, help=None, flag_values=FLAGS, **kwargs):
    if isinstance(default, str):
        default = _boolean(default)
    elif default is not None:
        default = bool(default)
    return flag_values._define(name, default, help, parse=_boolean, boolean=True)


DEFINE_bool = DEFINE_boolean


def _between_commas(text):
    return [part.strip() for part in text.split(",")] if text else []


def DEFINE_list(name, default, help=None, flag_values=FLAGS, **kwargs):
    if isinstance(default, str):
        default = _between_commas(default)
    return flag_values._define(name, default, help, parse=_between_commas)


def DEFINE_spaceseplist(name, default, help=None, comma_compat=False, flag_values=FLAGS, **kwargs):
    def parse(text):
        return text.replace(",", " ").split() if comma_compat else text.split()

    default = parse(default) if isinstance(default, str) else default
    return flag_values._define(name, default, help, parse=parse)


def _multi(name, default, help, flag_values, convert):
    if default is not None:
        if not isinstance(default, (list, tuple)):
            default = [default]
        default = [convert(item) for item in default]
    return flag_values._define(name, default, help, parse=convert, multiple=True)


def DEFINE_multi_string(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=str)


def DEFINE_multi_integer(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=int)


def DEFINE_multi_float(name, default, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=float)


def DEFINE_multi_enum(name, default, enum_values, help=None, flag_values=FLAGS, **kwargs):
    return _multi(name, default, help, flag_values=flag_values, convert=str)


def DEFINE(parser, name, default, help=None, flag_values=FLAGS, **kwargs):
    return flag_values._define(name, default, help, parse=parser.parse)


def DEFINE_alias(name, original_name, flag_values=FLAGS, **kwargs):
    flag_values._flags[name] = flag_values._flags[original_name]
    return FlagHolder(flag_values, name)


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
