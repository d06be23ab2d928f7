"""How the repairing modules describe a place that does not parse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Problem:
    """A place that did not parse; 0-based lines and code-point columns, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    lossy: bool
    first_line: int = -1
    """The line on which the broken statement begins, if that is not ``line``."""

    def __post_init__(self) -> None:
        if self.first_line < 0:
            self.first_line = self.line
