"""All built-ins, registered: importing this module fills ``classes.BUILTINS``."""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.interpreter.values import Namespace


def host_modules() -> dict[str, Callable[[], Namespace]]:
    """Makers of the modules that are host code; every built-in is registered after this call."""
    from scope_lsp.interpreter.builtins import (
        abstract,
        class_tools,
        constructors,
        dict_views,
        dicts,
        dunders,
        exceptions,
        execution,
        functions,
        inspection,
        iteration,
        lists,
        numbers,
        ordering,
        sets,
        strings,
    )
    from scope_lsp.interpreter.builtins.host_modules import HOST_MODULES

    groups = (
        *(
            abstract,
            class_tools,
            constructors,
            dict_views,
            dicts,
            dunders,
            exceptions,
            execution,
            functions,
            inspection,
        ),
        *(iteration, lists, numbers, ordering, sets, strings),
    )
    assert all(groups)
    return HOST_MODULES
