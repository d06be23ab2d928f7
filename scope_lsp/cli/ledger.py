"""What an analysis has found so far, stored where it outlives the process that found it.

A process that hangs in one call, or is killed, can no longer report anything.  But its parent can
read what it has written into shared memory.  Events are written as they happen, and only read after
a loss.
"""

from __future__ import annotations

import io
import mmap
import pickle
import struct
from typing import Any

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.result import Analysis, Problem, Span

SIZE = 1 << 26
"""Bytes of address space: some 300,000 events.  What does not fit is dropped."""
_END = struct.Struct("<Q")
_RUN = "run"
_LISTS = ("variables", "scopes", "errors", "problems")


class Ledger:
    """Events of one analysis at a time.  It is created before the writing process is forked."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, SIZE)
        self._end = _END.size
        self._buffer = io.BytesIO()
        self._pickler: pickle.Pickler | None = None

    def begin(self) -> None:
        """Forget what was written, for the next analysis."""
        self._pickler = pickle.Pickler(self._buffer, protocol=pickle.HIGHEST_PROTOCOL)
        self._end = _END.size
        _END.pack_into(self._memory, 0, self._end)

    def note(self, kind: str, event: object) -> None:
        """Add an event: the name of one of the lists of an ``Analysis``, and its new item.

        The kind ``run`` says that the program is run again.
        """
        if self._pickler is None:
            return
        self._pickler.dump((kind, event))
        data = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        end = self._end + len(data)
        if end > SIZE:
            self._pickler = None
            return
        self._memory[self._end : end] = data
        self._end = end
        _END.pack_into(self._memory, 0, end)  # last: what is counted is complete

    def analysis(self, path: str, kind: ProblemKind, message: str) -> Analysis:
        """What was found until the process was lost, with the problem that it was.

        Of several runs of the program, the one that found the most variables.
        """
        runs: list[dict[str, list[Any]]] = [{name: [] for name in _LISTS}]
        (end,) = _END.unpack_from(self._memory, 0)
        stream = io.BytesIO(self._memory[_END.size : end] if end else b"")
        unpickler = pickle.Unpickler(stream)
        while stream.tell() < end - _END.size:
            name, event = unpickler.load()
            if name == _RUN:
                runs.append({name: [] for name in _LISTS})
            else:
                runs[-1][name].append(event)
        found = max(runs, key=lambda run: len(run["variables"]))
        place = Span(path, 1, 1, 1, 1)
        for name in ("variables", "scopes"):
            if found[name]:
                place = max(place, found[name][-1].trace[-1].span, key=lambda span: span.line)
        return Analysis(
            path,
            variables=tuple(found["variables"]),
            scopes=tuple(found["scopes"]),
            errors=tuple(found["errors"]),
            problems=(*found["problems"], Problem(place, kind, message)),
        )

    def close(self) -> None:
        """Release the memory."""
        self._memory.close()
