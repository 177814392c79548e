"""What a caller hands over to be sent: bytes, a path, a file object, an iterable of bytes, a file with its name."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, TypeAlias, TypeGuard

from pydantic_core import core_schema

from .narrowing import is_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    FileContent: TypeAlias = (
        bytes | bytearray | memoryview[int] | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
    )
    """What is sent as bytes: bytes, a path, a file object opened with `"rb"`, or an iterable of bytes.

    Asynchronous iterables are for the asynchronous client alone.
    """
else:
    FileContent: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class File:
    """A file of a multipart body, with what is told about it.

    Attributes:
        content: bytes, a path, a file object opened with `"rb"`, or an iterable of bytes.
        filename: its name; that of the path or file object where it is left out.
        content_type: its media type; else what the API document says, or what the name tells.
        headers: further headers of its part.
    """

    content: FileContent
    filename: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] | None = None


if TYPE_CHECKING:
    FileTypes: TypeAlias = (
        FileContent
        | File
        | tuple[str | None, FileContent]
        | tuple[str | None, FileContent, str | None]
        | tuple[str | None, FileContent, str | None, Mapping[str, str]]
    )
    """A file of a multipart body: its content, or a `File`, or `(filename, content, content_type, headers)`."""
else:

    class FileTypes:
        """A file of a multipart body: its content, or a `File`, or `(filename, content, content_type, headers)`."""

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
            """Take anything: what can be sent is found out when it is sent."""
            return core_schema.any_schema()


def is_content(value: Any) -> bool:
    """Tell whether a value is clearly content to send: bytes, a path, a file object or an iterator, but no list."""
    return (
        is_bytes(value)
        or isinstance(value, (os.PathLike, Iterator, AsyncIterable))
        or callable(getattr(value, "read", None))
    )


def is_path(value: Any) -> TypeGuard[os.PathLike[str]]:
    """Tell whether a value is a path; a string is none."""
    return isinstance(value, os.PathLike)


def is_file_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a tuple that starts with the name of a file."""
    return isinstance(value, tuple) and 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str))  # pyright: ignore[reportUnknownArgumentType]


def as_file(value: Any) -> File:
    """Return content with what is told about it: of a `File`, of a tuple, or of content alone."""
    if isinstance(value, File):
        return value
    if is_file_tuple(value):
        filename, content, *rest = value
        return File(content, filename, *rest)
    return File(value)
