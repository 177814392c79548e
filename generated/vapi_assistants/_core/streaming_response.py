"""Responses whose bodies are too large for memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from .open_bodies import AsyncOpenBody, OpenBody
from .response_heads import ResponseHead
from .server_sent_events import LineSplitter

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from types import TracebackType
    from typing import Self

    from .operations import Operation
    from .replies import Reply


class StreamingResponse(ResponseHead):
    """A response whose body is read as it comes, once. Use it with `with`.

    Attributes:
        status_code: the status.
        headers: the headers, as text; `header()` gives them as values.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, body: OpenBody, operation: Operation[Any], reply: Reply, *, strict: bool) -> None:
        super().__init__(operation, reply, strict=strict)
        self._body = body

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def iter_bytes(self, size: int | None = None) -> Iterator[bytes]:
        """Yield the body as it comes, in pieces of `size` bytes if that is given.

        Raises:
            APIError: the connection broke, nothing came in time, or the content coding is broken.
        """
        return self._body.pieces(size)

    def iter_lines(self, encoding: str = "utf-8") -> Iterator[str]:
        """Yield the lines of the body, without their ends."""
        splitter = LineSplitter()
        for piece in self._body.pieces():
            for line in splitter.feed(piece):
                yield line.decode(encoding, "replace")
        if rest := splitter.rest():
            yield rest.decode(encoding, "replace")

    def read(self) -> bytes:
        """Return the whole body."""
        return b"".join(self._body.pieces())

    def stream_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file as it comes; the file is there when all of it came, and not before.

        Raises:
            APIError: the connection broke, nothing came in time, or the content coding is broken.
            OSError: the file cannot be written.
        """
        from .downloads import Download  # noqa: PLC0415 - most streams do not become files

        download = Download(path)
        try:
            for piece in self._body.pieces():
                download.write(piece)
            download.keep()
        finally:
            download.close()

    def close(self) -> None:
        """Close the connection. May be called again."""
        self._body.close()


class AsyncStreamingResponse(ResponseHead):
    """A response whose body is read as it comes, without blocking; see `StreamingResponse`.

    Attributes:
        status_code: the status.
        headers: the headers, as text; `header()` gives them as values.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, body: AsyncOpenBody, operation: Operation[Any], reply: Reply, *, strict: bool) -> None:
        super().__init__(operation, reply, strict=strict)
        self._body = body

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    def iter_bytes(self, size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the body as it comes; see `StreamingResponse.iter_bytes`."""
        return self._body.pieces(size)

    async def iter_lines(self, encoding: str = "utf-8") -> AsyncIterator[str]:
        """Yield the lines of the body, without their ends."""
        splitter = LineSplitter()
        async for piece in self._body.pieces():
            for line in splitter.feed(piece):
                yield line.decode(encoding, "replace")
        if rest := splitter.rest():
            yield rest.decode(encoding, "replace")

    async def read(self) -> bytes:
        """Return the whole body."""
        return b"".join([piece async for piece in self._body.pieces()])

    async def stream_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file as it comes; see `StreamingResponse.stream_to_file`."""
        import asyncio  # noqa: PLC0415 - as everywhere in this folder

        from .downloads import Download  # noqa: PLC0415

        download = await asyncio.to_thread(Download, path)
        try:
            async for piece in self._body.pieces():
                await asyncio.to_thread(download.write, piece)
            await asyncio.to_thread(download.keep)
        finally:
            download.close()

    async def close(self) -> None:
        """Close the connection. May be called again."""
        await self._body.close()


class StreamingView(Protocol):
    """A client whose methods return `StreamingResponse`."""

    def __getattr__(self, name: str, /) -> StreamingResource: ...


class StreamingResource(Protocol):
    """A group of operations whose methods return `StreamingResponse`."""

    def __getattr__(self, name: str, /) -> Callable[..., StreamingResponse]: ...


class AsyncStreamingView(Protocol):
    """A client whose methods return `AsyncStreamingResponse`, without blocking."""

    def __getattr__(self, name: str, /) -> AsyncStreamingResource: ...


class AsyncStreamingResource(Protocol):
    """A group of operations whose methods return `AsyncStreamingResponse`, without blocking."""

    def __getattr__(self, name: str, /) -> Callable[..., Awaitable[AsyncStreamingResponse]]: ...
