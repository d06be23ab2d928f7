"""The program as users start it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOOD = 'import tensorflow as tf\nw = tf.get_variable("w", [3])\n'
TWICE = GOOD + 'v = tf.get_variable("w", [3])\n'


def scope_lsp(
    *arguments: str, cwd: Path, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder; ``given`` is its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "scope_lsp", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.py").write_text(GOOD)
    (tmp_path / "twice.py").write_text(TWICE)
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "broken.py").write_text(GOOD + "def f(:\n    pass\n")
    (tmp_path / "binary.py").write_bytes(bytes(range(256)))
    (tmp_path / "nothing").mkdir()
    return tmp_path


def test_names_lists_and_exits_with_0(folder: Path) -> None:
    done = scope_lsp("names", "good.py", cwd=folder)
    assert done.stdout == "w:0  (3,)  float32  created  good.py:2:5\n"
    assert (done.returncode, done.stderr) == (0, "")


def test_it_starts_among_pythons_own_modules(folder: Path) -> None:
    """The working directory is not searched for modules, but there it is where they are."""
    done = scope_lsp("names", str(folder / "good.py"), cwd=Path(os.__file__).parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("w:0  (3,)")


@pytest.mark.parametrize("command", ["names", "check"])
def test_verbose_says_which_environment_is_used_and_why(folder: Path, command: str) -> None:
    (folder / ".venv").mkdir()
    (folder / ".venv" / "pyvenv.cfg").write_text("home = /nowhere\n")
    active = {"SCOPE_LSP_ENVIRONMENT": "", "VIRTUAL_ENV": "", "CONDA_PREFIX": ""}
    files = ("good.py", "empty.py")
    plain = scope_lsp(command, *files, cwd=folder, **active)
    done = scope_lsp(command, "-v", *files, cwd=folder, **active)
    assert (plain.returncode, plain.stderr, plain.stdout) == (0, "", done.stdout)
    assert done.stderr == f"scope-lsp: environment: {folder}/.venv (found in the project)\n"
    (folder / "pyproject.toml").write_text('[tool.scope-lsp]\nenvironment = "nowhere"\n')
    done = scope_lsp(command, "-v", "good.py", cwd=folder, **active)
    words = f"none (the setting `environment` names {folder}/nowhere, which is not an environment)"
    assert done.stderr == f"scope-lsp: environment: {words}\n"


def test_names_shows_diagnostics_and_still_exits_with_0(folder: Path) -> None:
    done = scope_lsp("names", "twice.py", cwd=folder)
    lines = done.stdout.splitlines()
    assert lines[0] == "w:0  (3,)  float32  created  twice.py:2:5"
    assert lines[2].startswith("twice.py:3:5: error: Variable w already exists, disallowed.")
    assert lines[2].endswith(" [variable-exists]")
    assert (done.returncode, done.stderr) == (0, "")


def test_names_of_a_missing_file_still_lists_the_others(folder: Path) -> None:
    done = scope_lsp("names", "missing.py", "good.py", "--format", "json", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == "scope-lsp: missing.py: No such file or directory\n"
    document = json.loads(done.stdout)
    assert [entry["name"] for entry in document["variables"]] == ["w:0"]


def test_names_of_an_empty_file_is_an_empty_listing(folder: Path) -> None:
    done = scope_lsp("names", "empty.py", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = scope_lsp("names", "empty.py", "--format", "json", cwd=folder)
    assert json.loads(done.stdout) == {
        "schema": 1,
        "variables": [],
        "diagnostics": [],
        "gaps": [],
        "waiting": [],
    }


def test_names_of_a_broken_file_lists_what_is_sound(folder: Path) -> None:
    done = scope_lsp("names", "broken.py", cwd=folder)
    assert done.stdout.startswith("w:0  (3,)  float32  created  broken.py:2:5\n")
    assert done.stderr == (
        "scope-lsp: broken.py:3: does not parse; the listing covers only the parts that do\n"
    )
    assert done.returncode == 3


def test_names_of_a_file_for_python_2_lack_nothing(folder: Path) -> None:
    (folder / "old.py").write_text(GOOD + 'if True:\n    print "made"\nelse:\n    1 / 0\n')
    done = scope_lsp("names", "old.py", cwd=folder)
    assert done.stdout.startswith("w:0  (3,)  float32  created  old.py:2:5\n")
    assert done.stderr == (
        "scope-lsp: old.py:4: does not parse in Python 3; nothing of it is left out\n"
    )
    assert done.returncode == 0


def test_names_of_a_folder_without_python_says_so(folder: Path) -> None:
    done = scope_lsp("names", "nothing", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "scope-lsp: nothing: no Python files found\n"


def test_names_finds_imports_by_path(folder: Path) -> None:
    (folder / "lib").mkdir()
    (folder / "lib" / "model.py").write_text(GOOD)
    (folder / "train.py").write_text("import model\n")
    done = scope_lsp("names", "train.py", "--path", "lib", cwd=folder)
    assert done.stdout == "w:0  (3,)  float32  created  lib/model.py:2:5\n"


def test_a_binary_file_is_no_traceback(folder: Path) -> None:
    done = scope_lsp("names", "binary.py", cwd=folder)
    words = "scope-lsp: binary.py: not a Python file: it holds null bytes\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


def test_check_exits_with_1_when_something_is_wrong(folder: Path) -> None:
    done = scope_lsp("check", "good.py", "twice.py", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1] == "1 error."
    assert scope_lsp("check", "twice.py", "--exit-zero", cwd=folder).returncode == 0


def test_check_exits_with_0_when_all_is_well(folder: Path) -> None:
    done = scope_lsp("check", "good.py", "empty.py", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems found.\n", "")


def test_check_takes_broken_syntax_for_a_warning(folder: Path) -> None:
    done = scope_lsp("check", "broken.py", cwd=folder)
    assert done.returncode == 1
    assert "broken.py:3:" in done.stdout
    assert "warning" in done.stdout
    assert "[syntax-error]" in done.stdout
    assert scope_lsp("check", "broken.py", "--ignore", "syntax-error", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--ignore", "variable-exists"], 0),
        (["--select", "variable-exists"], 1),
        (["--select", "scope-error,variable-exists"], 1),
        (["--select", "scope-error"], 0),
    ],
)
def test_check_runs_the_rules_that_are_asked_for(
    folder: Path, options: list[str], code: int
) -> None:
    assert scope_lsp("check", "twice.py", *options, cwd=folder).returncode == code


def test_check_obeys_the_settings_of_the_project(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(
        '[tool.scope-lsp]\ndiagnostics.severity = {variable-exists = "off"}\ncolour = 1\n'
    )
    done = scope_lsp("check", "twice.py", cwd=folder)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        f"scope-lsp: {folder / 'pyproject.toml'}: tool.scope-lsp.colour: unknown setting"
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_says_the_same_with_any_number_of_processes(folder: Path, jobs: str) -> None:
    options = ("--jobs", jobs, "--exclude", "binary.py", "--format", "concise")
    done = scope_lsp("check", ".", *options, cwd=folder)
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == [
        "broken.py:3:7",
        "twice.py:3:5",
        "    twice.py:2:5",
        "1 error, 1 warning.",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "missing.py"],
        ["check", "good.py", "--select", "nonsense"],
        ["check", "good.py", "--jobs", "0"],
        ["names"],
        ["names", "good.py", "--format", "yaml"],
        ["explain", "nonsense"],
        ["server", "--tcp", "nonsense"],
        [],
    ],
)
def test_what_cannot_be_done_exits_with_2(folder: Path, arguments: list[str]) -> None:
    done = scope_lsp(*arguments, cwd=folder)
    assert done.returncode == 2
    assert "scope-lsp" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals of this kind")
@pytest.mark.parametrize("arguments", [["names", "endless.py"], ["check", ".", "--jobs", "2"]])
def test_an_interrupt_ends_the_program_at_once(folder: Path, arguments: list[str]) -> None:
    endless = "import tensorflow as tf\n"
    endless += "while True:\n    for i in range(1000): tf.zeros([3])\n"
    (folder / "endless.py").write_text(endless)
    (folder / "endless_too.py").write_text(endless)
    process = subprocess.Popen(
        [sys.executable, "-m", "scope_lsp", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=3)
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=5)
    assert process.returncode == 130
    assert complaints == ""


def test_explain_prints_the_documentation(folder: Path) -> None:
    done = scope_lsp("explain", "variable-missing", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("# variable-missing (error)\n\nA variable is shared")
    done = scope_lsp("explain", "variable-mising", cwd=folder)
    assert "did you mean variable-missing?" in done.stderr


def test_a_reader_that_leaves_early_is_no_failure(folder: Path) -> None:
    command = f'"{sys.executable}" -m scope_lsp explain variable-exists | true'
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_help_and_version_load_no_analyser() -> None:
    probe = (
        "import sys\nfrom scope_lsp.__main__ import main\n"
        "try:\n    main([sys.argv[1]])\nexcept SystemExit:\n    pass\n"
        "heavy = [name for name in ('scope_lsp.analysis', 'jedi') if name in sys.modules]\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    for option in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-c", probe, option],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "scope-lsp" in done.stdout


def test_names_loads_no_protocol_and_no_jedi(folder: Path) -> None:
    probe = (
        "import sys\nfrom scope_lsp.__main__ import main\nmain(['names', sys.argv[1]])\n"
        "heavy = [name for name in ('jedi', 'pygls', 'lsprotocol', 'multiprocessing')"
        " if name in sys.modules]\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(folder / "good.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs pseudo-terminals")
def test_a_bar_on_a_terminal_shows_progress_and_goes(folder: Path) -> None:
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "scope_lsp", "check", "good.py", "twice.py", "--jobs", "1"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=theirs,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 1
    assert "] 1/2 good.py" in shown and "] 2/2 twice.py" in shown
    assert shown.endswith("\r\033[K")


def test_packages_of_a_project_may_lie_in_its_source_folder(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    package = tmp_path / "src" / "nets"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "small.py").write_text("def build(tf): return tf.get_variable('small', [3])\n")
    (tmp_path / "scripts").mkdir()
    script = tmp_path / "scripts" / "train.py"
    script.write_text("import tensorflow as tf\nfrom nets.small import build\nbuild(tf)\n")
    done = scope_lsp("names", str(script), cwd=tmp_path / "scripts")
    assert done.stdout.split()[0] == "small:0"
    assert done.returncode == 0
