"""What the models of launchers share: they call a program's functions as a command line would.

No library of this name exists.  A program that is started without arguments takes the defaults;
what needs an argument to run at all is run as if it had it, which is possible only.
"""

from _scope_lsp_host import alternatives, is_known, option, signature, unknown, wants_arguments


def argument(name):
    return unknown("a command-line argument", name)


def choose(commands):
    """One of several commands, or none of them: only the command line tells which."""
    wants_arguments()
    return alternatives(commands)


def needs_arguments(function):
    """Whether a function has a parameter without a default."""
    parameters = signature(function)
    if not is_known(parameters):
        return False
    for name, kind, has, default in parameters:
        if not has and kind in (0, 1, 3):
            return True
    return False


def call_given(function, given={}):
    """Call a function whose required arguments are given, by names that nobody knows."""
    parameters = signature(function)
    if not is_known(parameters):
        return function()
    args = []
    keywords = {}
    for name, kind, has, default in parameters:
        if kind == 3:
            keywords[name] = _value(name, has, default, given=given)
        elif kind < 2:
            args.append(_value(name, has, default, given=given))
        elif kind == 4:
            named = [one[0] for one in parameters]
            keywords.update({one: given[one] for one in given if one not in named})
    return function(*args, **keywords)


def _value(name, has, default, given):
    if name in given:
        return given[name]
    return option(default, name) if has else argument(name)


def call(function, given={}):
    """Call a function by its defaults; possibly, where it needs arguments."""
    if needs_arguments(function):
        return choose([lambda: call_given(function, given)])
    return call_given(function, given)


def call_any(functions):
    """A program of several commands."""
    return choose([lambda function=function: call_given(function) for function in functions])
