"""The settings for each document, and their problems, each reported once.

The nearest ``pyproject.toml`` upwards has the lowest priority.  What the client sent when it
started overrides it, and what it sent later overrides both: for everything, then for the document's
workspace folder.  ``scope_lsp.settings`` reads the settings.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from scope_lsp import settings
from scope_lsp.features.uris import is_file, path_of
from scope_lsp.resolve.folders import import_roots
from scope_lsp.resolve.pyproject import nearest_table
from scope_lsp.server.jobs import Job
from scope_lsp.settings import Partial, Settings


class DocumentSettings:
    """All sources of settings, merged for a document on demand."""

    def __init__(self) -> None:
        self.folders: list[str] = []
        """Those of the workspace."""
        self._start = Partial()
        self._everywhere = Partial()
        self._scoped: dict[str, Partial] = {}
        self._files: dict[str, Partial] = {}
        self._known: dict[str, Settings] = {}
        self._problems: dict[str, bool] = {}
        """Each problem, and whether it was reported."""

    def of(self, path: str) -> Settings:
        """The settings of a document, which need not be a file."""
        folder = os.path.dirname(path) if is_file(path) else (self.folders or [os.sep])[0]
        known = self._known.get(folder)
        if known is None:
            home = max((f for f in self.folders if _is_in(folder, f)), key=len, default="")
            scoped = self._scoped.get(home, Partial())
            parts = self._file(folder), self._start, self._everywhere, scoped
            known = self._known[folder] = settings.merge(*parts)
        return known

    def job(
        self,
        path: str,
        text: str | None,
        buffers: Mapping[str, str],
        cells: tuple[tuple[int, int], ...] = (),
    ) -> Job:
        """The job of analysing a document with its settings; ``text`` None: the file on disk."""
        known = self.of(path)
        # The file's own folder comes first, the most specific one.
        folders = sorted(self.folders, key=lambda folder: -len(folder) * _is_in(path, folder))
        return Job(
            path=path,
            text=text,
            buffers=buffers,
            roots=(*known.extra_paths, *self.roots(folders)),
            stub_paths=tuple(known.stub_paths),
            seconds=known.analysis_timeout,
            tensorflow=known.tensorflow_version,
            environment=known.environment,
            severities=dict(known.diagnostics_severity),
            select=known.select,
            ignore=known.ignore,
            per_file=dict(known.per_file_ignores),
            cells=cells,
            checkpoints=dict(known.checkpoints),
        )

    def roots(self, folders: Sequence[str] | None = None) -> tuple[str, ...]:
        """The import roots of the workspace's folders, or of ``folders``, in their order."""
        given = self.folders if folders is None else folders
        return tuple(root for folder in given for root in import_roots(folder))

    def start(self, data: Any) -> None:
        """Take the ``initializationOptions``."""
        self._start = self._read(data, *self.folders[:1])

    def edit(self, data: Any, scoped: Mapping[str, Any] | None = None) -> None:
        """Store what the client has set: for everything, and for some folders."""
        self._everywhere = self._read(data, *self.folders[:1])
        self._scoped = {folder: self._read(part, folder) for folder, part in (scoped or {}).items()}

    def take_folders(self, folders: list[str]) -> None:
        """Store the folders of the workspace."""
        self.folders = folders
        self._known.clear()
        for folder in folders:
            self._file(folder)

    def files_changed(self) -> None:
        """Some ``pyproject.toml`` changed."""
        self._files.clear()
        self.take_folders(self.folders)

    def complaints(self) -> list[str]:
        """The problems of the settings that were not reported yet."""
        fresh = [problem for problem, said in self._problems.items() if not said]
        self._problems.update(dict.fromkeys(fresh, True))
        return fresh

    def _file(self, folder: str) -> Partial:
        found = nearest_table(folder)
        if found is None:
            return Partial()
        file, text = found
        if file not in self._files:
            partial = settings.from_pyproject(text, file, os.path.dirname(file), _codes(text))
            self._files[file] = self._note(partial)
        return self._files[file]

    def _read(self, data: Any, folder: str = "") -> Partial:
        self._known.clear()
        # Lua cannot distinguish an empty object from an empty list.
        return self._note(settings.from_editor(data or None, folder, _codes(str(data))))

    def _note(self, partial: Partial) -> Partial:
        for problem in partial.problems:
            self._problems.setdefault(problem, False)
        return partial


def first_job(initialize: Mapping[str, Any], opened: Mapping[str, Any]) -> Job:
    """The job of the first document of a client that has sent only ``initialize`` so far.

    It is made from the raw parameters of that and of ``didOpen``; raises whatever invalid ones
    cause.
    """
    configuration = DocumentSettings()
    configuration.take_folders(
        folders_of(
            [folder["uri"] for folder in initialize.get("workspaceFolders") or ()],
            initialize.get("rootUri") or initialize.get("rootPath"),
        )
    )
    configuration.start(initialize.get("initializationOptions"))
    document = opened["textDocument"]
    path, text = path_of(document["uri"]), document["text"]
    return configuration.job(path, text, {path: text})


def folders_of(uris: Sequence[str], root: str | None) -> list[str]:
    """The paths of the workspace's folders, from the parameters of ``initialize``."""
    return [path_of(uri) for uri in uris or ([root] if root else [])]


def _codes(text: str) -> Collection[str]:
    """The codes of all rules, if some text seems to name some."""
    if not any(word in text for word in ("severity", "select", "ignore", "Ignore")):
        return ()
    from scope_lsp.rules.registry import (
        RULES,
    )  # the rules are the worker's; loading takes time

    return RULES.keys()


def _is_in(folder: str, root: str) -> bool:
    return folder == root or folder.startswith(os.path.join(root, ""))
