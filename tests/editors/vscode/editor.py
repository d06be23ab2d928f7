"""VS Code for tests: the packaged extension in code-server, driven through ``driver.mjs``."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.editors.editor import CACHE
from tests.editors.vscode.manifest import FOLDER

T = TypeVar("T")
HERE = Path(__file__).parent
LIMIT = 60.0
"""Seconds for anything, on a machine that is busy with other tests."""
START = 240.0
"""The same for the editor itself."""
SETTINGS: dict[str, Any] = {
    "editor.inlayHints.enabled": "on",
    "editor.minimap.enabled": False,
    "editor.stickyScroll.enabled": False,
    "editor.fontFamily": "DejaVu Sans Mono",
    "editor.fontSize": 14,
    "editor.hover.delay": 100,
    "editor.autoIndent": "none",
    "editor.accessibilitySupport": "off",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.welcomePage.walkthroughs.openOnInstall": False,
    "workbench.colorTheme": "Default Light Modern",
    "workbench.enableExperiments": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.editorAssociations": {"*.ipynb": "jupyter-notebook"},
    "chat.disableAIFeatures": True,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.banner": "never",
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "extensions.autoUpdate": False,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "git.enabled": False,
    "files.autoSave": "off",
}


def installation() -> Path:
    """What ``install_vscode.sh`` made, else the test is skipped."""
    given = os.environ.get("SCOPE_LSP_CODE_SERVER")
    found = Path(given) if given else CACHE / "vscode"
    if not (found / "code-server").exists() or not (FOLDER / "node_modules").exists():
        pytest.skip("no VS Code; tests/editors/install_vscode.sh installs it")
    return found


def npm(where: Path, *arguments: str, folder: Path = FOLDER) -> subprocess.CompletedProcess[str]:
    """Run npm in the extension's folder with the Node of the installation, and this Python."""
    folders = [where / "node_modules" / "node" / "bin", Path(sys.executable).parent]
    path = os.pathsep.join([*map(str, folders), os.environ["PATH"]])
    return subprocess.run(
        ["npm", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=START,
    )


def package_extension(where: Path, folder: Path) -> Path:
    """Package the extension and leave it in a folder."""
    done = npm(where, "run", "package")
    assert done.returncode == 0, done.stdout + done.stderr
    made = folder / "scope-lsp.vsix"
    shutil.copy(FOLDER / made.name, made)
    return made


class Failed(AssertionError):
    """The editor did not do what it was told to."""


class VSCode:
    """One window of VS Code on a folder."""

    def __init__(self, where: Path, vsix: Path, trust: bool = True, **settings: Any) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="scope-lsp-"))
        self.project = self.home / "project"
        self.project.mkdir()
        self._settings: dict[str, Any] = {}
        self.configure(**SETTINGS, **settings)
        self._where, self._vsix, self._trust = where, vsix, trust
        self._process: subprocess.Popen[str] | None = None
        self._replies: queue.Queue[str | None] = queue.Queue()

    def start(self, **environment: str) -> VSCode:
        """Show the folder; what is in it is written before."""
        self._process = subprocess.Popen(
            [str(self._where / "node"), str(HERE / "driver.mjs"), str(self._where)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environment},
        )
        threading.Thread(target=self._read, daemon=True).start()
        try:
            self._do(
                "start",
                START,
                home=str(self.home),
                project=str(self.project),
                vsix=str(self._vsix),
                trust=self._trust,
            )
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                self._process.wait(LIMIT)
            except subprocess.TimeoutExpired:
                self._process.terminate()
        shutil.rmtree(self.home, ignore_errors=True)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def provide(self, files: dict[str, str]) -> None:
        """Write the files of the project that are not there yet."""
        for name, text in files.items():
            if not (self.project / name).exists():
                self.write(name, text)

    def write_notebook(self, name: str, *cells: str) -> None:
        """Write a notebook with cells of code."""
        made = [
            {"cell_type": "code", "source": one, "metadata": {}, "outputs": []} for one in cells
        ]
        found = {"cells": [{**one, "execution_count": None} for one in made]}
        self.write(name, json.dumps({**found, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}))

    def configure(self, **settings: Any) -> None:
        """Set settings, which the editor notices; those that are None go."""
        self._settings |= settings
        self._settings = {key: one for key, one in self._settings.items() if one is not None}
        # Settings of the machine count only in the second place, those of the user in the first.
        for folder in ("User", "Machine"):
            place = self.home / "user" / folder
            place.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._settings, indent=1)
            (place / "settings.json").write_text(text, encoding="utf-8")

    # What a person does

    def do(self, action: str, **arguments: Any) -> Any:
        """One action of ``driver.mjs``."""
        return self._do(action, LIMIT, **arguments)

    def open(self, name: str) -> None:
        self.do("open", name=name)

    def command(self, title: str, **arguments: Any) -> None:
        self.do("command", title=title, **arguments)

    def goto(self, line: int, column: int = 1) -> None:
        self.do("goto", line=line, column=column)

    def insert(self, text: str) -> None:
        self.do("insert", text=text)

    def press(self, keys: str) -> None:
        self.do("press", keys=keys)

    def shot(self, name: str) -> None:
        """Take a picture of a failure, where pictures are wanted."""
        folder = os.environ.get("SCOPE_LSP_SHOTS")
        if folder:
            self.do("shot", file=str(Path(folder) / f"{name}.png"))

    # What a person sees

    @property
    def hints(self) -> dict[int, list[str]]:
        """By line (1-based)."""
        found: dict[int, list[str]] = {}
        for hint in self.do("editor")["hints"]:
            found.setdefault(hint["line"], []).append(hint["text"])
        return found

    @property
    def lines(self) -> dict[int, str]:
        """The text on the screen by line, without hints."""
        return {int(number): text for number, text in self.do("editor")["lines"].items()}

    def problems(self, name: str) -> list[dict[str, Any]]:
        """The rows of a file in the panel of problems: diagnostics and their related places."""
        rows: list[dict[str, Any]] = self.do("problems")
        found: list[dict[str, Any]] = []
        inside = False
        for row in rows:
            if row["level"] == 1:
                inside = name in row["name"]
            elif inside:
                found.append(row)
        return found

    @property
    def variables(self) -> dict[str, Any] | None:
        """The view "Variables", None while it is not shown."""
        found: dict[str, Any] | None = self.do("view", name="Variables")
        return found

    @property
    def lenses(self) -> list[str]:
        """Above the lines on the screen, from above."""
        found: list[str] = self.do("editor")["lenses"]
        return found

    @property
    def status(self) -> str:
        """The item in the status bar; empty when there is none."""
        return " ".join(self.do("status", id="scopeLsp.status"))

    def wait(self, look: Callable[[], T], wanted: T | Callable[[T], object], what: str) -> T:
        """Look until something is to be seen."""
        end = time.monotonic() + LIMIT
        while True:
            found = look()
            if wanted(found) if callable(wanted) else found == wanted:
                return found
            if time.monotonic() > end:
                self.shot(f"failed-{what.replace(' ', '-')}")
                expected = "" if callable(wanted) else f"; expected {wanted}"
                shown = {**self.do("editor"), "status": self.status, "toasts": self.do("toasts")}
                raise AssertionError(f"no {what}: {found}{expected}\n{shown}\n{self.logs()}")
            time.sleep(0.1)

    def logs(self) -> str:
        """What the extension said of itself."""
        files = self.home.glob("user/logs/*/exthost*/*/*scope-lsp*.log")
        return "\n".join(file.read_text(encoding="utf-8")[-3000:] for file in files)

    def _do(self, action: str, limit: float, **arguments: Any) -> Any:
        process = self._process
        assert process is not None and process.stdin is not None
        process.stdin.write(json.dumps({"do": action, **arguments}) + "\n")
        process.stdin.flush()
        try:
            line = self._replies.get(timeout=limit)
        except queue.Empty:
            process.terminate()  # it ends what it has started
            raise Failed(f"{action}: no answer within {limit:g} s") from None
        if line is None:
            raise Failed(f"{action}: the driver is gone")
        reply = json.loads(line)
        if "error" in reply:
            if action != "shot":
                self.shot(f"failed-{action}")
            raise Failed(f"{action} {arguments}: {reply['error']}")
        return reply["value"]

    def _read(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        for line in self._process.stdout:
            self._replies.put(line)
        self._replies.put(None)
