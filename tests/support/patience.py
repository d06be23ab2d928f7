"""A generous budget: tests of what is found must not depend on how busy the machine is."""

from __future__ import annotations

from scope_lsp.interpreter.budget import Budget


def patient() -> Budget:
    """A budget for one analysis that a slow machine does not exhaust."""
    return Budget()
