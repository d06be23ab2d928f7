"""Runs random programs through TensorFlow and the analysis, and shows where they differ.

    python -m tests.conformance.differential --count 2000 --seed 1

prints the rates, and for those that differ minimised programs, the most frequent kind first.
Needs TensorFlow (see ``tests/support/recording.py``).
"""

from __future__ import annotations

import argparse
import ast
import builtins
import hashlib
import json
import os
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from tests.conformance.compare import Difference, differences, untruths
from tests.conformance.generate import programs
from tests.conformance.generator.profiles import NAMES, UNKNOWN, Program
from tests.conformance.shrink import shrink
from tests.support.patience import patient
from tests.support.recording import RECORDER, Recording, TensorFlow, record


def analysis_of(source: str) -> Analysis:
    """Analyse a program that stands alone."""
    return analyze(
        Snapshot(path="/nowhere/program.py", text=source, buffers={}, roots=()), patient()
    )


@dataclass(frozen=True)
class Outcome:
    """How one program fared."""

    program: Program
    recording: Recording
    found: list[Difference]
    seconds: float

    @property
    def signature(self) -> str:
        """What differs, for putting like with like."""
        return self.found[0].kind if self.found else ""


def judge(program: Program, recording: Recording) -> Outcome:
    """Analyse one program and compare."""
    started = time.perf_counter()
    try:
        if program.seen is None:
            found = differences(recording, analysis_of(program.source))
        else:
            found = untruths(recording, analysis_of(program.seen))
    except Exception as error:
        found = [Difference("crash", f"{type(error).__name__}: {error}")]
    return Outcome(program, recording, found, time.perf_counter() - started)


def recorded(sources: list[str], jobs: int, cache: Path | None) -> list[Recording]:
    """Record programs, but for those whose recording the cache has."""
    if cache is None:
        return record(sources, jobs)
    cache.mkdir(parents=True, exist_ok=True)
    recorder = RECORDER.read_text(encoding="utf-8")

    def kept(source: str) -> Path:
        return cache / f"{hashlib.sha256((recorder + source).encode()).hexdigest()}.json"

    def keep(source: str, recording: Recording) -> None:
        kept(source).write_text(json.dumps(recording.to_json()), encoding="utf-8")

    record([source for source in sources if not kept(source).exists()], jobs, keep)
    texts = [kept(source).read_text(encoding="utf-8") for source in sources]
    return [Recording.from_json(json.loads(text)) for text in texts]


def judge_all(chosen: list[Program], jobs: int, cache: Path | None = None) -> list[Outcome]:
    """Record and judge programs; ``cache`` is a folder that keeps recordings for the next time."""
    recordings = recorded([program.source for program in chosen], jobs, cache)
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(judge, chosen, recordings, chunksize=20))


_TENSORFLOW: list[TensorFlow] = []


def minimise(outcome: Outcome) -> Outcome:
    """The smallest program that differs in the same way; one that is seen in part stays whole."""
    if outcome.program.seen is not None:
        return outcome
    if not _TENSORFLOW:
        _TENSORFLOW.append(TensorFlow().__enter__())  # one for each process, until it ends
    kept = outcome
    error = outcome.recording.error
    kinds = {None, error.kind if error else None}

    def holds(source: str) -> bool:
        nonlocal kept
        recording = _TENSORFLOW[0].run(source)
        if (recording.error.kind if recording.error else None) not in kinds:
            return False
        smaller = judge(Program(outcome.program.seed, source, {}), recording)
        if smaller.signature != outcome.signature:
            return False
        kept = smaller
        return True

    shrink(outcome.program.source, holds)
    return kept


def ingredients(source: str) -> frozenset[str]:
    """What a small program is made of: its calls, keywords and kinds of statement."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found.add(node.func.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in vars(builtins):
                found.add(node.func.id)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg + "=")
        elif isinstance(node, ast.stmt | ast.comprehension | ast.operator | ast.JoinedStr):
            found.add(type(node).__name__)
    return frozenset(found)


def summary(outcomes: list[Outcome]) -> str:
    """The rates."""
    count = len(outcomes)
    exact = sum(not outcome.found for outcome in outcomes)
    clean = [outcome for outcome in outcomes if outcome.recording.error is None]
    false = [o for o in clean if any(found.kind == "error-false" for found in o.found)]
    slowest = max(outcome.seconds for outcome in outcomes)
    mean = sum(outcome.seconds for outcome in outcomes) / count
    return (
        f"programs {count}, exact {exact} ({exact / count:.2%}); "
        f"clean {len(clean)}, of them with a false error {len(false)}; "
        f"analysis {mean * 1000:.0f} ms each, at most {slowest * 1000:.0f} ms"
    )


def report(outcomes: list[Outcome], sample: int, jobs: int) -> str:
    """The summary, and minimised programs: alike ones together, the most frequent first."""
    parted = [outcome for outcome in outcomes if outcome.found]
    kinds = Counter(outcome.signature for outcome in parted)
    parts = [summary(outcomes), ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())]
    groups: dict[tuple[str, frozenset[str]], list[Outcome]] = defaultdict(list)
    with ProcessPoolExecutor(jobs) as pool:
        for small in pool.map(minimise, parted[:sample]):
            groups[small.signature, ingredients(small.program.source)].append(small)
    for (kind, _), members in sorted(groups.items(), key=lambda item: -len(item[1])):
        seeds = ", ".join(str(member.program.seed) for member in members)
        smallest = min(members, key=lambda member: len(member.program.source))
        found = "\n".join(f"    {difference}" for difference in smallest.found[:5])
        parts.append(f"\n## {kind}: {len(members)} of {len(parted[:sample])} (seeds {seeds})")
        program = smallest.program
        parts.append(f"{found}\n```python\n{program.seen or program.source}```")
    return "\n".join(parts)


def main() -> int:
    """Run the comparison; the exit status says whether all was exact."""
    parser = argparse.ArgumentParser(description="Compare the analysis with TensorFlow.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--profile", choices=NAMES, default="scopes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minimise", type=int, default=40, help="how many of those that differ")
    parser.add_argument("--cache", type=Path, help="a folder to keep TensorFlow's answers in")
    options = parser.parse_args()
    chosen = programs(options.seed, options.count, options.profile)
    outcomes = judge_all(chosen, options.jobs, options.cache)
    if options.profile == UNKNOWN:
        outcomes = [outcome for outcome in outcomes if outcome.recording.error is None]
    print(report(outcomes, options.minimise, options.jobs))
    return int(any(outcome.found for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
