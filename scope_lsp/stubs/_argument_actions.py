"""What stands for one argument of ``argparse``, and the command lines that arguments come from."""

from _scope_lsp_host import is_known, one_of, option, unknown

SUPPRESS = "==SUPPRESS=="


class Action:
    def __init__(
        self,
        option_strings=(),
        dest=None,
        nargs=None,
        const=None,
        default=None,
        type=None,
        choices=None,
        required=False,
        help=None,
        metavar=None,
        action="store",
    ):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.one_of = None
        """The arguments of which one must be given, if this is one of them."""
        self.help = help
        self.metavar = metavar
        self.action = action

    def initial(self):
        """The value when the command line does not have this argument."""
        default = self.default
        if isinstance(default, str) and self.type is not None and default != SUPPRESS:
            return self.type(default)
        if default is None and self.nargs == "*" and not self.option_strings:
            return []
        return default

    def must_be_given(self):
        if self.option_strings:
            return self.required
        return self.nargs not in ("?", "*", "...")

    def supposed(self):
        """What stands for the value where the command line must have this argument."""
        if self.default is not None and self.default != SUPPRESS and self.option_strings:
            return option(self.initial(), "args." + self.dest)
        if (
            self.nargs is None
            and is_known(self.choices)
            and isinstance(self.choices, (list, tuple))
        ):
            return one_of(list(self.choices))
        return unknown("a command-line argument", "args." + self.dest)

    def convert(self, text):
        return text if self.type is None else self.type(text)


class BooleanOptionalAction(Action):
    pass


NO_VALUE = ("store_true", "store_false", "store_const", "append_const", "count", "help", "version")


def is_option(token):
    """Whether an argument is no value; negative numbers are values."""
    return token[:1] == "-" and len(token) > 1 and not token[1:].replace(".", "", 1).isdigit()


def with_files(args, parser):
    """The arguments with those of the files that they name, which may name files themselves.

    ``argparse.ArgumentParser._read_args_from_files``
    """
    found = []
    for arg in args:
        if not arg or arg[0] not in parser.fromfile_prefix_chars:
            found.append(arg)
            continue
        try:
            with open(arg[1:]) as file:
                text = file.read()
        except OSError:
            parser.error("can't open " + repr(arg[1:]))
        if not is_known(text):
            return unknown("the arguments in a file")
        named = []
        for line in text.splitlines():
            named.extend(parser.convert_arg_line_to_args(line))
        named = with_files(named, parser)
        if not is_known(named):
            return named
        found.extend(named)
    return found
