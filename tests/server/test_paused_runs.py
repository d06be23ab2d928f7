"""Runs that wait before what is being edited, and go on with the next text of it.

The whole of it, from a worker's jobs to its answers.  Each answer is compared with that of a worker
that has nothing to continue.  ``tests/robustness/typing_anywhere.py`` does this on real files.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scope_lsp.analysis import analyze, pausing
from scope_lsp.interpreter.budget import Cancelled
from scope_lsp.server import paused_runs
from scope_lsp.server.jobs import Job, Outcome, Run
from scope_lsp.server.worker import Worker
from tests.robustness.typing_anywhere import differences, outcome_of, same

pytestmark = pytest.mark.skipif(not paused_runs.AVAILABLE, reason="needs fork")

MODEL = '''\
import tensorflow as tf

SIZE = 3


class Model(object):
    """A model."""

    def __init__(self, size):
        self.size = size
        x = tf.placeholder(tf.float32, [None, 4])
        with tf.variable_scope("first"):
            x = tf.layers.dense(x, size, name="one")
        with tf.variable_scope("second"):
            x = tf.layers.dense(x, size, name="two")
            x = self.last(x)
        self.out = x

    def last(self, x):
        w = tf.get_variable("w", [SIZE, 2])
        b = tf.get_variable("b", [2])
        return tf.matmul(x, w) + b


tf.get_variable("start", [1])
model = Model(SIZE)
with tf.variable_scope("end"):
    tf.get_variable("before", [1])
    for i in range(3):
        tf.get_variable("v%d" % i, [1])
'''


class Session:
    """One worker, and what a worker says that starts anew for each text."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "model.py"
        self.worker = Worker(-1, -1, analyze)
        self.number = 0

    def job(self, text: str) -> Job:
        """An analysis of the file, which is open."""
        return Job(str(self.path), text, {str(self.path): text})

    def type(self, *texts: str) -> list[bool]:
        """Whether the answer to each text comes from a run that was continued; all are right."""
        return [self.ask(self.job(text))[0] for text in texts]

    def ask(self, job: Job) -> tuple[bool, Outcome]:
        """Whether a run was continued for a job, and the answer, which is right."""
        self.number += 1
        self.worker._wanted = self.number
        answer = self.worker._do(Run(self.number, job))
        found, expected = outcome_of(answer), outcome_of(Worker(-1, -1, analyze)._do(Run(0, job)))
        assert same(found, expected), differences(found, expected)
        return isinstance(answer, bytes), found

    def copies(self) -> list[int]:
        """The processes that wait."""
        return [run.process for run in self.worker._paused._waiting]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A worker that knows nothing yet, and pauses however little that saves."""
    monkeypatch.setattr(pausing, "WORTHWHILE", 0.0)
    monkeypatch.setattr(paused_runs, "LARGEST", 1 << 40)
    session = Session(tmp_path)
    yield session
    session.worker._paused.close()


def edited(old: str, *new: str) -> list[str]:
    """The model, and texts of it with one piece replaced."""
    assert MODEL.count(old) == 1
    return [MODEL, *(MODEL.replace(old, text) for text in new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"second"', ['"s"', '"third"', '"th" + "ird"'], id="a scope"),
        pytest.param("[SIZE, 2]", ["[SIZE, 21]", "[SIZE, 2, 1]", "[SIZE, 2][:1]"], id="a function"),
        pytest.param('"start"', ['"star"', '"st"', '"first/one/kernel"'], id="the module"),
        pytest.param('"v%d"', ['"u%d"', '"w%s"', '"w"'], id="a loop"),
        pytest.param('b = tf.get_variable("b"', ['b = tf.get_variable("c"'] * 1, id="one key"),
    ],
)
def test_the_next_key_goes_on(session: Session, old: str, new: list[str]) -> None:
    assert session.type(*edited(old, *new)) == [False, False, *[True] * (len(new) - 1)]


def test_a_key_that_is_taken_back_goes_on(session: Session) -> None:
    there, other = edited('"second"', '"s"', '"second_"')[1:]
    assert session.type(MODEL, there, MODEL, there, other) == [False, False, True, True, True]


def test_a_new_name_is_bound_by_the_whole_function(session: Session) -> None:
    texts = edited("self.out = x", "self.out = y", "y = self.out = x", "y = self.ou = x")
    assert session.type(*texts) == [False, False, True, True]


def test_a_new_line(session: Session) -> None:
    new = "x = self.last(x)\n            {}"
    texts = edited("x = self.last(x)", *(new.format(text) for text in ("", "y", "y = x")))
    assert session.type(*texts) == [False, False, True, True]


def test_a_new_line_after_other_keys(session: Session) -> None:
    keys = ("x = self.last(x + 1)", "x = self.last(x + 2)")
    new = keys[1] + "\n            {}"
    texts = edited("x = self.last(x)", *keys, *(new.format(text) for text in ("", "y", "y = x")))
    assert session.type(*texts) == [False, False, True, False, True, True]


def test_broken_text_on_the_way(session: Session) -> None:
    texts = edited('"second"', '"third"', '"seco', '"second_"')
    assert session.type(*texts) == [False, False, False, True]


def test_elsewhere_a_run_begins_anew(session: Session) -> None:
    there = MODEL.replace('"second"', '"s"')
    other = there.replace('"before"', '"b"')
    last = there.replace('"before"', '"be"')
    assert session.type(MODEL, there, other, last) == [False, False, False, True]


@pytest.mark.parametrize(
    "new",
    [
        pytest.param('"second"):\n        if 1:', id="lines move"),
        pytest.param('"second"):  # tf.optimizers', id="which version it is for"),
        pytest.param('"second"):  # sys.modules', id="what is known of the module"),
    ],
)
def test_what_comes_before_may_be_different(session: Session, new: str) -> None:
    texts = edited('"second"):', '"third"):', new)
    assert session.type(*texts) == [False, False, False]


def test_another_file_changes(session: Session) -> None:
    helper = session.path.with_name("helper.py")
    helper.write_text("NAME = 'one'\n")
    text = MODEL.replace("SIZE = 3", "import helper; SIZE = 3; NAME = helper.NAME")
    texts = [text.replace('"second"', f'NAME + "{letter}"') for letter in "abcd"]
    assert session.type(*texts[:3]) == [False, False, True]
    helper.write_text("NAME = 'other'\n")
    continued, outcome = session.ask(session.job(texts[3]))
    assert not continued
    assert "otherd/two/kernel:0" in {one.name for one in outcome.analysis.variables}


def test_a_setting_changes(session: Session) -> None:
    texts = edited('"second"', '"third"', '"seco"')
    session.type(*texts[:2])
    assert not session.ask(replace(session.job(texts[2]), ignore=("all",)))[0]


def test_an_imported_file_is_edited(session: Session) -> None:
    main = session.path.with_name("main.py")
    main.write_text("import model\nmodel.Model(7)\n")
    texts = edited('"w", [', '"ww", [', '"www", [')
    jobs = [Job(str(main), None, {str(session.path): text}) for text in texts]
    assert [session.ask(job)[0] for job in jobs] == [False, False, True]


def test_no_pause_for_what_takes_no_time(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pausing, "WORTHWHILE", 60.0)
    assert session.type(*edited('"second"', '"third"', '"s"')) == [False, False, False]
    assert session.copies() == []


def test_of_many_programs_one_waits(session: Session) -> None:
    programs = [session.path.with_name(f"main{number}.py") for number in range(4)]
    for program in programs:
        program.write_text("import model\nmodel.Model(7)\n")
    continued = [
        session.ask(Job(str(program), None, {str(session.path): text}))[0]
        for text in edited('"w", [', '"ww", [', '"www", [', '"wwww", [')
        for program in programs
    ]
    assert continued == [False] * 8 + [True, False, False, False] * 2
    session.type(*edited('"second"', '"third"'))
    assert {run.job.path for run in session.worker._paused._waiting} == {str(session.path)}


def test_large_processes_are_not_copied(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paused_runs, "LARGEST", 1)
    assert session.type(*edited('"second"', '"third"', '"s"')) == [False, False, False]
    assert session.copies() == []


def test_a_copy_that_died_costs_nothing(session: Session) -> None:
    texts = edited('"second"', '"third"', '"seco"', '"sec"')
    session.type(*texts[:3])
    for process in session.copies():
        os.kill(process, signal.SIGKILL)
    assert session.type(texts[3]) == [False]


def test_an_answer_that_is_not_wanted_any_more(session: Session) -> None:
    texts = edited('"second"', '"third"', '"seco"')
    session.type(*texts[:2])
    with pytest.raises(Cancelled):
        session.worker._paused.continued(session.job(texts[2]), 9, lambda: True)
    assert session.type(texts[2]) == [True]


def test_copies_end_with_their_worker(session: Session) -> None:
    session.type(*edited('"second"', '"third"'))
    copies = session.copies()
    assert len(copies) == 2
    for run in session.worker._paused._waiting:
        run.connection.close()
    for process in copies:
        assert os.waitpid(process, 0) == (process, 0)


def test_files_that_are_quickly_done_are_not_even_searched(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pausing, "WORTHWHILE", 0.5)
    monkeypatch.setattr(pausing.Pauses, "at", None)
    text = "import json\n\n\ndef f(x):\n    return {}\n"
    assert session.type(*map(text.format, ("1", "2", "3"))) == [False, False, False]
