"""The strings with which a condition compares names: ``v.name in NAMES``, ``v.name.startswith(A)``.

Names in a list that no variable has are slips, of which the filter says nothing.  Only what the
condition spells out, or what a plain Python name holds, is looked at.  Nothing of the program is
evaluated again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from scope_lsp.analysis.convert import Converter
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import Value
from scope_lsp.naming.name import is_symbolic

_ALIKE = 0.9
"""How similar a name must be to that of a variable: lists also name what other programs have."""
_DIGITS = re.compile(r"\d+")


def misspelt(
    frame: Frame, test: ast.expr, names: Iterable[str], existing: Iterable[str], convert: Converter
) -> Iterator[tuple[str, str]]:
    """The names in the list of a condition that must be slips, each with the name that was meant.

    ``names`` are those of the ops of the variables that were looked at, ``existing`` those of all
    variables.  A name that is in the list itself was not meant, nor one that only differs in a
    number.
    """
    found = _condition(test)
    if found is None:
        return
    on_ops, list_of = found
    listed = convert.inward(_held(frame, list_of))
    if not isinstance(listed, list | tuple | set | frozenset | dict):
        return
    texts = [one for one in listed if isinstance(one, str) and not is_symbolic(one)]
    if not texts or len(texts) != len(listed):
        return
    end = "" if on_ops else ":0"
    there = {f"{name}{end}" for name in existing}
    free = [f"{name}{end}" for name in names if f"{name}{end}" not in texts]
    for text in dict.fromkeys(texts):
        if text in there:
            continue
        others = [one for one in free if _DIGITS.sub("", one) != _DIGITS.sub("", text)]
        for meant in get_close_matches(text, others, n=1, cutoff=_ALIKE):
            yield text, meant


def beginning(frame: Frame, test: ast.expr) -> str | None:
    """The string of ``v.name.startswith(...)``; None for other conditions, or if it is unknown."""
    if not isinstance(test, ast.Call) or len(test.args) != 1 or test.keywords:
        return None
    method, argument = test.func, test.args[0]
    if not isinstance(method, ast.Attribute) or method.attr != "startswith":
        return None
    if not isinstance(method.value, ast.Attribute) or method.value.attr != "name":
        return None
    text = argument.value if isinstance(argument, ast.Constant) else _held(frame, argument)
    return text if isinstance(text, str) and not is_symbolic(text) else None


def _condition(test: ast.expr) -> tuple[bool, ast.expr] | None:
    """Whether a condition compares the names of ops, and the list; None for other conditions."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    left, operator, right = test.left, test.ops[0], test.comparators[0]
    if not isinstance(operator, ast.In | ast.NotIn):
        return None
    if not isinstance(left, ast.Attribute) or left.attr != "name":
        return None
    return isinstance(left.value, ast.Attribute) and left.value.attr == "op", right


def _held(frame: Frame, node: ast.expr) -> Value:
    """The value of a plain name or of a list of constants; None for others."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        texts = [one.value for one in node.elts if isinstance(one, ast.Constant)]
        return tuple(texts) if len(texts) == len(node.elts) else None
    if not isinstance(node, ast.Name):
        return None
    inner: Frame | None = frame
    while inner is not None:
        if node.id in inner.names:
            return inner.names[node.id]
        inner = inner.closure
    return frame.module.names.get(node.id)
