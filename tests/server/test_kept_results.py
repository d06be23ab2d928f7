"""Results that outlive the process: the same as a fresh analysis, and only while they hold."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from scope_lsp import confinement
from scope_lsp.analysis import analyze
from scope_lsp.cache import folder
from scope_lsp.cache.plain import Writer
from scope_lsp.server.jobs import Job, Outcome, Run
from scope_lsp.server.kept_results import KeptResults
from scope_lsp.server.worker import Worker
from tests.robustness.typing_anywhere import outcome_of, same

MODEL = """\
import tensorflow as tf
import helper

with tf.variable_scope("net"):
    helper.layer("a")
    helper.layer("a")
"""
HELPER = """\
import tensorflow as tf


def layer(name):
    return tf.get_variable(name, [1])
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(folder, "own", lambda name: str(tmp_path / "cache" / name))
    monkeypatch.delenv("SCOPE_LSP_NO_CACHE")
    # The process of the tests would be ended when it has used what a job may use.
    monkeypatch.setattr(confinement, "limit_time", lambda seconds: None)
    project = tmp_path / "project"
    project.mkdir()
    (project / "model.py").write_text(MODEL)
    (project / "helper.py").write_text(HELPER)
    return project


def job_of(project: Path, text: str | None = MODEL, **buffers: str) -> Job:
    """The job of the open program, with other documents open beside it."""
    path = str(project / "model.py")
    opened = {str(project / f"{name}.py"): content for name, content in buffers.items()}
    own = {} if text is None else {path: text}
    return Job(path, text, {**own, **opened}, roots=(str(project),))


def start(job: Job) -> tuple[Outcome, bool]:
    """The answer of a new process, and whether it was known.  The process keeps what it finds."""
    worker = Worker(-1, -1, analyze)
    outcome = outcome_of(worker._do(Run(0, job)))
    was_known = job.path not in worker._paused.took
    worker._kept.write()
    worker._paused.close()
    return outcome, was_known


def is_known(job: Job) -> bool:
    """Whether a new process knows the answer, which is in any case that of an analysis."""
    outcome, was_known = start(job)
    os.environ["SCOPE_LSP_NO_CACHE"] = "1"
    fresh, _ = start(job)
    del os.environ["SCOPE_LSP_NO_CACHE"]
    assert same(outcome, fresh)
    return was_known


def test_a_program_that_is_opened_again_is_known(project: Path) -> None:
    outcome, was_known = start(job_of(project))
    assert not was_known
    assert [one.name for one in outcome.analysis.variables] == ["net/a:0"]
    assert [one.code for one in outcome.findings] == ["variable-exists"]
    assert is_known(job_of(project))


def test_what_the_server_expects_first_is_known_too(project: Path) -> None:
    start(job_of(project))
    worker = Worker(-1, -1, analyze)
    worker._prepare(job_of(project))
    assert worker._prepared is not None and not worker._paused.took


def test_another_text_is_analysed_and_replaces_the_first(project: Path) -> None:
    start(job_of(project))
    text = MODEL.replace("net", "other")
    (project / "model.py").write_text(text)
    assert not is_known(job_of(project, text))
    assert is_known(job_of(project, text))
    (project / "model.py").write_text(MODEL)
    assert not is_known(job_of(project))
    assert len(list((project.parent / "cache/results").glob("*.json"))) == 1


def test_a_text_that_is_not_saved_does_not_replace_that_of_the_file(project: Path) -> None:
    start(job_of(project))
    for name in ("other", "third"):
        edited = job_of(project, MODEL.replace("net", name))
        assert not is_known(edited)
        assert is_known(edited)
    assert is_known(job_of(project))
    assert len(list((project.parent / "cache/results").glob("*.json"))) == 2


def test_other_files_count_as_they_are_now(project: Path) -> None:
    start(job_of(project))
    (project / "helper.py").write_text(HELPER.replace("[1]", "[2]"))
    assert not is_known(job_of(project))
    assert is_known(job_of(project))
    (project / "helper").mkdir()
    (project / "helper/__init__.py").write_text(HELPER)
    assert not is_known(job_of(project))


def test_another_document_is_a_file_once_it_is_saved(project: Path) -> None:
    start(job_of(project))
    changed = HELPER.replace("name, ", "name + 'x', ")
    assert is_known(job_of(project, helper=HELPER))
    assert not is_known(job_of(project, helper=changed))
    assert is_known(job_of(project, helper=changed))
    (project / "helper.py").write_text(changed)
    assert not is_known(job_of(project))
    (project / "helper.py").write_text(HELPER)
    assert not is_known(job_of(project))


def test_other_settings_have_results_of_their_own(project: Path) -> None:
    start(job_of(project))
    quiet = replace(job_of(project), ignore=("variable-exists",))
    assert not is_known(quiet)
    assert is_known(quiet)
    assert is_known(job_of(project))


def test_what_is_read_elsewhere_is_not_kept(project: Path) -> None:
    """A checkpoint, whose content is not one of the questions that are noted."""
    text = (
        "import tensorflow as tf\n"
        "tf.get_variable('a', [1])\n"
        "tf.train.Saver().restore(tf.Session(), 'saved/model.ckpt')\n"
    )
    start(job_of(project, text))
    assert not is_known(job_of(project, text))


def test_what_is_damaged_is_as_good_as_nothing(project: Path) -> None:
    start(job_of(project))
    (path,) = (project.parent / "cache/results").glob("*.json")
    whole = path.read_text()
    for part in ("findings", "analysis", "silenced", "texts"):
        path.write_text(json.dumps({**json.loads(whole), part: ["x"]}))
        assert not is_known(job_of(project)), part
        assert path.read_text() == whole


def test_nothing_is_kept_where_the_user_wants_no_cache(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCOPE_LSP_NO_CACHE", "1")
    start(job_of(project))
    assert not (project.parent / "cache").exists()


def test_a_program_that_is_not_open_is_known(project: Path) -> None:
    """The programs that import an open file are analysed from their files."""
    start(job_of(project, None, helper=HELPER))
    assert is_known(job_of(project, None, helper=HELPER))
    (project / "model.py").write_text(MODEL.replace("net", "other"))
    assert not is_known(job_of(project, None, helper=HELPER))


def test_a_result_is_known_until_its_program_is_analysed(project: Path) -> None:
    """A second document that is opened with the first one does not make it unknown."""
    start(job_of(project))
    worker = Worker(-1, -1, analyze)
    worker._prepare(job_of(project))
    both = job_of(project, helper=HELPER)
    outcome_of(worker._do(Run(0, both)))
    assert not worker._paused.took
    worker._analyse_ahead(both, lambda: False)
    assert worker._kept.find(both) is None


def test_a_file_that_changes_meanwhile_replaces_the_result_that_was_found(project: Path) -> None:
    start(job_of(project))
    worker = Worker(-1, -1, analyze)
    worker._do(Run(0, job_of(project)))
    (project / "helper.py").write_text(HELPER.replace("[1]", "[2]"))
    worker._analyse_ahead(job_of(project), lambda: False)
    worker._kept.write()
    assert is_known(job_of(project))


def test_a_trial_does_not_replace_what_is_there(project: Path) -> None:
    """Fixes are tried on texts that nobody has."""
    worker = Worker(-1, -1, analyze)
    worker._do(Run(0, job_of(project)))
    worker._do(Run(0, job_of(project, MODEL.replace("net", "other")), is_trial=True))
    worker._kept.write()
    worker._paused.close()
    assert is_known(job_of(project))


def test_a_working_folder_that_is_gone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = project.parent / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    outcome, _ = start(job_of(project))
    monkeypatch.undo()
    assert [one.name for one in outcome.analysis.variables] == ["net/a:0"]


def test_whatever_fails_the_program_is_analysed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    start(job_of(project))
    for name in ("find", "keep", "tidy", "path", "__init__"):
        with monkeypatch.context() as patched:
            patched.setattr(folder.Folder, name, fail)
            outcome, _ = start(job_of(project, MODEL + "# more\n"))
        assert [one.name for one in outcome.analysis.variables] == ["net/a:0"], name


@pytest.mark.parametrize("damage", range(3))
def test_damaged_bytes_never_give_anything_ill_typed(project: Path, damage: int) -> None:
    start(job_of(project))
    (path,) = (project.parent / "cache/results").glob("*.json")
    whole, chance = path.read_bytes(), random.Random(damage)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 20))):
            at = chance.randrange(len(data) or 1)
            match damage if data else 2:
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    data[at] = chance.choice(b'0123456789[]{},:"nul')
                case 2:
                    del data[at : at + chance.choice((1, 5, 1000))]
        path.write_bytes(data)
        found = KeptResults().find(job_of(project))
        if found is not None:  # what is valid is written again as it was read
            writer = Writer()
            writer.write(found.analysis)
            writer.write(found.findings)
