"""Regular expressions, JSON and literals on constants, for the stubs of the standard library.

Each function takes and returns values of the program.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins import safe_regex
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.builtins.common import (
    NotKnown,
    absorb,
    apply,
    from_host,
    is_constant,
    literal,
    to_host,
)
from scope_lsp.interpreter.builtins.symbolic import map_known, map_known_parts
from scope_lsp.interpreter.values import MISSING, Class, Raised, Symbolic, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


MAX_JSON = 200_000
"""The maximum length of JSON text that is read or written, in characters."""

MAX_INDENT = 100
"""The maximum indentation of each level of JSON text, in characters."""

REGEX_ERROR = Class("error", (EXCEPTIONS["Exception"],), module="re")
JSON_ERROR = Class("JSONDecodeError", (EXCEPTIONS["ValueError"],), module="json.decoder")


def _raise(interp: Interpreter, cls: Class, message: str) -> Value:
    raise Raised(interp.call(cls, [message]))


def regex(interp: Interpreter, name: Value, pattern: Value, flags: Value, *args: Value) -> Value:
    """A function of module ``re`` on constants.

    A match is returned as (start, end, groups, spans, names) or None, several matches as a list.
    If the answer is unknown, or its cost is not bounded, it is Unknown.
    """
    if name == "sub" and isinstance(pattern, str) and isinstance(flags, int):
        known = _substituted(pattern, flags, args)
        if known is not None:
            return known
    if not (isinstance(pattern, str) and is_constant(args) and isinstance(flags, int)):
        return absorb("a regular expression on something that is not known", pattern, *args)
    text = args[1 if name in ("sub", "subn") else 0] if args else ""
    if not isinstance(text, str):
        interp.raise_error("TypeError", "expected string or bytes-like object")
    try:
        anchored = name in ("match", "fullmatch")
        expression = safe_regex.compiled(pattern, flags, len(text), anchored=anchored)
    except safe_regex.TooCostly:
        return Unknown("a regular expression that may cost too much")
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        return _raise(interp, REGEX_ERROR, str(error))
    try:
        return from_host(_applied(expression, str(name), args))
    except (TypeError, IndexError, re.error) as error:
        return _raise(interp, REGEX_ERROR, str(error))


def _substituted(pattern: str, flags: int, args: tuple[Value, ...]) -> Value:
    """``re.sub`` in the known parts of a string with holes; None if that is not possible."""
    put, text, count = (*args, 0, 0)[:3]
    if not (isinstance(put, str) and isinstance(text, Symbolic) and count == 0):
        return None
    if any(
        anchor in pattern.replace("[^", "[") for anchor in ("^", "$", "\\b", "\\A", "\\Z", "(?")
    ):
        return None
    try:
        expression = safe_regex.compiled(pattern, flags, len(text.text))
    except (safe_regex.TooCostly, re.error, OverflowError, RecursionError, ValueError):
        return None
    return map_known_parts(text.text, lambda part: expression.sub(put, part))


def _applied(expression: re.Pattern[str], name: str, args: tuple[Any, ...]) -> Any:
    if name == "compile":
        return (expression.groups, dict(expression.groupindex))
    if name in ("match", "search", "fullmatch"):
        found = getattr(expression, name)(*args)
        return None if found is None else _match(found)
    if name == "finditer":
        return [_match(found) for found in expression.finditer(*args)]
    return getattr(expression, name)(*args)


def _match(found: re.Match[str]) -> tuple[Any, ...]:
    count = found.re.groups + 1
    spans = [found.span(index) for index in range(count)]
    groups = [found.group(index) for index in range(count)]
    return (groups, spans, dict(found.re.groupindex), found.lastindex, found.lastgroup)


def regex_escape(interp: Interpreter, text: Value) -> Value:
    """``re.escape``; the known parts of a string with holes are escaped."""
    if isinstance(text, Symbolic):
        return map_known(text.text, re.escape)
    return apply(interp, re.escape, text)


def regex_expand(interp: Interpreter, template: Value, groups: Value, names: Value) -> Value:
    """A replacement template with its group references filled in."""
    try:
        texts, index = to_host(groups), to_host(names)
    except NotKnown:
        return absorb("a replacement that is not known", groups)
    if not isinstance(template, str):
        return absorb("a replacement that is not known", template)

    def fill(match: re.Match[str]) -> str:
        reference = match[1] or match[2]
        number = int(reference) if reference.isdigit() else index.get(reference, 0)
        return texts[number] or "" if number < len(texts) else ""

    escapes = {"n": "\n", "t": "\t", "\\": "\\"}
    filled = re.sub(r"\\(\d{1,2})|\\g<(\w+)>", fill, template)
    return re.sub(r"\\([nt\\])", lambda match: escapes[match[1]], filled)


def json_loads(interp: Interpreter, text: Value) -> Value:
    """``json.loads`` of a constant."""
    if not isinstance(text, (str, bytes)) or len(text) > MAX_JSON:
        return absorb("JSON text that is not known", text)
    try:
        return from_host(json.loads(text))
    except ValueError as error:
        return _raise(interp, JSON_ERROR, str(error))
    except RecursionError:
        return Unknown("JSON text that is too deep")


def json_dumps(interp: Interpreter, value: Value, options: Value) -> Value:
    """``json.dumps`` of constants; anything else is unknown."""
    try:
        host = to_host(value)
        given = {name: one for name, one in to_host(options).items() if name != "cls"}
        return _written(host, given)
    except NotKnown:
        return absorb("JSON of something that is not known", value)
    except (TypeError, ValueError) as error:
        if "indent" in str(error) or "unexpected keyword" in str(error):
            return Unknown("JSON with options that are not modelled")
        interp.raise_error(type(error).__name__, str(error))


def literal_eval(interp: Interpreter, source: Value) -> Value:
    """``ast.literal_eval`` of a constant."""
    if not isinstance(source, str):
        return absorb("a literal that is not known", source)
    value = literal(source)
    if value is MISSING:
        interp.raise_error("ValueError", "malformed node or string")
    return value


def _written(value: Any, options: dict[str, Any]) -> Value:
    """``json.dumps``, stopped if the text becomes too long."""
    indent = options.get("indent")
    if (indent if isinstance(indent, int) else len(indent or "")) > MAX_INDENT:
        return Unknown("JSON that is too long")
    options.setdefault("separators", None)
    encoder = json.JSONEncoder(**options)
    parts, size = [], 0
    for part in encoder.iterencode(value):
        parts.append(part)
        size += len(part)
        if size > MAX_JSON:
            return Unknown("JSON that is too long")
    return "".join(parts)
