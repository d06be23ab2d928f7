"""Packages that are known to build no TensorFlow graph, whatever they are used for.

A missing module is unknown, and unknown code may create variables.  These packages certainly do
not.  This is not a list of what is installed or modelled: what is found is run.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _packages() -> frozenset[str]:
    """The top-level names in the list beside this file."""
    text = Path(__file__).with_name("inert_packages.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_inert(name: str) -> bool:
    """Whether a module, by its dotted name, belongs to a package that builds no graph."""
    if name.partition(".")[0] in sys.stdlib_module_names:
        return True
    listed = _packages()
    parts = name.split(".")
    return any(".".join(parts[:end]) in listed for end in range(1, len(parts) + 1))
