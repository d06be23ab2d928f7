"""Completion inside strings that name variables, scopes, ops and tensors of the graph.

It completes nothing else: code is for other servers.  The meaning of a string is read from the few
lines before it, because text that is being typed rarely parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from scope_lsp.features.view import View

TRIGGERS = ('"', "'", "/")
_LINES_BEFORE = 20
"""The number of lines before, on which the call with the string may begin."""
_MOST = 500

_OPEN_STRING = re.compile(r"""(?P<quote>["'])(?P<text>[^"'\n]*)\Z""")
_RUN = r"\b\w*sess(?:ion)?\d*\.run\s*\("
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"{before}\s*\Z"), kinds)
    for before, kinds in (
        (r"\bget_tensor_by_name\s*\((?:\s*name\s*=)?", "tensors"),
        (r"\bget_operation_by_name\s*\((?:\s*name\s*=)?", "ops"),
        (r"\bas_graph_element\s*\(", "tensors ops"),
        (_RUN + r"(?:\s*fetches\s*=)?(?:\s*\[(?:[^\[\]]*,)?)?", "tensors ops"),
        (r"\bfeed_dict\s*=\s*\{(?:[^{}]*,)?", "tensors"),
        (r"\bget_collection\s*\([^()]*,", "scopes"),
        (r"\b(?:get_collection|\w*_variables|get_variables\w*)\s*\([^()]*\bscope\s*=", "scopes"),
        (r"\b(?:trainable|global|local|model)_variables\s*\(", "scopes"),
        (r"\bget_variables\s*\(", "scopes"),
        (r"\bget_(?:variables|model_variables)\w*_by_(?:name|suffix)\s*\(", "leaves"),
        (r"\b(?:include|exclude)\s*=\s*\[[^\]]*", "scopes variables"),
        (r"\bSaver\s*\((?:\s*var_list\s*=)?\s*\{(?:[^{}]*,)?", "variables"),
        (r"\binit_from_checkpoint\s*\([^{}]*\{[^{}]*:", "variables scopes"),
        (r"\.name\.startswith\s*\(\s*\(?", "scopes variables"),
        (r"\.name\s*[!=]=", "tensors"),
    )
)
"""What may precede a string, and what the string then names."""


def completion(view: View, position: types.Position, line: str) -> types.CompletionList | None:
    """The names that match at a position; ``line`` is the text of its line."""
    number, column = view.point(position)
    before = line[: column - 1]
    string = _OPEN_STRING.search(before)
    if string is None:
        return None
    first = max(number - _LINES_BEFORE, 1)
    above = [view.convert.line(view.path, n) or "" for n in range(first, number)]
    kinds = _kinds("\n".join([*above, before[: string.start()]]))
    if kinds is None:
        return None
    start = view.convert.position(view.path, number, string.start("text") + 1)
    typed = string["text"].lower()
    items = []
    for name, kind, detail in _candidates(view, kinds):
        if typed in name.lower():
            edit = types.TextEdit(types.Range(start, position), name)
            items.append(types.CompletionItem(name, kind=kind, detail=detail, text_edit=edit))
    return types.CompletionList(is_incomplete=len(items) > _MOST, items=items[:_MOST])


def _kinds(before: str) -> str | None:
    for place, kinds in _PLACES:
        if place.search(before):
            return kinds
    return None


def _candidates(view: View, kinds: str) -> Iterator[tuple[str, types.CompletionItemKind, str]]:
    """Names without repetition: scopes first, then variables, then ops."""
    seen: set[str] = set()
    for name, kind, detail in _all(view, kinds.split()):
        if name not in seen and "{" not in name:
            seen.add(name)
            yield name, kind, detail


def _all(view: View, kinds: list[str]) -> Iterator[tuple[str, types.CompletionItemKind, str]]:
    analysis = view.source.analysis
    variable, scope = types.CompletionItemKind.Variable, types.CompletionItemKind.Module
    operation = types.CompletionItemKind.Function
    names = [event.name.rpartition(":")[0] for event in analysis.variables]
    if "scopes" in kinds:
        for name in names:
            for index, letter in enumerate(name):
                if letter == "/":
                    yield name[: index + 1], scope, "scope"
    if "leaves" in kinds:
        for name in names:
            yield name.rpartition("/")[2], variable, "variable"
    if "variables" in kinds:
        for name in names:
            yield name, variable, "variable"
    if "tensors" in kinds:
        for name in names:
            yield f"{name}:0", variable, "variable"
        for name in analysis.ops:
            yield f"{name}:0", operation, "tensor"
    if "ops" in kinds:
        for name in (*names, *analysis.ops):
            yield name, operation, "op"
