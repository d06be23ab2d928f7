"""Settings as an attack: paths that block or never end, huge documents, very many of them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.client import REAL, Client

SECONDS = 60
PROGRAM = "import tensorflow as tf\nsound = tf.get_variable('sound', [1])\nimport helper, other\n"
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="FIFOs and devices")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "program.py").write_text(PROGRAM)
    traps = tmp_path / "traps"
    traps.mkdir()
    os.mkfifo(traps / "fifo")
    os.mkfifo(traps / "helper.py")
    os.symlink("loop", traps / "loop")
    os.symlink("..", traps / "up")
    os.symlink("/dev/zero", traps / "other.py")
    os.symlink("/dev/zero", traps / "METADATA.toml")
    listening = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(traps)
    listening.bind("socket")
    os.chdir(here)
    listening.close()
    return tmp_path


TRAPS = [
    *("/dev", "/dev/zero", "/dev/tty", "/proc", "/proc/self/fd", "/proc/self/root", "/sys"),
    *("traps", "traps/fifo", "traps/loop", "traps/up/traps/up/traps", "traps/socket", "traps/none"),
    *("~nobody", "~", "..", "../" * 500, "a" * 5000, "a/" * 3000, "", " ", "\\u0000", "\\ud800x"),
    *(
        "**",
        "**/**/**/*",
        "[",
        "[!",
        "{a,b",
        "\\\\",
        "${HOME}",
        "//server/share",
        "file:///dev/zero",
    ),
]
KEYS = ["extra-paths", "stub-paths", "entry-points", "exclude", "environment"]


def names(
    folder: Path, *options: str, program: str = "program.py"
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "scope_lsp", "names", *options, program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("key", KEYS)
def test_paths_that_are_traps(folder: Path, key: str) -> None:
    values = ", ".join(f'"{trap}"' for trap in TRAPS if "\\ud800" not in trap)
    value = values if key == "environment" else f"[{values}]"
    for one in values.split(", ") if key == "environment" else [value]:
        (folder / "pyproject.toml").write_text(f"[tool.scope-lsp]\n{key} = {one}\n")
        found = names(folder)
        assert "sound:0" in found.stdout
        assert "Traceback" not in found.stderr and "internal" not in found.stderr
        if key == "environment" and one == '"traps/socket"':
            break  # each costs a run: these first ones are of all kinds


BOMBS = {
    "many keys": "[tool.scope-lsp]\n" + "".join(f"key-{n} = {n}\n" for n in range(100_000)),
    "many tables": "".join(f"[tool.t{n}]\n" for n in range(100_000)),
    "many dots": "[tool." + "a." * 100_000 + "a]\n",
    "a long dotted key": "[tool.scope-lsp]\n" + "a." * 100_000 + "a = 1\n",
    "a deep list": "[tool.scope-lsp]\nexclude = " + "[" * 100_000 + "]" * 100_000 + "\n",
    "a deep table": "[tool.scope-lsp]\nexclude = " + "{a = " * 50_000 + "1" + "}" * 50_000 + "\n",
    "a long number": "[tool.scope-lsp]\nanalysis.timeout = " + "9" * 100_000 + "\n",
    "a long text": '[tool.scope-lsp]\nenvironment = "' + "a" * 4_000_000 + '"\n',
    "many excludes": "[tool.scope-lsp]\nexclude = [" + '"**/a*b*/**/*c", ' * 20_000 + "]\n",
    "a costly pattern": '[tool.scope-lsp]\nexclude = ["' + "**/" * 500 + "*a" * 500 + '"]\n',
    "many severities": "[tool.scope-lsp.diagnostics.severity]\n"
    + "".join(f'"a{n}" = "off"\n' for n in range(100_000)),
    "many roots": "[tool.scope-lsp]\nextra-paths = ["
    + ", ".join(f'"r{n}"' for n in range(50_000))
    + "]\n",
    "too large": "# " + "a" * 50_000_000 + "\n",
    "null bytes": "[tool.scope-lsp]\n\0\0\n",
    "nothing of Unicode": "[tool.scope-lsp]\nexclude = ['\udcff']\n",
    "unfinished": "[tool.scope-lsp\nexclude = ['",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_project_file_that_is_a_bomb(folder: Path, name: str) -> None:
    (folder / "pyproject.toml").write_bytes(BOMBS[name].encode("utf-8", "surrogateescape"))
    found = names(folder)
    assert "sound:0" in found.stdout
    assert "Traceback" not in found.stderr and "internal" not in found.stderr
    assert len(found.stderr) < 100_000


def test_a_project_file_that_blocks(folder: Path) -> None:
    os.mkfifo(folder / "pyproject.toml")
    assert "sound:0" in names(folder).stdout


NOTEBOOKS = {
    "many lists": '{"cells": [' + "[], " * 3_000_000 + "[]]}",
    "deep lists": '{"cells": ' + "[" * 1_000_000,
    "many cells": '{"cells": [' + '{"cell_type": "code", "source": "x = 1"}, ' * 50_000 + "{}]}",
    "a number": "9" * 1_000_000,
    "a long number": '{"cells": ' + "9" * 1_000_000 + "}",
}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_that_is_a_bomb(folder: Path, name: str) -> None:
    (folder / "program.ipynb").write_text(NOTEBOOKS[name])
    found = names(folder, program="program.ipynb")
    assert "Traceback" not in found.stderr and "internal" not in found.stderr


def test_settings_of_an_editor_that_are_traps(folder: Path) -> None:
    settings: list[object] = [
        {"extraPaths": TRAPS, "stubPaths": TRAPS, "entryPoints": TRAPS, "exclude": TRAPS},
        {"environment": "traps/fifo"},
        {"environment": "/proc/self"},
        {"analysis": {"timeout": 10**400}},
        {"analysis": {"timeout": -1}},
        {"extraPaths": [["a"]], "exclude": {"a": 1}, "checkpoints": {"*": "/dev/zero"}},
        {f"key{n}": n for n in range(10_000)},
        json.loads("[" * 500 + "]" * 500),
    ]
    with Client(REAL, folder=folder, cwd=folder) as client:
        uri = (folder / "program.py").as_uri()
        client.open(uri, PROGRAM)
        for one in settings:
            client.notify("workspace/didChangeConfiguration", {"settings": {"scopeLsp": one}})
            client.until(lambda: "sound" in str(client.hints(uri)), "hints")
        client.notify("workspace/didChangeConfiguration", {"settings": {"scopeLsp": {}}})
        client.until(lambda: "sound" in str(client.hints(uri)), "hints")
        assert "Traceback" not in client.errors
