"""Fixes that give variables the names that they have in a checkpoint.

The pairs of names come from the comparison with the checkpoint.  One change may be written in
several strings, so all pairs that the changes explain become one fix.  A scope that was added or
dropped, rather than renamed, has no string to replace: ``scope-lsp diff --format map`` helps there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from scope_lsp.comparison.steps import Step as Change
from scope_lsp.comparison.steps import steps as changes_of
from scope_lsp.fixes.cause import Cause, Step
from scope_lsp.fixes.texts import File, arguments, strings_in
from scope_lsp.rules.rule import Edit, Fix

_PLACE = re.compile(r"(%d|%s|\{\w*\})\Z")
"""Where a string that is formatted has a number at the end of a part."""
_MOST = 2000
"""Only so many pairs are looked at; all variables of a scope say the same."""

Written = dict[tuple[str, int, int], tuple[File, ast.Constant, str]]
"""The strings to replace, by their places, and their new values."""


def checkpoint_mismatch(cause: Cause) -> Iterator[Fix]:
    """Write the checkpoint's names where the program has others."""
    found = [one for one in cause.analysis.mismatches if one.trace == cause.finding.trace]
    for mismatch in found:
        written: Written = {}
        makers = {
            event.whole or event.name.removesuffix(":0"): event.trace
            for event in reversed(cause.analysis.variables)
            if not event.reused
        }
        for held, wanted in mismatch.renamed[:_MOST]:
            chain = makers.get(wanted, ())
            for change in reversed(changes_of(held, wanted)):
                if change.old and change.new:
                    _write(change, cause.steps_of(chain)[::-1], written)
        edits = [file.string(node, value) for file, node, value in written.values()]
        plain = tuple(edit for edit in edits if edit is not None)
        if plain:
            yield Fix(f"Use the names of {mismatch.checkpoint}: {_told(plain)}", plain)


def _told(edits: Sequence[Edit]) -> str:
    """The new strings."""
    return ", ".join(dict.fromkeys(edit.text for edit in edits))


def _write(change: Change, chain: Sequence[Step | None], written: Written) -> None:
    """Note the innermost string of a chain of calls that has the new parts of a change."""
    for step in chain:
        for node in _strings(step) if step is not None else ():
            assert step is not None
            place = (step.file.path, node.lineno, node.col_offset)
            if place in written and written[place][1].value == node.value:
                before = written[place][2]
                value = _replaced(before, change)
                if value is not None:
                    written[place] = (step.file, node, value)
                elif _replaced(str(node.value), change) is None:
                    continue
                return
            value = _replaced(str(node.value), change)
            if value is not None:
                written[place] = (step.file, node, value)
                return


def _strings(step: Step) -> Iterator[ast.Constant]:
    """The strings of a call, of the scopes around it, and the defaults of its function."""
    for call in (step.call, *step.scopes()):
        for value in arguments(call):
            yield from strings_in(value)
    if step.function is not None:
        own = step.function.args
        for default in (*own.defaults, *own.kw_defaults):
            if isinstance(default, ast.Constant) and isinstance(default.value, str):
                yield default


def _replaced(text: str, change: Change) -> str | None:
    """A string with the old parts of a change instead of the new ones; None if it lacks them."""
    own = text.split("/")
    for at in range(len(own) - len(change.new), -1, -1):
        there = own[at : at + len(change.new)]
        old = _spelled(there, change)
        if old is not None:
            return "/".join([*own[:at], *old, *own[at + len(change.new) :]])
    return None


def _spelled(there: Sequence[str], change: Change) -> Sequence[str] | None:
    """The old parts, as a string spells them whose parts are ``there``."""
    if tuple(there) == change.new:
        return change.old
    place = _PLACE.search(there[0])
    if place is None or len(there) != 1 or len(change.old) != 1:
        return None
    stem = there[0][: place.start()]
    (old,), (new,) = change.old, change.new
    number = new.removeprefix(stem)
    if new.startswith(stem) and number.isdecimal() and old.endswith(number):
        return (f"{old.removesuffix(number)}{place[0]}",)
    return None
