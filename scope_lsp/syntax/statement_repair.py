"""Repairs one broken statement: completes it, or keeps only what it binds or opens.

The columns of everything that is kept stay the same: text is only cut off or added at the end.
What is missing is spelled ``LOST``.  How statements nest is handled in ``blocks``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from scope_lsp.syntax.python2 import flatten, mask, modernise, prints_to_file
from scope_lsp.syntax.statements import HEADERS, Statement, first_word

LOST = "__lost__"
"""A name that replaces broken text: its value is unknown, whatever is bound to it."""

_LONG = 20_000
"""Characters; a longer broken statement is not worth trying to complete."""

_DETECTED = re.compile(r" \(detected at line \d+\)")
_HEADER = re.compile(r"(?:async\s+)?[^\W\d]\w*")
_LAST_DELIMITER = re.compile(r"[,(\[{=:](?=[^,(\[{=:]*\Z)")
_UNFINISHED = re.compile(r"(?:\s+as|[,.])\s*\Z")
_SOFT_HEADER = re.compile(r"(?:match|case)\s+[^\s=.,()\[\]:]")
"""``match`` and ``case``, if they are not names."""

_KEYWORD_VALUE = re.compile(r"(return|raise|yield)\b")
_FALLBACK = {
    "if": f"if {LOST}:",
    "elif": f"elif {LOST}:",
    "else": "else:",
    "for": f"for {LOST} in {LOST}:",
    "while": f"while {LOST}:",
    "with": f"with {LOST}:",
    "try": "try:",
    "except": f"except {LOST}:",
    "finally": "finally:",
    "match": f"match {LOST}:",
    "case": "case _:",
}


def is_header(statement: Statement) -> bool:
    """Whether a block belongs to the statement (``if x: y`` on one line has none)."""
    text = statement.text.rstrip()
    return text.endswith(":") and statement.word in HEADERS


def error_of(statement: Statement, text: str | None = None) -> tuple[str, int, int] | None:
    """The error in the statement alone: message, line and column from its start, 0-based."""
    code = statement.text if text is None else text
    before, after = _context(code)
    try:
        ast.parse(before + code + after)
    except SyntaxError as error:
        line = (error.lineno or 1) - 1 - before.count("\n")
        column = max((error.offset or 1) - 1, 0)
        if line == 0:
            column -= len(before) - before.rfind("\n") - 1
        return _DETECTED.sub("", error.msg), max(line, 0), max(column, 0)
    except (RecursionError, MemoryError):
        return "too deeply nested", 0, 0
    except (ValueError, OverflowError) as error:
        return str(error), 0, 0
    if prints_to_file(code):
        return "print >> is a statement of Python 2", 0, 0
    return None


def repair_statement(statement: Statement, thorough: bool = True) -> bool:
    """Set ``statement.fixed`` to valid text, empty if need be; returns whether nothing was lost.

    ``thorough`` asks for completions as well.  Otherwise, only a rewrite from Python 2 is tried
    before the statement is reduced to what it binds or opens.
    """
    if len(statement.code) <= _LONG:
        rewritten = modernise(statement.code)
        if rewritten is not None and error_of(statement, rewritten) is None:
            statement.fixed = rewritten
            return True
        flat = flatten(rewritten or statement.code)
        if flat is not None and error_of(statement, flat) is None:
            statement.fixed = flat
            return False
    for text in _candidates(statement, thorough and len(statement.code) <= _LONG):
        if error_of(statement, text) is None:
            statement.fixed = text
            return False
    statement.fixed = ""
    return statement.code[:1] in "%!"


def _candidates(statement: Statement, thorough: bool) -> Iterator[str]:
    """Texts to try, from the one that keeps most to the one that keeps least."""
    found = _HEADER.match(statement.code)
    word = found.group().split()[-1] if found else ""
    soft = word in ("match", "case") and not _SOFT_HEADER.match(statement.code)
    if (word in HEADERS and not soft) or statement.code.rstrip().endswith(":"):
        if thorough:
            yield from _completed_headers(statement)
        yield from _reduced_headers(statement.code, word)
    elif thorough:
        yield from _completed(statement)
    yield from _reduced(statement.code)


def _completed_headers(statement: Statement) -> Iterator[str]:
    code = statement.code.rstrip()
    end = statement.quote + statement.closers
    bare = code.rstrip(":").rstrip()
    if bare.endswith(("(", "[", "{", "=")):
        if not code.startswith("def") or bare.endswith("="):
            yield bare + LOST + end + ":"
        return
    if end and not code.endswith(":"):
        yield code + end
    yield bare + end + ":"
    if not statement.quote:
        yield _UNFINISHED.sub("", bare) + end + ":"
        yield bare + " " + LOST + end + ":"
        yield _without_last(bare) + LOST + end + ":"


def _completed(statement: Statement) -> Iterator[str]:
    code = statement.code.rstrip()
    end = statement.quote + statement.closers
    if code.startswith(("from ", "import ")):
        yield code.rstrip(" ,.") + end
    elif end and not code.endswith(("(", "[", "{")):
        yield code + end
        if not statement.quote:
            yield _without_last(code) + LOST + end


def _without_last(code: str) -> str:
    """``code`` up to its last delimiter outside of strings."""
    found = _LAST_DELIMITER.search(mask(code))
    return code[: found.end()] if found else code


def _reduced_headers(code: str, word: str) -> Iterator[str]:
    prefix = "async " if code.startswith("async") and word in ("for", "with", "def") else ""
    if word == "def":
        name = re.match(r"(?:async\s+)?def\s+(\w+)", code)
        if name:
            yield name.group() + f"(*{LOST}, **_{LOST}):"
    elif word == "class":
        name = re.match(r"class\s+(\w+)", code)
        if name:
            yield name.group() + f"({LOST}):"
    elif word == "for":
        target = re.match(r"(?:async\s+)?for\s+.+?\s+in\b", code)
        if target:
            yield target.group() + f" {LOST}:"
    elif word == "with":
        target = re.search(r"\bas\s+([\w.]+)\s*:?\s*$", mask(code))
        if target:
            yield f"{prefix}with {LOST} as {target.group(1)}:"
    # Anything else that ends in a colon opens a block, which may or may not be run.
    yield prefix + _FALLBACK.get(word, _FALLBACK["if"])


def _reduced(code: str) -> Iterator[str]:
    """Reduce a simple statement to what it binds, or to its jump, with a lost value."""
    found = _KEYWORD_VALUE.match(code)
    if found:
        yield f"{found.group()} {LOST}"
        return
    masked = mask(code[:_LONG])
    depth = 0
    ends = []
    for index, character in enumerate(masked):
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "=" and depth <= 0 and masked[index + 1 : index + 2] != "=":
            if index and masked[index - 1] in "=!<>":
                continue
            ends.append(index + 1)
    for end in reversed(ends[:8]):
        yield f"{code[:end]} {LOST}"


def _context(text: str) -> tuple[str, str]:
    """The text to put around the statement so that it can be parsed alone."""
    word = first_word(text)
    after = " pass" if word in HEADERS and text.rstrip().endswith(":") else ""
    if word in ("elif", "else"):
        return "if 1: pass\n", after
    if word in ("except", "finally"):
        return "try: pass\n", after
    if word == "try" and after:
        return "", after + "\nfinally: pass"
    if word == "match" and after:
        return "", "\n case _: pass"
    if word == "case" and after:
        return "match 1:\n ", after
    if text.startswith("@"):
        return "", "\ndef f(): pass"
    return "", after
