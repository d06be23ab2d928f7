"""The analysing process: replaced when it dies or hangs, stopped when it is not needed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from scope_lsp.server.jobs import Job
from scope_lsp.server.supervisor import AnalysisFailed, Supervisor, WorkerLost

FAKE = "tests.support.fake_analysis"
GOOD = 'get_variable("w")\n'


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The analysing process never looks for modules in the working directory."""
    monkeypatch.chdir(tmp_path)


def job(text: str, seconds: float = 20.0) -> Job:
    return Job("/a.py", text, {"/a.py": text}, seconds=seconds)


def scenario(play: Callable[[Supervisor], Awaitable[None]], grace: float = 20.0) -> None:
    supervisor = Supervisor(FAKE, grace=grace, slack=grace)
    supervisor.start()
    try:
        asyncio.run(asyncio.wait_for(play(supervisor), 60))  # type: ignore[arg-type]
    finally:
        supervisor.close()


async def names(supervisor: Supervisor, text: str = GOOD) -> list[str]:
    outcome = await supervisor.run(job(text))
    return [event.name for event in outcome.analysis.variables]


def test_analysis_and_findings_come_back() -> None:
    async def play(supervisor: Supervisor) -> None:
        outcome = await supervisor.run(job(GOOD + GOOD))
        assert [event.name for event in outcome.analysis.variables] == ["w:0"]
        assert [finding.code for finding in outcome.findings] == ["variable-exists"]

    scenario(play)


def test_a_job_that_was_prepared_is_not_done_again() -> None:
    async def play(supervisor: Supervisor) -> None:
        likely = job(GOOD + "# slow 1\n")
        supervisor.prime(likely)
        outcome = await supervisor.run(likely)
        assert [event.name for event in outcome.analysis.variables] == ["w:0"]
        begin = time.monotonic()
        assert await names(supervisor, GOOD + "# slow 1\n") == ["w:0"]
        assert time.monotonic() - begin >= 1  # once only: files may have changed
        assert outcome.seconds < 0.5

    scenario(play)


@pytest.mark.parametrize("fault", ["# slow 50", "# raise", "# die"])
def test_a_job_that_was_prepared_in_vain_does_no_harm(fault: str) -> None:
    async def play(supervisor: Supervisor) -> None:
        supervisor.prime(job(fault))
        try:
            assert await names(supervisor) == ["w:0"]
        except WorkerLost:
            assert fault == "# die"
            assert await names(supervisor) == ["w:0"]

    scenario(play)


def test_the_same_process_does_all_jobs() -> None:
    async def play(supervisor: Supervisor) -> None:
        first = supervisor.process_id
        for _ in range(3):
            assert await names(supervisor) == ["w:0"]
        assert supervisor.process_id == first

    scenario(play)


def test_a_fault_of_a_rule_does_not_cost_the_names() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor, GOOD + "# confuse\n") == ["w:0"]

    scenario(play)


def test_a_comment_silences_a_finding() -> None:
    async def play(supervisor: Supervisor) -> None:
        text = GOOD + 'get_variable("w")  # scope: ignore[variable-exists]\n'
        assert (await supervisor.run(job(text))).findings == ()

    scenario(play)


def test_a_process_that_dies_is_replaced() -> None:
    async def play(supervisor: Supervisor) -> None:
        first = supervisor.process_id
        with pytest.raises(WorkerLost):
            await supervisor.run(job("# die\n"))
        assert await names(supervisor) == ["w:0"]
        assert supervisor.process_id != first

    scenario(play)


def test_a_process_rests_until_the_next_job() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]
        first = supervisor.process_id
        supervisor.rest()
        await asyncio.sleep(0.1)
        assert supervisor.process_id is None
        assert await names(supervisor) == ["w:0"]
        assert supervisor.process_id not in (None, first)

    scenario(play)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this system")
def test_a_process_that_is_killed_while_idle_is_replaced() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]
        first = supervisor.process_id
        assert first is not None
        os.kill(first, signal.SIGKILL)
        while supervisor.process_id == first:
            await asyncio.sleep(0.01)
        assert await names(supervisor) == ["w:0"]

    scenario(play)


def test_a_process_that_hangs_is_replaced() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]
        with pytest.raises(WorkerLost):
            await supervisor.run(job("# hang\n", seconds=0.1))
        assert await names(supervisor) == ["w:0"]

    scenario(play, grace=0.2)


def test_a_cancelled_job_stops_and_the_process_lives_on() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]
        first = supervisor.process_id
        run = asyncio.ensure_future(supervisor.run(job("# slow 30\n", seconds=60)))
        await asyncio.sleep(0.1)
        run.cancel()
        begin = time.monotonic()
        assert await names(supervisor) == ["w:0"]
        assert time.monotonic() - begin < 15
        assert supervisor.process_id == first

    scenario(play)


def test_a_cancelled_job_that_does_not_stop_costs_the_process() -> None:
    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]
        first = supervisor.process_id
        run = asyncio.ensure_future(supervisor.run(job("# hang\n", seconds=60)))
        await asyncio.sleep(0.1)
        run.cancel()
        assert await names(supervisor) == ["w:0"]
        assert supervisor.process_id != first

    scenario(play, grace=0.2)


def test_a_fault_of_the_analysis_is_told_and_the_process_lives_on() -> None:
    async def play(supervisor: Supervisor) -> None:
        first = supervisor.process_id
        with pytest.raises(AnalysisFailed, match="the analysis is broken"):
            await supervisor.run(job("# raise\n"))
        assert await names(supervisor) == ["w:0"]
        assert supervisor.process_id == first

    scenario(play)


def test_nothing_of_the_working_directory_is_imported(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path)
    for module in ("queue", "json", "scope_lsp", "jedi", "sitecustomize"):
        with open(os.path.join(folder, f"{module}.py"), "w") as stream:
            stream.write(f"open({os.path.join(folder, 'trap')!r}, 'w')\n")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", ["", *sys.path])

    async def play(supervisor: Supervisor) -> None:
        assert await names(supervisor) == ["w:0"]

    scenario(play)
    assert not os.path.exists(os.path.join(folder, "trap"))
