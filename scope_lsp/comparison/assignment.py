"""A map of names as Python code: the argument of ``tf.train.init_from_checkpoint``."""

from __future__ import annotations

from collections.abc import Iterable

from scope_lsp.comparison.renames import Pair


def assignment_map(pairs: Iterable[Pair]) -> str:
    """Render pairs of a name in the checkpoint and a variable of the program.

    ``init_from_checkpoint`` finds variables of ``get_variable`` only.  The others are comments.
    """
    found = sorted(pairs, key=lambda pair: pair[1].name)
    lines = [f"    {one.saved_as!r}: {other.name!r},\n" for one, other in found if other.stored]
    others = [pair for pair in found if not pair[1].stored]
    if others:
        lines.append("    # Made by tf.Variable, which has no place among get_variable's names:\n")
        lines += [f"    # {one.saved_as!r}: the variable {other.name},\n" for one, other in others]
    return f"{{\n{''.join(lines)}}}\n"
