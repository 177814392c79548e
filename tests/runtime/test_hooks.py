"""What hooks are told, when, and what they may do."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from clientsmith.runtime import (
    APIConnectionError,
    CallHooks,
    MissingCredentialsError,
    NotFoundError,
    ResponseValidationError,
)
from runtime.hostile import refused_port, reset, respond, serve
from runtime.sample import AsyncSample, Sample
from runtime.usual import ASSISTANT, ODD, create, get


class Told:
    """Hooks that write down what they are told."""

    def __init__(self) -> None:
        self.events = []

    @property
    def hooks(self):
        return CallHooks(self.events.append, self.events.append, self.events.append)

    @property
    def kinds(self):
        return [type(event).__name__.removesuffix("Event") for event in self.events]


def test_a_call_is_told_before_and_after(caller):
    told = Told()
    with serve(respond(ASSISTANT, **{"x-request-id": "r1", "set-cookie": "a=b"})) as server:
        caller.call(get, base_url=server.url, hooks=told.hooks)
        request, response = told.events
    assert (request.operation_id, request.method, request.path) == ("getAssistant", "GET", "/assistant/{id}")
    assert (request.url, request.attempt) == (f"{server.url}/assistant/1", 1)
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Authorization"] == "***"
    assert (response.status_code, response.url, response.attempt) == (200, request.url, 1)
    assert (response.request_id, response.headers["set-cookie"]) == ("r1", "***")
    assert response.headers["content-type"] == "application/json"
    assert 0 < response.elapsed < 10


def test_each_attempt_and_each_redirect_is_told(caller):
    told = Told()
    with serve(respond(None, 503), reset, respond(None, 307, location="/there?key=k"), respond(ASSISTANT)) as server:
        caller.call(get, base_url=server.url, hooks=told.hooks)
    assert told.kinds == ["Request", "Response", "Request", "Error", "Request", "Response", "Request", "Response"]
    assert [getattr(event, "attempt", None) for event in told.events] == [1, 1, 2, 2, 3, 3, 3, 3]
    assert [event.status_code for event in told.events[1::2] if hasattr(event, "status_code")] == [503, 307, 200]
    error = told.events[3]
    assert isinstance(error.error, APIConnectionError)
    assert error.retry_in is not None
    assert told.events[-1].url == f"{server.url}/there"


def test_the_error_that_a_call_ends_with_is_told_last(caller):
    told = Told()
    with serve(respond({"message": "no"}, 404)) as server, pytest.raises(NotFoundError) as caught:
        caller.call(get, base_url=server.url, hooks=told.hooks)
    assert told.kinds == ["Request", "Response", "Error"]
    assert told.events[-1].error is caught.value
    assert told.events[-1].retry_in is None


def test_an_answer_that_does_not_fit_is_an_error_of_the_call(caller):
    told = Told()
    with serve(respond(ODD)) as server, pytest.raises(ResponseValidationError) as caught:
        caller.call(get, base_url=server.url, hooks=told.hooks, strict=True)
    assert told.events[-1].error is caught.value


def test_a_failure_that_is_not_repeated_is_told_once(caller):
    told = Told()
    with pytest.raises(APIConnectionError) as caught:
        caller.call(get, base_url=f"http://127.0.0.1:{refused_port()}", hooks=told.hooks, max_retries=1)
    assert told.kinds == ["Request", "Error", "Request", "Error"]
    assert [event.retry_in is None for event in told.events if hasattr(event, "retry_in")] == [False, True]
    assert told.events[-1].error is caught.value


def test_what_is_never_sent_is_not_told(caller, monkeypatch):
    monkeypatch.delenv("SAMPLE_TOKEN", raising=False)
    told = Told()
    with Sample(hooks=told.hooks) as client, pytest.raises(MissingCredentialsError):
        get(client)
    assert told.events == []


def test_a_hook_may_set_headers(caller):
    def sign(event):
        event.set_header("X-Signature", f"attempt {event.attempt}")
        event.set_header("accept", "application/vnd.x+json")

    with serve(respond(None, 503), respond(ASSISTANT)) as server:
        caller.call(get, base_url=server.url, hooks=CallHooks(sign))
    assert [request.headers["x-signature"] for request in server.requests] == ["attempt 1", "attempt 2"]
    assert {request.headers["accept"] for request in server.requests} == {"application/vnd.x+json"}


def test_a_header_that_cannot_be_sent_is_refused(caller):
    with pytest.raises(ValueError, match="line breaks"):
        caller.call(get, hooks=CallHooks(lambda event: event.set_header("X-A", "a\r\nX-B: b")))


def test_headers_of_hooks_stay_at_the_apis_server(caller):
    hooks = CallHooks(lambda event: event.set_header("X-Signature", "secret"))
    with serve(respond(ASSISTANT)) as other, serve(respond(None, 302, location=f"{other.url}/there")) as server:
        caller.call(get, base_url=server.url, hooks=hooks)
    assert server.requests[0].headers["x-signature"] == "secret"
    assert "x-signature" not in other.requests[0].headers


class StopError(Exception):
    pass


def stop(event):
    raise StopError


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_error"])
def test_what_a_hook_raises_comes_out_and_the_connection_is_free(name):
    async def awaiting():
        async with httpx.AsyncClient(limits=limits) as http:
            client = AsyncSample("t", base_url=server.url, http_client=http, timeout=2)
            with pytest.raises(StopError):
                await get(client.with_options(**{name: stop}))
            return await get(client)

    def blocking():
        with httpx.Client(limits=limits) as http:
            client = Sample("t", base_url=server.url, http_client=http, timeout=2)
            with pytest.raises(StopError):
                get(client.with_options(**{name: stop}))
            return get(client)

    limits = httpx.Limits(max_connections=1)
    for use in (blocking, lambda: asyncio.run(awaiting())):
        with serve(*([respond(None, 404)] if name == "on_error" else []), respond(ASSISTANT)) as server:
            assert use().id == "1"


def test_a_hook_that_raises_closes_a_body_that_was_left_open():
    with serve(respond(ASSISTANT)) as server, httpx.Client(limits=httpx.Limits(max_connections=1)) as http:
        client = Sample("t", base_url=server.url, http_client=http, timeout=2)
        with pytest.raises(StopError):
            client.with_options(on_response=stop).with_streaming_response.assistants.get("1")
        assert get(client).id == "1"

    async def main():
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as http:
            client = AsyncSample("t", base_url=server.url, http_client=http, timeout=2)
            with pytest.raises(StopError):
                await client.with_options(on_response=stop).with_streaming_response.assistants.get("1")
            assert (await get(client)).id == "1"

    with serve(respond(ASSISTANT)) as server:
        asyncio.run(main())


def test_the_asynchronous_client_waits_for_hooks():
    seen = []

    async def note(event):
        await asyncio.sleep(0)
        seen.append(event.attempt)

    async def main():
        async with AsyncSample("t", base_url=server.url, hooks=CallHooks(note, note, note)) as client:
            await get(client)
            with pytest.raises(NotFoundError):
                await create(client)

    with serve(respond(ASSISTANT), respond(None, 404)) as server:
        asyncio.run(main())
    assert seen == [1, 1, 1, 1, 1]


def test_a_blocking_client_refuses_asynchronous_hooks():
    async def note(event):
        raise AssertionError

    with pytest.raises(TypeError, match=r"^on_response is an asynchronous function, which a blocking client"):
        Sample("t", hooks=CallHooks(on_response=note))
    with Sample("t") as client, pytest.raises(TypeError, match=r"^on_error is an asynchronous function"):
        client.with_options(on_error=note)


def test_a_derived_client_has_hooks_of_its_own():
    first, second = Told(), Told()
    with serve(respond(ASSISTANT)) as server, Sample("t", base_url=server.url, hooks=first.hooks) as client:
        derived = client.with_options(on_request=second.events.append)
        get(derived)
        get(client)
        get(derived.with_options(max_retries=0))
    assert first.kinds == ["Response", "Request", "Response", "Response"]
    assert second.kinds == ["Request", "Request"]


def test_raw_and_streamed_responses_and_pages_are_told():
    told = Told()
    with serve(respond([ASSISTANT])) as server, Sample("t", base_url=server.url, hooks=told.hooks) as client:
        client.with_raw_response.assistants.get("1")
        with client.with_streaming_response.assistants.get("1") as response:
            response.read()
        client.assistants.list()
    assert told.kinds == ["Request", "Response"] * 3
