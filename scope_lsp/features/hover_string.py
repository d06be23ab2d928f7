"""Hover of a string that names several things, or selects some of them.

For a filter, it lists what matches and what nearly matches, because most mistakes are a single
letter or slash.
"""

from __future__ import annotations

from collections.abc import Iterable

from scope_lsp.features.fold import fold
from scope_lsp.features.named import Named
from scope_lsp.features.page import Page

_MOST = 12
"""The maximum number of lines in a list."""


def tell_string(page: Page, told: Named) -> None:
    """Describe what a string matches, opens or selects."""
    name = page.strong(told.string.text)
    matched = told.names
    if told.among:
        variables = "variable" if told.among == 1 else "variables"
        page.paragraph(f"{name} matches {len(matched)} of {told.among} {variables}")
    elif matched:
        page.paragraph(f"{name} · {len(matched)} variables")
    elif told.op is not None:
        page.paragraph(f"{name} · an op of the graph")
    elif told.scopes:
        page.paragraph(f"{name} · a scope without variables")
    else:
        page.paragraph(f"{name} · nothing has this name")
    page.items(_folded(page, matched), "It matches:" if told.among else "Variables:")
    page.items(_folded(page, told.near), "It nearly matches:")
    page.items(dict.fromkeys(page.link(scope.span) for scope in told.scopes), "Opened at:")


def _folded(page: Page, names: Iterable[str]) -> Iterable[str]:
    patterns = [page.code(pattern.text) for pattern in fold(names)]
    return patterns if len(patterns) <= _MOST else [*patterns[:_MOST], "and more"]
