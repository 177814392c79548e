"""Streams of typed items: server-sent events, JSON lines and JSON text sequences, decoded as they come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .decoding import decode
from .errors import ResponseDecodeError
from .media_types import essence
from .operations import Decode, Operation, Response
from .raw import accept
from .response_heads import ResponseHead
from .server_sent_events import EventParser, LineSplitter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType
    from typing import Self

    from .issues import Issue
    from .open_bodies import AsyncOpenBody, OpenBody
    from .replies import Reply

T_co = TypeVar("T_co", covariant=True)

DONE: Final = "[DONE]"
"""Data of the event by which several APIs end a stream of JSON; it is no item."""

_RECORD_SEPARATOR: Final = b"\x1e"


class ItemReader:
    """Makes items of the bytes of a stream.

    Args:
        operation: the operation that was called.
        declared: the response as the document declares it.
        reply: the answer, without its body.
        strict: whether an item that does not fit raises.
        issues: takes what does not fit, instead of a warning.
    """

    def __init__(
        self,
        operation: Operation[Any],
        declared: Response,
        reply: Reply,
        *,
        strict: bool,
        issues: list[Issue] | None = None,
    ) -> None:
        self._issues = issues
        self._count = 0
        self.operation = operation
        self.reply = reply
        self._item = replace(declared, decode=Decode.JSON)
        self._typed = declared.type is not None
        self._reply = replace(reply, content_type="application/json", body=None)
        self.strict = strict
        self._events = EventParser() if declared.decode is Decode.SSE else None
        sequence = essence(reply.content_type or declared.media_type or "") == "application/json-seq"
        # Texts of a sequence may go over several lines; each starts with a separator (RFC 7464 §2.2).
        self._lines = LineSplitter(_RECORD_SEPARATOR if sequence else b"\n")
        self.done = False

    def feed(self, piece: bytes) -> Iterator[Any]:
        """Take a piece; give the items that it completes.

        Raises:
            ResponseDecodeError: an item that cannot be read at all.
            ResponseValidationError: an item that does not fit, and the client is strict.
        """
        try:
            if self._events is not None:
                for event in self._events.feed(piece):
                    if self._typed and event.data == DONE:
                        self.done = True
                        return
                    yield self._decoded(event.data.encode()) if self._typed else event
                return
            for line in self._lines.feed(piece):
                yield from self._line(line)
        except ValueError as error:
            raise self._unreadable(f"a stream with {error}") from None

    def finish(self) -> Iterator[Any]:
        """Give what the end of the stream completes.

        A line of JSON needs no end; an event that has none is not one (WHATWG HTML §9.2.6).
        """
        if self._events is None:
            yield from self._line(self._lines.rest())

    def _line(self, line: bytes) -> Iterator[Any]:
        if line.strip():
            yield self._decoded(line)

    def _decoded(self, content: bytes) -> Any:
        reply = replace(self._reply, content=content)
        decoded = decode(self._item, "GET", reply)
        if self._issues is None:
            return accept(self.operation, reply, decoded, strict=self.strict)
        self._issues += [replace(issue, path=f"/{self._count}{issue.path}") for issue in decoded.issues]
        self._count += 1
        return decoded.value

    def _unreadable(self, what: str) -> ResponseDecodeError:
        reply = self._reply
        return ResponseDecodeError(f"{reply.method} {reply.url} answered with {what}.", **reply.for_error())


def read_whole(declared: Response, reply: Reply) -> tuple[list[Any], tuple[Issue, ...]]:
    """Return all items of a stream that was read to its end, and what does not fit, by the index of the item."""
    operation: Operation[Any] = Operation(id="", method=reply.method, path="/")
    issues: list[Issue] = []
    reader = ItemReader(operation, declared, reply, strict=False, issues=issues)
    return [*reader.feed(reply.content), *reader.finish()], tuple(issues)


class Stream(ResponseHead, Generic[T_co]):
    """Items of a response, one by one as they come.

    Iterate over it once; use it with `with`, or read it to its end, so that its connection is closed.

    Attributes:
        status_code: the status of the response.
        headers: its headers, as text; `header()` gives them as values.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, reader: ItemReader, body: OpenBody) -> None:
        super().__init__(reader.operation, reader.reply, strict=reader.strict)
        self._body = body
        self._items: Iterator[T_co] = _items(reader, body)

    def __iter__(self) -> Iterator[T_co]:
        return self._items

    def __next__(self) -> T_co:
        return next(self._items)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; items that have not come yet are lost. May be called again."""
        self._body.close()


def _items(reader: ItemReader, body: OpenBody) -> Iterator[Any]:
    pieces = body.pieces()  # by name, so that it is not closed before the clause that notices a forgotten stream
    try:
        for piece in pieces:
            yield from reader.feed(piece)
            if reader.done:
                return
        yield from reader.finish()
    except GeneratorExit:
        body.forget()
        raise
    finally:
        body.close()


class AsyncStream(ResponseHead, Generic[T_co]):
    """Items of a response, one by one as they come, without blocking; see `Stream`.

    Attributes:
        status_code: the status of the response.
        headers: its headers, as text; `header()` gives them as values.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, reader: ItemReader, body: AsyncOpenBody) -> None:
        super().__init__(reader.operation, reader.reply, strict=reader.strict)
        self._body = body
        self._items: AsyncIterator[T_co] = _items_async(reader, body)

    def __aiter__(self) -> AsyncIterator[T_co]:
        return self._items

    async def __anext__(self) -> T_co:
        return await anext(self._items)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection; items that have not come yet are lost. May be called again."""
        await self._body.close()


async def _items_async(reader: ItemReader, body: AsyncOpenBody) -> AsyncIterator[Any]:
    pieces = body.pieces()
    try:
        async for piece in pieces:
            for item in reader.feed(piece):
                yield item
            if reader.done:
                return
        for item in reader.finish():
            yield item
    except GeneratorExit:
        body.forget()
        raise
    finally:
        await body.close()
