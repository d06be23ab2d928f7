"""Random scope programs: print them, or count what a range of them does.

    python -m tests.conformance.generate --seed 7
    python -m tests.conformance.generate --seed 1 --count 500 --statistics

The statistics need TensorFlow (see ``tests/support/recording.py``).
"""

from __future__ import annotations

import argparse
from collections import Counter

from tests.conformance.generator.profiles import NAMES, Program, write_program
from tests.support import recording


def programs(seed: int, count: int, profile: str = "scopes") -> list[Program]:
    """The programs of ``count`` seeds from ``seed`` on."""
    return [write_program(seed + offset, profile) for offset in range(count)]


def statistics(chosen: list[Program], jobs: int = 2) -> str:
    """What TensorFlow says to some programs, and what they are made of."""
    recordings = recording.record([program.source for program in chosen], jobs)
    errors: Counter[str] = Counter()
    features: Counter[str] = Counter()
    accesses = shared = 0
    sharing = 0
    for program, record in zip(chosen, recordings, strict=True):
        errors[record.error.kind if record.error else "none"] += 1
        features.update(set(program.features))
        accesses += len(record.accesses)
        shared += sum(access.reused for access in record.accesses)
        sharing += any(access.reused for access in record.accesses)
    count = len(chosen)
    lines = sum(len(program.source.splitlines()) for program in chosen) / count
    report = [
        f"programs {count}, lines {lines:.1f}, accesses {accesses / count:.1f} each",
        f"shared accesses {shared / accesses:.1%}, programs that share {sharing / count:.1%}",
        "ends: " + ", ".join(f"{kind} {n / count:.1%}" for kind, n in errors.most_common()),
        f"features in a program: {sum(features.values()) / count:.1f} of {len(features)}",
    ]
    report += [f"  {name:32} {n / count:6.1%}" for name, n in features.most_common()]
    return "\n".join(report)


def main() -> None:
    """Print programs or their statistics."""
    parser = argparse.ArgumentParser(description="Random scope programs.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--profile", choices=NAMES, default="scopes")
    parser.add_argument("--statistics", action="store_true")
    options = parser.parse_args()
    chosen = programs(options.seed, options.count, options.profile)
    if options.statistics:
        print(statistics(chosen))
    else:
        print("\n\n".join(program.seen or program.source for program in chosen))


if __name__ == "__main__":
    main()
