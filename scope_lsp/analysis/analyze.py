"""One snapshot in, one analysis out: the entry point for the server and the command line.

It only raises if the budget is cancelled, and never executes the program.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from scope_lsp.analysis.entry_points import run_main
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.model import Model
from scope_lsp.analysis.outline import definitions
from scope_lsp.analysis.pausing import Pauses
from scope_lsp.analysis.recorder import Told, unheard
from scope_lsp.analysis.result import Analysis, Cell, Problem, Span
from scope_lsp.analysis.uncalled import run_unreached
from scope_lsp.analysis.values import value_hints
from scope_lsp.confinement import STACK
from scope_lsp.interpreter.budget import Budget, BudgetSpent, Overdue
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.values import Module
from scope_lsp.resolve.modules import ModuleLoader, module_name
from scope_lsp.resolve.parameter_classes import ParameterClasses
from scope_lsp.resolve.reach import may_reach_tensorflow
from scope_lsp.syntax.outline import outline
from scope_lsp.syntax.parse import ParseResult, parse_file
from scope_lsp.syntax.python2 import prints_to_file
from scope_lsp.syntax.source import split_lines


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an analysis sees of the world, frozen."""

    path: str
    """Absolute path of the file, or the URI of a buffer without one."""
    text: str
    buffers: Mapping[str, str] = field(default_factory=dict)
    """Texts of open buffers by path; they shadow the files on disk."""
    roots: tuple[str, ...] = ()
    """Import roots, the first wins; the file's own folder comes before them."""
    stub_paths: tuple[str, ...] = ()
    tensorflow: str = "auto"
    """The setting ``tensorflowVersion``: ``auto``, ``1`` or ``2``."""
    environment: str = ""
    """The setting ``environment``.  Empty: the active environment, or one in the project."""
    cells: tuple[tuple[int, int], ...] = ()
    """The first and the last line of each cell, if the text is a notebook's."""
    infers_parameters: bool = False
    """Whether to infer what the parameters of uncalled functions may hold.

    This takes seconds, because files of the workspace are searched.
    """


def analyze(
    snapshot: Snapshot,
    budget: Budget | None = None,
    told: Told = unheard,
    pauses: Pauses | None = None,
    deliver: Callable[[Snapshot, Analysis | None], None] = lambda snapshot, analysis: None,
) -> Analysis:
    """Run the file of ``snapshot`` abstractly; raises ``Cancelled`` if the budget is cancelled.

    ``told`` is called for each variable, scope, error and problem as it is found, for callers that
    may lose the result.  With ``pauses`` the run may be continued elsewhere with another text:
    ``deliver`` gets the snapshot and the analysis there, or None if it failed.
    """
    program = _Program(snapshot)
    # A caller that asks for parameters wants the functions to be run, whatever they can reach.
    if not snapshot.infers_parameters:
        far = program.far_from_tensorflow()
        if far is not None:
            return far
    run = _Run(program, budget or Budget(), told)
    start = run.start if pauses is None else partial(_start_pausing, run, pauses, deliver)
    _in_deep_thread(start, run.budget)
    return run.result()


def _start_pausing(
    run: _Run, pauses: Pauses, deliver: Callable[[Snapshot, Analysis | None], None]
) -> None:
    """Run the program; if this becomes a copy that goes on with another text, to the very end."""
    try:
        pauses.begin(run.take)
        run.start()
        pauses.end()
    except BaseException:
        if not pauses.is_continued:
            raise
        deliver(run.snapshot, None)
    finally:
        pauses.stop()
    if pauses.is_continued:
        deliver(run.snapshot, run.result())


class _Program:
    """What is analysed, and where its imports are looked up."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        folder = os.path.dirname(snapshot.path)
        _, package_root = module_name(snapshot.path)
        self.roots = tuple(dict.fromkeys((folder, *snapshot.roots, package_root)))
        self.loader = ModuleLoader(
            self.roots, snapshot.buffers, snapshot.stub_paths, snapshot.environment
        )
        dotted, _ = module_name(snapshot.path, self.roots)
        self.source = ModuleSource(dotted, snapshot.path, snapshot.text)

    def far_from_tensorflow(self) -> Analysis | None:
        """Return the analysis of a file that cannot lead to TensorFlow; None if it may.

        Nothing is interpreted for it.
        """
        try:
            reaches, files = may_reach_tensorflow(self.source, self.loader)
            if reaches:
                return None
        except (RecursionError, MemoryError):  # then it is run, on a deeper stack
            return None
        path, text = self.snapshot.path, self.snapshot.text
        is_sound = outline(text) is not None and not prints_to_file(text)
        return Analysis(
            path=path,
            problems=() if is_sound else tuple(_syntax_problems(path, parse_file(path, text))),
            definitions=definitions(path, text),
            cells=_cells(self.snapshot),
            files=frozenset(files),
            environment=str(self.loader.environment),
        )


class _Run:
    """One run: what it works with, and what it has found so far."""

    def __init__(self, program: _Program, budget: Budget, told: Told) -> None:
        self.snapshot = program.snapshot
        self.budget = budget
        self.told = told
        self.roots = program.roots
        self.loader = program.loader
        self.source = program.source
        self.done = False
        self._begin(supposes_arguments=False)

    def _begin(self, *, supposes_arguments: bool) -> None:
        """Create everything that one run of the program changes."""
        self.told("run", None)
        self.interp = Machine(self.budget, self._make_model, supposes_arguments=supposes_arguments)
        self.recorder = self.model.recorder
        self.model.loader.note(self.source)

    def _make_model(self, interp: Interpreter) -> Model:
        self.model = Model(interp, self.loader, self.snapshot.tensorflow, self.told)
        return self.model

    def take(self, path: str, text: str) -> None:
        """Go on with another text of a file, of which the run so far is independent."""
        snapshot = self.snapshot
        if path in snapshot.buffers:
            snapshot = replace(snapshot, buffers={**snapshot.buffers, path: text})
        if path == snapshot.path:
            snapshot = replace(snapshot, text=text)
            self.source = replace(self.source, text=text)
        self.snapshot = snapshot
        self.loader.renew(path, text)
        for module in self.interp.modules.values():
            if module.source.path == path:
                module.source = replace(module.source, text=text)
        self.recorder.tracer.forget(path)

    def start(self) -> None:
        """Run the program.  What stops it becomes a problem of the result."""
        self.budget.start()
        try:
            module = run_main(self.interp, self.recorder, self.source)
            if self._takes_arguments() and not self.recorder.makes_for_certain():
                module = self._again() or module
            self.recorder.note_gaps()
            classes = ParameterClasses(self.roots) if self.snapshot.infers_parameters else None
            new_graph = self.model.primitives.isolated
            run_unreached(self.interp, self.recorder, module, new_graph, classes)
        except BudgetSpent as spent:
            self.interp.heap.abandon()
            self.recorder.problem(
                ProblemKind.BUDGET, f"the analysis stopped here after {spent.limit}"
            )
        except Overdue:
            self.interp.heap.abandon()
            seconds = self.budget.watchdog
            self.recorder.problem(ProblemKind.TIMEOUT, f"stopped after {seconds:g} seconds")
        except RecursionError:
            self.recorder.problem(ProblemKind.BUDGET, _TOO_DEEP)
        except MemoryError:
            self.interp.heap.abandon()
            self.recorder.problem(ProblemKind.MEMORY, "stopped because it ran out of memory")
        except Exception as error:  # a fault of ours must not lose what was found before it
            if _comes_of(error, RecursionError, MemoryError):
                self.interp.heap.abandon()
                self.recorder.problem(ProblemKind.BUDGET, _TOO_DEEP)
                self.done = True
                return
            self.recorder.problem(ProblemKind.INTERNAL, f"{type(error).__name__}: {error}")
            if os.environ.get("SCOPE_LSP_STRICT"):
                raise
        self.done = True

    def _takes_arguments(self) -> bool:
        return self.interp.asked_arguments or "sys.argv" in self.source.text

    def _again(self) -> Module | None:
        """Run the program as if with arguments, without which many programs build nothing.

        Returns None, with everything as before, if it does not build more than before.
        """
        before = self.interp, self.recorder, self.model
        built = len(self.recorder.seen)
        self._begin(supposes_arguments=True)
        module = run_main(self.interp, self.recorder, self.source)
        if len(self.recorder.seen) > built:
            return module
        self.interp, self.recorder, self.model = before
        return None

    def result(self) -> Analysis:
        """Return what was found, even while the run still hangs somewhere."""
        snapshot, recorder = self.snapshot, self.recorder
        parsed = parse_file(self.source.path, self.source.text)
        if not self.done:
            seconds = self.budget.watchdog
            recorder.problem(ProblemKind.TIMEOUT, f"stopped after {seconds:g} seconds")
        variables = tuple(recorder.variables)
        return Analysis(
            path=snapshot.path,
            variables=variables,
            scopes=tuple(recorder.scopes),
            errors=tuple(recorder.errors),
            values=value_hints(snapshot.path, snapshot.text, parsed.tree, variables),
            problems=(*_syntax_problems(snapshot.path, parsed), *recorder.problems),
            waiting=tuple(recorder.waiting),
            gaps=recorder.gaps,
            collections=tuple(recorder.collections),
            lookups=tuple(recorder.lookups),
            filters=tuple(recorder.filters),
            restores=tuple(recorder.restores),
            definitions=definitions(snapshot.path, snapshot.text),
            ops=tuple(recorder.ops),
            cells=_cells(snapshot),
            files=frozenset(self.interp.files),
            environment=str(self.loader.environment),
        )


_TOO_DEEP = "the analysis stopped here: calls or code nest too deep"


def _comes_of(error: BaseException | None, *kinds: type[BaseException]) -> bool:
    """Whether an exception arose while one of these kinds was being handled, at any depth."""
    while error is not None:
        if isinstance(error, kinds):
            return True
        error = error.__context__
    return False


def _syntax_problems(path: str, parsed: ParseResult) -> list[Problem]:
    return [
        Problem(
            Span(path, found.line, found.column, found.end_line, found.end_column),
            ProblemKind.SYNTAX,
            found.message,
            lossy=found.lossy,
        )
        for found in parsed.problems
    ]


_RESETS = ("reset_default_graph", ".Graph(")


def _cells(snapshot: Snapshot) -> tuple[Cell, ...]:
    if not snapshot.cells:
        return ()
    lines = split_lines(snapshot.text)
    return tuple(
        Cell(first, last, any(word in line for line in lines[first - 1 : last] for word in _RESETS))
        for first, last in snapshot.cells
    )


_HOST_DEPTH = 40_000
"""The host's limit of frames: the depth of the budget times the frames that one call takes."""

_SHARES = (1, 2, 4, 8, 16, 32)
"""The stack and the depth are divided by these numbers in turn while memory is short."""

GRACE = 2.0
"""Seconds that an analysis has to stop after the watchdog; after that, it counts as hanging."""


def _in_deep_thread(work: Callable[[], None], budget: Budget) -> None:
    """Run ``work`` where deep recursion is safe, watched by a clock; raise what it raises.

    If it does not end in time, nor stop when it is told to, it is abandoned.
    """
    failures: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)

    limit = sys.getrecursionlimit()
    thread = _started(run)
    thread.join(budget.watchdog)
    if thread.is_alive():
        budget.overdue = True
        thread.join(GRACE)
    if failures:
        raise failures[0]
    if not thread.is_alive():
        sys.setrecursionlimit(limit)


def _started(run: Callable[[], None]) -> threading.Thread:
    """Start a thread with as deep a stack as memory allows, and a limit of recursion to fit."""
    limit = sys.getrecursionlimit()
    before = threading.stack_size()
    try:
        for share in _SHARES:
            threading.stack_size(STACK // share)
            sys.setrecursionlimit(max(limit, _HOST_DEPTH // share))
            thread = threading.Thread(target=run, name="analysis", daemon=True)
            try:
                thread.start()
                return thread
            except RuntimeError:  # no memory for its stack
                if share == _SHARES[-1]:
                    raise
    finally:
        threading.stack_size(before)
    raise AssertionError
