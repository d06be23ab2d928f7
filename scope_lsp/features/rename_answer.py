"""What a rename means for the checkpoints that were saved before it: new names, and the map.

The edits are ``rename``'s.  A rename that no variable's name depends on is said to be harmless.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsprotocol import types

from scope_lsp.analysis.result import Analysis
from scope_lsp.analysis.weights import items_of
from scope_lsp.comparison.assignment import assignment_map
from scope_lsp.comparison.renames import Pair
from scope_lsp.comparison.slots import is_extra
from scope_lsp.comparison.words import counted
from scope_lsp.features.fold import fold
from scope_lsp.features.view import View

SHOW_MAP = "scopeLsp.showMap"
"""The server's command: show and return the map of the last rename."""
SHOW = "Show the assignment map of the rename"
"""The code action that runs it, at the new name."""
COPY_MAP = "Copy Assignment Map"
"""The button of the message, for clients that can copy a text."""
_MOST = 3
"""Only so many patterns of names are listed."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The saved variables of one program, each with its names before and after."""

    program: str
    weights: tuple[Pair, ...]
    symbolic: tuple[Pair, ...] = ()
    """Weights with unknown parts in their names."""
    extras: tuple[Pair, ...] = ()
    """Slots and counters of optimizers."""

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The weights with another name than before."""
        return _changed((*self.weights, *self.symbolic))


def _changed(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple((one, other) for one, other in pairs if one.name != other.name)


def effects(programs: Sequence[tuple[Analysis, Analysis]]) -> list[Effect]:
    """Compare analyses that have the same variables in the same order, under other names.

    What functions create that nothing calls counts only if the programs create nothing.
    """
    found = [_effect(before, after, frozenset()) for before, after in programs]
    if not any(one.weights or one.symbolic for one in found):
        for index, (before, after) in enumerate(programs):
            called = frozenset(one.uncalled for one in before.variables if one.uncalled is not None)
            found[index] = _effect(before, after, called)
    return found


def _effect(before: Analysis, after: Analysis, called: frozenset[str]) -> Effect:
    (olds, old_symbolic), (news, new_symbolic) = (
        items_of(one.variables, called) for one in (before, after)
    )
    names = {item.name: item for item in olds}
    pairs = list(zip(olds, news, strict=True))
    return Effect(
        before.path,
        tuple(pair for pair in pairs if not is_extra(pair[0], names)),
        tuple(zip(old_symbolic, new_symbolic, strict=True)),
        tuple(pair for pair in pairs if is_extra(pair[0], names)),
    )


def message(found: Sequence[Effect], copies: bool) -> str:
    """Which names change, as sentences; ``copies``: the client shows a button for the map."""
    changed = dict.fromkeys((one.name, other.name) for each in found for one, other in each.changed)
    extras = {
        (one.name, other.name) for each in found for one, other in _changed(each.extras)
    } - changed.keys()
    if not changed and not extras:
        return "scope-lsp: no variable gets another name. Older checkpoints still fit."
    pairs = list(changed) or sorted(extras)
    what = counted(len(pairs)) if changed else f"{counted(len(pairs), 'slot')} of optimizers"
    verb = "gets another name" if len(pairs) == 1 else "get other names"
    more = f", with {counted(len(extras), 'slot')} of optimizers" if changed and extras else ""
    text = (
        f"scope-lsp: {what} {verb}{more}: {_folded(old for old, _ in pairs)} → "
        f"{_folded(new for _, new in pairs)}. Older checkpoints have the old names."
    )
    if copies:
        return text
    return f"{text} A code action at the new name shows the map that restores them."


def map_action(view: View, wanted: types.Range, new: str) -> types.CodeAction | None:
    """The action that shows the map of the last rename, where a string has the new name."""
    part = re.compile(rf"[\"'/]{re.escape(new)}(?:[\"'/:]|_\d)")
    lines = view.text(view.path).split("\n")[wanted.start.line : wanted.end.line + 1]
    if not any(map(part.search, lines)):
        return None
    return types.CodeAction(
        SHOW, types.CodeActionKind.RefactorRewrite, command=types.Command(SHOW, SHOW_MAP)
    )


def _folded(names: Iterable[str]) -> str:
    patterns = [one.text for one in fold(names)]
    if len(patterns) > _MOST:
        return f"{', '.join(patterns[:_MOST])} and {len(patterns) - _MOST} more"
    return ", ".join(patterns)


def old_checkpoint_map(found: Sequence[Effect]) -> str:
    """The assignment map of each program whose names change; empty if there is none."""
    texts = []
    for each in found:
        if each.changed:
            program = os.path.basename(each.program)
            text = f"# {program}: restores a checkpoint from before the rename.\n"
            unknown = ", ".join(other.name for _, other in _changed(each.symbolic))
            if unknown:
                text += f"# Names with unknown parts, left out: {unknown}\n"
            texts.append(text + assignment_map(each.weights))
    return "\n".join(texts)
