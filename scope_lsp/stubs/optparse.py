"""Model of ``optparse``: a command line without arguments, where each option gets its default."""

import sys

from _scope_lsp_host import option, unknown

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP = "SUPPRESSHELP"
SUPPRESS_USAGE = "SUPPRESSUSAGE"

_TYPES = {
    "int": int,
    "long": int,
    "float": float,
    "complex": complex,
    "string": str,
    "choice": str,
    int: int,
    float: float,
    str: str,
}
_WITHOUT_VALUE = (
    "store_true",
    "store_false",
    "store_const",
    "append_const",
    "count",
    "help",
    "version",
    "callback",
)


class OptParseError(Exception):
    pass


OptionError = OptionValueError = BadOptionError = OptionConflictError = OptParseError


class HelpFormatter:
    def __init__(self, *args, **kwargs):
        pass


IndentedHelpFormatter = TitledHelpFormatter = HelpFormatter


class Values:
    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)

    def __eq__(self, other):
        return vars(self) == (vars(other) if isinstance(other, Values) else other)


class Option:
    def __init__(
        self,
        *names,
        action="store",
        type=None,
        dest=None,
        default=NO_DEFAULT,
        nargs=None,
        const=None,
        **kwargs,
    ):
        long = [name for name in names if name[:2] == "--"]
        self.names = names
        self.action = action
        self.type = _TYPES.get(type, str)
        self.dest = dest or (long or names)[0].lstrip("-").replace("-", "_")
        self.default = default
        self.nargs = nargs or 1
        self.const = const

    def take(self, values, texts):
        if self.action in ("store_true", "store_false"):
            setattr(values, self.dest, self.action == "store_true")
        elif self.action == "store_const":
            setattr(values, self.dest, self.const)
        elif self.action == "count":
            setattr(values, self.dest, values.ensure_value(self.dest, 0) + 1)
        elif self.action in ("store", "append"):
            given = [self.type(text) for text in texts]
            value = given[0] if self.nargs == 1 else tuple(given)
            if self.action == "append":
                value = values.ensure_value(self.dest, []) + [value]
            setattr(values, self.dest, value)


make_option = Option


class OptionContainer:
    def __init__(self, option_list=None):
        self.option_list = list(option_list or [])
        self.defaults = {}

    def add_option(self, *args, **kwargs):
        made = args[0] if args and isinstance(args[0], Option) else Option(*args, **kwargs)
        self.option_list.append(made)
        return made

    def add_options(self, options):
        self.option_list.extend(options)

    def get_option(self, name):
        for made in self.option_list:
            if name in made.names:
                return made
        return None

    def has_option(self, name):
        return self.get_option(name) is not None

    def set_description(self, description):
        return None


class OptionGroup(OptionContainer):
    def __init__(self, parser, title=None, description=None):
        self.option_list = parser.option_list
        self.defaults = parser.defaults


class OptionParser(OptionContainer):
    def __init__(self, usage=None, option_list=None, *args, **kwargs):
        OptionContainer.__init__(self, option_list)
        self.usage = usage
        self.values = None

    def add_option_group(self, group, *args):
        return group if isinstance(group, OptionGroup) else OptionGroup(self, group, *args)

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_usage(self, usage):
        self.usage = usage

    def get_default_values(self):
        values = Values(self.defaults)
        for made in self.option_list:
            if made.action not in ("help", "version", "callback"):
                default = None if made.default is NO_DEFAULT else made.default
                if default is None and made.dest in values.__dict__:
                    continue
                default = self.defaults.get(made.dest, default)
                if isinstance(default, str):
                    default = made.type(default)
                setattr(values, made.dest, default)
        return values

    def parse_args(self, args=None, values=None):
        own = args is None
        args = list(sys.argv[1:] if own else args)
        values = values or self.get_default_values()
        if own:
            for name, value in vars(values).items():
                setattr(values, name, option(value, "options." + name))
        rest = []
        while args:
            word = args.pop(0)
            if word == "--":
                return values, rest + args
            name, given, value = word.partition("=")
            made = self.get_option(name if word[:2] == "--" else word[:2])
            if made is None or word == "-":
                rest.append(word)
            elif made.action in _WITHOUT_VALUE:
                made.take(values, [])
            else:
                texts = (
                    [value]
                    if word[:2] == "--" and given
                    else [word[2:]]
                    if word[:2] != "--" and word[2:]
                    else []
                )
                while len(texts) < made.nargs and args:
                    texts.append(args.pop(0))
                made.take(values, texts)
        return values, rest

    def print_help(self, file=None):
        return None

    print_usage = print_version = print_help

    def format_help(self, formatter=None):
        return unknown("the help of a program")

    get_usage = format_help

    def error(self, msg):
        raise SystemExit(2)

    def exit(self, status=0, msg=None):
        raise SystemExit(status)
