"""Values that JSON carries as text, such as UUIDs: each remembers its text where that is not the usual one.

`format` is what tells them from other strings (OpenAPI 3.1 §4.4, JSON Schema Validation 2020-12 §7.3). What came in a
response goes back as the very text that came, whichever of the ways to write a value that is.
"""

from __future__ import annotations

import binascii
import datetime as dt
import re
from base64 import b64decode
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeAlias, TypeVar
from uuid import UUID

from pydantic_core import PydanticCustomError, core_schema

from .scalars import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    Uuid: TypeAlias = UUID
    """A UUID (RFC 4122)."""
    TimeOfDay: TypeAlias = dt.time
    """A time of the day (RFC 3339, `full-time`), with or without a zone."""
    DecimalText: TypeAlias = Decimal
    """A decimal number that travels as text, so that no digit is lost."""
    Base64Bytes: TypeAlias = bytes
    """Bytes that travel as base64 text (RFC 4648)."""

T = TypeVar("T")

_DECIMAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_TIME: Final = re.compile(r"\d\d:\d\d(:\d\d([.,]\d+)?)?([zZ]|[+-]\d\d(:?\d\d)?)?", re.ASCII)
_URL_SAFE: Final = str.maketrans("-_", "+/")


class _Kept:
    """A value that remembers the text that it was read from. It cannot change, so that copies are the value itself."""

    __slots__ = ()

    if TYPE_CHECKING:
        text: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a text that `_parse` took; the value keeps it."""
        raise NotImplementedError

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return type(self).read, (self.text,)


class _KeptUUID(_Kept, UUID):
    __slots__ = ("text",)

    @classmethod
    def read(cls, text: str) -> Self:
        self = cls(text)
        object.__setattr__(self, "text", text)
        return self


class _KeptTime(_Kept, dt.time):
    __slots__ = ("text",)

    @classmethod
    def read(cls, text: str) -> Self:
        self = cls.fromisoformat(text.upper())
        self.text = text
        return self


class _KeptDecimal(_Kept, Decimal):
    __slots__ = ("text",)

    @classmethod
    def read(cls, text: str) -> Self:
        self = cls(text)
        self.text = text
        return self


class _KeptBytes(_Kept, bytes):
    @classmethod
    def read(cls, text: str) -> Self:
        self = cls(_bytes(text))
        self.text = text
        return self


def _uuid(text: str) -> UUID:
    usual = len(text) == 36 and text[8] == text[13] == text[18] == text[23] == "-" and text == text.lower()
    return UUID(text) if usual else _KeptUUID.read(text)


def _time(text: str) -> dt.time:
    if not _TIME.fullmatch(text):
        raise ValueError(text)
    return _or_kept(dt.time.fromisoformat(text.upper()), text, _KeptTime.read)


def _decimal(text: str) -> Decimal:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return _or_kept(Decimal(text), text, _KeptDecimal.read)


def _base64(text: str) -> bytes:
    return _or_kept(_bytes(text), text, _KeptBytes.read)


def _bytes(text: str) -> bytes:
    """Decode base64 of either alphabet, with or without padding and line breaks (RFC 4648 §3)."""
    letters = "".join(text.split()).translate(_URL_SAFE).rstrip("=")
    return b64decode(letters + "=" * (-len(letters) % 4), validate=True)


def _or_kept(value: T, text: str, kept: Callable[[str], T]) -> T:
    return value if text_of(value, "") == text else kept(text)


class _Format:
    """Base of the annotations: each tells pydantic how to read and write its values."""

    python: ClassVar[type[Any]]
    parse: ClassVar[Callable[[str], Any]]
    format: ClassVar[str]
    expected: ClassVar[str]

    def __new__(cls, *args: Any, **keywords: Any) -> Any:
        """Take what the Python type takes."""
        return cls.python(*args, **keywords)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(_text, when_used="json"),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": cls.format}

    @classmethod
    def _validate(cls, value: Any) -> Any:
        if type(value) is str:
            try:
                return cls.parse(value)
            except (ValueError, ArithmeticError, binascii.Error):
                pass
        elif isinstance(value, cls.python):
            return value
        raise PydanticCustomError("format", "Input should be {expected}", {"expected": cls.expected})


def _text(value: Any) -> str:
    return text_of(value, "The value")


if not TYPE_CHECKING:

    class Uuid(_Format):
        """A UUID (RFC 4122)."""

        python = UUID
        parse = _uuid
        format = "uuid"
        expected = "a UUID"

    class TimeOfDay(_Format):
        """A time of the day (RFC 3339, `full-time`), with or without a zone."""

        python = dt.time
        parse = _time
        format = "time"
        expected = "a time of the day"

    class DecimalText(_Format):
        """A decimal number that travels as text, so that no digit is lost."""

        python = Decimal
        parse = _decimal
        format = "decimal"
        expected = "a decimal number as text"

    class Base64Bytes(_Format):
        """Bytes that travel as base64 text (RFC 4648)."""

        python = bytes
        parse = _base64
        format = "byte"
        expected = "base64 text"
