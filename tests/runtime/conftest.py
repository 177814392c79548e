from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

import pytest

from clientsmith.runtime import retries
from runtime.sample import AsyncSample, Sample

if TYPE_CHECKING:
    from collections.abc import Callable


class Blocking:
    """Makes calls with the blocking client."""

    def call(self, use: Callable[[Any], Any], **options: Any) -> Any:
        with Sample("secret-token", **options) as client:
            result = use(client)
            return list(result) if inspect.isgenerator(result) else result


class Awaiting:
    """Makes the same calls with the asynchronous client."""

    def call(self, use: Callable[[Any], Any], **options: Any) -> Any:
        async def main() -> Any:
            async with AsyncSample("secret-token", **options) as client:
                result = use(client)
                if inspect.isasyncgen(result):
                    return [item async for item in result]
                return await result

        return asyncio.run(main())


@pytest.fixture(params=[Blocking, Awaiting], ids=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Blocking | Awaiting:
    """Every test of calls runs with both clients."""
    made: Blocking | Awaiting = request.param()
    return made


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a `Retry-After`, try again at once."""
    monkeypatch.setattr(retries, "_FIRST_BACKOFF", 0.0)
