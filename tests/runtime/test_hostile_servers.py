"""Every way in which a server may misbehave, against both clients, for a read and for a write.

Each line of `FAULTS` says what the server plays and how a call has to end. Whatever it is, the call ends in time, with
the right result or with one error of ours; a write arrives once, unless the server said that it did not process it; no
connection stays in use; the credential shows nowhere.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import time
import traceback
import tracemalloc
import warnings
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx
import pytest

from clientsmith.runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ClientError,
    RateLimitError,
    RedirectError,
    RequestOptions,
    ResponseDecodeError,
    ResponseMismatchWarning,
    ServerError,
)
from runtime.hostile import (
    before_the_body,
    close_after,
    drip_body,
    drip_headers,
    hang,
    head,
    raw,
    refused_port,
    reset,
    reset_after,
    respond,
    serve,
    wait_until,
)
from runtime.sample import AsyncSample, Sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.hostile import Behaviour, Exchange

TOKEN = "canary-7f3a9c"
FINE = {"id": "1", "createdAt": "2024-01-01T00:00:00.000Z"}
JSON_TEXT = json.dumps(FINE).encode()
IN_TIME = 5.0

Ending: TypeAlias = "type[APIError] | None"
"""The error that a call ends with; None where it ends with the result."""


def tell_token(exchange: Exchange) -> str:
    """What a server repeats that shows requests to people: a proxy's page, a debugging aid."""
    return f"you sent {exchange.headers.get('authorization')}"


def echo(status: int, template: str, **headers: str) -> Behaviour:
    """Answer with a text that repeats the credential."""
    return lambda exchange: respond(template.replace("%", tell_token(exchange)).encode(), status, **headers)(exchange)


def start_of(content_length: int = 100, content: bytes = b'{"id"', **headers: str) -> bytes:
    """The beginning of an answer, as far as some of its body."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return head(200, {"content-type": "application/json", "content-length": str(content_length), **given}) + content


def chunked(*chunks: bytes) -> bytes:
    """An answer in chunks, which must be complete with their lengths."""
    return head(200, {"content-type": "application/json", "transfer-encoding": "chunked"}) + b"".join(chunks)


def elsewhere(exchange: Exchange) -> None:
    """Redirect to the other server, whose address comes in a header."""
    respond(None, 302, location=f"{exchange.headers['x-elsewhere']}/there")(exchange)


@dataclass(frozen=True)
class Fault:
    """What the server does first (then it behaves), and how a read and a write end, after how many requests."""

    name: str
    plays: Behaviour
    read: Ending = None
    reads: int = 2
    write: Ending = APIConnectionError
    writes: int = 1
    options: dict[str, Any] = field(default_factory=dict)


def retry_after(name: str, read: Ending, write: Ending, *statuses: int, **headers: str) -> list[Fault]:
    """The statuses that say "later", each with one kind of `Retry-After`."""
    return [
        Fault(
            f"{status} retry-after {name}",
            respond({"message": "later"}, status, **headers),
            read and (RateLimitError if status == 429 else ServerError),
            1 if read else 2,
            write and (RateLimitError if status == 429 else ServerError),
            1 if write else 2,
        )
        for status in statuses or (429, 503)
    ]


DECODE = ResponseDecodeError
BROKEN = APIConnectionError
PAST, FUTURE = "Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 31 Dec 2100 23:59:59 GMT"
BAD_GZIP = bytearray(gzip.compress(JSON_TEXT, mtime=0))
BAD_GZIP[-6] ^= 0xFF

FAULTS = [
    # time
    Fault("hang", hang, APITimeoutError, 1, APITimeoutError, options={"deadline": 0.4}),
    Fault("hang for one attempt", hang, write=APITimeoutError, options={"timeout": 0.7}),
    Fault("drip headers", drip_headers, APITimeoutError, 1, APITimeoutError, options={"deadline": 0.4}),
    Fault("drip body", drip_body, APITimeoutError, 1, APITimeoutError, options={"deadline": 0.4}),
    Fault(
        "half a body",
        lambda e: e.send(start_of()) or hang(e),
        APITimeoutError,
        1,
        APITimeoutError,
        1,
        {"deadline": 0.4},
    ),
    # the connection
    Fault("close", raw(b"")),
    Fault("reset", reset),
    Fault("reset in headers", reset_after(b"HTTP/1.1 200 OK\r\ncontent-ty")),
    Fault("reset in body", reset_after(start_of())),
    Fault("end in headers", raw(b"HTTP/1.1 200 OK\r\ncontent-ty")),
    Fault("truncated chunk", raw(chunked(b'10\r\n{"id"'))),
    Fault("no last chunk", raw(chunked(b'5\r\n{"id"\r\n'))),
    Fault("no length of a chunk", raw(chunked(b"zz\r\nxx\r\n"))),
    Fault("length too long", raw(start_of(len(JSON_TEXT) + 5, JSON_TEXT))),
    Fault("length too short", close_after(respond(JSON_TEXT, content_length="10")), DECODE, 1, DECODE),
    Fault("length no number", raw(head(200, {"content-length": "ten"}) + JSON_TEXT)),
    Fault("two lengths", raw(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\n" + JSON_TEXT)),
    Fault("not http", raw(b"SSH-2.0-OpenSSH_9\r\n")),
    Fault("headers without end", raw(b"HTTP/1.1 200 OK\r\n" + b"x-long: y\r\n" * 50_000)),
    Fault("no length", raw(head(200, {"content-type": "application/json"}) + JSON_TEXT), None, 1, None),
    Fault("early hints", raw(head(103, {"link": "</x>"}) + start_of(len(JSON_TEXT), JSON_TEXT)), None, 1, None),
    # the body
    Fault("gzip", respond(gzip.compress(JSON_TEXT), content_encoding="gzip"), None, 1, None),
    Fault("no gzip", echo(200, "%", content_encoding="gzip"), DECODE, 1, DECODE),
    Fault("corrupt gzip", respond(bytes(BAD_GZIP), content_encoding="gzip"), DECODE, 1, DECODE),
    Fault("truncated gzip", respond(gzip.compress(JSON_TEXT)[:-12], content_encoding="gzip"), DECODE, 1, DECODE),
    Fault("unknown coding", respond(b"\x00\x01", content_encoding="x-secret"), DECODE, 1, DECODE),
    Fault("empty", respond(b""), DECODE, 1, DECODE),
    Fault("204 without a body", respond(None, 204), DECODE, 1, DECODE),
    Fault("truncated json", echo(200, '{"id": "%'), DECODE, 1, DECODE),
    Fault("deep json", respond(b"[" * 20_000), DECODE, 1, DECODE),
    Fault("invalid utf-8", respond(b'{"id": "\xff\xfe"}'), DECODE, 1, DECODE),
    Fault("utf-8 cut in a character", respond(b'{"id": "\xc3'), DECODE, 1, DECODE),
    Fault(
        "wrong charset", respond(b'{"id": "\xe9"}', content_type="application/json; charset=utf-8"), DECODE, 1, DECODE
    ),
    Fault("no such charset", respond(FINE, content_type="application/json; charset=klingon"), DECODE, 1, DECODE),
    Fault(
        "another charset",
        respond(JSON_TEXT.decode().encode("utf-16"), content_type="application/json; charset=utf-16"),
        None,
        1,
        None,
    ),
    Fault("wrong content type", respond(FINE, content_type="text/plain"), None, 1, None),
    Fault("no content type", respond(FINE, content_type=""), None, 1, None),
    Fault("html of a proxy", echo(200, "<html><body>%</body></html>", content_type="text/html"), DECODE, 1, DECODE),
    Fault("html of a proxy with an error", echo(502, "<html>%</html>", content_type="text/html"), None, 2, ServerError),
    # statuses
    Fault("error that repeats the request", echo(400, '{"message": "%"}'), ClientError, 1, ClientError),
    Fault("error in plain text", echo(403, "%", content_type="text/plain"), ClientError, 1, ClientError),
    Fault("no such status", respond(None, 799), APIError, 1, APIError),
    *retry_after("absent", None, ServerError),
    *retry_after("0", None, None, retry_after="0"),
    *retry_after("fraction", None, None, retry_after="0.01"),
    *retry_after("negative", None, None, retry_after="-5"),
    *retry_after("past date", None, None, retry_after=PAST),
    *retry_after("date that is the server's own", None, None, retry_after=FUTURE, date=FUTURE),
    *retry_after("seconds, many", ServerError, ServerError, retry_after="3600"),
    *retry_after("huge", ServerError, ServerError, retry_after="9" * 400),
    *retry_after("inf", ServerError, ServerError, retry_after="inf"),
    *retry_after("far date", ServerError, ServerError, retry_after=FUTURE),
    *retry_after("past the deadline", ServerError, ServerError, retry_after="30"),
    *retry_after("empty", None, ServerError, retry_after=""),
    *retry_after("garbage", None, ServerError, retry_after="soon"),
    *retry_after("nan", None, ServerError, retry_after="nan"),
    *retry_after("no date", None, ServerError, retry_after="Wed, 99 Oct 2015"),
    *retry_after("for a status that says nothing", None, ServerError, 500, 502, 504, retry_after="0"),
    # redirects
    # httpx reads the address itself, and calls the answer broken; httpx2 leaves it to us.
    Fault(
        "redirect to nowhere",
        respond(None, 302, location="http://[::bad"),
        *((RedirectError, 1, RedirectError) if httpx.__name__ == "httpx2" else ()),
    ),
    Fault("redirect to a file", respond(None, 302, location="file:///etc/passwd"), RedirectError, 1, RedirectError),
    Fault("redirect without an address", respond(None, 302), RedirectError, 1, RedirectError),
    Fault("redirect of a write", respond(None, 302, location="/there"), None, 2, RedirectError),
    Fault("redirect elsewhere", elsewhere, None, 1, RedirectError),
]


class Blocking:
    """Makes one call with the blocking client and looks at the connections before it is closed."""

    def ending(self, use: Callable[[Any], Any], **options: Any) -> Any:
        with Sample(TOKEN, **options) as client:
            try:
                return use(client)
            except APIError as error:
                return error
            finally:
                assert nothing_in_use(client)


class Awaiting:
    """Makes the same call with the asynchronous client."""

    def ending(self, use: Callable[[Any], Any], **options: Any) -> Any:
        async def main() -> Any:
            async with AsyncSample(TOKEN, **options) as client:
                try:
                    return await use(client)
                except APIError as error:
                    return error
                finally:
                    assert nothing_in_use(client)

        return asyncio.run(main())


def nothing_in_use(client: Any) -> bool:
    """Look into httpcore's pool: a connection that is not idle after a call is one that leaked."""
    pool = client._pool.get()._transport._pool
    return pool._requests == [] and all(connection.is_idle() for connection in pool.connections)


@pytest.fixture(params=[Blocking(), Awaiting()], ids=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Any:
    return request.param


def read(client: Any, options: RequestOptions | None = None) -> Any:
    return client.assistants.get("1", options=options)


def write(client: Any, options: RequestOptions | None = None) -> Any:
    return client.assistants.create(name="x", options=options)


def told(error: BaseException) -> str:
    """Everything that a program writes of an error."""
    text = "".join(traceback.format_exception(error)) + str(error) + repr(error)
    return text + repr(error.args) + repr(getattr(error, "url", ""))


@pytest.mark.parametrize("kind", ["read", "write"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_call_ends_as_it_must(caller, fault, kind, caplog):
    caplog.set_level(logging.DEBUG)
    fine = respond(FINE, 200 if kind == "read" else 201)
    with serve(fine) as other, serve(fault.plays, fine) as server, warnings.catch_warnings():
        warnings.simplefilter("error")
        options = {"base_url": server.url, "deadline": 10, "max_retries": 1, **fault.options}
        chosen = RequestOptions(headers={"X-Elsewhere": other.url})
        began = time.monotonic()
        ending = caller.ending(partial(read if kind == "read" else write, options=chosen), **options)
        took = time.monotonic() - began
        asked, elsewhere_asked = list(server.requests), list(other.requests)
        assert wait_until(lambda: server.open_connections + other.open_connections == 0)
    expected = getattr(fault, kind)
    if expected is None:
        assert ending.id == "1", told(ending)
    else:
        assert isinstance(ending, expected), told(ending)
        assert TOKEN not in told(ending)
    assert len(asked) == getattr(fault, f"{kind}s")
    assert took < IN_TIME
    assert TOKEN not in caplog.text
    assert TOKEN not in repr([(request.headers, request.body) for request in elsewhere_asked])
    if kind == "write":
        assert elsewhere_asked == []


@pytest.mark.parametrize("use", [read, write])
def test_nobody_listens(caller, use):
    ending = caller.ending(use, base_url=f"http://127.0.0.1:{refused_port()}", max_retries=1)
    assert isinstance(ending, APIConnectionError)
    assert "after 2 attempts" in str(ending)
    assert TOKEN not in told(ending)


def test_a_redirect_loop_ends(caller):
    with serve(respond(None, 307, location="/again")) as server:
        assert isinstance(caller.ending(read, base_url=server.url), RedirectError)
        assert isinstance(caller.ending(write, base_url=server.url), RedirectError)
    assert len(server.requests) == 22


@pytest.mark.parametrize("use", [read, write])
def test_a_connection_that_was_closed_meanwhile_is_not_used(caller, use):
    def twice(client: Any) -> Any:
        first = use(client)
        if asyncio.iscoroutine(first):

            async def both() -> Any:
                await first
                assert await asyncio.to_thread(wait_until, lambda: server.open_connections == 0)
                return await use(client)

            return both()
        assert wait_until(lambda: server.open_connections == 0)
        return use(client)

    with serve(close_after(respond(FINE)), respond(FINE)) as server:
        assert caller.ending(twice, base_url=server.url, max_retries=0).id == "1"
    assert len(server.requests) == 2


def upload(client: Any) -> Any:
    return client.assistants.create(first_message="x" * 20_000_000)


def refuse_and(then: Behaviour) -> Behaviour:
    """Refuse an upload as soon as its headers have come, and go on in some way."""
    refuse = respond({"message": "too large"}, 413)
    return before_the_body(lambda exchange: (refuse(exchange), then(exchange)))


def take_it_all(exchange: Exchange) -> None:
    while exchange.connection.recv(1 << 20):
        pass


@pytest.mark.parametrize(
    ("then", "endings"),
    [
        pytest.param(take_it_all, ClientError, id="and read on"),
        pytest.param(lambda e: setattr(e, "keep", False), (ClientError, APIConnectionError), id="and close"),
        pytest.param(reset, (ClientError, APIConnectionError), id="and reset"),
        pytest.param(lambda e: e.over.wait(5), (ClientError, APITimeoutError), id="and read no more"),
    ],
)
def test_an_answer_before_the_upload_is_over(caller, then, endings):
    with serve(refuse_and(then)) as server:
        ending = caller.ending(upload, base_url=server.url, deadline=1)
        assert isinstance(ending, endings), told(ending)
    assert len(server.requests) == 1


@pytest.mark.parametrize("use", [read, write])
def test_a_typed_value_that_repeats_the_credential(caller, use):
    answer = lambda exchange: respond({**FINE, "createdAt": tell_token(exchange)})(exchange)  # noqa: E731
    with serve(answer) as server:
        with pytest.warns(ResponseMismatchWarning) as caught:
            assert caller.ending(use, base_url=server.url).id == "1"
        assert TOKEN not in str(caught[0].message)
        assert TOKEN not in told(caller.ending(use, base_url=server.url, strict=True))


MEGABYTE = b"x" * (1 << 20)


def large(megabytes: int, before: bytes = b"", after: bytes = b"") -> Behaviour:
    """Send a large body without holding it in memory."""
    length = len(before) + megabytes * len(MEGABYTE) + len(after)

    def behave(exchange: Exchange) -> None:
        exchange.send(head(200, {"content-type": "application/json", "content-length": str(length)}) + before)
        for _ in range(megabytes):
            exchange.send(MEGABYTE)
        exchange.send(after)

    return behave


def test_a_hundred_megabytes_at_once(caller):
    start = JSON_TEXT[:-1] + b', "firstMessage": "'
    with serve(large(100, start, b'"}')) as server:
        assert len(caller.ending(read, base_url=server.url).first_message) == 100 << 20


def test_a_hundred_megabytes_piece_by_piece(caller):
    def count(client: Any) -> Any:
        response = client.with_streaming_response.assistants.get("1")
        if asyncio.iscoroutine(response):

            async def main() -> int:
                async with await response as body:
                    return sum([len(piece) async for piece in body.iter_bytes()])

            return main()
        with response as body:
            return sum(len(piece) for piece in body.iter_bytes())

    with serve(large(100)) as server:
        tracemalloc.start()
        try:
            assert caller.ending(count, base_url=server.url) == 100 << 20
            assert tracemalloc.get_traced_memory()[1] < 4 << 20
        finally:
            tracemalloc.stop()
