"""The words by which a result tells things apart, as types; a part of ``result``.

A test holds them against the rules that read them.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal


class Reuse(str, Enum):
    """The flag ``reuse`` of a variable scope, as it holds inside of it."""

    NO = "False"
    """None as well: nothing is shared."""
    YES = "True"
    AUTO = "AUTO_REUSE"
    UNKNOWN = "unknown"


class ProblemKind(str, Enum):
    """What keeps an analysis from seeing all."""

    SYNTAX = "syntax"
    """The text does not parse as it stands."""
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
