"""What an installed scope-lsp consists of, and what a release needs."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from importlib.machinery import SourceFileLoader
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from scope_lsp import __version__
from scope_lsp.__main__ import main
from tests.editors.vscode import manifest

ROOT = Path(__file__).parent.parent
CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache"}
REPOSITORY = (ROOT / ".ci").is_dir()
"""Whether this is a clone, rather than an unpacked sdist, which lacks what only CI needs."""
in_a_clone = pytest.mark.skipif(not REPOSITORY, reason="not in a clone")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(path)


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
        (entry_points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "scope-lsp = scope_lsp.__main__:main" in archive.read(entry_points).decode()
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "scope_lsp").rglob("*")
        if path.is_file() and not CACHES.intersection(path.parts)
    }
    assert packed == package
    assert "scope_lsp/py.typed" in packed
    assert "scope_lsp/stubs/METADATA.toml" in packed
    assert "scope_lsp/stubs/tensorflow/__init__.py" in packed


def test_what_a_package_index_is_told(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("METADATA")]
        (licence,) = [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]
        told = Parser().parsestr(archive.read(name).decode())
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert told["Version"] == __version__
    assert told["License-Expression"] == "MIT"
    assert told["Description-Content-Type"] == "text/markdown"
    relative = re.findall(r"\]\((?!https://|#)[^)\s]+\)", told.get_payload())
    assert relative == []


@in_a_clone
def test_the_sdist_holds_what_its_tests_need(tmp_path: Path) -> None:
    (path,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(path) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\n")
    wanted = {
        name
        for name in tracked
        if name.startswith(("scope_lsp/", "tests/", "docs/", "examples/"))
        and (ROOT / name).is_file()
    }
    assert wanted - packed == set()
    assert {"README.md", "CHANGELOG.md", "LICENSE", "hatch_build.py", "mkdocs.yml"} <= packed
    assert [name for name in packed if "node_modules" in name or ".venv" in name] == []


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"scope-lsp {__version__}\n"
    assert manifest.package()["version"] == __version__
    assert json.loads(manifest.LOCK.read_text("utf-8"))["version"] == __version__
    for log in (ROOT / "CHANGELOG.md", ROOT / "vscode-client" / "CHANGELOG.md"):
        assert re.search(rf"^## {re.escape(__version__)}\b", log.read_text("utf-8"), re.MULTILINE)


COPYLEFT = re.compile(r"\bGPL|\bAGPL|General Public License", re.IGNORECASE)


def test_what_it_depends_on_has_licences_that_fit() -> None:
    """Nothing that a user installs with it asks more of them than the MIT licence does."""
    waiting, seen = ["scope-lsp"], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        found = distribution(name)
        told = found.metadata
        licences = [told.get("License-Expression") or "", (told.get("License") or "")[:80]]
        licences += [one for one in told.get_all("Classifier") or [] if one.startswith("License")]
        assert any(licences), f"{name} names no licence"
        assert not [one for one in licences if COPYLEFT.search(one)], name
        for line in found.requires or []:
            requirement, _, condition = line.partition(";")
            if not condition.strip():
                waiting.append(re.match(r"[\w.-]+", requirement)[0])  # type: ignore[index]
    assert {"pygls", "jedi", "attrs"} <= seen


def _script(name: str) -> ModuleType:
    loader = SourceFileLoader(name, str(ROOT / ".ci" / name))
    spec = importlib.util.spec_from_loader(name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


@in_a_clone
def test_a_release_needs_an_entry_in_the_changelog() -> None:
    script = _script("release")
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert script.notes_of(log, __version__).startswith("The first release.")
    with pytest.raises(script.Refused, match=r"no dated entry for 9\.9\.9"):
        script.notes_of(log, "9.9.9")


@in_a_clone
def test_a_release_names_one_address() -> None:
    script = _script("release")
    address = "https://example.invalid/owner/scope-lsp"
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    script.agree_on_address(project, manifest.text())
    with_address = re.sub(r'^repository = ".*"$', f'repository = "{address}/"', project, flags=re.M)
    script.agree_on_address(with_address, manifest.text(address))
    with pytest.raises(script.Refused, match=r"run python docs/generate\.py"):
        script.agree_on_address(with_address, manifest.text(""))


@in_a_clone
def test_a_commit_says_what_and_why() -> None:
    faults = _script("commit_message").faults
    assert faults("Say what\n\nFor a reason.\n# a comment of git's\n") == []
    assert faults("Merge branch 'x'\n") == []
    assert faults("Say what\n") == ["the body says why: there is none"]
    assert faults("Say what\nat once\n") == ["an empty line belongs below the subject"]
    assert "has 80 characters" in faults("x" * 80 + "\n\nWhy.\n")[0]


@in_a_clone
def test_hooks_and_action_call_what_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["scope-lsp-check", "scope-lsp-lock"]
    assert {hook["entry"].split()[0] for hook in hooks} == {"scope-lsp"}
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert all(not re.search(r"\$\{\{\s*inputs", step.get("run", "")) for step in steps)
    given = {key.removeprefix("INPUT_").lower() for key in steps[-1]["env"] if "INPUT_" in key}
    assert given | {"python-version"} == set(action["inputs"])
    for file in (ROOT / ".github").rglob("*.yml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8")), file


def _act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    program = folder / "scope-lsp"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scope_lsp "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SCOPE_LSP": str(program),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        **{f"INPUT_{key.upper()}": value for key, value in inputs.items()},
    }
    return subprocess.run(
        ["bash", str(ROOT / ".ci" / "action")],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@in_a_clone
def test_the_action_finds_and_compares(tmp_path: Path) -> None:
    program = tmp_path / "train.py"
    program.write_text("import tensorflow as tf\ntf.get_variable('w', [3])\n")
    assert _act(tmp_path, paths="train.py").returncode == 0
    (tmp_path / "names.lock").write_text("# old\n\n[train.py]\nv  (3,)  float32\n")
    done = _act(tmp_path, paths="train.py", sarif="found.sarif")
    assert done.returncode == 1
    assert "v" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "found.sarif").read_text("utf-8"))["version"] == "2.1.0"
    program.write_text(program.read_text() * 2)
    done = _act(tmp_path, paths="train.py", lock="none.lock", args="--select variable-exists")
    assert done.returncode == 1
    assert "file=train.py,line=4" in done.stdout
