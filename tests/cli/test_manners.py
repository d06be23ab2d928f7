"""What people expect of a command line who use ruff, ty or git beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.rules.registry import RULES
from tests.cli.test_program import GOOD, TWICE, scope_lsp


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    done = scope_lsp(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "print the diagnostics of files and folders" in done.stderr


def test_help_is_a_command_too(tmp_path: Path) -> None:
    assert scope_lsp("help", cwd=tmp_path).stdout == scope_lsp("--help", cwd=tmp_path).stdout
    done = scope_lsp("help", "diff", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == scope_lsp("diff", "--help", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["checks"], "scope-lsp: there is no command 'checks'; did you mean check?"),
        (["help", "lok"], "scope-lsp: there is no command 'lok'; did you mean lock?"),
        (
            ["check", "--selct", "variable-exists", "good.py"],
            "scope-lsp check: there is no option --selct; did you mean --select?",
        ),
        (
            ["check", "--statist"],
            "scope-lsp check: there is no option --statist; did you mean --statistics?",
        ),
        (["explain", "a", "b"], "scope-lsp explain: there is no argument b"),
        (["names"], "scope-lsp names: which FILE?"),
        (
            ["check", "--jobs", "0"],
            "scope-lsp check: argument --jobs: '0' is not a whole number above 0",
        ),
    ],
)
def test_what_was_meant_is_said(tmp_path: Path, arguments: list[str], message: str) -> None:
    done = scope_lsp(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    program = message.partition(": ")[0]
    assert done.stderr == f"{message}\n{program} --help lists what there is.\n"


def test_explain_without_a_code_lists_all_rules(tmp_path: Path) -> None:
    done = scope_lsp("explain", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert lines[0] == (
        "variable-exists        error        "
        "A variable is created under a name that is already taken."
    )


def test_the_report_can_go_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    options = ("--output-format", "json", "--output-file", "report.json")
    done = scope_lsp("check", *options, cwd=tmp_path, FORCE_COLOR="1")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    (found,) = json.loads((tmp_path / "report.json").read_text())["diagnostics"]
    assert found["code"] == "variable-exists"
    done = scope_lsp("names", "twice.py", "-o", "names.txt", cwd=tmp_path, FORCE_COLOR="1")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "names.txt").read_text().startswith("w:0  (3,)  float32  created  twice.py")
    done = scope_lsp("check", "-o", "missing/report", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "scope-lsp: missing/report: No such file or directory\n"


def test_quiet_prints_the_findings_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    loud = scope_lsp("check", cwd=tmp_path)
    done = scope_lsp("check", "-q", cwd=tmp_path)
    assert (done.returncode, done.stdout + "1 error.\n") == (1, loud.stdout)
    (tmp_path / "twice.py").write_text(GOOD)
    assert scope_lsp("check", "--quiet", "--format", "concise", cwd=tmp_path).stdout == ""


def test_the_files_that_would_be_checked(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\nexclude = ["old"]\n')
    for name in ("a.py", "old/b.py", "build/c.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TWICE)
    done = scope_lsp("check", "--show-files", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a.py\n", "")


def test_a_hook_that_names_every_changed_file_skips_what_is_excluded(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("made.py\n")
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\nexclude = ["old"]\n')
    names = ("a.py", "made.py", "build/c.py", "old/deep/b.py", "options.py")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TWICE)
    options = ("--show-files", "--exclude", "options.py")
    done = scope_lsp("check", *options, *names, cwd=tmp_path)
    assert done.stdout.splitlines() == list(names)
    done = scope_lsp("check", "--force-exclude", *options, *names, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a.py\n", "")
    done = scope_lsp("check", "--force-exclude", "made.py", "old", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "scope-lsp: all files that were named are excluded\n"


def test_an_empty_text_is_no_path(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    done = scope_lsp("check", "", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "scope-lsp: an empty argument is not a path; . is the current folder\n"


def test_a_filter_that_matches_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD)
    done = scope_lsp("names", "good.py", "--filter", "kernel", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "scope-lsp: --filter: no variable has a matching name\n"


def test_the_names_that_diff_leaves_out_are_not_completed_with_rules(tmp_path: Path) -> None:
    script = scope_lsp("completion", "bash", cwd=tmp_path).stdout
    assert "'check --ignore') words='variable-exists" in script
    assert "'diff --ignore'" not in script
