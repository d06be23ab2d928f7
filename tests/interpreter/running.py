"""Runs small programs in the interpreter, and the same ones in the Python that runs the tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import scope_lsp
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.builtins.formatting import to_repr
from scope_lsp.interpreter.importing import run_module
from scope_lsp.interpreter.loader import DataSource, Entry, ModuleSource, Origin, Place
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.outside import alone
from scope_lsp.interpreter.values import (
    HOLE_END,
    HOLE_START,
    Instance,
    Raised,
    Symbolic,
    Union,
    Unknown,
    Value,
)

sys.setrecursionlimit(20_000)

STUBS = Path(scope_lsp.__file__).parent / "stubs"


def _origin(name: str) -> Origin:
    standard = name.split(".")[0] in sys.stdlib_module_names
    return Origin.STANDARD if standard else Origin.STUB


class NoFiles:
    """A loader that has nothing."""

    folders: Sequence[str] = ()

    def is_inert(self, name: str) -> bool:
        return True

    def holds_data(self, name: str) -> bool:
        return False

    def data(self, path: str) -> DataSource | None:
        return None

    def look(self, path: str) -> Place:
        return Place.UNKNOWN

    def entries(self, path: str) -> Sequence[Entry] | None:
        return None

    def source(self, path: str, name: str) -> ModuleSource | None:
        return None

    def has_exact_parameters(self, name: str) -> bool:
        return False

    def attributes_of(self, module: str, name: str) -> frozenset[str] | None:
        return None

    def left_alone(self, name: str) -> str | None:
        return None

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        return None


class StubLoader(NoFiles):
    """Finds modules among the stubs, and nothing else."""

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        """The source of a stub."""
        base = STUBS.joinpath(*name.split("."))
        for path, package in ((base / "__init__.py", True), (base.with_suffix(".py"), False)):
            if path.is_file():
                origin = _origin(name)
                return ModuleSource(name, str(path), path.read_text(), package, origin)
        return None


class Program:
    """A program that was run: its names, and how it ended."""

    def __init__(self, source: str) -> None:
        self.interp = Machine(started(Budget()), alone(StubLoader()))
        self.error: str | None = None
        self.names: dict[str, Value] = {}
        try:
            module = run_module(
                self.interp, ModuleSource("__main__", "/main.py", source), "__main__"
            )
            self.names = module.names
        except Raised as raised:
            self.error = self.describe(raised)

    def describe(self, raised: Raised) -> str:
        """An exception as a line of text."""
        assert isinstance(raised.value, Instance)
        return f"{raised.value.cls.name}: {shown(to_repr(self.interp, raised.value))}"

    def show(self, name: str) -> str:
        """The repr of a variable; unknown parts in braces."""
        return shown(to_repr(self.interp, self.names[name]))


def started(budget: Budget) -> Budget:
    """A budget that has begun to count."""
    budget.start()
    return budget


def shown(value: Value) -> str:
    """A string of the program with its holes in braces."""
    if isinstance(value, Symbolic):
        return value.text.replace(HOLE_START, "{").replace(HOLE_END, "}")
    if isinstance(value, Unknown):
        return f"{{{value.spelling or '?'}}}"
    if isinstance(value, Union):
        return " | ".join(sorted(shown(option) for option in value.options))
    assert isinstance(value, str), value
    return value


def results(source: str, lines: list[str]) -> list[str]:
    """The repr of each line, an expression, after ``source`` was run; or the error's class."""
    program = Program(wrapped(source, lines))
    assert program.error is None, program.error
    found = program.names["results"]
    return [shown(item) for item in found.items]  # type: ignore[attr-defined]


def real_results(source: str, lines: list[str]) -> list[str]:
    """The same from the Python that runs the tests."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    code = compile(wrapped(source, lines), "<test>", "exec", dont_inherit=True)
    exec(code, namespace)
    found: list[str] = namespace["results"]
    return found


def wrapped(source: str, lines: list[str]) -> str:
    """A program that collects the repr of each line, or the class of the error it raises.

    Its handlers name what they catch: behind ``except Exception`` a failure need not be believed.
    """
    text = [source, "results = []"]
    for line in lines:
        text += [
            "try:",
            f"    results.append(repr(({line})))",
            "except (ArithmeticError, AssertionError, AttributeError, ImportError, LookupError,"
            " NameError, OSError, RuntimeError, StopIteration, SyntaxError, TypeError, ValueError,"
            " BufferError, EOFError, MemoryError, Exception) as error:",
            "    results.append('raises ' + type(error).__name__)",
        ]
    return "\n".join(text) + "\n"


def compare(source: str, expressions: str) -> None:
    """Assert that each line of ``expressions`` gives what Python gives."""
    lines = [line.strip() for line in expressions.strip().splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    ours, theirs = results(source, lines), real_results(source, lines)
    different = [
        f"{line}\n   ours {a}\n   real {b}"
        for line, a, b in zip(lines, ours, theirs, strict=True)
        if a != b
    ]
    assert not different, "\n".join(different)
