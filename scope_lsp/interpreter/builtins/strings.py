"""The methods of str and bytes.

On constants they are the host's own, with a bound on the size of the result.  On strings with
holes, they keep what is known.  Formatting is in ``formatting``, ``percent`` and ``str_format``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins import str_format, symbolic
from scope_lsp.interpreter.builtins.classes import BYTEARRAY, BYTES, STR, method, payload_of
from scope_lsp.interpreter.builtins.common import (
    absorb,
    apply,
    is_constant,
    items_or_unknown,
    marked_or_unknown,
    of_choices,
    text_limit,
    type_name,
)
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.values import (
    HOLE_START,
    UNSEEN,
    Builtin,
    Dict,
    List,
    Symbolic,
    Unknown,
    Value,
    Wrapper,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_ENCODINGS = frozenset(("utf8", "ascii", "latin1", "iso88591", "utf16", "utf32", "usascii"))
"""Encodings that are computed.  Looking up any other name could import host modules."""

MAX_HOLED = 50_000
"""The maximum length of a string with holes, in characters: each hole is processed separately."""

_SHARED = [
    "capitalize",
    "center",
    "count",
    "endswith",
    "expandtabs",
    "find",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdigit",
    "islower",
    "isspace",
    "istitle",
    "isupper",
    "ljust",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
]

_STR_METHODS = [*_SHARED, "casefold", "isdecimal", "isidentifier", "isnumeric", "isprintable"]

_GROWTH: dict[str, Callable[..., int]] = {
    "center": lambda text, width, *rest: width,
    "ljust": lambda text, width, *rest: width,
    "rjust": lambda text, width, *rest: width,
    "zfill": lambda text, width: width,
    "expandtabs": lambda text, size=8: len(text) * (1 + max(size, 0)),
    "replace": lambda text, old, new, *rest: len(text) + text.count(old) * len(new),
}
"""The maximum length of the result, for methods whose result can be longer than their input."""


def _too_long(interp: Interpreter, name: str, text: Any, args: tuple[Any, ...]) -> bool:
    growth = _GROWTH.get(name)
    if growth is None:
        return False
    try:
        return growth(text, *args) > text_limit(interp)
    except TypeError:
        return False


def _register(name: str) -> None:
    host = getattr(str, name)
    on_holes = _SYMBOLIC.get(name)

    def run(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
        text = payload_of(self)
        given = tuple([payload_of(arg) for arg in args])
        if isinstance(text, str):
            if is_constant(given):
                if _too_long(interp, name, text, given):
                    return Unknown("a string that is too long")
                return apply(interp, host, text, *given, **kwargs)
            if name == "translate":
                return _translate(interp, text, given)
            text = Symbolic(text)
        elif not isinstance(text, (Symbolic, Unknown)):
            interp.raise_error(
                "TypeError",
                f"descriptor '{name}' for 'str' objects doesn't apply to a"
                f" '{type_name(self)}' object",
            )
        if isinstance(text, Symbolic) and on_holes is not None:
            if len(text.text) > MAX_HOLED:
                return Unknown("a string that is too long")
            known = on_holes(text.text, *given, **kwargs)
            if known is not None:
                return known
        return absorb("a string that is not known", self, *args)

    method(STR, name, pure=True)(run)


def _translate(interp: Interpreter, text: str, args: tuple[Value, ...]) -> Value:
    """``text.translate(table)``, unless a character becomes a long text."""
    table = payload_of(args[0]) if args else None
    if not isinstance(table, Dict):
        return absorb("a translation that is not known", *args)
    longest = max(
        (len(put) for _, put in table.entries.values() if isinstance(put, str)), default=1
    )
    if longest * len(text) > text_limit(interp):
        return Unknown("a string that is too long")
    return apply(interp, str.translate, text, table)


def _known(host: Callable[..., str]) -> Callable[..., Value]:
    def run(text: str, *args: Value) -> Value:
        if not is_constant(args):
            return None
        return symbolic.map_known(text, lambda known: host(known, *args))

    return run


def _parts(host: Callable[..., Any], kind: type) -> Callable[..., Value]:
    def run(text: str, *args: Value, **kwargs: Value) -> Value:
        if not is_constant((*args, *kwargs.values())):
            return None
        found = symbolic.split(text, lambda known: host(known, *args, **kwargs))
        return List(found) if kind is list else tuple(found)

    return run


def _affix(test: Callable[[str, str], bool | None]) -> Callable[..., Value]:
    def run(text: str, affix: Value, *bounds: Value) -> Value:
        if bounds:
            return None
        answers: list[bool | None] = []
        for option in affix if isinstance(affix, tuple) else (affix,):
            known = isinstance(option, str)
            answers.append(test(text, option) if known else None)
        if True in answers:
            return True
        return None if None in answers else False

    return run


def _without(
    test: Callable[[str, str], bool | None], remove: Callable[[str, str], str]
) -> Callable[..., Value]:
    def run(text: str, affix: Value) -> Value:
        if not isinstance(affix, str) or test(text, affix) is None:
            return None
        return symbolic.text_value(remove(text, affix))

    return run


def _replace(text: str, old: Value, new: Value, *count: Value) -> Value:
    if not isinstance(old, str) or not isinstance(new, (str, Symbolic, Unknown)):
        return None
    if not is_constant(count):
        return None
    put = symbolic.text_of(new)
    protected, holes = symbolic.protect(text)
    if len(text) + protected.count(old) * len(put) > MAX_HOLED:
        return Unknown("a string that is too long")
    limits: list[Any] = list(count)
    if HOLE_START not in put:
        holes = symbolic.on_likely(holes, lambda part: part.replace(old, put, *limits))
    return symbolic.unprotect(protected.replace(old, put, *limits), holes)


def _find(text: str, part: Value, *bounds: Value) -> Value:
    if not isinstance(part, str) or bounds:
        return None
    found = symbolic.known_prefix(text).find(part)
    return found if found >= 0 else None


_SYMBOLIC: dict[str, Callable[..., Value]] = {
    **{name: _known(getattr(str, name)) for name in ("lower", "upper", "casefold", "swapcase")},
    **{name: _known(getattr(str, name)) for name in ("strip", "lstrip", "rstrip")},
    "removeprefix": _without(symbolic.starts_with, str.removeprefix),
    "removesuffix": _without(symbolic.ends_with, str.removesuffix),
    **{name: _parts(getattr(str, name), list) for name in ("split", "rsplit", "splitlines")},
    **{name: _parts(getattr(str, name), tuple) for name in ("partition", "rpartition")},
    "startswith": _affix(symbolic.starts_with),
    "endswith": _affix(symbolic.ends_with),
    "replace": _replace,
    "find": _find,
    "index": _find,
}
"""The methods that work on a string with holes.  They return None if they have no answer."""

for _name in _STR_METHODS:
    _register(_name)


@method(STR, "join", pure=True)
def str_join(interp: Interpreter, self: Value, iterable: Value) -> Value:
    """``separator.join(parts)``."""
    marked = marked_or_unknown(interp, iterable)
    if isinstance(marked, Unknown):
        return Unknown(marked.reason)
    if is_unordered(iterable):
        return Unknown("texts in an order that is not known")
    if any(item is UNSEEN for item, _ in marked):
        return _joined(interp, self, [item for item, _ in marked])
    return of_choices(marked, lambda items: _joined(interp, self, items))


def _joined(interp: Interpreter, self: Value, items: list[Value]) -> Value:
    separator = payload_of(self)
    if not isinstance(separator, (str, Symbolic)):
        return absorb("a string that is not known", self)
    parts: list[Value] = []
    size = 0
    for index, item in enumerate(items):
        part = payload_of(item)
        if not isinstance(part, (str, Symbolic)) and type_name(part) != "object":
            interp.raise_error(
                "TypeError",
                f"sequence item {index}: expected str instance, {type_name(item)} found",
            )
        if index:
            parts.append(separator)
        parts.append(part)
        size += len(symbolic.text_of(part)) + len(symbolic.text_of(separator))
    if size > text_limit(interp):
        return Unknown("a string that is too long")
    if len(parts) == 1 and isinstance(parts[0], Unknown):
        return parts[0]
    return symbolic.join_parts(parts)


@method(STR, "format", pure=True)
def str_format_method(interp: Interpreter, self: Value, /, *args: Value, **kwargs: Value) -> Value:
    """``template.format(...)``."""
    return str_format.format_template(interp, payload_of(self), args, kwargs)


@method(STR, "format_map", pure=True)
def str_format_map(interp: Interpreter, self: Value, mapping: Value) -> Value:
    """``template.format_map(mapping)``."""
    return str_format.format_template(interp, payload_of(self), (), mapping)


def _maketrans(interp: Interpreter, *args: Value) -> Value:
    return apply(interp, str.maketrans, *args)


STR.names["maketrans"] = Wrapper("staticmethod", Builtin("str.maketrans", _maketrans, pure=True))


def _encoding(args: tuple[Value, ...], kwargs: dict[str, Value]) -> bool:
    """Whether an encoding is one of the few that are computed."""
    name = kwargs.get("encoding", args[0] if args else "utf-8")
    if not isinstance(name, str):
        return False
    plain = name.lower().replace("-", "").replace("_", "").removesuffix("le").removesuffix("be")
    errors = kwargs.get("errors", args[1] if len(args) > 1 else "strict")
    return plain in _ENCODINGS and errors in ("strict", "ignore", "replace", "backslashreplace")


@method(STR, "encode", pure=True)
def str_encode(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
    """``text.encode(encoding)``; a string with holes stays a string."""
    text = payload_of(self)
    if isinstance(text, str) and _encoding(args, kwargs):
        return apply(interp, str.encode, text, *args, **kwargs)
    if isinstance(text, Symbolic):
        return text
    return absorb("an encoding that is not computed", self, *args)


@method(STR, "decode", pure=True)
def str_decode(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
    """Python 2's ``str.decode``: the text itself."""
    return payload_of(self)


@method(BYTES, "decode", pure=True)
def bytes_decode(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
    """``data.decode(encoding)``."""
    data = payload_of(self)
    if isinstance(data, bytes) and _encoding(args, kwargs):
        return apply(interp, bytes.decode, data, *args, **kwargs)
    return absorb("an encoding that is not computed", self, *args)


def _register_bytes(name: str) -> None:
    host = getattr(bytes, name)

    def run(interp: Interpreter, self: Value, *args: Value, **kwargs: Value) -> Value:
        data = payload_of(self)
        if not isinstance(data, bytes) or _too_long(interp, name, data, args):
            return absorb("bytes that are not known", self, *args)
        return apply(interp, host, data, *args, **kwargs)

    method(BYTES, name, pure=True)(run)


for _name in (*_SHARED, "hex"):
    _register_bytes(_name)


@method(BYTES, "join", pure=True)
def bytes_join(interp: Interpreter, self: Value, iterable: Value) -> Value:
    """``separator.join(parts)``."""
    separator, items = payload_of(self), items_or_unknown(interp, iterable)
    if isinstance(items, Unknown):
        return Unknown(items.reason)
    parts = [payload_of(item) for item in items]
    if not isinstance(separator, bytes) or not all(isinstance(part, bytes) for part in parts):
        return absorb("bytes that are not known", self, *parts)
    sizes = [len(part) for part in parts if isinstance(part, bytes)]
    if sum(sizes) + len(separator) * len(sizes) > text_limit(interp):
        return Unknown("bytes that are too long")
    return apply(interp, bytes.join, separator, List(parts))


for _name in ("fromhex",):
    BYTES.names[_name] = Wrapper(
        "classmethod",
        Builtin(
            "bytes.fromhex", lambda interp, cls, text: apply(interp, bytes.fromhex, text), pure=True
        ),
    )
assert BYTEARRAY.find("join") is BYTES.names["join"]
