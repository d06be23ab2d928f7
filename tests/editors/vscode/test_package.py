"""The extension of a repository that has an address, packaged as a release does it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from scope_lsp import __version__
from tests.editors.vscode.editor import installation, npm
from tests.editors.vscode.manifest import FOLDER, UNKNOWN

ROOT = FOLDER.parent
ADDRESS = "https://example.invalid/owner/scope-lsp"
MADE = (
    *(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist"),
    *("node_modules", "bundled", "out", "*.vsix"),
)
"""What a fresh clone does not have."""


def test_with_an_address_vsce_needs_no_exception(tmp_path: Path) -> None:
    """An address in the one place for it, and the steps of docs/releasing.md."""
    where = installation()
    clone = tmp_path / "clone"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(*MADE))
    project = clone / "pyproject.toml"
    text, count = re.subn(
        r'^repository = "[^"]*"$',
        f'repository = "{ADDRESS}"',
        project.read_text("utf-8"),
        flags=re.M,
    )
    assert count == 1
    project.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "docs/generate.py"], cwd=clone, check=True)
    folder = clone / FOLDER.name
    (folder / "node_modules").symlink_to(FOLDER / "node_modules")
    command = json.loads((folder / "package.json").read_text("utf-8"))["scripts"]["package"]
    assert "vsce package" in command and UNKNOWN.strip() not in command

    done = npm(where, "run", "package", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout
    with zipfile.ZipFile(folder / "scope-lsp.vsix") as archive:
        told = archive.read("extension.vsixmanifest").decode("utf-8")
        readme = archive.read("extension/readme.md").decode("utf-8")
        assert [name for name in archive.namelist() if "bundled/images" in name] == []
    assert f'Id="Microsoft.VisualStudio.Services.Links.Source" Value="{ADDRESS}"' in told
    assert f'Id="Microsoft.VisualStudio.Services.Links.Support" Value="{ADDRESS}/issues"' in told
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    assert pictures
    for picture in pictures:
        assert picture.startswith(f"{ADDRESS}/raw/v{__version__}/docs/images/"), picture
