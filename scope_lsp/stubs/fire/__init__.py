"""Model of Python Fire: any object becomes a command line.

Without arguments a function is called, a class is instantiated, and everything else shows its help;
the members of what was reached so are possible commands (fire/core.py, `_Fire`).
"""

from _launching import call_given, choose, needs_arguments
from _scope_lsp_host import is_known, kind_of, unknown

_CALLED = ("function", "generatorfunction", "method", "builtin")


def Fire(component=None, command=None, name=None, serialize=None):
    if component is None:
        import __main__  # the program that is run

        component = _own(vars(__main__))
    if command:
        return choose([lambda: _run(component)])
    return _run(component)


def _run(component):
    kind = kind_of(component)
    if not is_known(kind):
        return component
    if kind == "class" or kind in _CALLED:
        if needs_arguments(component):
            return choose([lambda: _reach(component, kind)])
        return _reach(component, kind)
    choose([lambda member=member: _run(member) for member in _members(component, kind)])
    return component


def _reach(component, kind):
    result = call_given(component)
    if kind == "class":
        choose([lambda member=member: _run(member) for member in _members(result, None)])
    return result


def _own(names):
    """The functions and classes that the program itself defines."""
    found = {}
    for name, value in list(names.items()):
        kind = kind_of(value)
        if is_known(kind) and (kind in _CALLED or kind == "class") and name[:1] != "_":
            if getattr(value, "__module__", None) == "__main__":
                found[name] = value
    return found


def _members(component, kind):
    """What the command line may name."""
    if isinstance(component, dict):
        return list(component.values())
    if isinstance(component, (list, tuple)):
        return list(component)
    if kind == "module":
        return list(_own(vars(component)).values())
    members = []
    names = []
    for cls in reversed(type(component).__mro__):
        if cls is not object:
            names.extend([name for name in vars(cls) if name not in names])
    if hasattr(component, "__dict__"):
        names.extend([name for name in vars(component) if name not in names])
    for name in names:
        if name[:1] != "_":
            member = getattr(component, name)
            if _is_command(member):
                members.append(member)
    return members


def _is_command(member):
    kind = kind_of(member)
    return is_known(kind) and (kind in _CALLED or kind == "class" or _is_of_program(member))


def _is_of_program(member):
    return getattr(type(member), "__module__", None) == "__main__"


def __getattr__(name):
    return unknown("fire." + name)
