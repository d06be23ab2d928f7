"""What docstrings say of parameters: the names of the classes that they hold.

Reads the styles of Sphinx, Google, NumPy and Epydoc.  Names only: what they mean is for the module
to say that the function stands in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docstring_parser import Docstring

MAXIMUM_SIZE = 20_000
"""Characters: a longer text documents more than parameters."""

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\Z")
_ROLE = re.compile(r":[\w:]+:(?=`)")
_OPTIONAL = re.compile(r",\s*optional\s*\Z|\s+or\s+None\s*\Z|\s*\|\s*None\s*\Z|\A\s*None\s*\|\s*")
_FIRST_WORD = re.compile(r"(?:an?|the|instance of)?\s*`+~?([\w.]+)`+", re.IGNORECASE)


def class_names(docstring: str) -> dict[str, str]:
    """The dotted name of a class for each parameter for which one is given."""
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
    # Not loaded before a function that nothing calls documents its parameters.
    from docstring_parser import ParseError, parse

    try:
        return parse(docstring)
    except (ParseError, ValueError, IndexError):  # the text is anybody's
        return None


def _class_name(given: str | None, description: str | None) -> str:
    """The type that is given; without one, what the description begins with in backquotes."""
    if given:
        name = _OPTIONAL.sub("", _ROLE.sub("", given)).strip("`~ \t")
        return name if _DOTTED.match(name) else ""
    first = _FIRST_WORD.match(_ROLE.sub("", description or ""))
    return first[1] if first and _DOTTED.match(first[1]) else ""
