"""The cache of ``names`` and ``check``: the same answers, and no analysis of what is unchanged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from scope_lsp.__main__ import main
from scope_lsp.cli import analysing, cache
from scope_lsp.cli.tasks import Outcome, Task

TRAIN = """import tensorflow as tf
import helper
import os
if os.path.exists("more.py"):
    tf.get_variable("more", [1])
helper.layer("a")
helper.layer("a")
"""
HELPER = """import tensorflow as tf
def layer(name):
    return tf.get_variable(name, [1])
"""
Check = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Check:
    """Run the command in a folder; its exit code, its output, and which files were analysed."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "train.py").write_text(TRAIN)
    (project / "helper.py").write_text(HELPER)
    monkeypatch.chdir(project)
    analysed: list[str] = []
    run_all = analysing._run_all

    def noting(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
        analysed.extend(os.path.basename(task.path) for task in tasks)
        return run_all(tasks, jobs)

    monkeypatch.setattr(analysing, "_run_all", noting)

    def run(*arguments: str, cached: bool = True) -> tuple[int, str, list[str]]:
        analysed.clear()
        folder = ("--cache-dir", "../cache") if cached else ()
        code = main(["check", "--format", "json", *folder, *arguments])
        return code, capsys.readouterr().out, sorted(analysed)

    return run


def test_what_has_not_changed_is_not_analysed_again(check: Check) -> None:
    code, output, analysed = check()
    assert code == 1 and analysed == ["helper.py", "train.py"]
    assert "variable-exists" in output
    assert check() == (1, output, [])
    assert check(cached=False) == (1, output, ["helper.py", "train.py"])


def test_the_folder_is_not_for_git(check: Check, tmp_path: Path) -> None:
    check()
    assert (tmp_path / "cache" / ".gitignore").read_text().endswith("\n*\n")


def same_as_fresh(check: Check, *arguments: str) -> list[str]:
    """Which files were analysed, with the same outcome as without the cache."""
    code, output, analysed = check(*arguments)
    assert (code, output) == check(*arguments, cached=False)[:2]
    return analysed


def test_a_file_that_is_imported_changes(check: Check) -> None:
    check()
    Path("helper.py").write_text(HELPER.replace("[1]", "[2]"))
    assert same_as_fresh(check) == ["helper.py", "train.py"]
    assert same_as_fresh(check) == []
    os.utime("helper.py", (1, 1))
    assert same_as_fresh(check) == []


def test_a_file_that_is_not_imported_changes(check: Check) -> None:
    Path("other.py").write_text("import tensorflow as tf\n")
    check()
    Path("other.py").write_text("import tensorflow as tf\ntf.get_variable('w', [1])\n")
    Path("notes.txt").write_text("nothing")
    assert same_as_fresh(check) == ["other.py"]


def test_a_new_file_goes_before_one_that_was_imported(check: Check) -> None:
    check()
    Path("helper").mkdir()
    Path("helper/__init__.py").write_text(HELPER.replace("name,", "name + 'b',"))
    assert same_as_fresh(check) == ["__init__.py", "train.py"]


def test_a_file_appears_that_was_looked_for(check: Check) -> None:
    check()
    Path("more.py").write_text("")
    assert same_as_fresh(check) == ["more.py", "train.py"]
    Path("more.py").unlink()
    assert same_as_fresh(check) == ["train.py"]


def test_settings_and_options_count(check: Check) -> None:
    check()
    assert same_as_fresh(check, "--ignore", "variable-exists") == ["helper.py", "train.py"]
    Path("pyproject.toml").write_text(
        "[tool.scope-lsp.diagnostics]\nseverity = {variable-exists = 'warning'}\n"
    )
    assert same_as_fresh(check) == ["helper.py", "train.py"]
    assert same_as_fresh(check) == []


def test_an_environment_appears(check: Check) -> None:
    Path("train.py").write_text(TRAIN.replace("import os", "import os, installed"))
    check()
    folder = Path(".venv/lib/python3.7/site-packages")
    folder.mkdir(parents=True)
    Path(".venv/pyvenv.cfg").write_text("")
    (folder / "installed.py").write_text("import tensorflow as tf\ntf.get_variable('a', [1])\n")
    assert "train.py" in same_as_fresh(check)


DAMAGES: dict[str, Callable[[str], str]] = {
    "empty": lambda text: "",
    "cut off": lambda text: text[: len(text) // 2],
    "no object": lambda text: "[]",
    "deep": lambda text: "[" * 100_000,
    "no findings": lambda text: text.replace('"findings"', '"nothing"'),
    "findings of another type": lambda text: text.replace('"findings":[', '"findings":["x",'),
    "parts of another type": lambda text: text.replace('"parts":[[', '"parts":[[null,'),
    "parts that are not there": lambda text: text.replace('"findings":[', '"findings":[99999,'),
    "a question of another kind": lambda text: text.replace('["kind",', '["system",'),
    "a number for a path": lambda text: text.replace('"files":[', '"files":[1,'),
    "a severity that there is not": lambda text: text.replace('"error"', '"awful"'),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_as_good_as_nothing(check: Check, tmp_path: Path, damage: str) -> None:
    _, output, _ = check("train.py")
    (path,) = (tmp_path / "cache").glob("*.json")
    before = path.read_text()
    path.write_text(DAMAGES[damage](before))
    assert path.read_text() != before
    assert check("train.py") == (1, output, ["train.py"])
    assert check("train.py") == (1, output, [])


def test_links_and_folders_in_its_place_are_not_followed(check: Check, tmp_path: Path) -> None:
    _, output, _ = check("train.py")
    (path,) = (tmp_path / "cache").glob("*.json")
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")
    assert check("train.py") == (1, output, ["train.py"])
    path.unlink()
    os.mkfifo(path)
    assert check("train.py") == (1, output, ["train.py"])


def test_fixes_are_never_taken_from_it(check: Check, tmp_path: Path) -> None:
    """Whoever can write there could have them change any file."""
    text = 'import tensorflow as tf\nw = tf.get_variable("w", [3])'
    Path("idle.py").write_text(text + "  # scope: ignore[variable-exists]\n")
    assert check("idle.py")[2] == ["idle.py"]
    assert "idle.py" in check("--fix", "idle.py")[2]
    assert Path("idle.py").read_text() == text + "\n"


def test_a_folder_that_cannot_be_made_is_told_of(
    check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file")
    code, _, analysed = check()
    assert (code, analysed) == (1, ["helper.py", "train.py"])


def test_what_nobody_asked_for_in_a_long_time_goes(check: Check, tmp_path: Path) -> None:
    check()
    old, other = (tmp_path / "cache" / f"{name}.json" for name in ("0" * 64, "others"))
    for path in (old, other):
        path.write_text(json.dumps({}))
        os.utime(path, (1, 1))
    Path("helper.py").write_text(HELPER + "\n")
    check()
    assert not old.exists() and other.exists()


def test_no_more_programs_are_kept_than_a_maximum(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    monkeypatch.setattr(cache, "_MOST", 3)
    Path("third.py").write_text(HELPER)
    Path("fourth.py").write_text(HELPER)
    check()
    assert len(list((tmp_path / "cache").glob("*.*"))) == 4  # three, and .gitignore


INCOMPLETE = """import tensorflow as tf
import missing_package
def build(x):
    return tf.get_variable("w", [missing_package.size(), 3])
missing_package.net()
build(1)
"""
BUILDERS = """import tensorflow as tf
def build(x):
    return tf.get_variable("w", [3])
"""


@dataclass
class Names:
    """``names`` as its users run it, in its own processes with a user's folder of their own."""

    home: Path

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Exit code, output and messages."""
        known = {key: value for key, value in os.environ.items() if key != "SCOPE_LSP_NO_CACHE"}
        result = subprocess.run(
            [sys.executable, "-m", "scope_lsp", "names", *arguments],
            capture_output=True,
            text=True,
            env={**known, "XDG_CACHE_HOME": str(self.home), **environment},
            timeout=120,
        )
        return result.returncode, result.stdout, result.stderr

    def kept(self) -> list[Path]:
        """The files of the outcomes that are kept."""
        return sorted(self.home.glob("scope-lsp/outcomes/*.json"))

    def forge(self) -> None:
        """Give each variable that is kept another name, to see whether the file is used."""
        for path in self.kept():
            path.write_text(path.read_text().replace('"w:0"', '"forged:0"'))


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Names:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return Names(tmp_path / "home")


@pytest.mark.skipif(sys.platform == "win32", reason="the user's folder is set by XDG_CACHE_HOME")
class TestNames:
    @pytest.mark.parametrize("text", [INCOMPLETE, BUILDERS, "def f(:\n", "1 / 0\n"])
    def test_says_the_same_from_the_cache(self, names: Names, text: str) -> None:
        Path("train.py").write_text(text)
        fresh = names.run("train.py", "--format", "json")
        assert len(names.kept()) == 1
        assert names.run("train.py", "--format", "json") == fresh
        assert names.run("train.py", "--format", "json", "--no-cache") == fresh

    def test_is_answered_by_another_process_without_an_analysis(self, names: Names) -> None:
        Path("train.py").write_text(INCOMPLETE)
        assert "w:0" in names.run("train.py")[1]
        names.forge()
        assert "forged:0" in names.run("train.py")[1]

    @pytest.mark.parametrize(
        ("arguments", "environment"),
        [(["--no-cache"], {}), ([], {"SCOPE_LSP_NO_CACHE": "1"}), (["--call", "all"], {})],
    )
    def test_is_analysed_anew(
        self, names: Names, arguments: list[str], environment: dict[str, str]
    ) -> None:
        Path("train.py").write_text(INCOMPLETE)
        names.run("train.py")
        names.forge()
        assert "forged" not in names.run("train.py", *arguments, **environment)[1]

    def test_keeps_nothing_where_others_could_write(self, names: Names) -> None:
        Path("train.py").write_text(INCOMPLETE)
        folder = names.home / "scope-lsp" / "outcomes"
        folder.mkdir(parents=True)
        folder.chmod(0o777)
        code, output, _ = names.run("train.py")
        assert (code, "w:0" in output, names.kept()) == (3, True, [])

    def test_needs_no_folder_of_the_user(self, names: Names) -> None:
        Path("train.py").write_text(INCOMPLETE)
        names.home.write_text("a file")
        code, output, messages = names.run("train.py")
        assert (code, "w:0" in output, "Errno" in messages) == (3, True, False)

    def test_keeps_what_it_found_where_it_is_told_to(self, names: Names) -> None:
        Path("train.py").write_text(INCOMPLETE)
        names.run("train.py", "--cache-dir", "kept")
        assert names.kept() == [] and len(list(Path("kept").glob("*.json"))) == 1
