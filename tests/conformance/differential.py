"""Runs random programs through TensorFlow and through the analysis, and shows where they part.

    python -m tests.conformance.differential --count 2000 --seed 1

prints each kind of difference with a minimised program, the most frequent first, and the rates.
Needs TensorFlow (see ``tests/support/recording.py``).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from tests.conformance.compare import Difference, differences
from tests.conformance.generate import programs
from tests.conformance.generator.profiles import PROFILES, Program
from tests.conformance.shrink import shrink
from tests.support.recording import Recording, TensorFlow, record


def analysis_of(source: str) -> Analysis:
    """Analyse a program that stands alone."""
    return analyze(Snapshot(path="/nowhere/program.py", text=source, buffers={}, roots=()))


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
        found = differences(recording, analysis_of(program.source))
    except Exception as error:
        found = [Difference("crash", f"{type(error).__name__}: {error}")]
    return Outcome(program, recording, found, time.perf_counter() - started)


def judge_all(chosen: list[Program], jobs: int) -> list[Outcome]:
    """Record and judge programs."""
    recordings = record([program.source for program in chosen], jobs)
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(judge, chosen, recordings, chunksize=20))


def minimise(outcome: Outcome, tensorflow: TensorFlow) -> Outcome:
    """The smallest program that differs in the same way."""
    kept = outcome

    def holds(source: str) -> bool:
        nonlocal kept
        program = Program(outcome.program.seed, source, {})
        recording = tensorflow.run(source)
        if recording.error and recording.error.kind == "program":
            return False
        smaller = judge(program, recording)
        if smaller.signature != outcome.signature:
            return False
        kept = smaller
        return True

    shrink(outcome.program.source, holds)
    return kept


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


def report(outcomes: list[Outcome], examples: int) -> str:
    """The summary and, for each kind of difference, its frequency and minimised examples."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.found:
            groups[outcome.signature].append(outcome)
    parts = [summary(outcomes)]
    with TensorFlow() as tensorflow:
        for kind, members in sorted(groups.items(), key=lambda item: -len(item[1])):
            seeds = ", ".join(str(member.program.seed) for member in members[:12])
            parts.append(f"\n## {kind}: {len(members)} programs (seeds {seeds})")
            members.sort(key=lambda member: len(member.program.source))
            seen = set()
            for member in members[: examples * 4]:
                small = minimise(member, tensorflow)
                if small.program.source in seen or len(seen) == examples:
                    continue
                seen.add(small.program.source)
                found = "\n".join(f"    {difference}" for difference in small.found[:6])
                source = small.program.source
                parts.append(f"\nseed {member.program.seed}\n{found}\n```python\n{source}```")
    return "\n".join(parts)


def main() -> int:
    """Run the comparison; the exit status says whether all was exact."""
    parser = argparse.ArgumentParser(description="Compare the analysis with TensorFlow.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--profile", choices=sorted(PROFILES), default="scopes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--examples", type=int, default=3, help="of each kind of difference")
    options = parser.parse_args()
    chosen = programs(options.seed, options.count, options.profile)
    outcomes = judge_all(chosen, options.jobs)
    print(report(outcomes, options.examples))
    return int(any(outcome.found for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
