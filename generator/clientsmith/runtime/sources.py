"""Reading what a caller hands over while it is sent, blocking and not.

Nothing is read into memory as a whole. What can be read once more (bytes, a path, a file object that can seek) may be
sent again by a retry; what can be read only once is never sent twice.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import AsyncIterable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Final, Protocol, TypeGuard

from .errors import APIError
from .narrowing import is_bytes, is_collection
from .uploads import is_path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

_PIECE: Final = 262_144


class Source(Protocol):
    """Content that is read while it is sent; its size is None if that is not known."""

    @property
    def size(self) -> int | None:
        """How many bytes it has."""
        ...

    @property
    def repeatable(self) -> bool:
        """Whether it can be read once more."""
        ...

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes from the start."""
        ...

    def pieces_async(self) -> AsyncIterator[bytes]:
        """Yield the bytes from the start, without blocking."""
        ...


@dataclass(slots=True)
class StreamedBody:
    """A body that is read while it is sent.

    Attributes:
        segments: what it is made of, in order.
        started: whether a piece of it was taken.
        failure: what reading it raised.
    """

    segments: tuple[bytes | Source, ...]
    started: bool = False
    failure: Exception | None = None

    @property
    def size(self) -> int | None:
        """How many bytes it has; None if that is not known."""
        total = 0
        for segment in self.segments:
            size = len(segment) if isinstance(segment, bytes) else segment.size
            if size is None:
                return None
            total += size
        return total

    @property
    def can_be_sent(self) -> bool:
        """Whether it can be sent, or sent again: what can be read only once is not sent twice."""
        return not self.started or all(isinstance(part, bytes) or part.repeatable for part in self.segments)

    def blocking(self) -> Iterable[bytes]:
        """Return what a blocking httpx client reads.

        Raises:
            TypeError: a part of it can only be read by an asynchronous client.
        """
        if any(isinstance(segment, _AsyncPieces) for segment in self.segments):
            msg = "An asynchronous iterable can only be sent by the asynchronous client."
            raise TypeError(msg)
        return _Blocking(self)

    def awaiting(self) -> AsyncIterable[bytes]:
        """Return what an asynchronous httpx client reads."""
        return _Awaiting(self)

    def start(self) -> None:
        """Note that it is being sent.

        Raises:
            APIError: it was sent before and can be read only once.
        """
        if not self.can_be_sent:
            msg = "The body was an iterator or a stream, which can be read only once, and was sent already."
            raise APIError(msg)
        self.started = True


@dataclass(frozen=True, slots=True)
class _Blocking:
    body: StreamedBody

    def __iter__(self) -> Iterator[bytes]:
        self.body.start()
        try:
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    yield segment
                else:
                    yield from segment.pieces()
        except Exception as error:
            self.body.failure = error
            raise


@dataclass(frozen=True, slots=True)
class _Awaiting:
    body: StreamedBody

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self.body.start()
        try:
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    yield segment
                else:
                    async for piece in segment.pieces_async():
                        yield piece
        except Exception as error:
            self.body.failure = error
            raise


def _checked(piece: Any) -> bytes:
    if not is_bytes(piece):
        hint = ': open the file with mode "rb"' if isinstance(piece, str) else ""
        msg = f"The content to send gave {type(piece).__name__} where bytes were expected{hint}."
        raise TypeError(msg)
    return bytes(piece)


@dataclass(frozen=True, slots=True)
class _PathContent:
    """A file on disk, opened for each attempt."""

    path: os.PathLike[str]
    size: int | None
    repeatable: bool

    def pieces(self) -> Iterator[bytes]:
        with open(self.path, "rb") as file:  # noqa: PTH123 - any path-like object
            yield from _FileContent(file, None, self.size).pieces()

    async def pieces_async(self) -> AsyncIterator[bytes]:
        import asyncio  # noqa: PLC0415 - blocking programs do without

        file = await asyncio.to_thread(open, self.path, "rb")
        try:
            async for piece in _FileContent(file, None, self.size).pieces_async():
                yield piece
        finally:
            file.close()


@dataclass(frozen=True, slots=True)
class _FileContent:
    """A file object, read from where it stood; `start` is that place if it can be sought."""

    file: IO[bytes]
    start: int | None
    size: int | None

    @property
    def repeatable(self) -> bool:
        return self.start is not None

    def pieces(self) -> Iterator[bytes]:
        self._rewind()
        left = self.size
        while piece := self.file.read(_PIECE if left is None else min(_PIECE, left)):
            yield _checked(piece)
            left = None if left is None else left - len(piece)

    async def pieces_async(self) -> AsyncIterator[bytes]:
        import asyncio  # noqa: PLC0415

        self._rewind()
        left = self.size
        in_memory = isinstance(self.file, io.BytesIO)
        while True:
            wanted = _PIECE if left is None else min(_PIECE, left)
            piece = self.file.read(wanted) if in_memory else await asyncio.to_thread(self.file.read, wanted)
            if not piece:
                return
            yield _checked(piece)
            left = None if left is None else left - len(piece)

    def _rewind(self) -> None:
        if self.start is not None:
            self.file.seek(self.start)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """An iterable, each item of which becomes bytes."""

    items: Iterable[Any]
    encode: Callable[[Any], bytes]
    size: int | None = None

    @property
    def repeatable(self) -> bool:
        return not isinstance(self.items, Iterator)

    def pieces(self) -> Iterator[bytes]:
        yield from filter(None, map(self.encode, self.items))

    async def pieces_async(self) -> AsyncIterator[bytes]:
        import asyncio  # noqa: PLC0415

        if isinstance(self.items, (list, tuple)):
            for piece in self.pieces():
                yield piece
            return
        # What it takes to make an item is not known; it may read from a disk or from the network.
        iterator = iter(self.items)
        while (item := await asyncio.to_thread(next, iterator, _END)) is not _END:
            if piece := self.encode(item):
                yield piece


_END: Final = object()


@dataclass(frozen=True, slots=True)
class _AsyncPieces:
    """An asynchronous iterable, each item of which becomes bytes."""

    items: AsyncIterable[Any]
    encode: Callable[[Any], bytes]
    size: None = field(default=None, init=False)

    @property
    def repeatable(self) -> bool:
        return not hasattr(self.items, "__anext__")

    def pieces(self) -> Iterator[bytes]:
        raise NotImplementedError

    async def pieces_async(self) -> AsyncIterator[bytes]:
        async for item in self.items:
            if piece := self.encode(item):
                yield piece


def source_of(content: Any, what: str) -> bytes | Source:
    """Return what is read when content is sent.

    Args:
        content: what the caller passed.
        what: names it in messages.

    Returns:
        The bytes themselves where the caller passed bytes.

    Raises:
        TypeError: it is nothing that can be sent as bytes.
        OSError: the path leads to no file.
    """
    if is_bytes(content):
        return bytes(content)
    if is_path(content):
        return _of_path(content)
    if isinstance(content, AsyncIterable):
        return of_items(content, _checked)
    if callable(getattr(content, "read", None)):
        return _of_file(content, what)
    if isinstance(content, Iterable) and not isinstance(content, str):
        return of_items(content, _checked)
    hint = ""
    if isinstance(content, str):
        hint = "; for the file of that name pass pathlib.Path(…), for text its bytes, by encode()"
    msg = (
        f"{what} must be bytes, a path, a file opened with mode 'rb' or an iterable of bytes, "
        f"not {type(content).__name__}{hint}."
    )
    raise TypeError(msg)


def _is_asynchronous(value: Any) -> TypeGuard[AsyncIterable[Any]]:
    return isinstance(value, AsyncIterable)


def of_items(items: Any, encode: Callable[[Any], bytes]) -> bytes | Source:
    """Return what is read when items are sent one after the other.

    Args:
        items: an iterable, perhaps an asynchronous one.
        encode: makes bytes of an item.
    """
    if _is_asynchronous(items):
        return _AsyncPieces(items, encode)
    if is_collection(items):
        return b"".join(map(encode, items))
    return _Pieces(items, encode)


def _of_path(path: os.PathLike[str]) -> Source:
    found = os.stat(path)  # noqa: PTH116 - any path-like object
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(21, "A folder cannot be sent", os.fspath(path))
    regular = stat.S_ISREG(found.st_mode)
    return _PathContent(path, found.st_size if regular else None, regular)


def _of_file(file: Any, what: str) -> Source:
    if isinstance(file, io.TextIOBase):
        msg = f"{what} is a file opened as text: open it with mode 'rb'."
        raise TypeError(msg)
    seekable = getattr(file, "seekable", None)
    if seekable is None or not seekable():
        return _FileContent(file, None, None)
    start: int = file.tell()
    end: int = file.seek(0, os.SEEK_END)
    file.seek(start)
    return _FileContent(file, start, max(0, end - start))
