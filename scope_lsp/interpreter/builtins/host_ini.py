"""Splits the text of an INI file into sections; part of ``_scope_lsp_host``.

Python's own ``configparser`` does it.  The model of ``configparser`` in ``stubs/`` defines what the
program sees of it: keys, defaults and interpolation.
"""

from __future__ import annotations

import configparser
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.common import NotKnown, absorb, from_host, to_host
from scope_lsp.interpreter.values import Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAXIMUM_INI = 200_000
"""Characters."""
_NO_SECTION = "\0"
"""Takes the place of ``DEFAULT``, so that no section is treated as one of defaults."""


def ini_sections(interp: Interpreter, text: Value, **syntax: Value) -> Value:
    """The sections of a text in order: tuples ``(name, [(key, value), ...])`` of raw texts.

    ``syntax`` are keyword arguments of ``RawConfigParser``.  Unknown if the text or one of them is,
    or if ``configparser`` would refuse the text.
    """
    if not isinstance(text, str) or len(text) > MAXIMUM_INI:
        return absorb("an INI file that is not known", text)
    try:
        options = {name: to_host(value) for name, value in syntax.items()}
        parser = configparser.RawConfigParser(strict=False, default_section=_NO_SECTION, **options)
        parser.optionxform = str  # type: ignore[method-assign,assignment]
        parser.read_string(text)
    except (NotKnown, configparser.Error, AttributeError, TypeError, ValueError):
        return Unknown("an INI file that does not parse")
    return from_host([(name, parser.items(name)) for name in parser.sections()])
