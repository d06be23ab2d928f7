"""The kinds by which a result distinguishes things, as types; a part of ``result``.

A test checks them against the rules that read them.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal


class Reuse(str, Enum):
    """The flag ``reuse`` of a variable scope, as it applies inside the scope."""

    NO = "False"
    """Also for None: nothing is shared."""
    YES = "True"
    AUTO = "AUTO_REUSE"
    UNKNOWN = "unknown"


class ProblemKind(str, Enum):
    """Why an analysis did not see everything."""

    SYNTAX = "syntax"
    """The text does not parse as it is."""
    BUDGET = "budget"
    """A limit of work."""
    CRASH = "crash"
    """A Python exception that nothing catches."""
    INTERNAL = "internal"
    """A fault of ours: an exception."""
    TIMEOUT = "timeout"
    """A fault of ours: the watchdog."""
    MEMORY = "memory"
    """A fault of ours: the limit of memory."""


DefinitionKind = Literal["class", "function", "with"]
