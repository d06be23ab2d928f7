"""Model of begins: `@begin.start` runs the function where its module is the program."""

from _launching import call, call_given, choose, needs_arguments
from _scope_lsp_host import unknown

_subcommands = []


def start(function=None, **kwargs):
    if function is None:
        return lambda function: start(function)
    if function.__module__ == "__main__":
        _run(function)
    return function


def _run(function):
    if not _subcommands:
        return call(function)
    if not needs_arguments(function):
        call_given(function)
        return choose([lambda one=one: call_given(one) for one in _subcommands])
    return choose([lambda one=one: _both(function, one) for one in _subcommands])


def _both(function, command):
    call_given(function)
    return call_given(command)


def subcommand(function=None, **kwargs):
    if function is None:
        return lambda function: subcommand(function)
    _subcommands.append(function)
    return function


def convert(*args, **kwargs):
    return lambda function: function


def logging(function):
    return function


tracebacks = logging


def __getattr__(name):
    return unknown("begin." + name)
