"""The results of measuring, in a form that can be saved as JSON, and their statistics."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

QUIET = 1.0
"""The load of the machine above which figures are not worth writing down."""


@dataclass
class Results:
    """All figures of one run: milliseconds, megabytes and counts."""

    repetitions: int = 0
    day: str = ""
    machine: str = ""
    load: float = 0.0
    """Of the machine in the minute before the run began."""
    versions: dict[str, str] = field(default_factory=dict)
    servers: dict[str, dict[str, dict[str, list[float]]]] = field(default_factory=dict)
    """Figures by case, server and measure."""
    commands: dict[str, dict[str, dict[str, list[float]]]] = field(default_factory=dict)
    """Figures by subject, command and measure."""
    failures: dict[str, str] = field(default_factory=dict)
    """Why something was not measured, by case and server, or subject and command."""

    def add(
        self,
        kind: str,
        case: str,
        name: str,
        measured: Mapping[str, Sequence[float] | float] | str,
    ) -> None:
        """Keep what one session, or one run of a command, gave."""
        if isinstance(measured, str):
            self.failures[f"{case}, {name}"] = measured
            return
        table = self.servers if kind == "servers" else self.commands
        kept = table.setdefault(case, {}).setdefault(name, {})
        for measure, figures in measured.items():
            more = [figures] if isinstance(figures, (int, float)) else figures
            kept.setdefault(measure, []).extend(more)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def begun(repetitions: int) -> Results:
    """Results of a run that begins now, empty."""
    return Results(
        repetitions,
        day=date.today().isoformat(),
        machine=f"{os.cpu_count()} processors, {platform.machine()}, {platform.system()}",
        load=os.getloadavg()[0],
        versions={
            "Python": platform.python_version(),
            **{name: version(name) for name in ("scope-lsp", "pygls", "lsprotocol")},
        },
    )


def read(path: Path) -> Results:
    """Results that were saved."""
    return Results(**json.loads(path.read_text(encoding="utf-8")))


def median(figures: Sequence[float]) -> float:
    return statistics.median(figures)


def late(figures: Sequence[float]) -> float:
    """The 95th of a hundred, the slowest of few."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


Statistic = Callable[[Sequence[float]], float]
