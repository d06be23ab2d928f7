"""Makes ``recordings.jsonl`` again: programs, and what TensorFlow 1.15.5 did with them.

    SCOPE_LSP_TF1_PYTHON=/path/to/python3.7 python -m tests.conformance.remake

One line for each program: its seed, profile and text, and the record (see ``record.py``).  The text
is kept, so the recordings stay true when the generator changes; they need making anew only for
programs of another kind.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.conformance.generate import programs
from tests.conformance.generator.profiles import Program
from tests.support.recording import Recording, record

RECORDINGS = Path(__file__).with_name("recordings.jsonl")
SHARES = {"scopes": 200, "plain": 60, "python": 60, "layers": 40, "keras": 30}
LONGEST = 70


def chosen_programs() -> list[tuple[str, Program, Recording]]:
    """Programs of each profile, of moderate length, in which names go wrong, not types."""
    chosen = []
    for profile, share in SHARES.items():
        short = [
            program
            for program in programs(1, 3 * share, profile)
            if len(program.source.splitlines()) <= LONGEST
        ]
        recordings = record([program.source for program in short], jobs=2)
        sound = [
            (profile, program, recording)
            for program, recording in zip(short, recordings, strict=True)
            if recording.error is None
            or (recording.error.kind != "program" and recording.error.type != "TypeError")
        ]
        chosen += sound[:share]
    return chosen


def main() -> None:
    """Write the file."""
    with RECORDINGS.open("w", encoding="utf-8") as handle:
        for profile, program, recording in chosen_programs():
            row = {"seed": program.seed, "profile": profile, "source": program.source}
            handle.write(json.dumps({**row, **recording.to_json()}, separators=(",", ":")) + "\n")
    print(f"wrote {RECORDINGS}")


if __name__ == "__main__":
    main()
