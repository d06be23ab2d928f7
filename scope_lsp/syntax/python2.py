"""Rewrites what only Python 2 understood, in place: ``print x``, ``except E, e``, ``0777``.

What is kept stays in its column.  This is not a translator: only what does not parse is changed,
and semantics that differ silently (integer division) are left alone.
"""

from __future__ import annotations

import re

_STRING_OR_COMMENT = re.compile(
    r"(\"\"\"|\'\'\')[^\\]*?(?:\\.[^\\]*?)*?(?:\1|\Z)"
    r"|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|#[^\n]*",
    re.DOTALL,
)
_STATEMENT_WORD = re.compile(r"(?:^;?|(?<=:))\s*(print|exec|raise)(?![\w.=(])")
_OCTAL = re.compile(r"(?<![\w.])0[0-7]+[lL]?(?![\w.])")
_LONG = re.compile(r"(?<![\w.])(?:0[xX][0-9a-fA-F]+|\d+)[lL](?!\w)")
_UR = re.compile(r"\b[uU][rR](?=[\"'])")
_ASYNC = re.compile(r"\basync\b(?=\s*[=,).:\]])")
_PRINTS = re.compile(r"print[ \t]*>>")
_CHEVRON = re.compile(r"^[^#\"'\n]*\bprint[ \t]*>>", re.MULTILINE)
_LAMBDA = re.compile(r"lambda\s*(\([\w\s,]*\))\s*:")
_TUPLE_PARAMETER = re.compile(r"(?<=[(,])\s*(\([\w\s,()]*\))(?=\s*[,)=])")


def mask(code: str) -> str:
    """``code`` with the insides of strings and comments made of ``S``; same length and lines."""
    return _STRING_OR_COMMENT.sub(_blot, code)


def prints_to_file(code: str) -> bool:
    """Whether ``code`` has a ``print >>file, x``, which parses in Python 3 but means nothing."""
    return (
        _PRINTS.search(code) is not None
        and _CHEVRON.search(code) is not None
        and _CHEVRON.search(mask(code)) is not None
    )


def modernise(code: str) -> str | None:
    """Statement ``code`` as Python 3 would write it, or None if there is nothing to rewrite."""
    text = _tokens(code)
    text = _except(text) if text.startswith("except") else _calls(text)
    return None if text == code else text


def is_only_python2(code: str) -> bool:
    """Whether a statement that does not parse is one of Python 2.

    ``async`` as a name is not: Python 3.6 took it, too.
    """
    return modernise(_ASYNC.sub("Async", code)) is not None


def flatten(code: str) -> str | None:
    """``code`` with one parameter for ``(b, c)`` in ``def f(a, (b, c))``, or None.

    The names inside are lost; the number of parameters is right.
    """
    masked = mask(code)
    text = code
    pattern = _TUPLE_PARAMETER if code.startswith("def ") else _LAMBDA
    for found in pattern.finditer(masked):
        name = re.sub(r"\W", "_", found.group(1))
        text = text[: found.start(1)] + name + text[found.end(1) :]
    return None if text == code else text


def _tokens(code: str) -> str:
    """Operators, numbers and prefixes: replaced by something of the same length."""
    text = list(code)
    masked = mask(code)

    def put(start: int, replacement: str) -> None:
        text[start : start + len(replacement)] = replacement

    for found in re.finditer("<>", masked):
        put(found.start(), "!=")
    for found in _OCTAL.finditer(masked):
        number = str(int(found.group().rstrip("lL"), 8))
        put(found.start(), number.ljust(len(found.group())))
    for found in _LONG.finditer(masked):
        if text[found.end() - 1] in "lL":
            put(found.end() - 1, " ")
    for found in _UR.finditer(masked):
        put(found.start(), " r")
    for found in _ASYNC.finditer(masked):
        put(found.start(), "Async")
    return "".join(text)


def _calls(code: str) -> str:
    """``print x``, ``exec x in y`` and ``raise E, x`` as calls."""
    masked = mask(code)
    depth = _depths(masked)
    ends = [i for i, c in enumerate(masked) if c == ";" and not depth[i]]
    for end in ends:
        if code[end + 1 : end + 2] == " ":  # makes room for a parenthesis
            code = code[:end] + " ;" + code[end + 2 :]
            masked = masked[:end] + " ;" + masked[end + 2 :]
    ends = [i for i, c in enumerate(masked) if c == ";" and not depth[i]]
    pieces = []
    start = 0
    for end in (*ends, len(code)):
        last = not code[end:].strip("; ")
        pieces.append(_call(code[start:end], masked[start:end], depth[start:end], last))
        start = end
    return "".join(pieces)


def _call(piece: str, masked: str, depth: list[int], last: bool) -> str:
    """One statement as a call, or unchanged if there is no room for the parentheses."""
    words = (found for found in _STATEMENT_WORD.finditer(masked) if not depth[found.start(1)])
    found = next(words, None)
    if found is None:
        return piece
    begin = found.end(1)
    argument = piece[begin:].rstrip(" \t")
    stripped = argument.lstrip(" \t")
    space = len(argument) - len(stripped)
    room = len(piece) - begin - len(argument)
    if not stripped or not (last or room):
        return piece
    if found.group(1) == "raise":
        comma = _first(",", masked[begin:], depth[begin:])
        if comma is None:
            return piece
        argument = argument[:comma] + "(" + argument[comma + 1 :]
    elif stripped.startswith(">>"):
        argument = "(" + " " * (space + 1) + stripped[2:]
    elif space:
        within = re.search(r"\sin\s", masked[begin:])
        if found.group(1) == "exec" and within and not depth[begin + within.start()]:
            argument = argument[: within.start()] + ",   " + argument[within.end() :]
        argument = "(" + argument[1:]
    else:
        return piece
    return piece[:begin] + argument + ")" + " " * (room - 1)


def _except(code: str) -> str:
    """``except E, e:`` with ``as``; if something follows the colon, without the name."""
    masked = mask(code)
    depth = _depths(masked)
    comma = _first(",", masked, depth)
    colon = _first(":", masked, depth)
    if comma is None or colon is None or comma > colon:
        return code
    target = code[comma + 1 : colon].strip()
    if target.isidentifier() and not code[colon + 1 :].strip():
        return f"{code[:comma]} as {target}:"
    return code[:comma] + " " * (colon - comma) + code[colon:]


def _first(character: str, masked: str, depth: list[int]) -> int | None:
    """The first position of ``character`` outside all brackets."""
    return next((i for i, c in enumerate(masked) if c == character and not depth[i]), None)


def _depths(masked: str) -> list[int]:
    """The number of open brackets at each character."""
    result = []
    depth = 0
    for character in masked:
        if character in ")]}":
            depth = max(depth - 1, 0)
        result.append(depth)
        if character in "([{":
            depth += 1
    return result


def _blot(found: re.Match[str]) -> str:
    text = found.group()
    if text[0] == "#":
        return re.sub(r"[^\n]", "S", text)
    return text[0] + re.sub(r"[^\n]", "S", text[1:-1]) + text[-1] if len(text) > 1 else text
