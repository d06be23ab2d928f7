"""The packaged extension, for all tests in VS Code."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from tests.editors.vscode.editor import installation, package_extension


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
            package_extension(where, folder)
    return made
