"""The process that analyses: jobs come in on stdin, outcomes go out on stdout, one at a time.

``supervisor`` starts it.  None of this code runs in the server's own process.  It ends as soon as
its stdin is closed, even in the middle of its work, so it never outlives the server, however that
ended.  Only replies are written to stdout: what anything else prints goes to stderr.  The system
limits its memory, and the processor time of each job.
"""

from __future__ import annotations

import gc
import importlib
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from types import ModuleType
from typing import NoReturn

from scope_lsp import confinement, globs, runner
from scope_lsp.analysis import notebook_file
from scope_lsp.analysis.analyze import GRACE, Snapshot
from scope_lsp.analysis.pausing import Pauses
from scope_lsp.analysis.result import Analysis
from scope_lsp.interpreter.budget import Budget, Cancelled
from scope_lsp.resolve import disk, parameter_classes
from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.folders import python_files
from scope_lsp.resolve.gitignore import GitIgnored
from scope_lsp.resolve.importers import MAXIMUM_FILES, ImportIndex
from scope_lsp.rules import registry
from scope_lsp.server.early import Early
from scope_lsp.server.jobs import (
    Cancel,
    Done,
    Found,
    Job,
    Outcome,
    Prime,
    Programs,
    Ready,
    Run,
    Search,
    Survey,
    receive,
    send,
    send_written,
)
from scope_lsp.server.kept_results import KeptResults
from scope_lsp.server.memory import memory_in_use
from scope_lsp.server.paused_runs import PausedRuns

WARM_UP = "import tensorflow as tf\ntf.get_variable('w', [1])\n"
"""A program that makes the analysis read what every program needs."""
COLLECT_ABOVE = 160 * confinement.MEBIBYTE
"""Above this many bytes of memory, garbage is collected after a cancelled job too."""
IDLE = 60.0
"""Seconds without a job after which no run waits for the next key any more."""
SPARE = 2.0
"""Seconds without a job after which new results are kept."""
_COLLECT = (100_000, 10, 50)
"""Python's default frequency of collection would take a quarter of an analysis.

The younger generations are collected seldom, because all garbage is collected after each analysis.
"""


class Worker:
    """The main loop of the process, and the thread that reads meanwhile."""

    def __init__(
        self, requests: int, replies: int, analysis: ModuleType, *, pauses: bool = True
    ) -> None:
        """``pauses``: whether runs are paused where the user is editing."""
        self._requests = requests
        self._replies = replies
        self._analysis = analysis
        self._jobs: queue.SimpleQueue[Run | Prime] = queue.SimpleQueue()
        self._index = ImportIndex()
        self._wanted = 0
        """The number of the wanted job; 0: none yet, -1: none any more."""
        self._newest: Run | None = None
        """The most recent request."""
        self._prepared: tuple[Job, runner.Report] | None = None
        """The job that will probably come first, and its result."""
        self._paused = PausedRuns()
        self._pauses = pauses
        self._kept = KeptResults()
        self._unrun: Job | None = None
        """A job that was answered although this process has not analysed its program yet."""
        self._continued: Job | None = None
        """The last job that was answered by a run that had waited: its result cannot be kept."""
        self._is_settled = False

    def serve(self) -> None:
        """Work until the server is gone."""
        threading.Thread(target=self._listen, daemon=True).start()
        send(self._replies, Ready())
        gc.freeze()  # no later collection needs to look at what is loaded by now
        gc.set_threshold(*_COLLECT)
        gc.enable()
        self._try(Job(os.path.join(os.sep, "warm_up.py"), WARM_UP, {}), self._is_asked)
        while True:
            run = self._next()
            if isinstance(run, Prime):
                self._prepare(run.job)
                continue
            confinement.limit_time(2 * (run.job.seconds + GRACE))
            memory = memory_in_use()
            done = self._do(run)
            if isinstance(done, bytes):
                send_written(self._replies, done)
                continue  # another process did the work
            if not self._pauses:
                self._kept.write()  # a process in the background may end with its last answer
            send(self._replies, replace(done, memory=memory))
            is_finished = done.outcome is not None and self._jobs.empty()
            del done
            if is_finished or memory > COLLECT_ABOVE:  # now, while nothing is wanted
                gc.collect()

    def _next(self) -> Run | Prime:
        if self._jobs.empty() and self._unrun is not None:
            job, self._unrun = self._unrun, None
            self._try(job, self._is_asked)  # the next one will be for another text of it
            self._is_settled = False
        if self._jobs.empty() and not self._is_settled:
            gc.collect()
            gc.freeze()
            self._is_settled = True
        with suppress(queue.Empty):
            return self._jobs.get(timeout=SPARE)
        self._kept.write()
        with suppress(queue.Empty):
            return self._jobs.get(timeout=IDLE)
        self._paused.close()  # nobody types any more
        if self._continued is not None:
            job, self._continued = self._continued, None
            self._analyse_ahead(job, self._is_asked)
            self._kept.write()
        return self._jobs.get()

    def _prepare(self, job: Job) -> None:
        """Run the job that will probably be wanted, until another one is."""
        kept = self._kept.find(job)
        if kept is not None:
            self._prepared = (job, kept)
            return
        early = self._early(job)

        def cancelled() -> bool:
            if early is not None:
                early.look()
            return self._newest is not None and self._newest.job != job

        report = self._analyse_ahead(job, cancelled, early)
        self._prepared = None if report is None else (job, report)

    def _analyse_ahead(
        self, job: Job, cancelled: Callable[[], bool], early: Early | None = None
    ) -> runner.Report | None:
        """As ``_try``, for a result that is worth keeping."""
        report = self._try(job, cancelled, early)
        if report is not None:
            self._kept.finished(job, report, self._paused.asked)
        return report

    def _is_asked(self) -> bool:
        return not self._jobs.empty()

    def _listen(self) -> None:
        try:
            while True:
                message = receive(self._requests)
                if isinstance(message, Run):
                    self._newest = message
                    self._wanted = message.number
                    self._jobs.put(message)
                elif isinstance(message, Prime):
                    self._jobs.put(message)
                elif isinstance(message, Cancel) and self._wanted == message.number:
                    self._wanted = -1
        except (EOFError, OSError):
            os._exit(0)

    def _try(
        self, job: Job, cancelled: Callable[[], bool], early: Early | None = None
    ) -> runner.Report | None:
        """The result of a job that is not wanted yet; None if there is none."""
        confinement.limit_time(2 * (job.seconds + GRACE))
        try:
            budget = Budget(watchdog=job.seconds, cancelled=cancelled)
            return self._analyse(job, budget, early=early)
        except Cancelled:
            return None
        except Exception:
            traceback.print_exc()
            return None

    def _do(self, run: Run) -> Done | bytes:
        number = run.number
        begin = time.monotonic()
        early = self._early(run.job) if run.tells_early else None
        budget = Budget(
            watchdog=run.job.seconds, cancelled=lambda: self._is_unwanted(number, early)
        )
        try:
            if self._wanted != number:
                return Done(number)
            if isinstance(run.job, Search):
                return Done(number, self._search(run.job, budget))
            if isinstance(run.job, Survey):
                return Done(number, _survey(run.job))
            prepared, self._prepared = self._prepared, None
            if prepared is not None and prepared[0] == run.job:
                report = prepared[1]
                self._paused.remember(run.job)
            elif (kept := self._kept.find(run.job)) is not None:
                report = kept
                self._paused.remember(run.job)
            else:
                answer = self._paused.continued(run.job, number, budget.cancelled)
                if answer is not None:
                    self._continued = self._continued if run.is_trial else run.job
                    return answer
                # Paused where the user is editing, for the keys that follow.
                pauses = self._paused.pauses(run.job) if self._pauses else None
                report = self._analyse(run.job, budget, pauses, early)
                if not run.is_trial:
                    self._continued = None
                    self._kept.finished(run.job, report, self._paused.asked)
        except Cancelled:
            return Done(number)
        except Exception:
            return Done(number, failure=traceback.format_exc())
        if self._pauses and run.job.path not in self._paused.took:
            self._unrun = run.job
        return Done(number, _outcome(report, begin))

    def _early(self, job: Job | Search | Survey) -> Early | None:
        """For what a job finds before its end; None if it is not for a document that is open."""
        if not isinstance(job, Job) or job.text is None:
            return None

        def tell(found: Analysis) -> bool:
            newest = self._newest
            if newest is None or newest.job != job or not newest.tells_early:
                return False
            send(self._replies, Found(newest.number, found))
            return True

        return Early(job.path, tell)

    def _is_unwanted(self, number: int, early: Early | None) -> bool:
        if self._paused.is_copy:  # its number is another one, and nobody tells it which is wanted
            return self._paused.is_abandoned()
        if early is not None:
            early.look()
        return self._wanted != number

    def _search(self, search: Search, budget: Budget) -> Programs:
        index = self._index
        if search.is_stale or index.folders != search.folders:
            parameter_classes.forget()
            index.folders = search.folders
            index.update(search.buffers, budget.cancelled)
        return Programs(
            tuple(index.programs(search.path, search.roots, search.entry_points, search.buffers))
        )

    def _analyse(
        self,
        job: Job,
        budget: Budget,
        pauses: Pauses | None = None,
        early: Early | None = None,
    ) -> runner.Report:
        with disk.noted() as self._paused.asked:
            return self._analyse_noted(job, budget, pauses, early)

    def _analyse_noted(
        self, job: Job, budget: Budget, pauses: Pauses | None, early: Early | None
    ) -> runner.Report:
        cells = None
        text = job.text
        if text is None and notebook_file.is_notebook(job.path):
            try:
                cells = notebook_file.read(job.path)
                text = cells.text
            except notebook_file.NotReadable:
                text = ""
        snapshot = self._analysis.Snapshot(
            path=job.path,
            text=read_source(job.path) or "" if text is None else text,
            buffers=job.buffers,
            roots=job.roots,
            stub_paths=job.stub_paths,
            tensorflow=job.tensorflow,
            environment=job.environment,
            cells=job.cells if cells is None else cells.windows,
            infers_parameters=job.infers_parameters,
        )
        wanted = _wanted(job)
        analyze = self._analysis.analyze
        if early is not None:
            analyze = partial(analyze, told=early.note)
        if pauses is not None:
            deliver = partial(self._deliver, wanted)
            analyze = partial(analyze, pauses=pauses, deliver=deliver)
        began = time.process_time()
        report = runner.run(snapshot, budget, wanted, _reader(job.buffers), analyze)
        self._paused.took[job.path] = time.process_time() - began
        if report.failure is not None:
            traceback.print_exception(report.failure)
        return report if cells is None else cells.told(report)

    def _deliver(
        self, wanted: runner.Wanted, snapshot: Snapshot, analysis: Analysis | None
    ) -> NoReturn:
        """In a copy of this process: answer with what its run found."""

        def finish(number: int, began: float) -> Done:
            assert analysis is not None
            report = runner.judged(analysis, wanted, _reader(snapshot.buffers))
            return Done(number, _outcome(report, began))

        self._paused.deliver(finish if analysis is not None else None)


def _wanted(job: Job) -> runner.Wanted:
    return runner.Wanted(
        codes=registry.chosen(job.select, job.ignore, registry.EDITOR_CODES),
        severities=job.severities,
        per_file=job.per_file,
        checkpoints=job.checkpoints,
        folders=job.roots,
    )


def _reader(buffers: Mapping[str, str]) -> Callable[[str], str | None]:
    def text_of(path: str) -> str | None:
        if path not in buffers:
            return read_source(path)
        disk.shadowed(path)
        return buffers[path]

    return text_of


def _outcome(report: runner.Report, began: float) -> Outcome:
    seconds = time.monotonic() - began
    return Outcome(report.analysis, report.findings, seconds, report.silenced)


def _survey(survey: Survey) -> Programs:
    ignored = GitIgnored(survey.folder)

    def is_excluded(path: str, is_folder: bool) -> bool:
        return globs.matches(survey.exclude, path, is_folder) or (
            survey.respect_gitignore and ignored(path, is_folder)
        )

    endings = (".py", notebook_file.ENDING)
    files = python_files(survey.folder, is_excluded=is_excluded, endings=endings)
    return Programs(tuple(islice(files, MAXIMUM_FILES)))


def main(analysis: str, niceness: int, life: int) -> None:
    """Take stdin and stdout for the jobs and work; ``analysis`` names the module that analyses.

    ``life`` is the end of a pipe that the server closes by ending; -1 if there is none.
    """
    if life >= 0:
        confinement.end_with(life)
    confinement.limit_memory()
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    # What runs in the background need not keep up with keys, and copies take memory.
    pauses = niceness == 0
    Worker(requests, replies, importlib.import_module(analysis), pauses=pauses).serve()
