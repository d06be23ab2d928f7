"""Model of argh: commands are functions, their options the defaults of the parameters."""

import argparse

from _launching import call_given, choose, needs_arguments
from _scope_lsp_host import option, unknown


class CommandError(Exception):
    pass


class AssemblingError(Exception):
    pass


class DispatchingError(Exception):
    pass


def arg(*names, **kwargs):
    def decorator(function):
        if not hasattr(function, "argh_args"):
            function.argh_args = []
        function.argh_args.insert(0, (names, kwargs))
        return function

    return decorator


def expects_obj(function):
    function.argh_expects_namespace_object = True
    return function


def named(name):
    return lambda function: function


def aliases(*names):
    return lambda function: function


def wrap_errors(*args, **kwargs):
    return lambda function: function


def _declared(function):
    """What decorators say of parameters: a parser of its own reads it."""
    parser = argparse.ArgumentParser()
    for names, kwargs in getattr(function, "argh_args", []):
        parser.add_argument(*names, **kwargs)
    return parser


def _given(function):
    actions = _declared(function)._actions
    return {
        action.dest: option(action.initial(), action.dest)
        for action in actions
        if action.initial() is not None
    }


def _is_incomplete(function):
    for action in _declared(function)._actions:
        if action.must_be_given():
            return True
    return False


def _run(function):
    if getattr(function, "argh_expects_namespace_object", False):
        return function(_declared(function).parse_args([]))
    return call_given(function, _given(function))


def _start(function):
    if getattr(function, "argh_expects_namespace_object", False):
        lacks = _is_incomplete(function)
    else:
        lacks = needs_arguments(function)
    return choose([lambda: _run(function)]) if lacks else _run(function)


def dispatch_command(function, *args, **kwargs):
    return _start(function)


def dispatch_commands(functions, *args, **kwargs):
    return choose([lambda function=function: _run(function) for function in functions])


class ArghParser(argparse.ArgumentParser):
    def set_default_command(self, function):
        self._default_command = function

    def add_commands(self, functions, *args, **kwargs):
        self.__dict__.setdefault("_commands", []).extend(functions)

    def add_subcommands(self, parser, functions, *args, **kwargs):
        self.add_commands(functions)

    def dispatch(self, argv=None, **kwargs):
        default = self.__dict__.get("_default_command")
        if default is not None:
            return _start(default)
        return dispatch_commands(self.__dict__.get("_commands", []))


def set_default_command(parser, function):
    parser._default_command = function


def add_commands(parser, functions, *args, **kwargs):
    parser.__dict__.setdefault("_commands", []).extend(functions)


def add_subcommands(parser, group_name, functions, **kwargs):
    add_commands(parser, functions)


def dispatch(parser, argv=None, **kwargs):
    return ArghParser.dispatch(parser, argv)


class EntryPoint:
    def __init__(self, *args, **kwargs):
        self.commands = []

    def __call__(self, function=None):
        if function is None:
            return dispatch_commands(self.commands)
        self.commands.append(function)
        return function


def confirm(*args, **kwargs):
    return unknown("what is typed in")


safe_input = confirm


def __getattr__(name):
    return unknown("argh." + name)
