"""A comparison as Markdown, for pull requests and issues."""

from __future__ import annotations

from scope_lsp.cli.console import Paint
from scope_lsp.cli.report.diff_text import sections_of
from scope_lsp.comparison.compare import Comparison
from scope_lsp.comparison.words import headline

_MOST = 50
"""The maximum number of rows in a table; the rest is counted."""


def diff(comparison: Comparison, paint: Paint) -> str:
    """Render a comparison."""
    sections = [f"**{_escaped(headline(comparison))}**\n"]
    for title, rows in sections_of(comparison):
        if len(rows[0]) == 1:
            items = "".join(f"- {_escaped(row[0])}\n" for row in rows)
            sections.append(f"{_escaped(title)}:\n\n{items}")
            continue
        columns = [number for number in range(len(rows[0])) if any(row[number] for row in rows)]
        lines = [
            "| " + " | ".join(_cell(row[number]) for number in columns) + " |"
            for row in rows[:_MOST]
        ]
        rule = "|" + " |" * len(columns)
        head = [rule, "|" + "---|" * len(columns)]
        more = [f"\nand {len(rows) - _MOST} more"] if len(rows) > _MOST else []
        sections.append("\n".join([f"{_escaped(title)}:\n", *head, *lines, *more]) + "\n")
    return "\n".join(sections)


def _cell(text: str) -> str:
    if not text or text == "->":
        return text.replace("->", "→")
    return f"`{text}`".replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("_", "\\_").replace("*", "\\*")
