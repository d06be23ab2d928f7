"""Comparisons of a text with a value that may be a name, which a rename could break unnoticed.

A condition on ``v.name`` is known from a filter and follows the rename (``rename``).  This module
is about values that are only probably names: ``name = v.name`` is elsewhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping

from scope_lsp.features.rename_places import Literal

_OF_NAMES = re.compile(r"name|var|scope|key|\b[nsvk]\b", re.IGNORECASE)
"""What is probably a name if it is compared with a string."""
_SEARCHES = ("find", "index", "replace", "split", "count", "partition", "rpartition")
_PATTERNS = ("match", "search", "fullmatch", "findall")


class Refused(Exception):
    """Why a name is not changed, as a sentence for the user."""


def check_comparisons(literals: Iterable[Literal], renamed: Mapping[str, str]) -> None:
    """Raise ``Refused`` if a string would compare differently with a new name."""
    changed = [(old, new) for old, new in renamed.items() if old != new]
    for one in literals:
        test = _comparison(one) if one.is_free else None
        if test and any(test(old, one.text) != test(new, one.text) for old, new in changed):
            raise Refused(
                f'Line {one.span.line} compares "{one.text}" with a text that may or may not '
                "be a name."
            )


def _comparison(one: Literal) -> Callable[[str, str], bool] | None:
    """How a string is compared with something; None if it is not, or if that is hardly a name."""
    parent = one.file.parents.get(one.node)
    other: ast.expr | None = None
    test: Callable[[str, str], bool] = _is_in
    if isinstance(parent, ast.Compare):
        other = parent.comparators[0] if parent.left is one.node else parent.left
        if isinstance(parent.ops[0], (ast.Eq, ast.NotEq)):
            test = _is_part
    elif isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
        other = parent.func.value
        if one.function == "startswith":
            test = _begins
        elif one.function == "endswith":
            test = _ends
        elif one.function in _PATTERNS:
            other = parent.args[1] if len(parent.args) > 1 else None
        elif one.function not in _SEARCHES:
            return None
    if other is None or not _OF_NAMES.search(one.file.text(other)):
        return None
    return test


def _is_in(name: str, text: str) -> bool:
    return text in f"{name}:0"


def _begins(name: str, text: str) -> bool:
    return name.startswith(text)


def _ends(name: str, text: str) -> bool:
    return name.endswith(text) or f"{name}:0".endswith(text)


def _is_part(name: str, text: str) -> bool:
    return text in (name, f"{name}:0") or text in name.split("/")
