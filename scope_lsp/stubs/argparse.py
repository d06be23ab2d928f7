"""Model of ``argparse``: a command line without arguments, where all that has a default gets it.

What the command line must give is unknown, under the spelling ``args.<name>``.
"""

import sys

from _argument_actions import (
    NO_VALUE,
    SUPPRESS,
    Action,
    BooleanOptionalAction,
    is_option,
    with_files,
)
from _argument_groups import Group
from _scope_lsp_host import (
    alternatives,
    is_known,
    kind_of,
    one_of,
    option,
    unknown,
    wants_arguments,
)

OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class ArgumentError(Exception):
    pass


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    def __init__(self, *args, **kwargs):
        pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class FileType:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, path):
        return open(path)


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def _get_kwargs(self):
        """Not public, yet the way in which programs print their options."""
        return list(self.__dict__.items())

    def _get_args(self):
        return []

    def __repr__(self):
        shown = ["%s=%r" % (name, value) for name, value in self._get_kwargs()]
        return "Namespace(" + ", ".join(shown) + ")"


class _AnyOf:
    """What one of several commands does, if one was given; it sees the arguments of its own."""

    def __init__(self, found, name, commands):
        self._found = found
        self._name = name
        self._commands = commands

    def __call__(self, *args, **kwargs):
        wants_arguments()
        commands = [values for values in self._commands if self._name in values]
        return alternatives(
            [lambda values=values: self._call(values, args, kwargs) for values in commands]
        )

    def _call(self, values, args, kwargs):
        for name, value in values.items():
            setattr(self._found, name, value)
        return values[self._name](*args, **kwargs)


class _Subparsers:
    def __init__(self, parser, dest, required):
        self.parser = parser
        self.dest = dest
        self.required = required
        self.choices = {}

    def add_parser(self, name, **kwargs):
        made = type(self.parser)(**_known(kwargs))
        self.choices[name] = made
        return made


def _known(kwargs):
    return {name: kwargs[name] for name in ("parents", "description", "add_help") if name in kwargs}


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), **kwargs):
        self.prog = prog
        self.description = description
        self._actions = []
        self._defaults = {}
        self._subparsers = None
        self.fromfile_prefix_chars = kwargs.get("fromfile_prefix_chars")
        for parent in parents:
            self._actions.extend(parent._actions)
            self._defaults.update(parent._defaults)

    def add_argument(self, *names, **kwargs):
        action = kwargs.pop("action", "store")
        dest = kwargs.pop("dest", None)
        kwargs.pop("version", None)
        options = [name for name in names if name[:1] == "-"]
        if dest is None:
            dest = names[0] if names else None
            if options:
                long = [name for name in options if name[:2] == "--"]
                dest = (long or options)[0].lstrip("-").replace("-", "_")
        if isinstance(action, type):
            made = action(options, dest, **kwargs)
            made.action = "boolean" if action is BooleanOptionalAction else "custom"
        else:
            made = Action(options, dest, action=action, **kwargs)
            if action == "store_true" and made.default is None:
                made.default = False
            if action == "store_false" and made.default is None:
                made.default = True
        self._actions.append(made)
        return made

    def add_argument_group(self, *args, **kwargs):
        return Group(self)

    def add_mutually_exclusive_group(self, required=False):
        return Group(self, required)

    def add_subparsers(self, dest=None, required=False, **kwargs):
        self._subparsers = _Subparsers(self, dest, required)
        return self._subparsers

    def register(self, *args):
        return None

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        return self._parse(args, namespace, None)

    def parse_known_args(self, args=None, namespace=None):
        rest = []
        return self._parse(args, namespace, rest), rest

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

    def _parse(self, args, namespace, rest):
        found = Namespace() if namespace is None else namespace
        if args is None:
            args = sys.argv[1:]
        if is_known(args) and self.fromfile_prefix_chars is not None:
            args = with_files(list(args), self)
        given = self._given(args, found, rest) if is_known(args) and args else []
        for action in self._actions:
            dest = action.dest
            if action.action in ("help", "version") or dest is None or dest in given:
                continue
            if action.must_be_given():
                setattr(found, dest, action.supposed())
            elif action.one_of is not None and all(one.dest not in given for one in action.one_of):
                setattr(found, dest, unknown("a command-line argument", "args." + dest))
            elif action.default != SUPPRESS and not hasattr(found, dest):
                setattr(found, dest, option(action.initial(), "args." + dest))
        for name, value in self._defaults.items():
            if not hasattr(found, name):
                setattr(found, name, value)
        if self._subparsers is not None and "subparsers" not in given:
            self._choose_any(found)
        return found

    def _choose_any(self, found):
        dest = self._subparsers.dest
        if dest is not None:
            setattr(found, dest, unknown("a command-line argument", "args." + dest))
        commands = []
        choices = {}
        for command, parser in self._subparsers.choices.items():
            values = dict(vars(parser._parse([], None, None)))
            for name, value in values.items():
                if not hasattr(found, name):
                    choices.setdefault(name, []).append(value)
            if dest is not None:
                values[dest] = command
            commands.append(values)
        for name, values in choices.items():
            kind = kind_of(values[0])
            if kind in ("function", "method", "class", "_AnyOf"):
                setattr(found, name, _AnyOf(found, name, commands))
            else:
                setattr(found, name, one_of(values))

    def _given(self, args, found, rest):
        """Enter the arguments of a command line that is known; the names that it gave."""
        given = []
        queue = list(args)
        positionals = [action for action in self._actions if not action.option_strings]
        while queue:
            token = queue.pop(0)
            name, equals, value = token.partition("=")
            action, attached = self._option(name), None
            if action is None and token[:2] != "--":
                action, attached = self._option(token[:2]), token[2:]
            if action is not None:
                given.append(action.dest)
                if attached and action.action in NO_VALUE:  # "-vq" is "-v -q"
                    queue.insert(0, "-" + attached)
                elif attached:
                    equals, value = True, attached
                self._take(action, name, value if equals else None, queue=queue, found=found)
            elif is_option(token):
                if rest is None:
                    self.error("unrecognized arguments: " + token)
                rest.append(token)
            elif positionals:
                action = positionals.pop(0)
                given.append(action.dest)
                value = action.convert(token)
                if action.nargs in ("*", "+", "..."):
                    value = [value] + [action.convert(one) for one in queue]
                    queue = []
                setattr(found, action.dest, value)
            elif self._subparsers is not None and token in self._subparsers.choices:
                given.append("subparsers")
                if self._subparsers.dest is not None:
                    setattr(found, self._subparsers.dest, token)
                self._subparsers.choices[token]._parse(queue, found, rest)
                queue = []
            elif rest is not None:
                rest.append(token)
        return given

    def _option(self, name):
        begun = []
        for action in self._actions:
            if name in action.option_strings:
                return action
            if name[:2] == "--" and any(one.startswith(name) for one in action.option_strings):
                begun.append(action)
        return begun[0] if len(begun) == 1 else None

    def _take(self, action, name, value, queue, found):
        dest = action.dest
        kind = action.action
        if kind == "store_true":
            setattr(found, dest, True)
        elif kind == "store_false":
            setattr(found, dest, False)
        elif kind == "store_const":
            setattr(found, dest, action.const)
        elif kind == "count":
            setattr(found, dest, (getattr(found, dest, None) or 0) + 1)
        elif kind == "custom" or kind in NO_VALUE:
            setattr(found, dest, unknown("a command-line argument", "args." + str(dest)))
        elif kind == "append":
            text = queue.pop(0) if value is None else value
            setattr(found, dest, (getattr(found, dest, None) or []) + [action.convert(text)])
        elif value is not None:
            setattr(found, dest, action.convert(value))
        elif action.nargs in ("*", "+") or isinstance(action.nargs, int):
            values = []
            while queue and not is_option(queue[0]) and len(values) != action.nargs:
                values.append(action.convert(queue.pop(0)))
            setattr(found, dest, values)
        elif action.nargs == "?" and (not queue or is_option(queue[0])):
            setattr(found, dest, action.const)
        elif queue:
            setattr(found, dest, action.convert(queue.pop(0)))
        else:
            self.error("argument " + name + ": expected one argument")

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def error(self, message):
        raise SystemExit(2)

    def exit(self, status=0, message=None):
        raise SystemExit(status)

    def print_help(self, file=None):
        return None

    print_usage = print_help

    def format_help(self):
        return unknown("a help text")

    format_usage = format_help
