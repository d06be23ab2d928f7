"""The packaged extension, and the windows that all tests in VS Code share."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.editors.vscode.editor import VSCode, installation, package_extension


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


class _Window:
    """A window that is kept for the next test, until one fails in it."""

    def __init__(self, make: Callable[[], VSCode]) -> None:
        self._make = make
        self._editor: VSCode | None = None
        self.has_failed = False

    def shown(self, files: dict[str, str]) -> VSCode:
        """The window, on a folder that has these files."""
        if self.has_failed:
            self.close()
        editor = self._editor or self._make()
        editor.provide(files)
        if self._editor is None:
            self._editor = editor.start()
        return editor

    def close(self) -> None:
        """The next test gets a new one."""
        editor, self._editor, self.has_failed = self._editor, None, False
        if editor is not None:
            editor.close()


@pytest.fixture(scope="session")
def window(vsix: Path) -> Iterator[_Window]:
    """Starting one takes longer than most tests."""
    made = _Window(lambda: VSCode(installation(), vsix))
    yield made
    made.close()


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether a test has failed, for the fixture below."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture
def vscode(window: _Window, request: pytest.FixtureRequest) -> Iterator[VSCode]:
    """A window on a folder with the files that the test's module names in ``FILES``.

    Each test opens files of its own, and leaves the settings as they were.
    """
    request.node.stash[_FAILED] = False
    yield window.shown(request.module.FILES)
    window.has_failed = request.node.stash[_FAILED]
