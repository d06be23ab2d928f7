"""Programs whose analysis is lost: the command ends, and shows what was found before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scope_lsp import __main__
from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.cli import analysing, children
from scope_lsp.interpreter.builtins import numbers

pytestmark = pytest.mark.skipif(not children.AVAILABLE, reason="no processes to fork here")

PROGRAM = """\
import tensorflow as tf
first = tf.get_variable("first", [1])
with tf.variable_scope("s"):
    again = tf.get_variable("second", [2])
x = abs(-5)
last = tf.get_variable("last", [1])
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(children, "SLACK", 0.5)
    monkeypatch.setattr(children, "GRACE", 0.5)
    analyze(Snapshot("/warm_up.py", PROGRAM))  # what is read by now, children need not read
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "other.py").write_text(PROGRAM.replace("abs(-5)", "5"))
    return "program.py"


def instead_of_abs(monkeypatch: pytest.MonkeyPatch, harm: Callable[[], object]) -> None:
    """Do harm where the program calls ``abs``."""
    monkeypatch.setattr(numbers, "payload_of", lambda value: harm())


def hang() -> None:
    """One call of Python's own, during which no other thread runs."""
    round(12345, -(10**8))


def die() -> None:
    """The process dies of a signal, which may reach it through another thread than this one."""
    os.kill(os.getpid(), signal.SIGSEGV)
    time.sleep(60)


def test_a_hang_in_one_call_costs_what_follows_alone(
    program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead_of_abs(monkeypatch, hang)
    began = time.monotonic()
    code = __main__.main(["names", "--config", "analysis.timeout=4", program])
    assert time.monotonic() - began < 30
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == ["first:0", "s/second:0"]
    assert err == (
        "scope-lsp: program.py: stopped after 4 seconds (analysis.timeout); "
        "what it had found is shown\n"
    )
    assert code == 2


def test_rules_see_what_was_found_before_a_hang(
    program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead_of_abs(monkeypatch, hang)
    Path(program).write_text(PROGRAM.replace("x = ", "tf.get_variable('first', [1])\nx = "))
    code = __main__.main(
        ["check", "--config", "analysis.timeout=4", "--format", "concise", program]
    )
    out, _ = capsys.readouterr()
    assert "program.py:5:1: error: Variable first already exists" in out
    assert "stopped after 4 seconds; what follows is missing" in out
    assert code == 2


def test_a_process_that_dies_takes_nothing_along(
    program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead_of_abs(monkeypatch, die)
    code = __main__.main(["names", program, "other.py"])
    out, err = capsys.readouterr()
    assert out.count("first:0") == 2
    assert out.count("last:0") == 1
    assert "internal error: the analysing process ended by signal 11" in err
    assert code == 2


def test_want_of_memory_is_said(
    program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead_of_abs(monkeypatch, lambda: bytearray(1 << 31))
    code = __main__.main(["names", program])
    out, err = capsys.readouterr()
    if sys.platform == "linux":
        assert [line.split()[0] for line in out.splitlines()] == ["first:0", "s/second:0"]
        assert "program.py: stopped because it ran out of memory" in err
        assert code == 2


def test_what_an_analysis_prints_is_not_in_the_report(
    program: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    instead_of_abs(monkeypatch, lambda: (print("by accident"), os.write(1, b"by accident")))
    __main__.main(["names", "--format", "json", program])
    out, err = capfd.readouterr()
    assert "by accident" not in out
    assert "by accident" in err


def test_without_processes_the_command_does_its_work_all_the_same(
    program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> int:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    code = __main__.main(["names", program])
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == ["first:0", "s/second:0", "last:0"]
    assert err == ("scope-lsp: Resource temporarily unavailable: analysing in the same process\n")
    assert code == 0


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_jobs_do_not_change_the_answer(
    program: str, jobs: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(6):
        Path(f"more{number}.py").write_text(PROGRAM)
    code = __main__.main(["check", "--jobs", str(jobs), "--statistics", "."])
    assert code == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux ends children with their parent")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_child_outlives_the_command(tmp_path: Path, ending: signal.Signals) -> None:
    code = (
        "import os, sys\n"
        "from scope_lsp import __main__\n"
        "from scope_lsp.interpreter.builtins import numbers\n"
        "def harm(value):\n"
        "    os.write(2, b'%d\\n' % os.getpid())\n"
        "    round(12345, -(10**8))\n"
        "numbers.payload_of = harm\n"
        "__main__.main(['names', 'program.py'])\n"
    )
    (tmp_path / "program.py").write_text(PROGRAM)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, stderr=subprocess.PIPE
    )
    assert command.stderr is not None
    child = int(command.stderr.readline())
    command.send_signal(ending)
    command.wait(20)
    deadline = time.monotonic() + 20
    while is_running(child):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    command.stderr.close()


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_a_task_by_itself_comes_from_a_process_too(program: str) -> None:
    from scope_lsp.cli.configuration import Configuration
    from scope_lsp.cli.tasks import tasks_of

    (task,) = tasks_of([os.path.abspath(program)], [], Configuration())
    assert [one.name for one in analysing.outcome_of(task).analysis.variables] == [
        "first:0",
        "s/second:0",
        "last:0",
    ]
