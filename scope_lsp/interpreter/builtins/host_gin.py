"""Parses gin's configuration language into statements; part of ``_scope_lsp_host``.

The model of gin defines what a statement means.  A text that does not parse is unknown as a whole.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.builtins.common import absorb, from_host
from scope_lsp.interpreter.values import Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAXIMUM_TEXT = 200_000
"""Characters."""
REFERENCE = "gin reference"
MACRO = "gin macro"

_KEY = re.compile(r"([\w./]+?)(?:\.(\w+))?\Z")


class _Malformed(Exception):
    pass


def gin_statements(interp: Interpreter, text: Value) -> Value:
    """The statements of a text that is known, each a tuple.

    ``("import", module)``, ``("include", path)`` and ``("bind", scope, selector, parameter,
    value)``; a macro is bound without a parameter.  References in values are tuples ``("gin
    reference", scope, selector, called)`` and ``("gin macro", name)``.
    """
    if not isinstance(text, str) or len(text) > MAXIMUM_TEXT:
        return absorb("a gin configuration that is not known", text)
    try:
        return from_host([_statement(line) for line in _logical_lines(text)])
    except (_Malformed, SyntaxError, ValueError, tokenize.TokenError, *_TOO_DEEP):
        return Unknown("a gin configuration that does not parse")


Token = tuple[int, str]


def _logical_lines(text: str) -> Iterator[list[Token]]:
    """The tokens of each statement; the tokenizer ignores newlines inside brackets."""
    line: list[Token] = []
    block: list[Token] = []
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(text + "\n").readline):
        if token.type == tokenize.INDENT:
            depth += 1
        elif token.type == tokenize.DEDENT:
            depth -= 1
            block = block if depth else []
        elif token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            if line and line[-1][1] == ":":
                block = line[:-1]  # what follows is indented: one parameter per line
            elif line:
                yield [*block, (tokenize.OP, "."), *line] if depth and block else line
            line = []
        elif token.type not in (tokenize.COMMENT, tokenize.NL):
            line.append((token.type, token.string))


def _statement(tokens: list[Token]) -> tuple[object, ...]:
    words = [word for _, word in tokens]
    if words[0] == "import":
        return ("import", "".join(words[1:]))
    if words[0] == "from" and "import" in words:
        at = words.index("import")
        return ("import", "".join([*words[1:at], ".", words[at + 1]]))
    if words[0] == "include":
        return ("include", ast.literal_eval(words[1]))
    if "=" not in words:
        raise _Malformed
    at = words.index("=")
    scope, selector, parameter = _split("".join(words[:at]))
    return ("bind", scope, selector, parameter, _value(tokens[at + 1 :]))


def _split(key: str) -> tuple[str, str, str | None]:
    """``a/b/module.function.parameter`` as scope, selector, parameter."""
    scope, _, last = key.rpartition("/")
    match = _KEY.match(last)
    if match is None:
        raise _Malformed
    return scope, match[1], match[2]


def _value(tokens: list[Token]) -> object:
    """A Python literal that may contain references and macros."""
    code: list[str] = []
    at = 0
    while at < len(tokens):
        kind, word = tokens[at]
        at += 1
        if word in ("@", "%") and at < len(tokens):
            name = ""
            while at < len(tokens) and (
                tokens[at][0] == tokenize.NAME or tokens[at][1] in ("/", ".")
            ):
                name += tokens[at][1]
                at += 1
            called = [one for _, one in tokens[at : at + 2]] == ["(", ")"]
            at += 2 * called
            code.append(f"{'reference' if word == '@' else 'macro'}({name!r}, {called})")
        elif kind == tokenize.NAME and word not in ("True", "False", "None"):
            raise _Malformed
        else:
            code.append(word)
    return _literal(ast.parse(" ".join(code).strip(), mode="eval").body)


_TOO_DEEP = (RecursionError, MemoryError)
"""What Python's parser raises."""


def _literal(node: ast.expr) -> object:
    if isinstance(node, (ast.List, ast.Tuple)):
        items = [_literal(item) for item in node.elts]
        return items if isinstance(node, ast.List) else tuple(items)
    if isinstance(node, ast.Dict):
        keys = [_literal(key) for key in node.keys if key is not None]
        return dict(zip(keys, map(_literal, node.values), strict=True))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        name, called = (ast.literal_eval(arg) for arg in node.args)
        if node.func.id == "macro":
            return (MACRO, name)
        scope, _, selector = name.rpartition("/")
        return (REFERENCE, scope, selector, called)
    return ast.literal_eval(node)
