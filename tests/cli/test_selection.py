"""Which files and which rules: settings, options and ``.gitignore``, through the real program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_program import TWICE, scope_lsp

RENAMED = 'import tensorflow as tf\nfor i in range(2):\n    tf.Variable(0.0, name="w")\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.py", "gen/b.py", "gen/keep.py", "deep/gen/c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TWICE)
    return tmp_path


def settings(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.scope-lsp]\n{text}\n")


def checked(folder: Path, *arguments: str) -> list[str]:
    """The files in which errors are found."""
    done = scope_lsp("check", *arguments, cwd=folder)
    return [line.partition(":")[0] for line in done.stdout.splitlines() if ": error: " in line]


def test_a_folder_is_searched_without_what_the_settings_exclude(folder: Path) -> None:
    assert checked(folder) == ["a.py", "deep/gen/c.py", "gen/b.py", "gen/keep.py"]
    settings(folder, 'exclude = ["/gen/*", "!keep.py"]')
    assert checked(folder) == ["a.py", "deep/gen/c.py", "gen/keep.py"]
    assert checked(folder, "--exclude", "deep") == ["a.py", "gen/keep.py"]
    settings(folder, 'exclude = ["gen"]')
    assert checked(folder) == ["a.py"]
    assert checked(folder, "gen/b.py") == ["gen/b.py"]


def test_patterns_start_where_their_file_lies(folder: Path) -> None:
    settings(folder / "deep", 'exclude = ["/gen"]')
    assert checked(folder) == ["a.py", "gen/b.py", "gen/keep.py"]


def test_what_git_ignores_is_left_out(folder: Path) -> None:
    (folder / ".gitignore").write_text("# made\ngen/\n")
    (folder / "deep" / ".gitignore").write_text("!gen/\n")
    assert "gen/b.py" in checked(folder)
    (folder / ".git" / "info").mkdir(parents=True)
    (folder / ".git" / "info" / "exclude").write_text("/a.py\n")
    assert checked(folder) == ["deep/gen/c.py"]
    assert checked(folder / "deep") == ["gen/c.py"]
    assert checked(folder, "gen") == ["gen/b.py", "gen/keep.py"]
    settings(folder, "respect-gitignore = false")
    assert "gen/b.py" in checked(folder)


@pytest.mark.parametrize(
    ("text", "arguments", "errors"),
    [
        ('select = ["scope-error"]', [], 0),
        ('select = ["scope-error"]', ["--select", "variable-exists"], 1),
        ('ignore = ["variable-exists"]', [], 0),
        ('ignore = ["variable-exists"]', ["--ignore", "scope-error"], 0),
        ('ignore = ["variable-exists"]', ["--select", "variable-exists"], 1),
        ('per-file-ignores = {"a.py" = ["variable-exists"]}', [], 0),
        ('per-file-ignores = {"b.py" = ["variable-exists"]}', [], 1),
        ('per-file-ignores = {"*" = ["variable-exists"]}', ["--select", "variable-exists"], 0),
        ('diagnostics.severity = {variable-exists = "off"}', ["--select", "variable-exists"], 0),
    ],
)
def test_rules_are_chosen(folder: Path, text: str, arguments: list[str], errors: int) -> None:
    settings(folder, text)
    assert len(checked(folder, "a.py", *arguments)) == errors


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('select = ["variable-exist"]', "select: unknown rule variable-exist"),
        ('per-file-ignores = {"*" = ["x"]}', "per-file-ignores: unknown rule x"),
        ('exclude = [""]', "exclude: expected a list of glob patterns"),
        ("respect-gitignore = 1", "respect-gitignore: expected true or false"),
    ],
)
def test_bad_settings_are_said_once(folder: Path, text: str, problem: str) -> None:
    settings(folder, text)
    done = scope_lsp("check", "a.py", "gen/b.py", cwd=folder)
    file = folder / "pyproject.toml"
    assert done.stderr == f"scope-lsp: {file}: tool.scope-lsp.{problem}\n"


def test_a_file_silences_itself(folder: Path) -> None:
    (folder / "a.py").write_text("# scope: ignore-file[variable-exists]\n" + TWICE)
    assert scope_lsp("check", "a.py", cwd=folder).stdout == "No problems found.\n"


def test_a_comment_that_one_of_the_programs_needs_is_of_use(tmp_path: Path) -> None:
    (tmp_path / "made.py").write_text(
        'import tensorflow as tf\ntf.Variable(0.0, name="w")  # scope: ignore[variable-renamed]\n'
    )
    (tmp_path / "train.py").write_text(
        'import tensorflow as tf\ntf.Variable(0.0, name="w")\nimport made\n'
    )
    alone = scope_lsp("check", "made.py", cwd=tmp_path)
    assert "[unused-ignore]" in alone.stdout
    assert scope_lsp("check", ".", cwd=tmp_path).stdout == "No problems found.\n"
