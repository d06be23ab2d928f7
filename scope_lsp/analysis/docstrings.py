"""What docstrings say about parameters: the names of their classes.

It reads the styles of Sphinx, Google, NumPy and Epydoc, and returns only names.  The module with
the function decides what they mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docstring_parser import Docstring

MAXIMUM_SIZE = 20_000
"""The maximum number of characters: a longer text documents more than parameters."""

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\Z")
_ROLE = re.compile(r":[\w:]+:(?=`)")
_OPTIONAL = re.compile(r",\s*optional\s*\Z|\s+or\s+None\s*\Z|\s*\|\s*None\s*\Z|\A\s*None\s*\|\s*")
_FIRST_WORD = re.compile(r"(?:an?|the|instance of)?\s*`+~?([\w.]+)`+", re.IGNORECASE)


def class_names(docstring: str) -> dict[str, str]:
    """Return the dotted name of a class for each parameter for which the text gives one."""
    if len(docstring) > MAXIMUM_SIZE:
        return {}
    parsed = _parsed(docstring)
    found = {}
    for parameter in parsed.params if parsed is not None else ():
        name = _class_name(parameter.type_name, parameter.description)
        if name:
            found[parameter.arg_name] = name
    return found


def _parsed(docstring: str) -> Docstring | None:
    # Loaded only when an uncalled function documents its parameters.
    from docstring_parser import ParseError, parse

    try:
        return parse(docstring)
    except (ParseError, ValueError, IndexError):  # the text is not trusted
        return None


def _class_name(given: str | None, description: str | None) -> str:
    """Return the type that is given, or else the first word in backquotes of the description."""
    if given:
        name = _OPTIONAL.sub("", _ROLE.sub("", given)).strip("`~ \t")
        return name if _DOTTED.match(name) else ""
    first = _FIRST_WORD.match(_ROLE.sub("", description or ""))
    return first[1] if first and _DOTTED.match(first[1]) else ""
