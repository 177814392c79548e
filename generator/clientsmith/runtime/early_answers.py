"""Answers that come before an upload is done, such as 413 Content Too Large (RFC 9110 §7.5, RFC 9112 §9.3).

A server that refuses an upload answers, and closes the connection while the body is still being sent. A blocking
client then finds the answer in the socket. asyncio does not: it gives up the socket, with what came, at the first write
that fails. So an asynchronous connection is given a `write` that listens in the meantime. Where something comes, it
ends the sending with the error of the transport for a failed write, at which the transport turns to reading.

Streams are found by documented means: the `trace` extension of a request tells about new connections, the
`network_stream` extension of a response about others. Only HTTP/1.1 is concerned: in HTTP/2 reading never stops.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from .sources import StreamedBody

_LARGE: Final = 16_384
"""Bytes from which on sending takes long enough for an answer to come in the meantime."""

_RETURNING: Final = 0.1
"""Seconds in which a write returns whose bytes have all been taken."""

_READ: Final = 65_536
_STATUS_AT: Final = len("HTTP/1.1 2")


def is_large(content: bytes | StreamedBody | None) -> bool:
    """Tell whether sending a body takes long enough for an answer to come in the meantime."""
    return content is not None and not (isinstance(content, bytes) and len(content) < _LARGE)


def watch_connection() -> Callable[[str, dict[str, Any]], Awaitable[None]]:
    """Return a `trace` extension for a request, by which a connection that is made for it is listened to."""
    made: list[Any] = []

    async def trace(event: str, info: dict[str, Any]) -> None:
        if event.endswith(("connect_tcp.complete", "start_tls.complete", "connect_unix_socket.complete")):
            made[:] = [info.get("return_value")]
        elif event == "http11.send_request_headers.started" and made:
            listen_while_sending(made.pop())

    return trace


def listen_while_sending(stream: Any) -> None:
    """Give a connection's stream a `write` that ends when an answer comes.

    Args:
        stream: what httpx calls a network stream, of an asynchronous client and HTTP/1.1; anything else is left alone.
    """
    if not hasattr(stream, "__dict__") or hasattr(stream, "listens_while_sending") or not hasattr(stream, "aclose"):
        return
    # The transport's own error for a write that fails, at which it turns to reading.
    package = sys.modules.get(type(stream).__module__.partition(".")[0])
    write_error: type[Exception] | None = getattr(package, "WriteError", None)
    if write_error is None or not _is_suitable(stream):
        return
    listener = _Listener(stream, write_error)
    stream.read, stream.write, stream.aclose = listener.read, listener.write, listener.aclose
    stream.listens_while_sending = True


def _is_suitable(stream: Any) -> bool:
    """Tell whether reading while writing is safe: before TLS 1.3, writing itself may have to read."""
    ssl_object = stream.get_extra_info("ssl_object")
    return ssl_object is None or ssl_object.version() == "TLSv1.3"


class _Listener:
    """The methods of a stream, with a read that goes on while large pieces are written."""

    def __init__(self, stream: Any, write_error: type[Exception]) -> None:
        self._read: Callable[..., Awaitable[bytes]] = stream.read
        self._write: Callable[..., Awaitable[None]] = stream.write
        self._aclose: Callable[[], Awaitable[None]] = stream.aclose
        self._write_error = write_error
        self._heard: asyncio.Task[bytes] | None = None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        if self._heard is None and len(buffer) < _LARGE:
            await self._write(buffer, timeout)
            return
        import asyncio  # noqa: PLC0415 - blocking programs do without

        if self._heard is None:
            self._heard = asyncio.create_task(self._listen())
        if not self._heard.done():
            writing = asyncio.create_task(self._written(buffer, timeout))
            try:
                await asyncio.wait({writing, self._heard}, return_when=asyncio.FIRST_COMPLETED)
                if self._has_answer():
                    # An answer to the whole body may be heard before the write of its last piece has returned.
                    await asyncio.wait({writing}, timeout=_RETURNING)
                if writing.done() or not self._has_answer():
                    await writing
                    return
            finally:
                await _ended(writing)
        if self._has_answer():
            msg = "The server answered before it had the whole body."
            raise self._write_error(msg)
        await self._write(buffer, timeout)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        heard, self._heard = self._heard, None
        if heard is not None:
            await _ended(heard)
            if not heard.cancelled():
                return heard.result()
        return await self._read(max_bytes, timeout)

    async def aclose(self) -> None:
        heard, self._heard = self._heard, None
        if heard is not None:
            await _ended(heard)
        await self._aclose()

    def _has_answer(self) -> bool:
        heard = self._heard
        if heard is None or not heard.done() or heard.exception() is not None:
            return False
        # The end of the stream is no answer, and a status of 1xx is not the last word (RFC 9110 §15.2).
        start = heard.result()[:_STATUS_AT]
        return bool(start) and not start.endswith(b" 1")

    async def _listen(self) -> bytes:
        return await self._read(_READ)

    async def _written(self, buffer: bytes, timeout: float | None) -> None:  # noqa: ASYNC109
        await self._write(buffer, timeout)


async def _ended(task: asyncio.Task[Any]) -> None:
    """End a task and wait for its end."""
    import asyncio  # noqa: PLC0415

    if not task.done():
        task.cancel()
        await asyncio.wait({task})
    if not task.cancelled():
        task.exception()
