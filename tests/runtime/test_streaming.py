"""Responses that are read as they come: events, JSON lines, and bodies too large for memory."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.runtime import (
    JSON,
    JSONL,
    SSE,
    APIConnectionError,
    APITimeoutError,
    AsyncClient,
    AsyncResource,
    Client,
    Model,
    Operation,
    RequestOptions,
    Resource,
    Response,
    ResponseDecodeError,
    ResponseMismatchWarning,
    ResponseValidationError,
    ServerError,
    ServerSentEvent,
    Settings,
)
from clientsmith.runtime.server_sent_events import EventParser
from runtime.hostile import head, respond, serve, wait_until

SETTINGS = Settings(title="Sample", user_agent="sample", base_url="http://127.0.0.1:9")


class Chunk(Model):
    text: str


class Whole(Model):
    texts: list[str]


def operation(*responses: Response, method: str = "POST") -> Operation[Any]:
    return Operation(id="chat", method=method, path="/chat", responses=responses)


EVENTS = Response("200", "text/event-stream", SSE, lambda: Chunk)
LINES = Response("200", "application/jsonl", JSONL, lambda: Chunk)
SEQUENCE = Response("200", "application/json-seq", JSONL, lambda: Chunk)
CHAT = operation(Response("200", "application/json", JSON, lambda: Whole), EVENTS)


def streaming(body: bytes, media_type: str = "text/event-stream") -> Any:
    """Send a body whose length is not announced."""

    def behave(exchange: Any) -> None:
        exchange.send(head(200, {"content-type": media_type, "connection": "close"}) + body)
        exchange.keep = False

    return behave


class Blocking:
    def items(self, called: Operation[Any], url: str, **options: Any) -> list[Any]:
        with (
            Client(SETTINGS, base_url=url, **options) as client,
            Resource(client)._send(called) as stream,
        ):
            return list(stream)

    def stream(self, called: Operation[Any], url: str, use: str, *arguments: Any) -> Any:
        with Client(SETTINGS, base_url=url) as client, Resource(client.with_streaming_response)._send(called) as got:
            result = getattr(got, use)(*arguments)
            return result if isinstance(result, (bytes, type(None))) else list(result)


class Awaiting:
    def items(self, called: Operation[Any], url: str, **options: Any) -> list[Any]:
        async def main() -> list[Any]:
            async with (
                AsyncClient(SETTINGS, base_url=url, **options) as client,
                await AsyncResource(client)._send(called) as stream,
            ):
                return [item async for item in stream]

        return asyncio.run(main())

    def stream(self, called: Operation[Any], url: str, use: str, *arguments: Any) -> Any:
        async def main() -> Any:
            async with (
                AsyncClient(SETTINGS, base_url=url) as client,
                await AsyncResource(client.with_streaming_response)._send(called) as got,
            ):
                result = getattr(got, use)(*arguments)
                return [one async for one in result] if hasattr(result, "__aiter__") else await result

        return asyncio.run(main())


@pytest.fixture(params=[Blocking(), Awaiting()], ids=["sync", "async"])
def caller(request):
    return request.param


def parse(*pieces: bytes) -> list[ServerSentEvent]:
    parser = EventParser()
    return [event for piece in pieces for event in parser.feed(piece)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (b"data: a\n\n", [ServerSentEvent("a")]),
        (b"data:a\ndata: b\ndata:  c\n\n", [ServerSentEvent("a\nb\n c")]),
        (b"data\n\n", [ServerSentEvent("")]),
        (b"data\ndata\n\n", [ServerSentEvent("\n")]),
        (b"\xef\xbb\xbfdata: a\r\rdata: b\r\n\r\n", [ServerSentEvent("a"), ServerSentEvent("b")]),
        (b": comment\nevent: add\ndata: a\n\ndata: b\n\n", [ServerSentEvent("a", "add"), ServerSentEvent("b")]),
        (
            b"id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
            [ServerSentEvent("a", id="1"), ServerSentEvent("b", id="1"), ServerSentEvent("c")],
        ),
        (b"id: 1\0\ndata: a\n\n", [ServerSentEvent("a")]),
        (b"retry: 10\ndata: a\n\nretry: x\ndata: b\n\n", [ServerSentEvent("a", retry=10), ServerSentEvent("b")]),
        (b"event: ping\n\nunknown: x\ndata: a\n\n", [ServerSentEvent("a")]),
        (b"data: no blank line follows\n", []),
        (b"data: \xff\n\n", [ServerSentEvent("\ufffd")]),
    ],
)
def test_the_grammar_of_events(text, events):
    assert parse(text) == events


@given(
    st.lists(
        st.sampled_from(
            [b"data: a", b"data:b", b"id: 7", b"event: x", b"retry: 3", b":c", b"", b"", "data: é€".encode()]
        )
    ),
    st.lists(st.sampled_from([b"\n", b"\r", b"\r\n"]), min_size=1),
    st.lists(st.integers(1, 9), max_size=40),
    st.booleans(),
)
def test_splitting_never_changes_events(lines, ends, cuts, bom):
    text = (b"\xef\xbb\xbf" if bom else b"") + b"".join(
        line + ends[index % len(ends)] for index, line in enumerate(lines)
    )
    pieces, rest = [], text
    for cut in cuts:
        pieces.append(rest[:cut])
        rest = rest[cut:]
    assert parse(*pieces, rest) == parse(text) == parse(*(bytes([byte]) for byte in text))


def test_typed_events_to_the_end_that_the_data_tells(caller):
    body = b'data: {"text": "a"}\n\n: ping\n\ndata: {"text":\ndata: "b"}\n\ndata: [DONE]\n\ndata: {"text": "c"}\n\n'
    with serve(streaming(body)) as server:
        assert [chunk.text for chunk in caller.items(operation(EVENTS), server.url)] == ["a", "b"]
        assert wait_until(lambda: server.open_connections == 0)


def test_events_without_a_type_are_events(caller):
    untyped = operation(Response("200", "text/event-stream", SSE))
    with serve(streaming(b"event: x\ndata: [DONE]\n\n")) as server:
        assert caller.items(untyped, server.url) == [ServerSentEvent("[DONE]", "x")]


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        (LINES, b'{"text": "a"}\r\n\n{"text": "b\xe2\x80\xa8"}'),
        (SEQUENCE, b'\x1e{"text":\n "a"}\n\x1e{"text": "b\xe2\x80\xa8"}\n'),
    ],
)
def test_json_lines_and_sequences(caller, declared, body):
    with serve(streaming(body, declared.media_type)) as server:
        assert [chunk.text for chunk in caller.items(operation(declared), server.url)] == ["a", "b\u2028"]


def test_what_came_decides_between_json_and_a_stream():
    served = serve(respond({"texts": ["a"]}), streaming(b'data: {"text": "a"}\n\n'))
    with served as server, Client(SETTINGS, base_url=server.url) as client:
        assert Resource(client)._send(CHAT).texts == ["a"]
        with Resource(client)._send(CHAT) as stream:
            assert [chunk.text for chunk in stream] == ["a"]


def test_items_that_do_not_fit(caller):
    with serve(streaming(b'data: {"text": 1}\n\n')) as server, pytest.warns(ResponseMismatchWarning, match="/text"):
        assert len(caller.items(operation(EVENTS), server.url)) == 1
    with serve(streaming(b"data: {\n\n")) as server, pytest.raises(ResponseDecodeError, match="not JSON"):
        caller.items(operation(EVENTS), server.url)


def test_an_error_status_raises_as_always_and_is_tried_again(caller):
    fine = streaming(b'data: {"text": "a"}\n\n')
    with serve(respond(status=503, retry_after="0"), fine) as server:
        assert len(caller.items(operation(EVENTS), server.url)) == 1
    with serve(respond({"why": "x"}, status=500)) as server, pytest.raises(ServerError) as caught:
        caller.items(operation(EVENTS), server.url)
    assert caught.value.body == {"why": "x"}


def test_a_stream_that_breaks_or_never_ends(caller):
    def broken(exchange):
        exchange.send(head(200, {"content-type": "text/event-stream", "content-length": "999"}))
        exchange.send(b'data: {"text": "a"}\n\n')
        exchange.keep = False

    def endless(exchange):
        exchange.send(head(200, {"content-type": "text/event-stream", "content-length": "9999999"}))
        while not exchange.over.wait(0.02):
            exchange.send(b": still here\n")

    with serve(broken) as server:
        with pytest.raises(APIConnectionError):
            caller.items(operation(EVENTS), server.url)
        assert len(server.requests) == 1
    with serve(endless) as server, pytest.raises(APITimeoutError, match="deadline of 0"):
        caller.items(operation(EVENTS), server.url, deadline=0.3)


def test_leaving_a_stream_early_closes_its_connection():
    def slow(exchange):
        exchange.send(head(200, {"content-type": "text/event-stream", "content-length": "9999"}))
        exchange.send(b'data: {"text": "a"}\n\n')
        exchange.over.wait(5)

    limits = httpx.Limits(max_connections=1)
    with serve(slow) as server, httpx.Client(limits=limits, base_url=server.url) as http:
        resource = Resource(Client(SETTINGS, http_client=http))
        for _ in range(3):
            with resource._send(operation(EVENTS), options=RequestOptions(timeout=2)) as stream:
                assert next(stream).text == "a"


def test_a_forgotten_stream_warns():
    with serve(streaming(b"data: 1\n\n")) as server, Client(SETTINGS, base_url=server.url) as client:
        kept = [Resource(client)._send(operation(EVENTS))]
        with pytest.warns(ResourceWarning, match="not closed"):
            kept.clear()


LARGE = operation(Response("200", "application/octet-stream"), method="GET")


def test_bodies_too_large_for_memory(caller, tmp_path):
    body = json.dumps(["line"] * 50_000).encode()
    with serve(respond(body)) as server:
        assert caller.stream(LARGE, server.url, "read") == body
        pieces = caller.stream(LARGE, server.url, "iter_bytes", 1000)
        assert b"".join(pieces) == body
        assert {len(piece) for piece in pieces[:-1]} == {1000}
        path = tmp_path / "body"
        caller.stream(LARGE, server.url, "stream_to_file", path)
        assert path.read_bytes() == body


def broken(exchange):
    exchange.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: 9999\r\n\r\nhalf")
    exchange.keep = False


def test_a_download_that_breaks_leaves_what_was_there(caller, tmp_path):
    path = tmp_path / "body"
    path.write_bytes(b"before")
    with serve(broken) as server, pytest.raises(APIConnectionError):
        caller.stream(LARGE, server.url, "stream_to_file", path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"body": b"before"}


def test_a_download_follows_a_link(caller, tmp_path):
    link, target = tmp_path / "link", tmp_path / "target"
    link.symlink_to(target)
    with serve(respond(b"x")) as server:
        caller.stream(LARGE, server.url, "stream_to_file", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"x"


def test_a_download_needs_a_place(caller, tmp_path):
    with serve(respond(b"x")) as server:
        for path, error in ((tmp_path, IsADirectoryError), (tmp_path / "none" / "x", FileNotFoundError)):
            with pytest.raises(error):
                caller.stream(LARGE, server.url, "stream_to_file", path)
        caller.stream(LARGE, server.url, "stream_to_file", "/dev/null")
    assert list(tmp_path.iterdir()) == []


def test_lines(caller):
    with serve(respond("a\r\nb\n\nü".encode())) as server:
        assert caller.stream(LARGE, server.url, "iter_lines") == ["a", "b", "", "ü"]


def test_streaming_an_error_raises_it(caller):
    with serve(respond({"why": "x"}, status=500)) as server, pytest.raises(ServerError, match="500"):
        caller.stream(operation(method="POST"), server.url, "read")


def test_a_raw_response_of_a_stream_is_read_to_its_end():
    with serve(streaming(b'data: {"text": "a"}\n\n')) as server, Client(SETTINGS, base_url=server.url) as client:
        raw = Resource(client.with_raw_response)._send(operation(EVENTS))
        assert [chunk.text for chunk in raw.parse()] == ["a"]


@pytest.mark.parametrize(
    ("declared", "body"),
    [(EVENTS, b'data: {"text": "a"}\n\ndata: {"text": 1}\n\n'), (LINES, b'{"text": "a"}\n{"text": 1}')],
)
def test_a_raw_response_of_a_stream_tells_what_does_not_fit(declared, body):
    with (
        serve(streaming(body, declared.media_type)) as server,
        Client(SETTINGS, base_url=server.url) as client,
    ):
        raw = Resource(client.with_raw_response)._send(operation(declared))
        assert [(issue.path, issue.got) for issue in raw.issues] == [("/1/text", 1)]
        with pytest.warns(ResponseMismatchWarning, match="/1/text"):
            assert raw.parse()[0].text == "a"
        strict = Resource(client.with_options(strict=True).with_raw_response)._send(operation(declared))
        with pytest.raises(ResponseValidationError):
            strict.parse()
