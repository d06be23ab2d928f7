"""A run that can be continued from where it is, with another text of an edited part.

``analyze`` is given the ``Pauses`` of the file that is being edited.  The run stops when it first
looks at an edited part.  Whoever made the ``Pauses`` then copies the process; each copy may go on
with another text.  All that happened before the part was looked at is as if it had been run with
that text, because what was read of the file so far is the same in both (``may_continue``).

This knows nothing about processes: ``server.paused_runs`` has them.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from scope_lsp.analysis.mode import evidence
from scope_lsp.interpreter.awaited import Facts
from scope_lsp.interpreter.failures import fills_itself
from scope_lsp.resolve.reach import signs
from scope_lsp.syntax.edited import Lines, Part, changed_lines, is_ordinary, keep, parts_of
from scope_lsp.syntax.source import split_lines


@dataclass(frozen=True, slots=True)
class Edit:
    """One part of a file, in its first text."""

    path: str
    text: str
    part: Part

    def may_continue(self, text: str) -> bool:
        """Whether a run that has not looked at the part may be continued with a text."""
        if text == self.text:
            return True
        old, new = split_lines(self.text), split_lines(text)
        changed = changed_lines(old, new)
        if changed is None or not self.part.lines.hold(changed):
            return False
        found = self.part.parsed(new) if is_ordinary(text) else None
        if found is None:
            return False
        inside = slice(changed.first - 1, changed.last)
        pieces = "\n".join(old[inside]), "\n".join(new[inside])
        if not _is_dull(*pieces) and _premises(self.text) != _premises(text):
            return False
        if self.part.is_body:
            return True
        before, after = Facts.of(self.part.siblings[self.part.index]), Facts.of(found[0])
        return before == after and not after.yields

    def is_about(self, text: str) -> bool:
        """Whether another text differs in this part only, even if it is broken there."""
        old, new = split_lines(self.text), split_lines(text)
        changed = changed_lines(old, new)
        return old == new if changed is None else self.part.lines.hold(changed)


def _premises(text: str) -> tuple[object, ...]:
    """What is decided from the whole text of a file, before or while other parts of it run."""
    words = [word in text for word in ("sys.argv", "sys.modules", "__all__")]
    return evidence(text), signs(text), fills_itself(text), *words


_WORDS = re.compile(r"[\w.]+")
_TELLING = re.compile(
    r"tensorflow|keras|import|exec|eval|run|load|file|path|__|argv|modules|vars|globals|locals"
    r"|setattr|spec_from|Finder|Loader|pydoc|addsitedir",
    re.IGNORECASE,
)
"""Parts of all words for which the premises look, besides names with dots."""


def _is_dull(old: str, new: str) -> bool:
    """Whether all premises are certainly the same, although these lines differ."""
    changed = set(_WORDS.findall(old)) ^ set(_WORDS.findall(new))
    if any("." in word for word in changed):
        return False
    return _TELLING.search(old) is None and _TELLING.search(new) is None


WORTHWHILE = 0.05
"""Seconds of processor time that a pause must save: copying a process costs a part of that."""

Pause = Callable[[Edit], str | None]
"""Stops at an edited part: returns None to go on with its first text, or another text."""


@dataclass(slots=True)
class Pauses:
    """The parts of a file before which a run is paused, and whether it goes on with new text."""

    path: str
    tree: ast.Module
    edits: list[Edit]
    pause: Pause
    take: Callable[[str, str], None] = field(default=lambda path, text: None)
    """Told the path and the text with which this run goes on, before it looks at anything."""
    is_active: bool = False
    is_continued: bool = False
    """Whether this is a copy that goes on with another text."""
    _since: float = 0.0
    """The thread's processor time when the run began, or was paused last."""

    @classmethod
    def at(cls, path: str, text: str, lines: Lines, pause: Pause) -> Pauses | None:
        """Pause before the parts of a text that hold some lines; None if there are none."""
        found = parts_of(path, text, lines)
        if found is None:
            return None
        tree, parts = found
        return cls(path, tree, [Edit(path, text, part) for part in parts], pause)

    def begin(self, take: Callable[[str, str], None]) -> None:
        """Let the next run of this text pause."""
        self.take = take
        self.is_active = True
        self._since = time.thread_time()
        for edit in reversed(self.edits):  # the statement, before the body that contains it
            edit.part.await_it(lambda first, edit=edit: self._look(edit, first))  # type: ignore[misc]
        keep(self.path, self.edits[0].text, self.tree)

    def end(self) -> None:
        """The run is over: look at what it never looked at."""
        for edit in self.edits:
            edit.part.look()

    def stop(self) -> None:
        """Pause no more."""
        self.is_active = False

    def _look(self, edit: Edit, first: list[ast.stmt]) -> list[ast.stmt]:
        now = time.thread_time()
        if not self.is_active or now - self._since < WORTHWHILE:
            return first
        self._since = now
        text = self.pause(edit)
        if text is None:
            return first
        self.is_active = False
        self.is_continued = True
        self.take(self.path, text)
        keep(self.path, text, self.tree)
        statements = edit.part.parsed(split_lines(text))
        assert statements is not None
        edit.part.replaced_by(statements)
        return statements
