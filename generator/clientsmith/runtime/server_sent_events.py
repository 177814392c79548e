"""Server-sent events: from pieces of bytes to events (WHATWG HTML §9.2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM: Final = b"\xef\xbb\xbf"
_LONGEST_LINE: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event.

    Attributes:
        data: its data; several lines are joined by line feeds.
        event: its type.
        id: the last id that the stream gave, with this event or before.
        retry: milliseconds to wait before connecting again, if the stream said so since the event before.
    """

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None


class LineSplitter:
    r"""Takes bytes in any pieces and gives lines, without their ends.

    Args:
        end: the only end that lines have; None for all of `\n`, `\r` and `\r\n`.
    """

    def __init__(self, end: bytes | None = None) -> None:
        self._universal = end is None
        self._end = end or b"\n"
        self._rest: list[bytes] = []
        self._length = 0
        self._after_cr = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Take a piece; give the lines that it completes.

        Raises:
            ValueError: a line is longer than any sensible one.
        """
        if self._after_cr and piece:
            self._after_cr = False
            piece = piece.removeprefix(b"\n")
        if self._universal:
            self._after_cr = piece.endswith(b"\r")
            piece = piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = piece.split(self._end)
        for line in lines:
            yield b"".join([*self._rest, line])
            self._rest, self._length = [], 0
        if rest:
            self._rest.append(rest)
            self._length += len(rest)
            if self._length > _LONGEST_LINE:
                msg = f"a line of more than {_LONGEST_LINE} bytes"
                raise ValueError(msg)

    def rest(self) -> bytes:
        """Return what came after the last end of a line."""
        return b"".join(self._rest)


class EventParser:
    """Takes the bytes of an event stream in any pieces and gives its events."""

    def __init__(self) -> None:
        self._lines = LineSplitter()
        self._first = True
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, piece: bytes) -> Iterator[ServerSentEvent]:
        """Take a piece; give the events that it completes.

        Raises:
            ValueError: a line is longer than any sensible one.
        """
        for raw in self._lines.feed(piece):
            line = raw.removeprefix(_BOM) if self._first else raw
            self._first = False
            if line:
                self._take(line.decode("utf-8", "replace"))
            elif (event := self._dispatch()) is not None:
                yield event

    def _take(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdigit() and len(value) < 16:
                self._retry = int(value)
            case _:
                pass

    def _dispatch(self) -> ServerSentEvent | None:
        data, event, retry = self._data, self._event, self._retry
        self._data, self._event = [], ""
        if not data:
            return None
        self._retry = None
        return ServerSentEvent("\n".join(data), event or "message", self._id, retry)
