"""The packaged extension, for all tests in VS Code."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.editors.vscode.editor import installation, npm
from tests.editors.vscode.manifest import FOLDER


@pytest.fixture(scope="session")
def vsix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension, packaged once, however many workers the tests have."""
    where = installation()
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    made = folder / "scope-lsp.vsix"
    with open(folder / "vsix.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            done = npm(where, "run", "package")
            assert done.returncode == 0, done.stdout + done.stderr
            shutil.copy(FOLDER / "scope-lsp.vsix", made)
    return made
