"""One finished analysis as the server keeps it, moved along with the edits made since."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import replace

from scope_lsp.analysis.importing_programs import with_programs
from scope_lsp.features.edited_string import EditedString
from scope_lsp.features.edits_since import EditsSince, TextChange, moved
from scope_lsp.features.expected_names import Line, with_expected_names
from scope_lsp.features.view import Indexed
from scope_lsp.rules.rule import Finding
from scope_lsp.server.jobs import Outcome

logger = logging.getLogger(__name__)


class Result:
    """A finished analysis of one document and the edits made since its snapshot was taken."""

    def __init__(self, version: int | None) -> None:
        self.version = version
        """The document's version in the snapshot."""
        self.edits: dict[str, EditsSince] = {}
        self.source: Indexed | None = None
        self.findings: tuple[Finding, ...] = ()
        self.is_expected = False
        """Whether the names are those that the last edit will give, rather than analysed ones."""

    def take(self, outcome: Outcome) -> None:
        """Store what the analysis found."""
        self.source = Indexed(outcome.analysis)
        self.findings = outcome.findings

    def edited(self, path: str, edit: TextChange, string: EditedString | None, line: Line) -> None:
        """Take into account that a document was edited, perhaps inside a string.

        ``line`` is a line of a file as it is now.
        """
        edits = self.edits.setdefault(path, EditsSince())
        expected = None
        if string is not None and self.source is not None:
            try:
                expected = with_expected_names(
                    self.source.analysis, string, lambda span: moved(span, self.edits), line
                )
            except Exception:  # the edit counts in any case
                logger.exception("no names can be expected of %r", string)
        self.is_expected = expected is not None
        edits.add(replace(edit, stretches=self.is_expected))
        if expected is not None:
            self.source = Indexed(expected)

    def covers(self, path: str) -> bool:
        """Whether the analysis has read a file, looked for it, or listed its folder."""
        if self.source is None:
            return False
        files = self.source.analysis.files
        return path in files or os.path.dirname(path) in files


class Combined:
    """Several results combined: a document's own first, then those of importing programs."""

    def __init__(self, parts: Sequence[Result]) -> None:
        self._parts = tuple(parts)
        own, *others = [
            part.source.places.moved(part.edits) for part in parts if part.source is not None
        ]
        self.result = Result(parts[0].version)
        self.result.source = Indexed(with_programs(own, others))
        self.result.findings = parts[0].findings

    def shows(self, parts: Sequence[Result]) -> bool:
        """Whether it was made from exactly these."""
        return len(parts) == len(self._parts) and all(
            mine is theirs for mine, theirs in zip(self._parts, parts, strict=True)
        )
