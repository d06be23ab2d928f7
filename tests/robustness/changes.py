"""Reports how a change of scope-lsp affects names in code bases: gained, lost, changed.

    python -m tests.robustness.changes [--each 5] [--jobs 2] OLD NEW FOLDER ...

OLD and NEW are revisions of this repository; ``.`` is the working tree.  Each is unpacked into a
folder of its own and lists every script of the code bases that can be started.  Prints Markdown.
Not a judge of which answer is right.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.robustness.code_bases import scripts

ROOT = Path(__file__).parents[2]
SECONDS = 300
Listing = dict[str, tuple[Any, ...]]
"""What is said of each variable, by its name: shape, dtype, certainty."""


def unpack(revision: str, folder: Path) -> Path:
    """The package of a revision, somewhere to import it from."""
    if revision == ".":
        return ROOT
    packed = subprocess.run(
        ["git", "archive", "--format=tar", revision, "scope_lsp"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    target = folder / str(len(list(folder.iterdir())))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target)  # our own revisions
    return target


def listing(package: Path, script: Path) -> Listing | str:
    """What a revision lists of a script, or why it does not."""
    command = [sys.executable, "-m", "scope_lsp", "names", str(script), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(package)}
    try:
        done = subprocess.run(
            command,
            cwd=package,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        variables = json.loads(done.stdout)["variables"]
    except subprocess.TimeoutExpired:
        return f"no answer in {SECONDS} seconds"
    except ValueError:
        return done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer"
    return {
        one["name"]: (one["shape"], one["dtype"], one["certainty"])
        for one in variables
        if not one["reused"]
    }


def report(script: str, old: Listing | str, new: Listing | str) -> list[str]:
    """The lines for a script; none when nothing changed."""
    if isinstance(old, str) or isinstance(new, str):
        return [f"- `{script}`: {old} -> {new}"] if type(old) is not type(new) else []
    gained = [name for name in new if name not in old]
    lost = [name for name in old if name not in new]
    changed = [name for name in new if name in old and new[name] != old[name]]
    if not (gained or lost or changed):
        return []
    lines = [f"- `{script}`: {len(gained)} gained, {len(lost)} lost, {len(changed)} changed"]
    lines += [f"    - gained `{name}` {new[name]}" for name in gained[:3]]
    lines += [f"    - lost `{name}` {old[name]}" for name in lost[:3]]
    lines += [f"    - changed `{name}` {old[name]} -> {new[name]}" for name in changed[:3]]
    return lines


def compare(old: Path, new: Path, bases: Sequence[Path], each: int, jobs: int) -> str:
    """The report on all code bases."""
    found = [(base, script) for base in bases for script in scripts(base, each)]

    def one(item: tuple[Path, Path]) -> list[str]:
        base, script = item
        shown = f"{base.name}/{script.relative_to(base).as_posix()}"
        return report(shown, listing(old, script), listing(new, script))

    with ThreadPoolExecutor(jobs) as pool:
        lines = [line for lines in pool.map(one, found) for line in lines]
    differing = sum(not line.startswith(" ") for line in lines)
    head = f"{len(found)} scripts of {len(bases)} code bases: {differing} are listed otherwise."
    return "\n".join([head, "", *lines]).rstrip() + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description="what a change does to the names of code bases")
    parser.add_argument("old", help="a revision of this repository, or . for the working tree")
    parser.add_argument("new", help="the same")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--each", type=int, default=5, help="scripts of each code base")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        old = unpack(options.old, Path(place))
        new = unpack(options.new, Path(place))
        bases = [folder.resolve() for folder in options.folders]
        print(compare(old, new, bases, options.each, options.jobs), end="")


if __name__ == "__main__":
    main()
