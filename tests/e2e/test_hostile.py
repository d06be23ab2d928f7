"""Opening a folder executes nothing from it, whatever lies in it, and none of it makes us wait."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.client import LIMIT, ROOT, Client
from tests.support.hostile import LIBRARIES, PROGRAM, Hostile

SCRIPT = "import sys\nfrom scope_lsp.__main__ import main\nsys.exit(main())\n"
"""What pip writes for ``scope-lsp``."""
SITE = f".venv/lib/python3.{sys.version_info[1]}/site-packages"
MARKED = PROGRAM.split("\n")


@pytest.fixture
def hostile(tmp_path: Path) -> Hostile:
    return Hostile(tmp_path)


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    script = tmp_path / "bin" / "scope-lsp"
    script.parent.mkdir()
    script.write_text(SCRIPT)
    return [sys.executable, str(script)]


def environment(hostile: Hostile) -> dict[str, str]:
    """That of a shell in which the folder's own environment was activated."""
    venv = hostile.folder / "venv"
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "VIRTUAL_ENV": str(venv),
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
        "XDG_CACHE_HOME": str(hostile.folder.parent / "cache"),
    }


def test_in_an_editor(hostile: Hostile, command: list[str]) -> None:
    folder = hostile.folder
    uri = hostile.program.as_uri()
    v, w = (MARKED.index(f'{n} = tf.get_variable("{n}", [3])') for n in "vw")
    with Client(
        [*command, "server"], folder=folder, cwd=folder, environment=environment(hostile)
    ) as client:
        for path in sorted(folder.rglob("*.py")):
            if path.is_file() and not path.is_symlink() and "again" not in path.parts:
                client.open(path.as_uri(), path.read_text())
        client.open(uri, hostile.program.read_text())
        settings = {"stubPaths": ["stubs"], "extraPaths": ["venv"], "entryPoints": ["*.py"]}
        client.notify("workspace/didChangeConfiguration", {"settings": {"scopeLsp": settings}})
        client.until(lambda: len(client.hints(uri)) >= 2, "hints")
        assert {(w, "w:0"), (v, "v:0")} <= {(line, name) for line, _, name in client.hints(uri)}
        for line in range(len(MARKED)):
            assert client.at("textDocument/hover", uri, line, 8) or line not in (v, w)
            client.at("textDocument/definition", uri, line, 8)
            client.at("textDocument/completion", uri, line, 22)
        for method in ("documentSymbol", "codeLens", "diagnostic"):
            client.request(f"textDocument/{method}", {"textDocument": {"uri": uri}})
        client.request("workspace/diagnostic", {"previousResultIds": []})
        assert client.request("workspace/symbol", {"query": "w"})
        client.settle(2.0)  # what runs in the background
        assert client.leave() == 0
    assert hostile.sprung() == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["names", "model.py"], id="names"),
        pytest.param(["names", "."], id="names of a folder"),
        pytest.param(["check", ".", "--jobs", "2"], id="check"),
        pytest.param(["check", "pipe.py", "endless.py"], id="check of what is no file"),
    ],
)
def test_on_the_command_line(hostile: Hostile, command: list[str], arguments: list[str]) -> None:
    done = run([*command, *arguments], hostile)
    if arguments[1] == "model.py":
        assert "w:0" in done.stdout and "v:0" in done.stdout, done.stdout + done.stderr
    assert hostile.sprung() == []


def test_as_a_module(hostile: Hostile) -> None:
    """``python -m`` itself prefers the working directory; we leave it as soon as we are running.

    What Python runs for any module, and a package that is named like ours, are out of our reach.
    """
    (hostile.folder / "blank.py").touch()
    run([sys.executable, "-m", "blank"], hostile)
    hostile.take("scope_lsp", *hostile.sprung())
    for mark in hostile.marks.iterdir():
        mark.unlink()
    done = run([sys.executable, "-m", "scope_lsp", "names", "model.py"], hostile)
    assert "w:0" in done.stdout
    assert hostile.sprung() == []


def test_the_traps_work(hostile: Hostile) -> None:
    for command in (
        ["venv/bin/python"],
        ["-c", "import helper, sourceless, stubs.stubbed"],
        ["-c", "import sys; del sys.path[0]; import ctypes; ctypes.CDLL('./native.so')"],
        ["-c", f"import site; site.addsitedir({SITE!r})"],
        *(["-c", f"import {name}"] for name in (*LIBRARIES, "jedi", "scope_lsp", "csv")),
    ):
        full = command if command[0] != "-c" else [sys.executable, *command]
        subprocess.run(full, cwd=hostile.folder, timeout=LIMIT, capture_output=True)
    expected = {"venv_bin_python", "helper", "sourceless", "stub_stubbed", "native", "pth"}
    assert expected | {*LIBRARIES, "jedi", "scope_lsp", "csv"} <= {*hostile.sprung()}


def run(command: list[str], hostile: Hostile) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=hostile.folder,
        env=environment(hostile),
        capture_output=True,
        text=True,
        timeout=LIMIT * 2,
    )
