"""The messages between the server and the analysing process: plain data and its framing.

Both sides import this module, so it does not depend on pygls, the protocol or the analysis'
machinery.  The results are data as well.
"""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from scope_lsp.analysis.result import Analysis
from scope_lsp.interpreter.budget import WATCHDOG
from scope_lsp.rules.rule import Finding

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Job:
    """Everything about the editor's state that one run may know."""

    path: str
    text: str | None
    """None: the file on disk."""
    buffers: Mapping[str, str]
    """The text of every open document by its path, or by its URI if it has no file."""
    roots: tuple[str, ...] = ()
    stub_paths: tuple[str, ...] = ()
    seconds: float = WATCHDOG
    """Seconds after which the analysis is stopped.  This is a fault, because work is limited
    otherwise."""
    tensorflow: str = "auto"
    """The setting ``tensorflowVersion``."""
    environment: str = ""
    """The setting ``environment``."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """The setting ``diagnostics.severity``."""
    select: tuple[str, ...] = ()
    """The setting ``select``."""
    ignore: tuple[str, ...] = ()
    """The setting ``ignore``."""
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The setting ``perFileIgnores``."""
    cells: tuple[tuple[int, int], ...] = ()
    """The first and the last line of each cell, if the text is a notebook's."""
    checkpoints: Mapping[str, str] = field(default_factory=dict)
    """The setting ``checkpoints``."""
    infers_parameters: bool = False
    """As in a ``Snapshot``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a job."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    seconds: float
    silenced: frozenset[tuple[str, int]] = frozenset()
    """Paths and lines of the comments that silenced a finding."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question: which programs of the workspace lead to a file."""

    path: str
    folders: tuple[str, ...]
    buffers: Mapping[str, str]
    roots: tuple[str, ...] = ()
    entry_points: tuple[str, ...] = ()
    """The setting ``entryPoints``."""
    is_stale: bool = True
    """Whether files may have changed since the last question."""
    seconds: float = WATCHDOG


@dataclass(frozen=True, slots=True)
class Survey:
    """A question: which Python files and notebooks there are below a folder of the workspace."""

    folder: str
    exclude: tuple[str, ...] = ()
    """The setting ``exclude``."""
    respect_gitignore: bool = True
    """The setting ``respectGitignore``."""
    seconds: float = WATCHDOG


@dataclass(frozen=True, slots=True)
class Programs:
    """The answer: paths; of a ``Search`` the likeliest first."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """To the worker: run this job."""

    number: int
    job: Job | Search | Survey
    tells_early: bool = False
    """Whether to tell what is found before the job ends, if that takes long."""
    is_trial: bool = False
    """Whether the text is nobody's, such as that of a fix which may be refused."""


@dataclass(frozen=True, slots=True)
class Prime:
    """To the worker, at its start: this job will probably come first."""

    job: Job


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: this job is no longer wanted."""

    number: int


@dataclass(frozen=True, slots=True)
class Ready:
    """From the worker: imports are done."""


@dataclass(frozen=True, slots=True)
class Found:
    """From the worker: what a job that still runs has found so far."""

    number: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Done:
    """From the worker: the end of a job; without an outcome it was cancelled or it failed."""

    number: int
    outcome: Outcome | Programs | None = None
    failure: str | None = None
    memory: int = 0
    """Bytes that the process took before the job; 0 if the system does not say."""


Request = Run | Cancel | Prime


def is_whole(message: bytes | bytearray) -> bool:
    """Whether this is one message as ``send`` writes it, to its end."""
    if len(message) < _LENGTH.size:
        return False
    (length,) = _LENGTH.unpack_from(message)
    return len(message) == _LENGTH.size + int(length)


def send_written(descriptor: int, message: bytes) -> None:
    """Pass on a message as it was read."""
    data = memoryview(message)
    while data:
        data = data[os.write(descriptor, data) :]


def send(descriptor: int, message: object) -> None:
    """Write one message; raises ``OSError`` if the other side is gone."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    send_written(descriptor, _LENGTH.pack(len(body)) + body)


def receive(descriptor: int) -> object:
    """Read one message; raises ``EOFError`` if the other side is gone."""
    (length,) = _LENGTH.unpack(_read(descriptor, _LENGTH.size))
    return pickle.loads(_read(descriptor, length))


def _read(descriptor: int, length: int) -> bytes:
    chunks = []
    while length:
        chunk = os.read(descriptor, min(length, 1 << 20))
        if not chunk:
            raise EOFError
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)
