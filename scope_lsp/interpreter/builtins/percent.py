"""The ``%`` operator of strings.

Source of the rules: the library reference, "printf-style String Formatting".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scope_lsp.interpreter import subscripts
from scope_lsp.interpreter.builtins import symbolic
from scope_lsp.interpreter.builtins.classes import payload_of
from scope_lsp.interpreter.builtins.common import (
    HOST_ERRORS,
    absorb,
    map_union,
    raise_as,
    text_limit,
    type_name,
)
from scope_lsp.interpreter.builtins.formatting import format_value, too_wide
from scope_lsp.interpreter.orders import settled
from scope_lsp.interpreter.values import (
    MISSING,
    Dict,
    Instance,
    List,
    Symbolic,
    Union,
    Unknown,
    Value,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_FIELD = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?(?P<flags>[#0\- +]*)(?P<width>\*|\d+)?"
    r"(?:\.(?P<precision>\*|\d+)?)?[hlL]?(?P<kind>.)?",
    re.DOTALL,
)


def percent(interp: Interpreter, template: Value, values: Value) -> Value:
    """``template % values``."""
    if isinstance(template, Union):
        return map_union(template, lambda option: percent(interp, option, values))
    if isinstance(values, Union):
        return unite([percent(interp, template, option) for option in values.options])
    holes: list[str] = []
    template = payload_of(template)
    if isinstance(template, Symbolic):
        template, holes = symbolic.protect(template.text)
    if not isinstance(template, str):
        return absorb("a template that is not known", template)
    if isinstance(values, Instance) and isinstance(values.payload, tuple):
        values = values.payload
    if isinstance(values, tuple):
        values = settled(values)
    if any(symbolic.has_stand_in(match.group(), holes) for match in _FIELD.finditer(template)):
        return Unknown("a format that is not known")
    result = _Percent(interp, values).fill(template)
    return map_union(result, lambda text: symbolic.restore(text, holes))


class _Percent:
    """One use of the operator: its values and how many were used."""

    def __init__(self, interp: Interpreter, values: Value) -> None:
        self.interp = interp
        self.values = values
        self.used = 0

    def fill(self, template: str) -> Value:
        """The text with its fields replaced."""
        parts: list[Value] = []
        end = 0
        fields = [match for match in _FIELD.finditer(template) if match["kind"] != "%"]
        self.many = len(fields) > 1
        for match in _FIELD.finditer(template):
            parts.append(template[end : match.start()])
            end = match.end()
            if match["kind"] is None:
                self.interp.raise_error("ValueError", "incomplete format")
            parts.append("%" if match["kind"] == "%" else self.field(match))
        parts.append(template[end:])
        self.check_used()
        return symbolic.join_parts([part for part in parts if part != ""] or [""])

    def field(self, match: re.Match[str]) -> Value:
        """The text of one field."""
        key, kind = match["key"], match["kind"]
        width = self.next() if match["width"] == "*" else match["width"] or ""
        precision = self.next() if match["precision"] == "*" else match["precision"]
        dotted = "." in match.group().partition(")")[2] if key else "." in match.group()
        if key is not None:
            value = self.named(key)
        else:
            value = self.next()
        if kind not in "diouxXeEfFgGcrsa":
            self.interp.raise_error("ValueError", f"unsupported format character '{kind}'")
        if isinstance(width, Unknown) or isinstance(precision, Unknown):
            return Unknown("a width that is not known")
        spec = f"%{match['flags']}{width}" + (f".{precision or ''}" if dotted else "")
        if too_wide(spec, text_limit(self.interp)):
            return Unknown("a field that is too wide")
        return self.write(spec, kind, value)

    def write(self, spec: str, kind: str, value: Value) -> Value:
        """One value in one format."""
        if isinstance(value, Union):
            return map_union(value, lambda option: self.write(spec, kind, option))
        if isinstance(value, Unknown):
            return value
        if kind in "sra":
            text = format_value(self.interp, value, kind)
            return str(f"{spec}s" % text) if isinstance(text, str) else text
        number = payload_of(value)
        if isinstance(number, Instance):
            for name in ("__int__", "__float__", "__index__"):
                if kind in "diouxXc" and name == "__float__":
                    continue
                method = number.cls.find(name)
                if number.cls.open:
                    return Unknown("a number that is not known")
                if method is not MISSING:
                    return self.write(spec, kind, self.interp.call(method, [number]))
        if isinstance(number, Symbolic) or type(number) not in (int, bool, float, str, bytes):
            if isinstance(number, (Symbolic, tuple, List, Dict, type(None))):
                self.interp.raise_error(
                    "TypeError",
                    f"%{kind} format: a real number is required, not {type_name(value)}",
                )
            return Unknown("a number that is not known")
        if isinstance(number, int) and number.bit_length() > self.interp.budget.digits:
            return Unknown("too many digits")
        try:
            return str((spec + kind) % number)
        except HOST_ERRORS as error:
            raise_as(self.interp, error)

    def next(self) -> Value:
        """The next positional value."""
        values = self.values
        if isinstance(values, tuple):
            if self.used >= len(values):
                self.interp.raise_error("TypeError", "not enough arguments for format string")
            self.used += 1
            return values[self.used - 1]
        self.used += 1
        if isinstance(values, Unknown):
            return Unknown(values.reason) if self.many else values
        if self.used > 1:
            self.interp.raise_error("TypeError", "not enough arguments for format string")
        return values

    def named(self, key: str) -> Value:
        """The value of a mapping."""
        self.used = -1
        if isinstance(self.values, Unknown):
            return Unknown(self.values.reason, key)
        if isinstance(self.values, tuple) or not isinstance(
            payload_of(self.values), (Dict, Instance)
        ):
            self.interp.raise_error("TypeError", "format requires a mapping")
        value = subscripts.getitem(self.interp, self.values, key)
        if isinstance(value, Unknown) and value.spelling is None:
            return value.spelled(key)
        return value

    def check_used(self) -> None:
        """All values must be used, unless they are a mapping."""
        values = self.values
        unused = "not all arguments converted during string formatting"
        if isinstance(values, tuple):
            if 0 <= self.used < len(values):
                self.interp.raise_error("TypeError", unused)
        elif self.used == 0 and isinstance(values, (str, int, float, Symbolic, type(None), bool)):
            self.interp.raise_error("TypeError", unused)
