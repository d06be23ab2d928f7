"""The page on checkpoints shows what is printed.

``python -m tests.cli.test_checkpoints_page`` writes the output into it anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "checkpoints.md"
SESSION = re.compile(r"^```console\n\$ scope-lsp (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
LOCK = re.compile(r"^```text\n((?:.*\n)*?)```$", re.MULTILINE)


def printed(arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "scope_lsp", *shlex.split(arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_every_example_prints_what_the_page_shows(tmp_path: Path) -> None:
    sessions = SESSION.findall(PAGE.read_text(encoding="utf-8"))
    assert {arguments.split()[0] for arguments, _ in sessions} == {"diff", "lock"}
    for arguments, output in sessions:
        if arguments.startswith("diff"):
            assert printed(arguments) == output, arguments


def test_the_lock_that_is_shown_is_what_is_written(tmp_path: Path) -> None:
    (shown,) = LOCK.findall(PAGE.read_text(encoding="utf-8"))
    (tmp_path / "siamese.py").write_bytes((ROOT / "examples" / "siamese.py").read_bytes())
    lock = tmp_path / "names.lock"
    assert printed(f"lock {tmp_path}/siamese.py --output {lock}") == ""
    assert lock.read_text(encoding="utf-8") == shown


def test_the_configurations_are_yaml() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.DOTALL)
    assert all(isinstance(yaml.safe_load(block), dict | list) for block in blocks)


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")

    def shown(found: re.Match[str]) -> str:
        output = printed(found[1]) if found[1].startswith("diff") else ""
        return f"```console\n$ scope-lsp {found[1]}\n{output}```"

    PAGE.write_text(SESSION.sub(shown, text), encoding="utf-8")
