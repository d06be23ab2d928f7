"""What ``check`` does besides checking: fixes, baselines, statistics, watching; and ``config``."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_program import GOOD, ROOT, TWICE, scope_lsp

IDLE = GOOD.rstrip() + "  # scope: ignore[variable-exists]\n"
SLIP = TWICE.rstrip() + "  # why  # scope: ignore[variable-exist]\n"


def test_diff_shows_what_fix_would_change(tmp_path: Path) -> None:
    (tmp_path / "idle.py").write_text(IDLE)
    done = scope_lsp("check", cwd=tmp_path)
    assert done.stdout.endswith("\n1 information. 1 can be fixed by --fix.\n")
    done = scope_lsp("check", "--diff", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "--- idle.py\n+++ idle.py\n@@ -1,2 +1,2 @@\n import tensorflow as tf\n"
        '-w = tf.get_variable("w", [3])  # scope: ignore[variable-exists]\n'
        '+w = tf.get_variable("w", [3])\n'
    )
    assert (tmp_path / "idle.py").read_text() == IDLE
    done = scope_lsp("check", "-", "--diff", cwd=tmp_path, given=GOOD)
    assert (done.returncode, done.stdout) == (0, "")


def test_fix_mends_and_says_what_is_left(tmp_path: Path) -> None:
    crlf = "\ufeff# größe\n" + IDLE + "x = 1  # scope: ignore\n"
    (tmp_path / "idle.py").write_bytes(crlf.replace("\n", "\r\n").encode())
    (tmp_path / "slip.py").write_text(SLIP)
    (tmp_path / "slip.py").chmod(0o755)
    (tmp_path / "twice.py").write_text(TWICE)
    done = scope_lsp("check", "--fix", cwd=tmp_path)
    assert done.stderr == "scope-lsp: 3 fixed in idle.py, slip.py\n"
    assert done.stdout.startswith("twice.py:3:5: error: ") and done.returncode == 1
    wanted = ("\ufeff# größe\n" + GOOD + "x = 1\n").replace("\n", "\r\n")
    assert (tmp_path / "idle.py").read_bytes() == wanted.encode()
    assert (tmp_path / "slip.py").read_text() == SLIP.replace("exist]", "exists]")
    assert (tmp_path / "slip.py").stat().st_mode & 0o777 == 0o755
    assert sorted(os.listdir(tmp_path)) == ["idle.py", "slip.py", "twice.py"]


def test_what_fix_has_tried_is_not_said_to_be_fixable(tmp_path: Path) -> None:
    comment = "# scope: ignore[variable-exist{}]\n"
    (tmp_path / "slip.py").write_text(GOOD.rstrip() + "  " + comment.format(", not-shared"))
    done = scope_lsp("check", "--fix", cwd=tmp_path)
    assert done.stderr == "scope-lsp: 1 fixed in slip.py\n"
    assert done.stdout.endswith("\n1 warning.\n")
    assert (tmp_path / "slip.py").read_text().endswith(comment.format(""))


def test_what_another_program_finds_in_a_file_is_not_fixed_unseen(tmp_path: Path) -> None:
    """The first call fails as well once the string is another one, which only ``main.py`` shows."""
    (tmp_path / "helper.py").write_text(
        "def find(graph, name):\n"
        "    graph.get_operation_by_name(name)\n"
        "    return graph.get_tensor_by_name(name)\n"
        "def images(graph):\n"
        '    return find(graph, "images")\n'
    )
    (tmp_path / "main.py").write_text(
        'import tensorflow as tf\nimport helper\ntf.placeholder(tf.float32, name="images")\n'
        "helper.images(tf.get_default_graph())\n"
    )
    before = (tmp_path / "helper.py").read_text()
    done = scope_lsp("check", cwd=tmp_path)
    assert done.stdout.startswith("helper.py:3:12: error: The name 'images' refers to")
    assert done.stdout.endswith("\n1 error.\n")
    done = scope_lsp("check", "--fix", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert (tmp_path / "helper.py").read_text() == before


def test_a_baseline_hides_old_findings_and_shows_new_ones(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    baseline = ("--baseline", "lint/known.json")
    (tmp_path / "lint").mkdir()
    done = scope_lsp("check", *baseline, cwd=tmp_path)
    assert done.returncode == 2 and "--update-baseline creates it" in done.stderr
    done = scope_lsp("check", *baseline, "--update-baseline", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "scope-lsp: lint/known.json: 1 finding written\n"
    (item,) = json.loads((tmp_path / "lint" / "known.json").read_text())["findings"]
    assert (item["file"], item["line"], item["count"]) == (
        "../twice.py",
        'v = tf.get_variable("w", [3])',
        1,
    )
    # The finding is known again on another line, and from another folder.
    (tmp_path / "twice.py").write_text("# A line more.\n" + TWICE)
    done = scope_lsp("check", "..", "--baseline", "known.json", cwd=tmp_path / "lint")
    assert done.returncode == 0
    assert done.stdout == "No new problems found. 1 known one is in the baseline.\n"
    (tmp_path / "again.py").write_text(TWICE)
    done = scope_lsp("check", *baseline, cwd=tmp_path)
    assert done.stdout.endswith("\n1 error. 1 known one is in the baseline.\n")
    (tmp_path / "again.py").unlink()
    (tmp_path / "twice.py").write_text(GOOD)
    done = scope_lsp("check", *baseline, cwd=tmp_path)
    assert "1 of its findings is gone; --update-baseline drops it" in done.stderr
    (tmp_path / "twice.py").write_text(TWICE.replace("v =", "x ="))
    assert scope_lsp("check", *baseline, cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("text", ["[]", "{", '{"schema": 2, "findings": []}', '{"schema": 1}'])
def test_what_is_no_baseline_is_said(tmp_path: Path, text: str) -> None:
    why = "its schema is 2, not 1" if '"schema": 2' in text else "not a baseline of scope-lsp"
    (tmp_path / "a.py").write_text(GOOD)
    (tmp_path / "known.json").write_text(text)
    done = scope_lsp("check", "--baseline", "known.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"scope-lsp: known.json: {why}\n")


def test_statistics_count_the_findings_of_each_rule(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(TWICE)
    (tmp_path / "b.py").write_text(TWICE + "x = 1  # scope: ignore[scope-eror]\n")
    done = scope_lsp("check", "--statistics", cwd=tmp_path)
    first, second = done.stdout.splitlines()
    assert first.startswith("2  variable-exists  A variable is created under")
    assert second.startswith("1  invalid-ignore   [*] A comment looks")
    assert done.returncode == 1
    done = scope_lsp("check", "--statistics", "--format", "json", cwd=tmp_path)
    assert [(one["code"], one["count"], one["fixable"]) for one in json.loads(done.stdout)] == [
        ("variable-exists", 2, 0),
        ("invalid-ignore", 1, 1),
    ]
    assert scope_lsp("check", "--statistics", "--format", "junit", cwd=tmp_path).returncode == 2


def test_settings_on_the_command_line_win(tmp_path: Path) -> None:
    (tmp_path / "twice.py").write_text(TWICE)
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\ntensorflow-version = "1"\n')
    off = "diagnostics.severity.variable-exists=off"
    done = scope_lsp("check", "--config", off, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("No problems found.\n", "")
    done = scope_lsp("names", "twice.py", "--config", off, cwd=tmp_path)
    assert "error" not in done.stdout
    options = ("--config", off, "--config", 'exclude=["gen"]')
    done = scope_lsp("config", *options, cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert 'diagnostics.severity = {"variable-exists": "off"}  # --config' in lines
    assert 'tensorflow-version = "1"  # pyproject.toml' in lines
    assert "respect-gitignore = true  # default" in lines
    done = scope_lsp("config", "twice.py", *options, "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["tensorflow-version"]["from"] == [
        str(tmp_path / "pyproject.toml")
    ]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("colour=1", "--config colour: unknown setting"),
        ("select=no", "--config select: expected a list of rule codes"),
        ("select", "--config select: expected KEY=VALUE"),
    ],
)
def test_bad_settings_on_the_command_line_are_refused(
    tmp_path: Path, option: str, words: str
) -> None:
    for command in ("check", "config"):
        done = scope_lsp(command, "--config", option, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (2, f"scope-lsp: {words}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals of this kind")
def test_watch_checks_again_after_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(GOOD)
    process = subprocess.Popen(
        [sys.executable, "-m", "scope_lsp", "check", "--watch"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stderr is not None
    try:
        assert process.stdout.readline() == "No problems found.\n"
        assert "watching" in process.stderr.readline()
        (tmp_path / "b.py").write_text(TWICE)
        assert process.stdout.readline().startswith("b.py:3:5: error: ")
        assert "watching" in process.stderr.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        assert process.returncode == 130
    finally:
        process.kill()


@pytest.mark.parametrize("arguments", [["--watch", "-"], ["--fix", "-"], ["--update-baseline"]])
def test_options_that_make_no_sense_together(tmp_path: Path, arguments: list[str]) -> None:
    done = scope_lsp("check", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("scope-lsp che", ["check"]),
        ("scope-lsp check --sta", ["--statistics"]),
        ("scope-lsp check --format g", ["github", "gitlab"]),
        ("scope-lsp explain unused", ["unused-ignore"]),
        ("scope-lsp check --select rnn", ["rnn-cell-reuse"]),
        ("scope-lsp completion z", ["zsh"]),
    ],
)
def test_bash_completes(tmp_path: Path, line: str, wanted: list[str]) -> None:
    script = scope_lsp("completion", "bash", cwd=tmp_path).stdout
    words = line.split()
    probe = (
        f"{script}\nCOMP_WORDS=({line})\nCOMP_CWORD={len(words) - 1}\n_scope_lsp\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.split() == wanted


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_read_their_script(tmp_path: Path, shell: str) -> None:
    script = scope_lsp("completion", shell, cwd=tmp_path).stdout
    assert "unused-ignore" in script and "update-baseline" in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        subprocess.run([shell, "-n", "script"], cwd=tmp_path, check=True)
