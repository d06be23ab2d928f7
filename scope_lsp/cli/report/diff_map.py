"""A comparison as Python code that restores what it can, or as a table for porting a model."""

from __future__ import annotations

from collections.abc import Iterable

from scope_lsp.cli.report.words import spelled_shape
from scope_lsp.comparison.assignment import assignment_map
from scope_lsp.comparison.compare import Comparison
from scope_lsp.comparison.porting import hint
from scope_lsp.comparison.renames import Pair
from scope_lsp.comparison.side import Item
from scope_lsp.comparison.words import counted, headline


def diff(comparison: Comparison, use: str) -> str:
    """Render the matching pairs, keyed by the names in the old side, for one of the uses."""
    pairs = sorted(comparison.matched(), key=lambda pair: pair[1].name)
    return {"init": _init, "saver": _saver, "torch": _torch}[use](comparison, pairs)


def _init(comparison: Comparison, pairs: list[Pair]) -> str:
    """The argument of ``tf.train.init_from_checkpoint``."""
    return _comments(comparison) + assignment_map(pairs)


def _saver(comparison: Comparison, pairs: list[Pair]) -> str:
    """The argument of ``tf.train.Saver``: names in the checkpoint, and variables of the graph."""
    lines = [f"    {one.saved_as!r}: {_variable(other)},\n" for one, other in pairs]
    return (
        f"{_comments(comparison)}variables = {{v.op.name: v for v in tf.global_variables()}}\n"
        f"var_list = {{\n{''.join(lines)}}}\n"
    )


def _variable(item: Item) -> str:
    if not item.parts:
        return f"variables[{item.name!r}]"
    return "[" + ", ".join(f"variables[{part!r}]" for part in item.parts) + "]"


def _torch(comparison: Comparison, pairs: list[Pair]) -> str:
    """A table: name in the checkpoint, name in the program, shape, and how to permute the axes."""
    rows = [("checkpoint", "program", "shape", "permute", "note")]
    for one, other in pairs:
        shape = one.shape if one.shape is not None else other.shape
        axes, note = hint(other.name, shape)
        rows.append((one.saved_as, other.name, spelled_shape(shape), axes, note))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return _comments(comparison) + "".join(f"{line}\n" for line in lines)


def _comments(comparison: Comparison) -> str:
    """What the map is, and what it leaves out."""
    lines = [headline(comparison)]
    unlike = [other for _, other in comparison.other_shape]
    lines += _left_out("with another shape, left out", unlike)
    lines += _left_out(f"only in {comparison.new.label}, left out", comparison.only_new)
    return "".join(f"# {line}\n" for line in lines)


def _left_out(why: str, items: Iterable[Item]) -> list[str]:
    names = [item.name for item in items]
    if not names:
        return []
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return [f"{counted(len(names))} {why}: {', '.join(names[:10])}{more}"]
