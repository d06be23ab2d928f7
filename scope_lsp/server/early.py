"""What a long analysis has found so far, told before it ends.

A program may take many seconds the first time.  Its hints need not wait: after a moment, and then
less and less often, the worker tells which variables and scopes it has found.  These are no
results: nothing is judged by them, and nothing is kept once there is a result.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from scope_lsp.analysis.result import Analysis, ScopeEvent, VariableEvent

FIRST = 1.5
"""Seconds until something is told for the first time.  The next time comes after twice as long."""


class Early:
    """Collects what one analysis finds, and tells it from time to time."""

    def __init__(self, path: str, tell: Callable[[Analysis], bool]) -> None:
        """``tell`` returns whether somebody wanted to know."""
        self._path = path
        self._tell = tell
        self._began = time.monotonic()
        self._due = self._began + FIRST
        self._variables: list[VariableEvent] = []
        self._scopes: list[ScopeEvent] = []
        self._told = 0

    def note(self, kind: str, event: Any) -> None:
        """Add an event: see ``analysis.recorder.Told``."""
        if kind == "variables":
            self._variables.append(event)
        elif kind == "scopes":
            self._scopes.append(event)
        elif kind == "run":  # the program is run again
            self._variables, self._scopes = [], []

    def look(self) -> None:
        """Tell what is new, if it is time to; to be called often, by the thread that analyses."""
        now = time.monotonic()
        if now < self._due:
            return
        self._due = self._began + 2 * (now - self._began)
        found = len(self._variables) + len(self._scopes)
        if found > self._told:
            variables, scopes = tuple(self._variables), tuple(self._scopes)
            if self._tell(Analysis(self._path, variables=variables, scopes=scopes)):
                self._told = found
            else:
                self._due = now + FIRST
