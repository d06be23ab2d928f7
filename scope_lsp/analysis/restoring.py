"""Compares a finished analysis with the checkpoints that it should fit.

These are the checkpoints that the settings name for the program, and those from which the program
restores, if the path is known and the file exists.  No other part of the analysis reads them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from scope_lsp.analysis.result import Analysis, Certainty, Kept, Mismatch, Restore, VariableEvent
from scope_lsp.analysis.weights import held_by, items_of
from scope_lsp.checkpoints.contents import Contents
from scope_lsp.comparison.compare import Comparison, compare
from scope_lsp.comparison.side import Item, Side, shapes_agree
from scope_lsp.comparison.words import cause
from scope_lsp.resolve.checkpoint_files import NotReadable, files_of, read_saved

Read = Callable[[str], Contents]


def judge(
    analysis: Analysis,
    checkpoints: Mapping[str, str],
    roots: Sequence[str] = (),
    read: Read = read_saved,
) -> Analysis:
    """Return the analysis, with what the checkpoints have of its variables, and what they lack.

    ``checkpoints`` is the setting with that name.  ``folders`` are those from which a relative path
    in the program may start.  A file that is missing or unreadable is ignored.
    """
    paths = [path for glob, path in checkpoints.items() if fnmatchcase(analysis.path, glob)]
    if not paths and not analysis.restores:
        return analysis
    kept: list[Kept] = []
    mismatches: list[Mismatch] = []
    files = set(analysis.files)
    for path in paths:
        files.update(files_of(path))
        try:
            contents = read(path)
        except NotReadable:
            continue
        found, wrong = _of_program(analysis, _label(path, roots), contents)
        kept += found
        mismatches += wrong
    for restore in analysis.restores:
        held = _found(restore.path, analysis.path, roots, read, files)
        if held is not None:
            mismatches += _of_restore(restore, held)
    return replace(analysis, kept=tuple(kept), mismatches=tuple(mismatches), files=frozenset(files))


def _found(
    path: str, program: str, roots: Sequence[str], read: Read, files: set[str]
) -> Contents | None:
    """Return the checkpoint from which the program restores, if it is in one of the folders."""
    folders = [os.path.dirname(program), *roots]
    for whole in dict.fromkeys(os.path.normpath(os.path.join(folder, path)) for folder in folders):
        files.update(files_of(whole))
        try:
            return read(whole)
        except NotReadable:
            continue
    return None


def _label(path: str, roots: Iterable[str]) -> str:
    """Spell the path of a checkpoint, relative to the root that contains it."""
    for root in roots:
        inside = os.path.join(root, "")
        if path.startswith(inside):
            return path[len(inside) :]
    return path


def _of_program(
    analysis: Analysis, label: str, contents: Contents
) -> tuple[list[Kept], list[Mismatch]]:
    items, symbolic = items_of(analysis.variables)
    program = Side(analysis.path, "program", tuple(items), tuple(symbolic))
    comparison = compare(held_by(label, contents), program)
    kept = [_kept(label, one, other, fits=True) for one, other in comparison.same]
    kept += [_kept(label, one, other, fits=False) for one, other in comparison.renamed]
    kept += [
        _kept(label, one, other, fits=False)
        for one, other in comparison.other_shape
        if one.name == other.name
    ]
    kept += [Kept(item.name, label, None, None, None, fits=False) for item in comparison.only_new]
    wrong = {one.variable for one in kept if not one.fits}
    made: dict[object, list[VariableEvent]] = {}
    for event in analysis.variables:
        name = event.whole or event.name.removesuffix(":0")
        own = event.uncalled is None and not event.after_error and not event.reused
        if own and name in wrong and event.certainty is Certainty.DEFINITE:
            made.setdefault(event.span, []).append(event)
    return kept, [_mismatch(label, events, comparison) for events in made.values()]


def _kept(label: str, held: Item, wanted: Item, fits: bool) -> Kept:
    return Kept(wanted.name, label, held.saved_as, held.shape, held.dtype, fits)


def _mismatch(label: str, events: list[VariableEvent], comparison: Comparison) -> Mismatch:
    """Return what a checkpoint lacks of the variables that one call creates."""
    names = dict.fromkeys(event.whole or event.name.removesuffix(":0") for event in events)
    unlike = {
        other.name: (other.name, other.shape, one.shape)
        for one, other in comparison.other_shape
        if one.name == other.name
    }
    return Mismatch(
        label,
        events[0].trace,
        Certainty.DEFINITE,
        tuple(name for name in names if name not in unlike),
        tuple(unlike[name] for name in names if name in unlike),
        *_explained(comparison, names),
        restores=False,
    )


def _explained(
    comparison: Comparison, names: Iterable[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The renames that concern some of the names: in words, and all pairs that they explain."""
    concerned = set(names)
    causes = [
        rename
        for rename in comparison.causes
        if any(other.name in concerned for _, other in rename.pairs)
    ]
    pairs = {(one.name, other.name) for rename in causes for one, other in rename.pairs}
    return "; ".join(map(cause, causes)), tuple(sorted(pairs))


def _of_restore(restore: Restore, contents: Contents) -> list[Mismatch]:
    """Return what a restoring call asks for in vain; it need not restore the whole checkpoint."""
    held = held_by(restore.path, contents)
    keys = {tensor.key: tensor for tensor in contents.tensors}
    objects = any(item.key for item in held.items)
    if objects:  # a Saver also finds the variables of such a checkpoint by name
        keys |= {tensor.variable: tensor for tensor in contents.tensors}
    lacks = [key for key, _, _ in restore.wanted if key not in keys]
    unlike = [
        (key, shape, keys[key].shape)
        for key, _, shape in restore.wanted
        if key in keys and not shapes_agree(shape, keys[key].shape)
    ]
    if not lacks and not unlike:
        return []
    # Without a shape, a similar name is only a guess.
    wanted = tuple(Item(key, shape) for key, _, shape in restore.wanted if shape is not None)
    comparison = compare(held, Side("", "program", wanted))
    return [
        Mismatch(
            restore.path,
            restore.trace,
            restore.certainty,
            tuple(lacks),
            tuple(unlike),
            *_explained(comparison, lacks),
            restores=True,
        )
    ]
