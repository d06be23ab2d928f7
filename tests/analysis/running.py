"""What tests of the analysis share: run a program, and name what it makes."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty
from tests.support.patience import patient


def run(text: str, **buffers: str) -> Analysis:
    """Analyse a program beside other modules, each given as text by its name."""
    others = {f"/project/{name}.py": source for name, source in buffers.items()}
    source = "import tensorflow as tf\nimport numpy as np\n" + text
    return analyze(Snapshot("/project/main.py", source, others, ("/project",)), patient())


def names(analysis: Analysis) -> list[str]:
    """The names that the program makes or fetches; with a question mark where not certain."""
    return [
        event.name + ("" if event.certainty is Certainty.DEFINITE else "?")
        for event in analysis.variables
        if event.uncalled is None and not event.after_error
    ]
