"""Model of defopt: `run` calls a function, or one of several, by the defaults of its parameters."""

from _launching import call, call_any
from _scope_lsp_host import unknown


def run(funcs, *args, **kwargs):
    if isinstance(funcs, dict):
        return call_any(_functions(funcs))
    if isinstance(funcs, (list, tuple)):
        return call_any(funcs)
    return call(funcs)


def _functions(funcs):
    found = []
    for function in funcs.values():
        if isinstance(function, dict):
            found.extend(_functions(function))
        else:
            found.append(function)
    return found


def __getattr__(name):
    return unknown("defopt." + name)
