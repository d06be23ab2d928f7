"""Makes one contribution of each kind in a clone, to see whether docs/contributing.md names all.

    python -m tests.contribution

Each may touch the files alone that its row of the page's table names, and what the page's commands
write; it has to work, and the checks have to pass with all of them.  Takes some minutes, so it is
no part of the tests; CI runs it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

from tests.contribution.inventions import CONTRIBUTIONS, Contribution

ROOT = Path(__file__).parents[2]
TABLE = "docs/contributing.md"
GENERATE = "docs/generate.py"
GENERATED = (
    "docs/*.json",
    "docs/*.md",
    "scope_lsp/rules/documentation.md",
    "vscode-client/package*.json",
)
"""What the generator writes."""
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-m", "pytest", "tests/test_generated.py", "tests/test_architecture.py"),
)
"""What has to pass at the end, by the arguments of Python."""


class Clone:
    """A copy of the repository as it is committed, whose code is what runs in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git("clone", "--quiet", "--local", str(ROOT), str(folder), cwd=ROOT)

    def write(self, contribution: Contribution) -> None:
        for name, change in contribution.changes.items():
            path = self.folder / name
            old = path.read_text(encoding="utf-8") if path.exists() else ""
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change(old), encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Python with these arguments, in the clone."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder)}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def touched(self) -> list[str]:
        """The files that differ from what was kept last."""
        self._git("add", "--all")
        return self._git("diff", "--cached", "--name-only").split()

    def keep(self) -> None:
        author = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
        self._git(*author, "commit", "--quiet", "--no-verify", "-m", "A contribution")

    def _git(self, *arguments: str, cwd: Path | None = None) -> str:
        command = ["git", *arguments]
        done = subprocess.run(
            command, cwd=cwd or self.folder, capture_output=True, text=True, check=True
        )
        return done.stdout


def allowed(row: str) -> Iterator[str]:
    """Patterns of the files that a row of the table names, below the repository."""
    page = (ROOT / TABLE).read_text(encoding="utf-8")
    found = re.search(rf"^\| {re.escape(row)} \| (.*) \|$", page, re.MULTILINE)
    assert found, f"{TABLE} has no row for {row}"
    for code in re.findall(r"`([^`]*)`", found[1]):
        if code.endswith(GENERATE):
            yield from GENERATED
        path = re.sub(r"<[^>]*>", "*", code)
        parts = [part.split(",") for part in re.split(r"[{}]", path)]
        for choice in product(*parts):
            name = "".join(choice)
            yield name if name.startswith(("tests/", "docs/")) else f"scope_lsp/{name}"


def tried(clone: Clone, contribution: Contribution, program: Path) -> Iterator[str]:
    """Make a contribution: what is wrong with it."""
    clone.write(contribution)
    patterns = list(allowed(contribution.row))
    if set(GENERATED) <= set(patterns):
        done = clone.run(GENERATE)
        if done.returncode:
            yield f"{GENERATE} failed: {done.stderr}"
    for name in clone.touched():
        if not any(fnmatchcase(name, pattern) for pattern in patterns):
            yield f"touches {name}, which {TABLE} does not name"
    clone.keep()
    program.write_text(contribution.program, encoding="utf-8")
    command = [str(program) if word == "PROGRAM" else word for word in contribution.command]
    done = clone.run("-m", "scope_lsp", *command)
    if contribution.shows not in done.stdout:
        yield f"{' '.join(command)} does not show {contribution.shows}: {done.stdout}{done.stderr}"
    done = clone.run("-m", "pytest", "-q", *contribution.tests)
    if done.returncode:
        yield f"its tests fail: {done.stdout[-2000:]}{done.stderr[-2000:]}"


def main() -> int:
    """Try all; 1 where something is wrong, which is printed."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        clone = Clone(Path(folder) / "clone")
        for contribution in CONTRIBUTIONS:
            wrong = list(tried(clone, contribution, Path(folder) / "program.py"))
            failed += bool(wrong)
            print(f"{contribution.row}: {'; '.join(wrong) or 'as the table says'}", flush=True)
        for check in CHECKS:
            done = clone.run(*check)
            failed += bool(done.returncode)
            result = "passed" if not done.returncode else f"failed: {done.stdout}{done.stderr}"
            print(f"{' '.join(check)}: {result}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
