"""A comparison for people: a summary in the first line, then the variables concerned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scope_lsp.analysis.result import Span
from scope_lsp.cli.console import Paint
from scope_lsp.cli.report.words import spelled_line, spelled_shape
from scope_lsp.comparison.compare import Comparison
from scope_lsp.comparison.renames import Pair
from scope_lsp.comparison.side import Item
from scope_lsp.comparison.words import cause, counted, headline

Row = tuple[str, ...]


def diff(comparison: Comparison, paint: Paint) -> str:
    """Render a comparison."""
    sections = [paint(headline(comparison), "bold") + "\n"]
    for title, rows in sections_of(comparison):
        sections.append(f"{title}:\n{_table(rows)}")
    return "\n".join(sections)


def sections_of(comparison: Comparison) -> list[tuple[str, list[Row]]]:
    """The sections, each with a title and a row per variable."""
    old, new = comparison.old.label, comparison.new.label
    found: list[tuple[str, list[Row]]] = []
    told: set[int] = set()
    for rename in comparison.causes:
        pairs = [pair for pair in rename.pairs if id(pair) not in told]
        told |= {id(pair) for pair in pairs}
        if pairs:
            found.append((f"Probably renamed, {cause(rename)}", _rows(pairs, _renamed)))
    for title, unlike, shown in (
        ("Other shape", comparison.other_shape, _shapes),
        ("Other dtype", comparison.other_dtype, _dtypes),
    ):
        if unlike:
            found.append((title, _rows(unlike, shown)))
    for label, items in ((old, comparison.only_old), (new, comparison.only_new)):
        if items:
            found.append((f"Only in {label}", _rows(items, _alone)))
    if comparison.doubtful:
        title = (
            "Possibly on one side only: the analysis is not certain that the program creates them"
        )
        found.append((title, _rows(comparison.doubtful, _alone)))
    notes: list[Row] = [
        (f"{counted(number)} of {label}",)
        for number, label in zip(comparison.folded, (old, new), strict=True)
        if number
    ]
    if notes:
        found.append(("Not compared without --slots: optimizer slots, averages, counters", notes))
    return found


def place(item: Item) -> str:
    """The line of code that creates a variable; empty for what a file holds."""
    return spelled_line(item.place) if isinstance(item.place, Span) else ""


def _rows(things: Iterable[object], shown: Callable[..., Row]) -> list[Row]:
    return [shown(thing) for thing in things]


def _renamed(pair: Pair) -> Row:
    one, other = pair
    return (one.name, "->", other.name, spelled_shape(_known(pair)), _places(pair))


def _shapes(pair: Pair) -> Row:
    one, other = pair
    return (_name(pair), spelled_shape(one.shape), "->", spelled_shape(other.shape), _places(pair))


def _dtypes(pair: Pair) -> Row:
    one, other = pair
    return (_name(pair), one.dtype or "?", "->", other.dtype or "?", _places(pair))


def _alone(item: Item) -> Row:
    return (item.name, spelled_shape(item.shape), item.dtype or "?", place(item))


def _name(pair: Pair) -> str:
    one, other = pair
    return one.name if one.name == other.name else f"{one.name} -> {other.name}"


def _known(pair: Pair) -> tuple[int | None, ...] | None:
    """The shape of the two that is known."""
    return pair[0].shape if pair[1].shape is None or pair[1].place else pair[1].shape


def _places(pair: Pair) -> str:
    return " -> ".join(filter(None, (place(pair[0]), place(pair[1]))))


def _table(rows: Sequence[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
