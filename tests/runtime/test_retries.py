"""Deadlines, timeouts, retries and broken connections, with both clients."""

from __future__ import annotations

import asyncio

import pytest

from clientsmith.runtime import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    RateLimitError,
    RequestOptions,
    ServerError,
)
from runtime.hostile import (
    close_after,
    drip_body,
    drip_headers,
    hang,
    raw,
    refused_port,
    reset,
    respond,
    serve,
    wait_until,
)
from runtime.usual import ASSISTANT, create, get


@pytest.mark.parametrize("fault", [hang, drip_headers, drip_body])
def test_a_deadline_holds_whatever_the_server_does(caller, fault):
    with serve(fault) as server:
        with pytest.raises(APITimeoutError, match=r"deadline of 0\.3 s"):
            caller.call(get, base_url=server.url, deadline=0.3)
        assert wait_until(lambda: server.connections == 1)


@pytest.mark.parametrize("fault", [hang, drip_headers, drip_body])
def test_a_deadline_holds_on_a_connection_that_was_used_before(caller, fault):
    def twice(client):
        first = get(client)
        if asyncio.iscoroutine(first):

            async def both():
                await first
                await get(client, deadline=0.3)

            return both()
        return get(client, deadline=0.3)

    with serve(respond(ASSISTANT), fault) as server:
        with pytest.raises(APITimeoutError, match="deadline"):
            caller.call(twice, base_url=server.url, max_retries=0)
        assert len(server.requests) == 2
        assert server.connections == 1


def test_a_timeout_of_one_attempt(caller):
    with serve(hang, respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url, timeout=0.8).id == "1"
    with serve(hang) as server, pytest.raises(APITimeoutError, match="no answer in time"):
        caller.call(create, base_url=server.url, timeout=0.8)
    assert len(server.requests) == 1


def test_a_refused_connection_is_tried_again_even_for_a_write(caller):
    port = refused_port()
    with pytest.raises(APIConnectionError, match="after 3 attempts"):
        caller.call(create, base_url=f"http://127.0.0.1:{port}")


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_reads_are_tried_again_after(caller, status):
    with serve(respond({}, status), respond({}, status), respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url).id == "1"
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [400, 404, 409, 501])
def test_nothing_is_tried_again_after(caller, status):
    with serve(respond({}, status), respond(ASSISTANT)) as server, pytest.raises(APIStatusError):
        caller.call(get, base_url=server.url)
    assert len(server.requests) == 1


CUT = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id"'
CUT_CHUNK = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"id"'
CUT_HEADERS = b"HTTP/1.1 200 OK\r\ncontent-ty"
NOT_HTTP = b"SSH-2.0-OpenSSH_9\r\n"


@pytest.mark.parametrize("fault", [reset, raw(b""), raw(CUT), raw(CUT_CHUNK), raw(CUT_HEADERS), raw(NOT_HTTP)])
def test_a_broken_connection(caller, fault):
    with serve(fault, respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url).id == "1"
    assert len(server.requests) == 2
    with serve(fault, respond(ASSISTANT, 201)) as server, pytest.raises(APIConnectionError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 429])
def test_a_write_is_not_sent_twice(caller, status):
    with serve(respond({}, status), respond(ASSISTANT, 201)) as server, pytest.raises(APIStatusError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["0", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_a_write_is_sent_again_when_the_server_says_when(caller, status, wait):
    with serve(respond({}, status, retry_after=wait), respond(ASSISTANT, 201)) as server:
        assert caller.call(create, base_url=server.url).id == "1"
    assert len(server.requests) == 2


@pytest.mark.parametrize("wait", ["soon", "", "nan", "Wed, 99 Oct"])
def test_a_write_is_not_sent_again_when_the_server_is_not_legible(caller, wait):
    with serve(respond({}, 503, retry_after=wait), respond(ASSISTANT, 201)) as server, pytest.raises(ServerError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("wait", ["3600", "inf", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_long_wait_is_left_to_the_caller(caller, wait):
    with serve(respond({}, 429, retry_after=wait)) as server, pytest.raises(RateLimitError) as caught:
        caller.call(get, base_url=server.url)
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > 60
    assert len(server.requests) == 1


def test_a_wait_past_the_deadline_is_not_begun(caller):
    with serve(respond({}, 503, retry_after="30")) as server, pytest.raises(ServerError):
        caller.call(get, base_url=server.url, deadline=5)
    assert len(server.requests) == 1


def test_an_idempotency_key_makes_a_write_safe_to_send_again(caller):
    with serve(reset, respond({}, 500), respond(ASSISTANT, 201)) as server:
        assert caller.call(lambda c: c.assistants.create_once(name="x"), base_url=server.url).id == "1"
    keys = {request.headers["idempotency-key"] for request in server.requests}
    assert len(server.requests) == 3
    assert len(keys) == 1
    options = RequestOptions(idempotency_key="k-1")
    with serve(reset, respond(ASSISTANT, 201)) as server:
        caller.call(lambda c: c.assistants.create(name="x", options=options), base_url=server.url)
    assert [request.headers["idempotency-key"] for request in server.requests] == ["k-1", "k-1"]


def test_the_number_of_retries(caller):
    for retries in (0, 1, 3):
        with serve(respond({}, 500)) as server, pytest.raises(ServerError):
            caller.call(lambda c, n=retries: get(c, max_retries=n), base_url=server.url)
        assert len(server.requests) == retries + 1


def test_a_connection_closed_between_two_requests(caller):
    def twice(client):
        first = get(client)
        if asyncio.iscoroutine(first):

            async def both():
                await first
                await asyncio.sleep(0.1)
                return await get(client)

            return both()
        wait_until(lambda: server.open_connections == 0)
        return get(client)

    with serve(close_after(respond(ASSISTANT)), respond(ASSISTANT)) as server:
        assert caller.call(twice, base_url=server.url).id == "1"
