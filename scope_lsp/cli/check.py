"""``scope-lsp check [PATH...]``: the diagnostics of files and folders."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Sequence

from scope_lsp import escape
from scope_lsp.cli import baseline, fixing, sources
from scope_lsp.cli.analysing import analyse_all
from scope_lsp.cli.cache import opened
from scope_lsp.cli.configuration import BadOption, Configuration
from scope_lsp.cli.console import Paint, complain, emit, shown_path
from scope_lsp.cli.explain import unknown_rule
from scope_lsp.cli.listing import Listing, Program, fold
from scope_lsp.cli.report import format_called
from scope_lsp.cli.statistics import FORMATS, statistics
from scope_lsp.cli.tasks import Outcome, Task, joined, tasks_of
from scope_lsp.cli.texts import Texts
from scope_lsp.rules import registry
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.settings import Settings

_FAILING = (Severity.ERROR, Severity.WARNING)


def run(options: argparse.Namespace) -> int:
    """Print the diagnostics.

    The exit code is 2 if a file could not be read or analysed or an option is invalid, else 1 if
    there was an error or a warning or ``--diff`` has something to show, else 0.
    """
    wrong = _wrong(options)
    for problem in wrong:
        complain(problem)
    if wrong:
        return 2
    if options.watch:
        from scope_lsp.cli.watch import watch

        return watch(lambda: _Check(options).run())
    return _Check(options).run()[0]


def _wrong(options: argparse.Namespace) -> list[str]:
    """What is wrong with the options."""
    codes = (*_codes(options.select), *_codes(options.ignore))
    problems = [unknown_rule(code) for code in codes if code not in RULES]
    try:
        Configuration(options.config)
    except BadOption as error:
        problems.append(str(error))
    if options.update_baseline and options.baseline is None:
        problems.append("--update-baseline: which --baseline FILE?")
    if options.statistics and options.format not in FORMATS:
        problems.append(f"--statistics cannot be printed as {options.format}")
    if sources.STDIN in options.files and (options.watch or (options.fix and not options.diff)):
        problems.append("standard input can be neither watched nor changed; --diff shows fixes")
    return problems


class _Check:
    """One run of the command."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._configuration = Configuration(options.config)
        self._sources = sources.collect(
            options.files,
            options.exclude,
            None,
            options.stdin_filename,
            self._configuration,
            is_forced=options.force_exclude,
        )
        self._texts = Texts(self._sources.texts)

    def run(self) -> tuple[int, Collection[str]]:
        """Print what was found; returns the exit code, and every path that affects the result."""
        options = self._options
        if options.show_files:
            files = [escape.visible(shown_path(path)) for path in self._sources.files]
            emit("".join(f"{path}\n" for path in files), options.output_file)
            return self._code([], found=False), self._watched([])
        outcomes = self._outcomes()
        findings = joined(outcomes)
        fixed: list[fixing.Fixed] = []
        if options.fix or options.diff:
            tasks = {task.path: task for task in self._tasks()}
            fixed = fixing.fix(outcomes, tasks, findings)
        if options.diff:
            emit("".join(map(fixing.diff, fixed)), options.output_file)
            return self._code(outcomes, bool(fixed)), ()
        if fixed:
            outcomes, findings = self._fix(fixed)
        if options.update_baseline:
            baseline.write(options.baseline, findings, self._texts.line)
            what = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
            complain(f"{options.baseline}: {what} written")
            return self._code(outcomes, found=False), ()
        every = findings
        if options.baseline is not None:
            try:
                findings = self._without_baseline(findings)
            except baseline.BadBaseline as error:
                complain(f"{options.baseline}: {error}")
                return 2, ()
        self._report(outcomes, findings, len(every) - len(findings))
        failing = any(finding.severity in _FAILING for finding in findings)
        return self._code(outcomes, failing and not options.exit_zero), self._watched(outcomes)

    def _tasks(self) -> list[Task]:
        return tasks_of(
            self._sources.files,
            self._options.path,
            self._configuration,
            self._rules,
            self._sources.texts,
        )

    def _outcomes(self) -> list[Outcome]:
        options, tasks = self._options, self._tasks()
        jobs = options.jobs or os.cpu_count() or 1
        # What a fix changes is judged by whole analyses, and never told by a file of others.
        unused = options.no_cache or options.fix or options.diff
        cache = opened(options.cache_dir, unused=unused)
        return analyse_all(tasks, jobs, options.verbose, cache)

    def _rules(self, settings: Settings) -> tuple[str, ...]:
        """The rules that the options select, or else the settings, minus those ignored."""
        select, ignore = _codes(self._options.select), _codes(self._options.ignore)
        if select:
            return registry.chosen(select, ignore)
        return registry.chosen(settings.select, (*settings.ignore, *ignore))

    def _fix(self, fixed: Sequence[fixing.Fixed]) -> tuple[list[Outcome], tuple[Finding, ...]]:
        """Write the fixed files and check all of them again."""
        written = [one for one in fixed if fixing.write(one)]
        if written:
            count = sum(one.count for one in written)
            complain(f"{count} fixed in {', '.join(shown_path(one.path) for one in written)}")
        self._texts = Texts(self._sources.texts)
        outcomes = self._outcomes()
        return outcomes, joined(outcomes)

    def _without_baseline(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        file = self._options.baseline
        known = baseline.read(file)
        fresh, stale = baseline.without(findings, known, file, self._texts.line)
        if stale:
            gone = f"{stale} of its findings {'is' if stale == 1 else 'are'} gone"
            complain(f"{file}: {gone}; --update-baseline drops {'it' if stale == 1 else 'them'}")
        return fresh

    def _report(
        self, outcomes: Sequence[Outcome], findings: tuple[Finding, ...], known: int
    ) -> None:
        options = self._options
        paint = Paint(None if options.output_file else sys.stdout)
        if options.statistics:
            fixable = fixing.fixable(outcomes, findings)
            emit(statistics(findings, fixable, options.format, paint), options.output_file)
            return
        listing = Listing(
            tuple(
                Program(outcome.path, fold(outcome.analysis.variables, slots=False))
                for outcome in outcomes
            ),
            findings,
            read=sum(not outcome.failure for outcome in outcomes),
            unread=len(self._sources.problems) + sum(bool(one.failure) for one in outcomes),
            known=known,
            line_of=self._texts.line,
            quiet=options.quiet,
            fixable=0 if options.fix else len(fixing.fixable(outcomes, findings)),
        )
        emit(format_called(options.format).check(listing, paint), options.output_file)

    def _code(self, outcomes: Sequence[Outcome], found: bool) -> int:
        if self._sources.problems or any(outcome.failure for outcome in outcomes):
            return 2
        return 1 if found else 0

    def _watched(self, outcomes: Sequence[Outcome]) -> set[str]:
        """Every file that was read or looked for, and the folders in which others may appear."""
        paths = {path for outcome in outcomes for path in outcome.analysis.files}
        paths.update(self._sources.files)
        paths.update(os.path.dirname(path) for path in self._sources.files)
        paths.update(map(os.path.abspath, self._options.files))
        paths.update(self._configuration.files())
        return paths


def _codes(arguments: Sequence[str]) -> list[str]:
    """Split repeated, comma-separated options."""
    return [code.strip() for text in arguments for code in text.split(",") if code.strip()]
