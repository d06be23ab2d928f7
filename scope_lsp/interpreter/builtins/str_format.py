"""The template language of ``str.format``: fields, attribute and index access, nested specs.

Not ``%`` (see ``percent``) and not f-strings, whose fields the compiler evaluates.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter import subscripts
from scope_lsp.interpreter.builtins import symbolic
from scope_lsp.interpreter.builtins.common import absorb, map_union
from scope_lsp.interpreter.builtins.formatting import format_value
from scope_lsp.interpreter.values import Symbolic, Union, Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_FIRST = re.compile(r"[^.\[]*")
_ACCESS = re.compile(r"\.([^.\[]+)|\[([^\]]+)\]")

Keywords = dict[str, Value]


def format_template(
    interp: Interpreter, template: Value, args: tuple[Value, ...], named: Value | Keywords
) -> Value:
    """``template.format(*args, **named)``; ``named`` may also be a mapping of the program."""
    if isinstance(template, Union):
        return map_union(template, lambda option: format_template(interp, option, args, named))
    holes: list[str] = []
    if isinstance(template, Symbolic):
        template, holes = symbolic.protect(template.text)
    if not isinstance(template, str):
        return absorb("a template that is not known", template)
    result = _Template(interp, args, named, holes).fill(template, 2)
    return map_union(result, lambda text: symbolic.restore(text, holes))


class _Template:
    """One call of ``format``: its arguments and the state of automatic numbering."""

    def __init__(
        self,
        interp: Interpreter,
        args: tuple[Value, ...],
        named: Value | Keywords,
        holes: list[str],
    ) -> None:
        self.interp = interp
        self.holes = holes
        self.args = args
        self.named = named
        self.next = 0
        self.manual = False

    def fill(self, template: str, depth: int) -> Value:
        """The text with its fields replaced."""
        parts: list[Value] = []
        for literal, field, spec, conversion in self.fields(template):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            if depth == 0:
                self.interp.raise_error("ValueError", "Max string recursion exceeded")
            if symbolic.has_stand_in(field, self.holes):
                parts.append(Unknown("a field that is not known"))
                continue
            value = self.find(field)
            if symbolic.has_stand_in(spec or "", self.holes):
                parts.append(Unknown("a format that is not known"))
                continue
            width = self.fill(spec, depth - 1) if spec else ""
            written = format_value(self.interp, value, conversion, width)
            if isinstance(written, Unknown) and written.spelling is None:
                written = Unknown(written.reason, field or None)
            parts.append(written)
        return symbolic.join_parts(parts)

    def fields(self, template: str) -> Iterator[tuple[str, str | None, str | None, str | None]]:
        """The pieces of a template; a malformed one is the program's ValueError."""
        pieces = iter(string.Formatter().parse(template))
        while True:
            try:
                piece = next(pieces)
            except StopIteration:
                return
            except ValueError as error:
                self.interp.raise_error("ValueError", str(error))
            yield piece

    def find(self, field: str) -> Value:
        """The value that a field names."""
        match = _FIRST.match(field)
        first = match.group() if match else ""
        value = self.argument(first)
        position = len(first)
        for access in _ACCESS.finditer(field, position):
            attribute, index = access.groups()
            if attribute is not None:
                value = self.interp.get_attr(value, attribute)
            else:
                key: Value = int(index) if index.isdigit() and len(index) < 10 else index
                value = subscripts.getitem(self.interp, value, key)
        if isinstance(value, Unknown) and value.spelling is None and field:
            return value.spelled(field)
        return value

    def argument(self, name: str) -> Value:
        """A positional or keyword argument."""
        if name.isdigit() or not name:
            if not name:
                index = self.next
                self.next += 1
                if self.manual:
                    self.mixed("manual field specification to automatic field numbering")
            else:
                index = int(name) if len(name) < 10 else 10**9
                self.manual = True
                if self.next:
                    self.mixed("automatic field numbering to manual field specification")
            if index >= len(self.args):
                self.interp.raise_error(
                    "IndexError",
                    f"Replacement index {index} out of range for positional args tuple",
                )
            return self.args[index]
        if isinstance(self.named, dict):
            if name not in self.named:
                self.interp.raise_error("KeyError", name)
            return self.named[name]
        return subscripts.getitem(self.interp, self.named, name)

    def mixed(self, how: str) -> None:
        """Automatic and manual numbering cannot be mixed."""
        self.interp.raise_error("ValueError", f"cannot switch from {how}")
