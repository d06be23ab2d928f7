"""The state of the server: open documents, the newest analysis of each, settings, folders.

All of it changes only on the server's loop.  Requests get a ``View``.  Of the protocol's messages,
only documents and positions are known here.
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import replace

from lsprotocol import types

from scope_lsp.analysis.result import Analysis
from scope_lsp.features.positions import PositionConverter
from scope_lsp.features.uris import is_file, path_of, uri_of
from scope_lsp.features.view import Indexed, View
from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.pyproject import NAME as PYPROJECT
from scope_lsp.rules.rule import Finding
from scope_lsp.server.closed_files import ClosedFiles
from scope_lsp.server.document_settings import DocumentSettings
from scope_lsp.server.documents import Document, Documents, content, split_lines
from scope_lsp.server.fixing import Fixer
from scope_lsp.server.importing_programs import ImportingPrograms, is_in
from scope_lsp.server.jobs import Job, Outcome, Search, Survey
from scope_lsp.server.notices import Notices
from scope_lsp.server.result import Combined, Result
from scope_lsp.server.scheduler import Scheduler
from scope_lsp.server.supervisor import AnalysisFailed, OnFound, Supervisor, WorkerLost
from scope_lsp.settings import Settings

BACKGROUND = 10
"""Niceness of the background's process."""
WHOLE = "workspace"
"""The value of the setting ``diagnostics.mode`` for closed files too."""
_FILES = 64
"""The number of closed files that are kept for converting columns."""

logger = logging.getLogger(__name__)


class Session:
    """All mutable state of one client's connection."""

    def __init__(
        self,
        supervisor: Supervisor,
        on_result: Callable[[str], None],
        on_closed: Callable[[set[str]], None],
        on_early: Callable[[str], None],
        notices: Notices,
    ) -> None:
        self.documents = Documents()
        self.cells: dict[str, tuple[tuple[int, int], ...]] = {}
        """The first and the last line of each cell of the open notebooks, by path."""
        self.encoding: str = types.PositionEncodingKind.Utf16
        self.configuration = DocumentSettings()
        self.supervisor = supervisor
        self.scheduler = Scheduler(self._analyse)
        self.results: dict[str, Result] = {}
        self.early: dict[str, Result] = {}
        """What the first analysis of a document has found so far, while it runs."""
        self.importing = ImportingPrograms(
            supervisor.sibling(BACKGROUND),
            self._search,
            self._program_job,
            lambda path: self.documents.get(path) is not None,
            self._has_waiting,
            self._found_context,
            notices,
        )
        self.closed = ClosedFiles(
            supervisor.sibling(BACKGROUND),
            self._surveys,
            lambda path: self._job_of(path, None),
            lambda path: self.documents.get(path) is not None,
            on_closed,
            notices.closed_files,
        )
        self.fixer = Fixer(supervisor.judge, self._job_as_open, self.text)
        self.on_settings: Callable[[], None] = lambda: None
        """Called when settings may have changed."""
        self._notices = notices
        self._pending: Result | None = None
        self._combined: dict[str, Combined] = {}
        self._on_result = on_result
        self._on_early = on_early
        self._files: OrderedDict[str, tuple[str, list[str]]] = OrderedDict()

    # Documents

    def open(self, item: types.TextDocumentItem) -> None:
        """A document was opened: its text is used now instead of the file's."""
        document = self.documents.open(item)
        self.results.pop(document.path, None)
        self.early.pop(document.path, None)
        self._mark_dependents(document.path)
        self.scheduler.opened(document.path)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Apply edits to an open document, in the order in which they come."""
        document = self.documents.get(path_of(params.text_document.uri))
        if document is None:
            logger.error("an edit of a document that is not open: %s", params.text_document.uri)
            return
        edited = False
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                edit = document.replace(change.range, change.text, self.encoding)
            else:
                edit = document.replace_all(change.text)
            if edit is not None:
                edited = True
                for result in self._all_results():
                    result.edited(document.path, edit, document.edited_string, self.line)
        document.version = params.text_document.version
        if edited:
            self._mark_dependents(document.path)
            self.importing.edited(document.path)
            self.closed.edited(document.path)
            self.scheduler.edited(document.path)

    def close(self, uri: str) -> Document | None:
        """A document was closed: the file on disk is used again."""
        document = self.documents.close(uri)
        if document is not None:
            self.results.pop(document.path, None)
            self.early.pop(document.path, None)
            self._combined.pop(document.path, None)
            self.importing.forget(document.path)
            self.closed.closed(document.path)
            self.scheduler.forget(document.path)
            self._mark_dependents(document.path)
        return document

    def files_changed(self, paths: set[str]) -> None:
        """Files changed on disk: discard what was made from them."""
        if any(os.path.basename(path) == PYPROJECT for path in paths):
            self.reconfigure(DocumentSettings.files_changed)
        self.importing.files_changed(sorted(paths))
        self.closed.files_changed(sorted(paths))
        for path, result in self.results.items():
            if any(result.covers(changed) for changed in paths):
                self.scheduler.mark(path)

    def _all_results(self) -> Iterator[Result]:
        yield from self.results.values()
        yield from self.early.values()
        yield from self.importing.results.values()
        for combined in self._combined.values():
            yield combined.result
        for pending in (self._pending, self.importing.pending):
            if pending is not None:
                yield pending

    def _mark_dependents(self, path: str) -> None:
        for other, result in self.results.items():
            if other != path and result.covers(path):
                self.scheduler.mark(other)

    # Settings

    def reconfigure(self, change: Callable[[DocumentSettings], None]) -> None:
        """Change the configuration; documents whose settings changed are analysed again."""
        configuration = self.configuration
        before = {one.path: configuration.of(one.path) for one in self.documents}
        workspace = self._of_folders()
        change(configuration)
        self.on_settings()
        if self._of_folders() != workspace:
            self.closed.renew()
        changed = [path for path, old in before.items() if configuration.of(path) != old]
        for path in changed:
            self.scheduler.mark(path)
        if changed:
            self.importing.reset()

    def _of_folders(self) -> dict[str, Settings]:
        """The settings of each folder of the workspace."""
        folders = self.configuration.folders
        return {folder: self.configuration.of(os.path.join(folder, "any.py")) for folder in folders}

    def _surveys(self) -> list[Survey]:
        return [
            Survey(folder, settings.exclude, settings.respect_gitignore)
            for folder, settings in self._of_folders().items()
            if settings.diagnostics_mode == WHOLE
        ]

    # Answers

    def view(self, path: str) -> View | None:
        """An open document with its newest analyses, None before its first one."""
        if path not in self.results:
            return None
        parts = self.results_about(path)
        if len(parts) == 1:
            return self.view_of(path, parts[0])
        combined = self._combined.get(path)
        if combined is None or not combined.shows(parts):
            combined = self._combined[path] = Combined(parts)
        return self.view_of(path, combined.result)

    def expects_names(self, path: str) -> bool:
        """Whether an open document shows the names that its last edit will give."""
        own = self.results.get(path)
        return own is not None and own.is_expected

    def view_of(self, path: str, result: Result) -> View | None:
        """An open document with a certain result, which may be that of another one."""
        if result.source is None:
            return None
        convert = PositionConverter(self.encoding, self.line, self.uri)
        settings = self.configuration.of(path)
        return View(path, result.source, convert, settings, result.edits, result.is_expected)

    def view_of_closed(self, path: str) -> View:
        """A file that is not open, to show findings in it."""
        result = Result(None)
        result.source = Indexed(Analysis(path))
        view = self.view_of(path, result)
        assert view is not None
        return view

    def findings(self, path: str) -> dict[Finding, Result]:
        """What the rules found in the programs that run an open document, each in its place."""
        found: dict[Finding, Result] = {}
        for result in self.results_about(path):
            for finding in result.findings:
                found.setdefault(finding, result)
        return found

    def results_about(self, path: str) -> list[Result]:
        """The results that may concern an open document, its own first."""
        own = self.results.get(path)
        others = [r for p, r in self.results.items() if p != path and r.covers(path)]
        others += [
            result
            for program in self.importing.programs(path)
            if (result := self.importing.results.get(program)) is not None
            and result.covers(path)
            and (program == path or self.documents.get(program) is None)
        ]
        return [*([own] if own is not None else []), *others]

    def uri(self, path: str) -> str:
        """The URI of a path, spelled as the client does if the document is open."""
        document = self.documents.get(path)
        return document.uri if document is not None else uri_of(path)

    def line(self, path: str, number: int) -> str | None:
        """A line (1-based) of an open document or of a file, None if unavailable."""
        document = self.documents.get(path)
        if document is not None:
            return document.line(number)
        lines = self._file(path) if is_file(path) else []
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def _file(self, path: str) -> list[str]:
        text = read_source(path)
        if text is None:
            return []
        known = self._files.get(path)
        if known is None or known[0] is not text:  # the same text is the same object
            known = self._files[path] = text, [content(line) for line in split_lines(text)]
            if len(self._files) > _FILES:
                self._files.popitem(last=False)
        return known[1]

    # Analysis

    async def _analyse(self, path: str) -> None:
        document = self.documents.get(path)
        if document is None:
            return
        self.fixer.stop()
        result = self._pending = Result(document.version)
        self._notices.foreground.at(os.path.basename(path))
        try:
            outcome = await self._run(self._job(document), self._early(path, result))
        except (WorkerLost, AnalysisFailed) as error:
            logger.error("%s was not analysed: %s", path, error)
            if not self.supervisor.is_closed:
                lost = isinstance(error, WorkerLost)
                self._notices.trouble(path, f"{error}, twice" if lost else "an internal error")
            return
        finally:
            self._pending = None
            self._notices.foreground.at(None)
        self._notices.recovered(path)
        if self.documents.get(path) is document:
            result.take(outcome)
            self.results[path] = result
            self.early.pop(path, None)
            if self.closed.is_wanted and is_in(path, self.configuration.folders):
                self.closed.take(path, outcome)
            self.fixer.forget((*self.results.values(), *self.importing.results.values()))
            self._on_result(path)
            for other in self.documents:
                if other.path != path and other.path in self.results and result.covers(other.path):
                    self._on_result(other.path)
            if is_in(path, self.configuration.folders):
                self.importing.want(path)

    def _found_context(self, program: str) -> None:
        """A program was analysed in the background, so documents that it reaches have new names."""
        for document in self.documents:
            if program in self.importing.programs(document.path) and document.path in self.results:
                self._on_result(document.path)

    def _early(self, path: str, pending: Result) -> OnFound | None:
        """What to do with what is found before there is any result; None if there is one."""
        if path in self.results:
            return None

        def take(found: Analysis) -> None:
            if self._pending is pending and not pending.edits:  # else it will soon be run again
                early = self.early[path] = Result(pending.version)
                early.source = Indexed(found)
                self.scheduler.found_early(path)
                self._on_early(path)

        return take

    def early_view(self, path: str) -> View | None:
        """An open document with what its first analysis has found so far."""
        return self.view_of(path, self.early[path]) if path in self.early else None

    async def _run(self, job: Job, early: OnFound | None) -> Outcome:
        try:
            return await self.supervisor.run(job, early)
        except WorkerLost as error:
            logger.warning("%s: trying again", error)
            return await self.supervisor.run(job, early)

    def _search(self, path: str, is_stale: bool) -> Search:
        settings = self.configuration.of(path)
        return Search(
            path=path,
            folders=tuple(self.configuration.folders),
            buffers=self.documents.texts(),
            roots=(*settings.extra_paths, *self.configuration.roots()),
            entry_points=tuple(settings.entry_points),
            is_stale=is_stale,
        )

    def text(self, path: str) -> str | None:
        """The text of an open document or of a file, None if unavailable."""
        document = self.documents.get(path)
        if document is not None:
            return document.text
        return read_source(path) if is_file(path) else None

    def is_fresh(self, path: str, result: Result) -> bool:
        """Whether a result is about the current texts, that of ``path`` first."""
        if any(edits.count for edits in result.edits.values()):
            return False
        document = self.documents.get(path)
        own = self.results.get(path) is result
        return not own or (document is not None and document.version == result.version)

    def _job_as_open(self, path: str) -> Job:
        document = self.documents.get(path)
        return self._job_of(path, document.text if document is not None else None)

    def _program_job(self, path: str) -> Job:
        document = self.documents.get(path)
        if document is None:
            return self._job_of(path, None)
        return replace(self._job(document), infers_parameters=True)

    def _has_waiting(self, path: str) -> bool:
        """Whether an open document has uncalled functions."""
        result = self.results.get(path)
        return bool(result and result.source and result.source.analysis.waiting)

    def _job(self, document: Document) -> Job:
        return self._job_of(document.path, document.text)

    def _job_of(self, path: str, text: str | None) -> Job:
        cells = self.cells.get(path, ()) if text is not None else ()
        return self.configuration.job(path, text, self.documents.texts(), cells)
