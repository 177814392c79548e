"""Clients that are shared by threads and tasks, calls that are cancelled or interrupted, clients that are closed."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from clientsmith.runtime import (
    SSE,
    APIConnectionError,
    APITimeoutError,
    AsyncClient,
    AsyncResource,
    Client,
    Operation,
    Resource,
    Response,
)
from runtime.hostile import answer, drip_body, drip_headers, hang, head, raw, respond, serve, wait_until
from runtime.sample import SETTINGS, AsyncSample, Sample
from runtime.usual import ASSISTANT, get

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE = httpx.Limits(max_connections=1)
ECHO = answer(lambda exchange: {**ASSISTANT, "id": exchange.target.rpartition("/")[2]})
LATER = respond({}, 503, retry_after="30")
HALF = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"
TO_THE_END = head(200, {"content-type": "application/json"}) + b'{"id"'


def half(exchange: Any) -> None:
    exchange.send(HALF)
    hang(exchange)


def half_of_no_known_length(exchange: Any) -> None:
    exchange.send(TO_THE_END)
    hang(exchange)


HANGING = [hang, half, half_of_no_known_length, drip_headers, drip_body, LATER]


EVENTS: Operation[Any] = Operation(
    id="events", method="GET", path="/events", responses=(Response("200", "text/event-stream", SSE),)
)


class EventClient(Client):
    def events(self) -> Any:
        return Resource(self)._send(EVENTS)


class AsyncEventClient(AsyncClient):
    async def events(self) -> Any:
        return await AsyncResource(self)._send(EVENTS)


@contextmanager
def nobody_accepts() -> Iterator[str]:
    """A server whose queue of connections is full: connecting to it takes for ever."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            with suppress(BlockingIOError):
                filler.connect(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


# --- shared clients


def test_fifty_threads_share_a_client():
    with serve(ECHO) as server, Sample("t", base_url=server.url) as client, ThreadPoolExecutor(50) as threads:
        ids = [str(number) for number in range(500)]
        assert [found.id for found in threads.map(client.assistants.get, ids)] == ids
    assert server.connections <= 50


def test_threads_that_start_together_make_one_pool():
    with serve(ECHO) as server, Sample("t", base_url=server.url) as client:
        barrier = threading.Barrier(20)

        def start(number: int) -> Any:
            barrier.wait()
            return client.assistants.get(str(number)), client._pool.get()

        with ThreadPoolExecutor(20) as threads:
            assert len({id(made) for _, made in threads.map(start, range(20))}) == 1


def test_two_hundred_tasks_share_a_client():
    async def main(url: str) -> None:
        async with AsyncSample("t", base_url=url) as client:
            ids = [str(number) for number in range(200)]
            found = await asyncio.gather(*map(client.assistants.get, ids))
            assert [one.id for one in found] == ids

    with serve(ECHO) as server:
        asyncio.run(main(server.url))
    assert server.connections <= 100


@pytest.mark.parametrize("retries", [0, 1])
def test_waiting_for_a_free_connection_ends_in_time(retries):
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http)
            busy = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)
            hurried = client.with_options(timeout=httpx.Timeout(5, pool=0.05), max_retries=retries)
            with pytest.raises(APITimeoutError, match="no free connection"):
                await hurried.assistants.create(name="x")
            busy.cancel()

    with serve(hang) as server:
        asyncio.run(main(server.url))
    assert len(server.requests) == 1


# --- cancelling


@pytest.mark.parametrize("behaviour", HANGING)
def test_a_cancelled_task_frees_its_connection(behaviour):
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http, timeout=3, max_retries=1)
            task = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await client.assistants.get("2")).id == "2"

    with serve(behaviour, ECHO) as server:
        asyncio.run(main(server.url))


def test_a_task_that_is_cancelled_while_it_connects_frees_its_place():
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", http_client=http, timeout=3)
            with nobody_accepts() as nowhere:
                task = asyncio.create_task(client.with_options(base_url=nowhere).assistants.get("1"))
                await asyncio.sleep(0.1)
                assert not task.done()
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            assert (await client.with_options(base_url=url).assistants.get("2")).id == "2"

    with serve(ECHO) as server:
        asyncio.run(main(server.url))


def test_a_task_that_is_cancelled_while_it_waits_for_a_connection_frees_its_place():
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http, timeout=3)
            busy, waiting = (asyncio.create_task(client.assistants.get(id)) for id in "12")
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            busy.cancel()
            assert (await client.assistants.get("3")).id == "3"

    with serve(hang, ECHO) as server:
        asyncio.run(main(server.url))


@pytest.mark.parametrize("others", [0, 3])
def test_a_task_may_be_cancelled_at_any_step(others):
    """Let a call take one step more each time before it is cancelled; the one connection must stay usable."""

    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http, timeout=5, max_retries=0)
            for steps in range(60):
                tasks = [asyncio.create_task(client.assistants.get(str(n))) for n in range(others + 1)]
                for _ in range(steps):
                    await asyncio.sleep(0)
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                assert (await client.assistants.get("2")).id == "2", steps

    with serve(ECHO) as server:
        asyncio.run(main(server.url))


@pytest.mark.parametrize("behaviour", HANGING)
def test_a_time_limit_of_the_caller(behaviour):
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http, timeout=3, max_retries=1, deadline=60)
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await client.assistants.get("1")
            assert (await client.assistants.get("2")).id == "2"

    with serve(behaviour, ECHO) as server:
        asyncio.run(main(server.url))


@pytest.mark.parametrize("behaviour", [hang, half, LATER])
def test_an_interrupted_call_frees_its_connection(behaviour):
    def interrupt(exchange: Any) -> None:
        timer = threading.Timer(0.1, lambda: signal.pthread_kill(threading.main_thread().ident, signal.SIGINT))
        timer.start()
        behaviour(exchange)
        timer.join()

    # A shell starts what runs in the background with this signal ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with serve(interrupt, ECHO) as server, httpx.Client(limits=ONE) as http:
            client = Sample("t", base_url=server.url, http_client=http, timeout=5)
            with pytest.raises(KeyboardInterrupt):
                client.assistants.get("1")
            assert client.assistants.get("2").id == "2"
    finally:
        signal.signal(signal.SIGINT, before)


# --- closing


@pytest.mark.parametrize("behaviour", HANGING)
def test_closing_ends_the_calls_of_other_threads(behaviour):
    with serve(behaviour) as server, ThreadPoolExecutor(3) as threads:
        client = Sample("t", base_url=server.url, timeout=20)
        calls = [threads.submit(get, client) for _ in range(3)]
        assert wait_until(lambda: len(server.requests) == 3)
        time.sleep(0.05)
        began = time.monotonic()
        client.close()
        for call in calls:
            with pytest.raises(APIConnectionError, match="the client was closed"):
                call.result(5)
        assert time.monotonic() - began < 5
        assert wait_until(lambda: server.open_connections == 0)


@pytest.mark.parametrize("behaviour", HANGING)
def test_closing_ends_the_calls_of_other_tasks(behaviour):
    async def main(url: str) -> None:
        client = AsyncSample("t", base_url=url, timeout=20)
        tasks = [asyncio.create_task(client.assistants.get("1")) for _ in range(3)]
        assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 3)
        await asyncio.sleep(0.05)
        async with asyncio.timeout(5):
            await client.close()
            for task in tasks:
                with pytest.raises(APIConnectionError, match="the client was closed"):
                    await task
        assert await asyncio.to_thread(wait_until, lambda: server.open_connections == 0)

    with serve(behaviour) as server:
        asyncio.run(main(server.url))


def test_closing_ends_tasks_that_wait_for_a_connection():
    async def main(url: str) -> None:
        client = AsyncSample("t", base_url=url, timeout=20)
        tasks = [asyncio.create_task(client.assistants.get(str(number))) for number in range(150)]
        assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 100)
        async with asyncio.timeout(5):
            await client.close()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(one) for one in ended} == {APIConnectionError}
        assert len(server.requests) == 100
        assert await asyncio.to_thread(wait_until, lambda: server.open_connections == 0)

    with serve(hang) as server:
        asyncio.run(main(server.url))


def test_closing_ends_threads_that_wait_for_a_connection():
    with serve(hang) as server, ThreadPoolExecutor(120) as threads:
        client = Sample("t", base_url=server.url, timeout=20)
        calls = [threads.submit(get, client) for _ in range(120)]
        assert wait_until(lambda: len(server.requests) == 100)
        client.close()
        for call in calls:
            with pytest.raises((APIConnectionError, RuntimeError), match="closed"):
                call.result(5)
        assert wait_until(lambda: server.open_connections == 0)


def test_closing_while_threads_call_again_and_again():
    def call_on(client: Sample) -> BaseException:
        while True:
            try:
                client.assistants.get("1")
            except (APIConnectionError, RuntimeError) as error:
                return error

    for _ in range(10):
        with serve(ECHO) as server, ThreadPoolExecutor(8) as threads:
            client = Sample("t", base_url=server.url, timeout=20)
            calls = [threads.submit(call_on, client) for _ in range(8)]
            wait_until(lambda server=server: len(server.requests) > 40)
            client.close()
            for call in calls:
                assert "closed" in str(call.result(5))
            assert wait_until(lambda server=server: server.open_connections == 0)


def test_closing_an_async_client_in_any_state():
    async def main(url: str) -> None:
        client = AsyncSample("t", base_url=url)
        await client.close()
        await client.close()
        with pytest.raises(RuntimeError, match="closed"):
            await client.assistants.get("1")
        client = AsyncSample("t", base_url=url)
        await client.assistants.get("1")
        await asyncio.gather(client.close(), client.close(), client.with_options(timeout=1).close())
        with pytest.raises(RuntimeError, match="closed"):
            await client.assistants.get("1")
        assert await asyncio.to_thread(wait_until, lambda: server.open_connections == 0)

    with serve(ECHO) as server:
        asyncio.run(main(server.url))


def test_closing_a_client_leaves_the_callers_httpx_client_alone():
    with serve(ECHO) as server, httpx.Client() as http:
        client = Sample("t", base_url=server.url, http_client=http)
        client.assistants.get("1")
        client.close()
        assert http.get(f"{server.url}/1").json()["id"] == "1"
        with pytest.raises(RuntimeError, match="closed"):
            client.assistants.get("1")
    assert server.connections == 1


def test_a_stream_ends_with_its_client():
    cut = raw(b"")

    def endless(exchange: Any) -> None:
        exchange.send(head(200, {"content-type": "application/json"}) + b"start")
        hang(exchange)

    with serve(endless, cut) as server, ThreadPoolExecutor(1) as threads:
        client = Sample("t", base_url=server.url, timeout=20)
        response = client.with_streaming_response.assistants.get("1")
        reading = threads.submit(response.read)
        time.sleep(0.1)
        client.close()
        with pytest.raises(APIConnectionError, match="the client was closed"):
            reading.result(5)


def test_an_async_stream_ends_with_its_client():
    def endless(exchange: Any) -> None:
        exchange.send(head(200, {"content-type": "application/json"}) + b"start")
        hang(exchange)

    async def main(url: str) -> None:
        client = AsyncSample("t", base_url=url, timeout=20)
        response = await client.with_streaming_response.assistants.get("1")
        reading = asyncio.create_task(response.read())
        await asyncio.sleep(0.1)
        await client.close()
        async with asyncio.timeout(5):
            with pytest.raises(APIConnectionError, match="the client was closed"):
                await reading

    with serve(endless) as server:
        asyncio.run(main(server.url))


# --- event loops


def quietly(*mains: Any) -> None:
    """Run each coroutine in a loop of its own. Connections that a loop left open warn when they are collected."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        for main in mains:
            asyncio.run(main)
        gc.collect()


def test_one_event_loop_after_the_other():
    with serve(ECHO) as server:
        client = AsyncSample("t", base_url=server.url, max_retries=0)

        async def call() -> None:
            assert (await client.assistants.get("1")).id == "1"

        async def end() -> None:
            await call()
            await client.close()

        quietly(call(), call(), end())
        assert server.connections == 3
        assert wait_until(lambda: server.open_connections == 0)


def test_two_event_loops_at_once_are_refused():
    with serve(hang) as server:
        client = AsyncSample("t", base_url=server.url)

        async def first() -> None:
            task = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)

            async def second() -> None:
                with pytest.raises(RuntimeError, match="one client for each loop"):
                    await client.assistants.get("2")

            await asyncio.to_thread(lambda: asyncio.run(second()))
            await client.close()
            with pytest.raises(APIConnectionError):
                await task

        asyncio.run(first())


def test_closing_from_another_event_loop():
    with serve(hang) as server:
        client = AsyncSample("t", base_url=server.url)

        async def main() -> None:
            task = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)
            await asyncio.to_thread(lambda: asyncio.run(client.close()))
            with pytest.raises(APIConnectionError, match="the client was closed"):
                await task

        asyncio.run(main())
        assert wait_until(lambda: server.open_connections == 0)


def test_closing_when_the_event_loop_is_gone():
    with serve(ECHO) as server:
        client = AsyncSample("t", base_url=server.url)
        quietly(client.assistants.get("1"), client.close(), client.close())
        del client
        gc.collect()
        assert wait_until(lambda: server.open_connections == 0)


# --- forgetting


def warnings_of(use: Any) -> list[str]:
    """Return what a function warns of, until all that it left behind is collected."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use()
        gc.collect()
    assert {warning.category for warning in caught} <= {ResourceWarning}
    return [str(warning.message) for warning in caught]


def test_a_forgotten_client_warns():
    with serve(respond(ASSISTANT)) as server:
        told = warnings_of(lambda: Sample("t", base_url=server.url).assistants.get("1"))
        assert "A client was not closed; use `with`, or call close()." in told
        assert wait_until(lambda: server.open_connections == 0)


def test_a_forgotten_async_client_warns():
    async def main(url: str) -> None:
        await AsyncSample("t", base_url=url).assistants.get("1")

    with serve(respond(ASSISTANT)) as server:
        told = warnings_of(lambda: asyncio.run(main(server.url)))
        assert "A client was not closed; use `async with`, or await close()." in told
        assert wait_until(lambda: server.open_connections == 0)


def test_a_client_that_never_called_needs_no_closing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Sample("t")
        AsyncSample("t")
        gc.collect()


def one_event_and_no_more(exchange: Any) -> None:
    exchange.send(head(200, {"content-type": "text/event-stream"}) + b"data: 1\n\n")
    hang(exchange)


@pytest.mark.parametrize("items", [0, 1])
def test_a_forgotten_stream_warns_and_frees_its_connection(items):
    def forget(client: EventClient) -> None:
        stream = client.events()
        for _ in range(items):
            next(stream)

    with serve(one_event_and_no_more) as server, httpx.Client(limits=ONE) as http:
        client = EventClient(SETTINGS, base_url=server.url, http_client=http, timeout=3)
        for _ in range(2):
            assert warnings_of(lambda: forget(client)) == [
                "A streamed response was not closed; use `with`, or read it to its end."
            ]


@pytest.mark.parametrize("items", [0, 1])
def test_a_forgotten_async_stream_warns_and_frees_its_connection(items):
    async def forget(client: AsyncEventClient) -> None:
        stream = await client.events()
        for _ in range(items):
            await anext(stream)

    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncEventClient(SETTINGS, base_url=url, http_client=http, timeout=3)
            for _ in range(2):
                await forget(client)
                gc.collect()
                await asyncio.sleep(0.05)

    with serve(one_event_and_no_more) as server:
        assert (
            warnings_of(lambda: asyncio.run(main(server.url)))
            == ["A streamed response was not closed; use `async with`, or read it to its end."] * 2
        )


def test_a_stream_that_is_cancelled_at_any_step_frees_its_connection():
    async def read(client: AsyncEventClient) -> None:
        async with await client.events() as stream:
            async for _ in stream:
                pass

    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncEventClient(SETTINGS, base_url=url, http_client=http, timeout=5, max_retries=0)
            for steps in range(60):
                task = asyncio.create_task(read(client))
                for _ in range(steps):
                    await asyncio.sleep(0)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                await read(client)

    with serve(respond(b"data: 1\n\ndata: 2\n\n", content_type="text/event-stream")) as server:
        asyncio.run(main(server.url))


# --- walks through pages


def full_page(exchange: Any) -> Any:
    day = f"2024-01-{30 - exchange.number:02}"
    return [{"id": f"{exchange.number}-{item}", "createdAt": f"{day}T00:00:0{9 - item}Z"} for item in range(3)]


def test_a_walk_that_is_left_half_way_holds_nothing():
    with serve(answer(full_page)) as server, httpx.Client(limits=ONE) as http:
        client = Sample("t", base_url=server.url, http_client=http, timeout=3)
        for _ in range(3):
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                walk = client.assistants.list_all(limit=3)
                assert [next(walk).id.partition("-")[2] for _ in range(4)] == ["0", "1", "2", "0"]
                del walk
                gc.collect()
        assert client._pool.get()._transport._pool._requests == []
    assert len(server.requests) == 6


def test_an_async_walk_that_is_left_half_way_holds_nothing():
    async def main(url: str) -> None:
        async with httpx.AsyncClient(limits=ONE) as http:
            client = AsyncSample("t", base_url=url, http_client=http, timeout=3)
            for _ in range(3):
                walk = client.assistants.list_all(limit=3)
                assert [(await anext(walk)).id.partition("-")[2] for _ in range(4)] == ["0", "1", "2", "0"]
                del walk
                gc.collect()
            assert client._pool.get()._transport._pool._requests == []

    with serve(answer(full_page)) as server:
        asyncio.run(main(server.url))
    assert len(server.requests) == 6
