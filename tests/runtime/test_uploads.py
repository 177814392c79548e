"""Bodies that are read while they are sent: from paths, file objects and iterables, in both clients."""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
import threading
import time
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.runtime import (
    NONE,
    APIConnectionError,
    APIError,
    APITimeoutError,
    AsyncClient,
    AsyncResource,
    BodyVariant,
    Client,
    Encoding,
    File,
    FileTypes,
    Model,
    Operation,
    RedirectError,
    Resource,
    Response,
    ServerError,
    Settings,
)
from clientsmith.runtime.bodies import encode_body
from runtime.early import early_answer
from runtime.hostile import hang, raw, reset, respond, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

SETTINGS = Settings(title="Sample", user_agent="sample", base_url="http://127.0.0.1:9")
DONE = (Response("2XX", None, NONE),)


class Photo(Model):
    file: FileTypes | None = None
    pages: list[FileTypes] | None = None
    note: str | None = None
    tags: list[str] | None = None
    place: dict[str, Any] | None = None
    number: int | None = None


def operation(media_type: str, *, method: str = "PUT", encoding: tuple[Encoding, ...] = ()) -> Operation[None]:
    type_ = (lambda: Photo) if media_type.startswith("multipart") else None
    variant = BodyVariant(media_type, type_, encoding)
    return Operation(id="send", method=method, path="/x", body=(variant,), responses=DONE)


BINARY = operation("application/octet-stream")
POSTED = operation("application/octet-stream", method="POST")
FORM = operation("multipart/form-data")
LINES = operation("application/x-ndjson")
EVENTS = operation("text/event-stream")


class Blocking:
    def send(self, called: Operation[Any], body: Any, url: str, **options: Any) -> None:
        with Client(SETTINGS, base_url=url, **{"timeout": 20, **options}) as client:
            Resource(client)._send(called, body=body)


class Awaiting:
    def send(self, called: Operation[Any], body: Any, url: str, **options: Any) -> None:
        async def main() -> None:
            async with AsyncClient(SETTINGS, base_url=url, **{"timeout": 20, **options}) as client:
                await AsyncResource(client)._send(called, body=body)

        asyncio.run(main())


@pytest.fixture(params=[Blocking(), Awaiting()], ids=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    path.write_bytes(b"0123456789" * 100_000)
    return path


_opened: list[Any] = []


def opened(file: Path, at: int = 0, mode: str = "rb") -> Any:
    handle = file.open(mode)
    handle.seek(at)
    _opened.append(handle)
    return handle


@pytest.fixture(autouse=True)
def close_files() -> Iterator[None]:
    yield
    while _opened:
        _opened.pop().close()


def once(*pieces: bytes) -> Iterator[bytes]:
    yield from pieces


class Unseekable(io.RawIOBase):
    """A file object such as a pipe has: it can be read, and that is all."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)

    def readable(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("make", "sent", "length"),
    [
        (lambda _: b"abc", b"abc", 3),
        (lambda _: bytearray(b"abc"), b"abc", 3),
        (lambda file: file, b"0123456789" * 100_000, 1_000_000),
        (opened, b"0123456789" * 100_000, 1_000_000),
        (lambda file: opened(file, 999_995), b"56789", 5),
        (lambda _: io.BytesIO(b"abc"), b"abc", 3),
        (lambda _: Unseekable(b"abc"), b"abc", None),
        (lambda _: once(b"a", b"", b"bc"), b"abc", None),
        (lambda _: [b"a", b"", b"bc"], b"abc", 3),
        (lambda _: once(), b"", None),
        (lambda _: io.BytesIO(), b"", 0),
    ],
)
def test_what_can_be_sent(caller: Any, file: Path, make: Any, sent: bytes, length: int | None) -> None:
    with serve(respond(status=204)) as server:
        caller.send(BINARY, make(file), server.url)
        (request,) = server.requests
    assert request.body == sent
    assert request.headers["content-type"] == "application/octet-stream"
    assert request.headers.get("content-length") == (None if length is None else str(length))
    assert ("transfer-encoding" in request.headers) == (length is None)


def test_an_asynchronous_iterable() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for piece in (b"a", b"b"):
            await asyncio.sleep(0)
            yield piece

    with serve(respond(status=204)) as server:
        Awaiting().send(BINARY, pieces(), server.url)
        with pytest.raises(TypeError, match="only be sent by the asynchronous client"):
            Blocking().send(BINARY, pieces(), server.url)
    assert [request.body for request in server.requests] == [b"ab"]


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda _: "photo.png", TypeError, r"not str; for the file of that name pass pathlib\.Path"),
        (lambda _: 3, TypeError, "must be bytes, a path"),
        (lambda file: opened(file, mode="r"), TypeError, "open it with mode 'rb'"),
        (lambda file: file.parent, IsADirectoryError, "folder"),
        (lambda file: file.with_name("none"), FileNotFoundError, "none"),
    ],
)
def test_what_cannot_be_sent_is_told_before(caller: Any, file: Path, make: Any, error: Any, words: str) -> None:
    with serve(respond(status=204)) as server, pytest.raises(error, match=words):
        caller.send(BINARY, make(file), server.url)
    assert not server.requests


@pytest.mark.parametrize("called", [BINARY, FORM])
@pytest.mark.parametrize(
    "make",
    [lambda file: file, lambda file: opened(file, 10), lambda _: b"abc", lambda _: io.BytesIO(b"abc")],
)
def test_a_retry_sends_the_same_again(caller: Any, file: Path, make: Any, called: Operation[Any]) -> None:
    content = make(file)
    with serve(respond(status=503), reset, respond(status=204)) as server:
        caller.send(called, {"file": content} if called is FORM else content, server.url)
    first, second, third = server.requests
    assert first.body
    assert first.body == second.body == third.body


def test_an_iterator_is_never_sent_twice(caller: Any) -> None:
    with serve(respond(status=503), respond(status=204)) as server:
        with pytest.raises(ServerError):
            caller.send(BINARY, once(b"abc"), server.url)
        assert [request.body for request in server.requests] == [b"abc"]
    with serve(reset, respond(status=204)) as server:
        with pytest.raises(APIConnectionError, match="the body, an iterator or a stream, cannot be sent again"):
            caller.send(BINARY, once(b"abc"), server.url)
        assert len(server.requests) == 1
    with serve(raw(b"HTTP/1.1 307 X\r\nlocation: /y\r\ncontent-length: 0\r\n\r\n"), respond(status=204)) as server:
        with pytest.raises(RedirectError, match="read only once"):
            caller.send(BINARY, once(b"abc"), server.url)
        assert len(server.requests) == 1


def test_a_redirect_sends_a_file_again(caller: Any, file: Path) -> None:
    with serve(raw(b"HTTP/1.1 307 X\r\nlocation: /y\r\ncontent-length: 0\r\n\r\n"), respond(status=204)) as server:
        caller.send(BINARY, file, server.url)
    assert [(one.target, len(one.body)) for one in server.requests] == [("/x", 1_000_000), ("/y", 1_000_000)]


def test_an_iterator_that_was_not_touched_is_tried_again(caller: Any) -> None:
    """No connection, nothing read: the second attempt is the first that sends."""
    attempts = 0

    def fail_once() -> None:
        nonlocal attempts
        attempts += 1
        if attempts == 1:
            raise httpx.ConnectError("refused")

    class Transport(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            fail_once()
            return super().handle_request(request)

    class AsyncTransport(httpx.AsyncHTTPTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            fail_once()
            return await super().handle_async_request(request)

    with serve(respond(status=204)) as server:
        if isinstance(caller, Blocking):
            with httpx.Client(transport=Transport()) as client:
                caller.send(BINARY, once(b"abc"), server.url, http_client=client)
        else:
            asyncio.run(send_over(AsyncTransport(), once(b"abc"), server.url))
        assert [request.body for request in server.requests] == [b"abc"]


async def send_over(transport: httpx.AsyncBaseTransport, body: Any, url: str) -> None:
    async with httpx.AsyncClient(transport=transport) as own:
        client = AsyncClient(SETTINGS, base_url=url, http_client=own)
        await AsyncResource(client)._send(BINARY, body=body)


@pytest.mark.parametrize("make", [lambda: b"abc", lambda: io.BytesIO(b"abc"), lambda: once(b"abc")])
def test_authentication_that_sends_twice(make: Any) -> None:
    """An `httpx.Auth` of the caller's own may send a request twice; an iterator is not, and the error says so."""
    challenge = b'HTTP/1.1 401 X\r\nwww-authenticate: Digest realm="r", nonce="n"\r\ncontent-length: 0\r\n\r\n'
    content = make()
    auth = httpx.DigestAuth("me", "secret")
    with serve(raw(challenge), respond(status=204)) as server, httpx.Client(auth=auth) as client:
        if isinstance(content, (bytes, io.BytesIO)):
            Blocking().send(BINARY, content, server.url, http_client=client)
            assert [request.body for request in server.requests] == [b"abc", b"abc"]
        else:
            with pytest.raises(APIError, match="read only once"):
                Blocking().send(BINARY, content, server.url, http_client=client)


def test_errors_of_the_caller_are_the_callers(caller: Any) -> None:
    """What an iterator raises comes out as it is, even where it looks like an error of the connection."""
    for error in (ValueError("mine"), TimeoutError("mine"), httpx.ReadError("mine"), OSError("mine")):

        def broken(error: Exception = error) -> Iterator[bytes]:
            yield b"abc"
            raise error

        with serve(respond(status=204)) as server, pytest.raises(type(error), match="mine"):
            caller.send(BINARY, broken(), server.url)
    with serve(respond(status=204)) as server, pytest.raises(TypeError, match=r"gave str where bytes .* mode \"rb\""):
        caller.send(BINARY, iter(["text"]), server.url)


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_an_early_answer_is_what_the_caller_gets(caller: Any, tmp_path: Path, method: str) -> None:
    big = tmp_path / "big"
    with big.open("wb") as made:
        made.truncate(50_000_000)
    with early_answer(413, b'{"message": "too large"}') as url, pytest.raises(APIError) as caught:
        caller.send(operation("application/octet-stream", method=method), big, url, max_retries=0)
    assert getattr(caught.value, "status_code", None) == 413
    assert "too large" in str(caught.value)


def test_an_answer_that_is_not_the_last_word(caller: Any, tmp_path: Path) -> None:
    """A server may say 100 or 103 while a body is sent; the body goes on."""
    big = tmp_path / "big"
    with big.open("wb") as made:
        made.truncate(20_000_000)
    with early_answer(204, b"", reads_all=True, first=b"HTTP/1.1 103 Early Hints\r\n\r\n") as url:
        caller.send(BINARY, big, url)


def test_a_connection_serves_several_uploads() -> None:
    """Listening while sending leaves a connection as it was."""

    async def main(url: str) -> None:
        async with AsyncClient(SETTINGS, base_url=url) as client:
            for size in (10, 1_000_000, 5, 2_000_000, 3_000_000):
                await AsyncResource(client)._send(BINARY, body=io.BytesIO(b"x" * size))

    with serve(respond(status=204)) as server:
        asyncio.run(main(server.url))
        assert [len(one.body) for one in server.requests] == [10, 1_000_000, 5, 2_000_000, 3_000_000]
        assert server.connections == 1


def test_the_deadline_holds_during_an_upload(caller: Any) -> None:
    def slow() -> Iterator[bytes]:
        for _ in range(300):
            time.sleep(0.02)
            yield b"x" * 1000

    start = time.monotonic()
    with serve(hang) as server, pytest.raises(APITimeoutError, match=r"deadline of 0\.3 s"):
        caller.send(BINARY, slow(), server.url, deadline=0.3)
    assert time.monotonic() - start < 5


def test_the_event_loop_goes_on_while_a_file_is_read() -> None:
    """A file object that waits is read in a thread."""
    released = threading.Event()

    class Waiting(Unseekable):
        def read(self, size: int = -1) -> bytes:
            assert released.wait(10)
            return super().read(size)

    async def main(url: str) -> None:
        async with AsyncClient(SETTINGS, base_url=url) as client:
            sending = asyncio.create_task(AsyncResource(client)._send(BINARY, body=Waiting(b"abc")))
            await asyncio.sleep(0.05)
            released.set()
            await sending

    with serve(respond(status=204)) as server:
        asyncio.run(main(server.url))
        assert server.requests[0].body == b"abc"


def test_a_cancelled_upload_closes_its_file(file: Path) -> None:
    async def main(url: str) -> None:
        async with AsyncClient(SETTINGS, base_url=url) as client:
            sending = asyncio.create_task(AsyncResource(client)._send(BINARY, body=file))
            await asyncio.sleep(0.1)
            sending.cancel()
            with pytest.raises(asyncio.CancelledError):
                await sending

    with serve(hang) as server:
        asyncio.run(main(server.url))
    assert file.name not in {os.path.basename(os.readlink(f"/proc/self/fd/{fd}")) for fd in _open_files()}  # noqa: PTH119, PTH115


def _open_files() -> list[str]:
    return [fd for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")]  # noqa: PTH208, PTH110


def test_a_file_that_grows_while_it_is_sent(caller: Any, tmp_path: Path) -> None:
    """What was there when the call began is sent: the length was announced."""
    log = tmp_path / "log"
    log.write_bytes(b"one\n")
    called = operation("multipart/form-data")
    prepared = encode_body(called, {"file": log}).content
    log.write_bytes(b"one\ntwo\n")
    assert b"".join(prepared.blocking()).count(b"two") == 0  # type: ignore[union-attr]


_CHILD = """
import asyncio, resource, sys
from pathlib import Path
from clientsmith.runtime import *
variant = BodyVariant(sys.argv[3])
operation = Operation(id="send", method="PUT", path="/x", body=(variant,), responses=(Response("2XX", None, NONE),))
settings = Settings(title="Sample", user_agent="sample", base_url=sys.argv[1])
async def main(content):
    async with AsyncClient(settings) as client:
        await AsyncResource(client)._send(operation, body=content)
def send(content):
    body = {"file": content} if variant.media_type.startswith("multipart") else content
    if sys.argv[4] == "sync":
        with Client(settings) as client:
            Resource(client)._send(operation, body=body)
    else:
        asyncio.run(main(body))
small, big = Path(sys.argv[2] + ".small"), Path(sys.argv[2])
send(small)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
send(big)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("media_type", ["application/octet-stream", "multipart/form-data"])
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_large_file_is_never_in_memory_as_a_whole(tmp_path: Path, media_type: str, mode: str) -> None:
    for name, size in (("big", 200_000_000), ("big.small", 1_000_000)):
        with (tmp_path / name).open("wb") as made:
            made.truncate(size)
    with early_answer(204, b"", reads_all=True) as url:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, url, str(tmp_path / "big"), media_type, mode],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    assert int(done.stdout) < 20_000, "kilobytes that the process grew by"


# Multipart


def parts_of(content_type: str, body: bytes) -> list[Message]:
    """Take a multipart body apart by a parser that is not ours."""
    message = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    assert message.is_multipart()
    assert not message.defects
    return message.get_payload()  # type: ignore[return-value]


def written(body: Any, *encoding: Encoding) -> list[tuple[str, str | None, str | None, bytes]]:
    """Return name, file name, media type and content of each part of a form."""
    encoded = encode_body(operation("multipart/form-data", encoding=encoding), body)
    content = encoded.content
    if not isinstance(content, bytes):
        assert content is not None
        size = content.size
        content = b"".join(content.blocking())
        assert size in {None, len(content)}
    assert encoded.content_type is not None
    return [
        (
            str(part.get_param("name", header="content-disposition")),
            part.get_filename(),
            part["content-type"],
            part.get_payload(decode=True),  # type: ignore[misc]
        )
        for part in parts_of(encoded.content_type, content)
    ]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (b"abc", ("file", "file", "application/octet-stream", b"abc")),
        (io.BytesIO(b"abc"), ("file", "file", "application/octet-stream", b"abc")),
        (iter([b"a", b"bc"]), ("file", "file", "application/octet-stream", b"abc")),
        ([b"a", b"bc"], ("file", "file", "application/octet-stream", b"abc")),
        (("a.png", b"abc"), ("file", "a.png", "image/png", b"abc")),
        (("a.png", b"abc", "image/x"), ("file", "a.png", "image/x", b"abc")),
        (("a.png", b"abc", None), ("file", "a.png", "image/png", b"abc")),
        ((None, b"abc"), ("file", "file", "application/octet-stream", b"abc")),
        (File(b"abc", "a.pdf"), ("file", "a.pdf", "application/pdf", b"abc")),
        (File(b"abc", content_type="text/x"), ("file", "file", "text/x", b"abc")),
        (File(b"abc", 'a".txt'), ("file", "a%22.txt", "text/plain", b"abc")),
    ],
)
def test_files(value: Any, part: Any) -> None:
    assert written({"file": value}) == [part]
    assert written(Photo(file=value)) in ([part], [(*part[:3], b"")])  # what can be read only once was read


def test_paths_tell_name_and_type(file: Path) -> None:
    expected = [("file", "photo.png", "image/png", file.read_bytes())]
    assert written({"file": file}) == expected
    assert written({"file": opened(file)}) == expected


def test_several_files_and_fields() -> None:
    body = {"pages": [b"1", ("2.txt", b"2"), File(b"3", "3.json")], "note": "é", "tags": ["a", "b"], "number": 3}
    assert written(body) == [
        ("pages", "pages", "application/octet-stream", b"1"),
        ("pages", "2.txt", "text/plain", b"2"),
        ("pages", "3.json", "application/json", b"3"),
        ("note", None, None, "é".encode()),
        ("tags", None, None, b"a"),
        ("tags", None, None, b"b"),
        ("number", None, None, b"3"),
    ]


def test_objects_are_json_parts() -> None:
    assert written({"place": {"lat": 1.5, "name": None}, "note": None}) == [
        ("place", None, "application/json", b'{"lat":1.5,"name":null}')
    ]


def test_a_file_that_is_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"'file' must be bytes, a path.*not str; for the file of that name pass"):
        written({"file": "photo.png"})


@pytest.mark.parametrize(
    ("value", "encoding", "parts"),
    [
        (b"x", Encoding("file", "image/png"), [("file", "file", "image/png", b"x")]),
        (b"x", Encoding("file", "image/png, image/jpeg"), [("file", "file", "image/png", b"x")]),
        (("a.jpg", b"x"), Encoding("file", "image/png, image/jpeg"), [("file", "a.jpg", "image/jpeg", b"x")]),
        (("a.jpg", b"x"), Encoding("file", "image/*"), [("file", "a.jpg", "image/jpeg", b"x")]),
        (b"x", Encoding("file", "image/*"), [("file", "file", "application/octet-stream", b"x")]),
        (("a.jpg", b"x", "a/b"), Encoding("file", "image/png"), [("file", "a.jpg", "a/b", b"x")]),
        ("<x/>", Encoding("note", "application/xml"), [("note", None, "application/xml", b"<x/>")]),
        ("x", Encoding("note", "application/json"), [("note", None, "application/json", b'"x"')]),
        ({"a": 1}, Encoding("place", "application/x+json"), [("place", None, "application/x+json", b'{"a":1}')]),
        (["a", "b"], Encoding("tags", explode=False), [("tags", None, None, b"a,b")]),
        (
            {"a": 1, "b": [1, 2]},
            Encoding("place", style="deepObject"),
            [("place[a]", None, None, b"1"), ("place[b][]", None, None, b"1"), ("place[b][]", None, None, b"2")],
        ),
    ],
)
def test_encodings(value: Any, encoding: Encoding, parts: Any) -> None:
    assert written({encoding.name: value}, encoding) == parts


def test_headers_of_parts() -> None:
    encoding = Encoding("file", headers=(("X-Kind", "photo"),))
    encoded = encode_body(
        operation("multipart/form-data", encoding=(encoding,)), {"file": File(b"x", headers={"X-More": "1"})}
    )
    (part,) = parts_of(str(encoded.content_type), encoded.content)  # type: ignore[arg-type]
    assert (part["x-kind"], part["x-more"]) == ("photo", "1")
    for bad in (File(b"x", headers={"X-More": "1\r\nX: y"}), File(b"x", content_type="a/b\r\nX: y")):
        with pytest.raises(ValueError, match="control characters"):
            encode_body(FORM, {"file": bad})


@given(
    st.lists(
        st.tuples(st.text("abcäö ;=", min_size=1).filter(lambda text: text == text.strip()), st.binary()), min_size=1
    )
)
def test_parts_come_back_from_another_parser(parts: list[tuple[str, bytes]]) -> None:
    files = [(filename, content) for filename, content in parts]
    found = written({"pages": files})
    assert [(name, content) for name, _, _, content in found] == [("pages", content) for _, content in files]


# Items


def test_items_become_lines(caller: Any) -> None:
    items = [{"a": 1}, Photo(note="é"), "text", None]
    expected = [{"a": 1}, {"note": "é"}, "text", None]
    with serve(respond(status=204)) as server:
        caller.send(LINES, items, server.url)
        caller.send(LINES, iter(items), server.url)
        caller.send(LINES, b'{"a": 1}\n', server.url)
        caller.send(LINES, io.BytesIO(b"raw\n"), server.url)
        caller.send(operation("application/json-seq"), items[:1], server.url)
    first, second, third, fourth, fifth = server.requests
    assert [json.loads(line) for line in first.body.splitlines()] == expected
    assert second.body == first.body
    assert "content-length" in first.headers
    assert second.headers["transfer-encoding"] == "chunked"
    assert (third.body, fourth.body, fifth.body) == (b'{"a": 1}\n', b"raw\n", b'\x1e{"a":1}\n')


def test_items_become_events(caller: Any) -> None:
    from clientsmith.runtime import ServerSentEvent

    with serve(respond(status=204)) as server:
        caller.send(EVENTS, [{"a": 1}, "x\ny", ServerSentEvent("z", "named", "7", 100)], server.url)
    assert server.requests[0].body == (
        b'data: {"a":1}\n\ndata: x\ndata: y\n\nevent: named\nid: 7\nretry: 100\ndata: z\n\n'
    )


@pytest.mark.parametrize("body", [{"a": 1}, Photo(note="x"), 3])
def test_one_item_is_no_sequence(body: Any) -> None:
    with pytest.raises(TypeError, match="iterable of items"):
        encode_body(LINES, body)


# Media types


@pytest.mark.parametrize(
    ("declared", "content_type", "body", "sent"),
    [
        ("*/*", None, b"x", "application/octet-stream"),
        ("*/*", "image/png", b"x", "image/png"),
        ("image/*", None, ("a.gif", b"x"), "image/gif"),
        ("image/*", "image/webp", b"x", "image/webp"),
        ("image/png", None, b"x", "image/png"),
        ("text/plain; charset=iso-8859-1", None, "é", "text/plain; charset=iso-8859-1"),
        ("application/xml", None, "<é/>", "application/xml"),
        ("text/csv", None, "é", "text/csv; charset=utf-8"),
    ],
)
def test_media_types(declared: str, content_type: str | None, body: Any, sent: str) -> None:
    assert encode_body(operation(declared), body, content_type=content_type).content_type == sent


def test_text_is_written_in_its_charset() -> None:
    latin = operation("text/plain; charset=iso-8859-1")
    assert encode_body(latin, "é").content == b"\xe9"
    with pytest.raises(ValueError, match="cannot carry, such as '€'"):
        encode_body(latin, "1 €")
    assert encode_body(operation("application/json; charset=latin-1"), "é").content == b'"\\u00e9"'


def test_a_media_type_out_of_range() -> None:
    with pytest.raises(ValueError, match=r"must be one of 'image/\*'"):
        encode_body(operation("image/*"), b"x", content_type="text/plain")


@pytest.mark.parametrize(
    ("encoding", "value", "sent"),
    [
        (Encoding("tags", "application/json"), ["a"], b"tags=%5B%22a%22%5D"),
        (Encoding("note", "application/json"), "a", b"note=%22a%22"),
        (Encoding("tags", explode=False), ["a", "b"], b"tags=a,b"),
        (Encoding("tags", style="pipeDelimited", explode=False), ["a", "b"], b"tags=a%7Cb"),
        (Encoding("place", style="deepObject", explode=True), {"a": {"b": 1}}, b"place%5Ba%5D%5Bb%5D=1"),
        (Encoding("place", style="deepObject"), [{"a": 1}], b"place%5B0%5D%5Ba%5D=1"),
        (Encoding("note", allow_reserved=True), "a/b:c d", b"note=a/b:c%20d"),
        (Encoding("place"), {"a": 1}, b"place=%7B%22a%22%3A1%7D"),
    ],
)
def test_forms(encoding: Encoding, value: Any, sent: bytes) -> None:
    called = operation("application/x-www-form-urlencoded", encoding=(encoding,))
    assert encode_body(called, {encoding.name: value}).content == sent
