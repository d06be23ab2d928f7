"""Which document is analysed when."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from pytest import MonkeyPatch

from scope_lsp.server import scheduler as scheduler_module
from scope_lsp.server.scheduler import Scheduler


class Analyses:
    """Runs that end when the test says so."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.ended: list[str] = []
        self.cancelled: list[str] = []
        self.gate = asyncio.Event()

    async def __call__(self, path: str) -> None:
        self.started.append(path)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled.append(path)
            raise
        self.ended.append(path)


def scenario(play: Callable[[Scheduler, Analyses], Awaitable[None]]) -> None:
    async def main() -> None:
        analyses = Analyses()
        scheduler = Scheduler(analyses)
        scheduler.start()
        try:
            await asyncio.wait_for(play(scheduler, analyses), 10)
        finally:
            await scheduler.stop()

    asyncio.run(main())


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.001)


def test_it_stops_though_something_has_just_come() -> None:
    async def main() -> None:
        for turns in range(6):
            scheduler = Scheduler(Analyses())
            scheduler.start()
            await asyncio.sleep(0.01)
            scheduler.mark("a")
            for _ in range(turns):
                await asyncio.sleep(0)
            await asyncio.wait_for(scheduler.stop(), 10)

    asyncio.run(main())


def test_an_edit_cancels_the_run_and_starts_another() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        await until(lambda: analyses.started == ["a"])
        scheduler.edited("a")
        await until(lambda: analyses.started == ["a", "a"])
        assert analyses.cancelled == ["a"]
        analyses.gate.set()
        assert await scheduler.settled("a", 5)
        assert analyses.ended == ["a"]

    scenario(play)


def test_the_document_that_was_edited_last_comes_first_and_no_other_is_lost() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        scheduler.mark("b")
        await until(lambda: analyses.started == ["b"])
        scheduler.edited("c")
        analyses.gate.set()
        assert await scheduler.settled("a", 5)
        assert analyses.ended == ["c", "b", "a"]

    scenario(play)


def test_opening_a_document_does_not_disturb_the_run() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        await until(lambda: analyses.started == ["a"])
        scheduler.mark("b")
        analyses.gate.set()
        assert await scheduler.settled("b", 5)
        assert analyses.cancelled == []

    scenario(play)


def test_a_wait_ends_with_its_patience_or_with_an_edit() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        assert not await scheduler.settled("a", 0)
        assert not await scheduler.settled("a", 0.01)
        waiting = asyncio.ensure_future(scheduler.settled("a", 5, until_edit=True))
        patient = asyncio.ensure_future(scheduler.settled("a", 5))
        await asyncio.sleep(0.01)
        scheduler.edited("a")
        assert not await waiting
        analyses.gate.set()
        assert await patient

    scenario(play)


def test_a_closed_document_is_not_analysed_again() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        await until(lambda: analyses.started == ["a"])
        waiting = asyncio.ensure_future(scheduler.settled("a", 5))
        await asyncio.sleep(0.01)
        scheduler.forget("a")
        assert not await waiting
        await asyncio.sleep(0.05)
        assert analyses.started == ["a"]
        assert scheduler.is_settled("a")

    scenario(play)


def test_a_run_that_fails_does_not_stop_the_others() -> None:
    async def main() -> None:
        started: list[str] = []

        async def analyse(path: str) -> None:
            started.append(path)
            if path == "bad":
                raise ValueError(path)

        scheduler = Scheduler(analyse)
        scheduler.start()
        scheduler.mark("good")
        scheduler.mark("bad")
        assert await scheduler.settled("good", 5)
        assert await scheduler.settled("bad", 5)
        assert started == ["bad", "good"]
        await scheduler.stop()

    asyncio.run(main())


def test_quick_edits_are_typing() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.edited("a")
        assert not scheduler.is_typing("a")
        scheduler.edited("a")
        assert scheduler.is_typing("a")
        await asyncio.sleep(0.25)
        assert not scheduler.is_typing("a")

    scenario(play)


def test_only_edits_faster_than_fingers_put_a_long_run_off(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler_module, "DELAY", 0.5)

    async def begun(analyses: Analyses) -> int:
        for _ in range(10):
            await asyncio.sleep(0)
        return len(analyses.started)

    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        await asyncio.sleep(0.1)
        analyses.gate.set()
        assert await scheduler.settled("a", 5)
        analyses.gate.clear()
        for gap, count in ((0.1, 2), (0.1, 3), (0.0, 3), (0.1, 4)):
            await asyncio.sleep(gap)
            scheduler.edited("a")
            assert await begun(analyses) == count

    scenario(play)


def test_what_took_long_is_expected_to_take_as_long_again() -> None:
    async def play(scheduler: Scheduler, analyses: Analyses) -> None:
        scheduler.mark("a")
        await until(lambda: analyses.started == ["a"])
        assert scheduler.expected("a") == 0  # it was never analysed
        await asyncio.sleep(0.2)
        analyses.gate.set()
        assert await scheduler.settled("a", 5)
        assert scheduler.expected("a") == 0
        analyses.gate.clear()
        scheduler.mark("a")
        assert scheduler.expected("a") >= 0.2
        await asyncio.sleep(0.3)
        left = scheduler.expected("a")  # it is running
        scheduler.edited("a")
        assert left < 0.2 <= scheduler.expected("a")

    scenario(play)
