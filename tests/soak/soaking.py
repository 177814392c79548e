"""A soak run: many calls over many tasks or threads, with faults, after which nothing may be left over."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from clientsmith.runtime import APIError, RequestOptions
from runtime.sample import AsyncSample, Sample
from soak.plan import DRIP, HANG, MAX_RETRIES, READ, Plan, plan

_HANG_SECONDS = 3.0
_DRIP_SECONDS = 1.5
_PATIENCE = 60.0


@dataclass
class Figures:
    """What came of a run.

    Attributes:
        calls: how many calls were made.
        wrong: calls that did not end as planned, in words.
        endings: how many calls ended in which way.
        requests: how many requests arrived.
        twice: calls that the server saw more or less often than planned.
        seconds: how long it took.
        connections: how many connections the server saw.
        open_connections: how many it saw open at the end.
        descriptors: open files of this process before and after.
        resident: megabytes that this process held after the warm-up and at the end.
        blocks: the same of the blocks of memory that Python has allocated.
    """

    calls: int
    wrong: list[str] = field(default_factory=list)
    endings: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    twice: list[int] = field(default_factory=list)
    seconds: float = 0.0
    connections: int = 0
    open_connections: int = 0
    descriptors: tuple[int, int] = (0, 0)
    resident: tuple[float, float] = (0.0, 0.0)
    blocks: tuple[int, int] = (0, 0)


@contextmanager
def _server(seed: int) -> Iterator[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "soak.server", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def soak(kind: str, calls: int, seed: int = 1) -> Figures:
    """Make many calls.

    Args:
        kind: `"tasks"` for 200 tasks of the asynchronous client, `"threads"` for 50 threads of the blocking one.
        calls: how many calls; the first fifth is the warm-up.
        seed: decides what the server does.
    """
    figures = Figures(calls)
    run = {"tasks": _tasks, "threads": _threads}[kind]
    with _server(seed) as address:
        before = _descriptors()
        began = time.monotonic()
        run(address, seed, figures)
        figures.seconds = time.monotonic() - began
        gc.collect()
        figures.descriptors = (before, _descriptors())
        _compare(address, seed, figures)
    return figures


def _tasks(address: str, seed: int, figures: Figures) -> None:
    async def main() -> None:
        async with AsyncSample("token", base_url=address, max_retries=MAX_RETRIES) as client:

            async def work(numbers: Iterator[int]) -> None:
                for number in numbers:
                    planned = plan(seed, number)
                    try:
                        ending = await _call(client, number, planned)
                    except APIError as error:
                        ending = error
                    _note(number, planned, ending, figures)

            async def part(numbers: range) -> tuple[float, int]:
                shared = iter(numbers)
                await asyncio.gather(*(work(shared) for _ in range(200)))
                del shared
                return _memory()

            warm_up = figures.calls // 5
            _keep(figures, await part(range(warm_up)), await part(range(warm_up, figures.calls)))

    asyncio.run(main())


def _threads(address: str, seed: int, figures: Figures) -> None:
    def work(client: Sample, number: int) -> None:
        planned = plan(seed, number)
        try:
            ending = _call(client, number, planned)
        except APIError as error:
            ending = error
        _note(number, planned, ending, figures)

    with Sample("token", base_url=address, max_retries=MAX_RETRIES) as client, ThreadPoolExecutor(50) as threads:

        def part(numbers: range) -> tuple[float, int]:
            for _ in threads.map(partial(work, client), numbers):
                pass
            return _memory()

        warm_up = figures.calls // 5
        _keep(figures, part(range(warm_up)), part(range(warm_up, figures.calls)))


def _call(client: Any, number: int, planned: Plan) -> Any:
    """Make a call; an awaitable of the asynchronous client."""
    options = RequestOptions(
        headers={"X-Call": str(number)},
        timeout=httpx.Timeout(_PATIENCE, read=_HANG_SECONDS if HANG in planned.faults else _PATIENCE),
        deadline=_DRIP_SECONDS if DRIP in planned.faults else None,
    )
    if planned.kind == READ:
        return client.assistants.get(str(number), options=options)
    return client.assistants.create(name=f"call {number}", options=options)


def _note(number: int, planned: Plan, ending: Any, figures: Figures) -> None:
    figures.endings[type(ending).__name__] += 1
    fine = ending.id == str(number) if planned.error is None and not isinstance(ending, APIError) else False
    if not fine and (planned.error is None or not isinstance(ending, planned.error)):
        figures.wrong.append(f"call {number}, {planned}: {ending!r}")


def _compare(address: str, seed: int, figures: Figures) -> None:
    """Ask the server what arrived, and compare it with the plan."""
    end = time.monotonic() + 5
    report = httpx.get(f"{address}/report").json()
    while report["open"] > 1 and time.monotonic() < end:
        report = httpx.get(f"{address}/report").json()
    figures.connections = report["connections"]
    figures.open_connections = report["open"] - 1
    arrived = {int(number): count for number, count in report["arrived"].items()}
    figures.requests = sum(arrived.values())
    for number in range(figures.calls):
        planned = plan(seed, number)
        # A deadline may also pass before a connection is free.
        least = 0 if DRIP in planned.faults else planned.attempts
        if not least <= arrived.get(number, 0) <= planned.attempts:
            figures.twice.append(number)


def _keep(figures: Figures, after_warm_up: tuple[float, int], at_the_end: tuple[float, int]) -> None:
    figures.resident = (after_warm_up[0], at_the_end[0])
    figures.blocks = (after_warm_up[1], at_the_end[1])


def _memory() -> tuple[float, int]:
    """Return resident megabytes and allocated blocks."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, sys.getallocatedblocks()


def _descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names are all it takes
