"""Dates, and date-times that remember the text they came as."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    DateTime: TypeAlias = dt.datetime
    """A date-time (RFC 3339). One that came in a response serialises as the very text that came."""
else:

    class DateTime(dt.datetime):
        """A date-time (RFC 3339). One that came in a response serialises as the very text that came.

        A value computed from it (`+`, `replace`, `astimezone`) has no text and serialises as RFC 3339 text.

        Attributes:
            text: the text it was read from, or None.
        """

        __slots__ = ("text",)

        text: str | None

        def __new__(cls, *args: Any, **kwargs: Any) -> Self:
            """Take what `datetime.datetime` takes."""
            self = super().__new__(cls, *args, **kwargs)
            self.text = None
            return self

        @classmethod
        def parse(cls, text: str) -> DateTime:
            """Read RFC 3339 text; text without a zone gives a naive value.

            Args:
                text: the text of the JSON string.

            Returns:
                The date-time, which keeps the text.

            Raises:
                ValueError: the text is not a date-time.
            """
            if len(text) < 16 or text[4] != "-" or text[10] not in "Tt ":
                msg = f"{text!r} is not a date-time"
                raise ValueError(msg)
            self = cls.fromisoformat(text if text[-1] != "z" else text[:-1] + "Z")
            self.text = text
            return self

        def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
            plain = dt.datetime.combine(self.date(), self.timetz())
            return _restore, (plain, self.text)

        def __copy__(self) -> DateTime:
            return self

        def __deepcopy__(self, memo: Any) -> DateTime:
            return self

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
            return core_schema.no_info_plain_validator_function(
                _validate,
                serialization=core_schema.plain_serializer_function_ser_schema(rfc3339, when_used="json"),
            )

        @classmethod
        def __get_pydantic_json_schema__(
            cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
        ) -> JsonSchemaValue:
            return {"type": "string", "format": "date-time"}


if TYPE_CHECKING:
    Date: TypeAlias = dt.date
    """A date (RFC 3339, `full-date`)."""
else:

    class Date:
        """A date (RFC 3339, `full-date`)."""

        def __new__(cls, *args: Any) -> dt.date:
            """Take what `datetime.date` takes."""
            return dt.date(*args)

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
            return core_schema.no_info_plain_validator_function(
                _validate_date,
                serialization=core_schema.plain_serializer_function_ser_schema(dt.date.isoformat, when_used="json"),
            )

        @classmethod
        def __get_pydantic_json_schema__(
            cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
        ) -> JsonSchemaValue:
            return {"type": "string", "format": "date"}


def _validate_date(value: Any) -> dt.date:
    if type(value) is str and len(value) == 10 and value[4] == "-":
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise PydanticCustomError("date_type", "Input should be a valid date")


def _restore(plain: dt.datetime, text: str | None) -> Any:
    restored: Any = DateTime.combine(plain.date(), plain.timetz())
    restored.text = text
    return restored


def _parse(text: str) -> dt.datetime:
    reader: Any = DateTime
    parsed: dt.datetime = reader.parse(text)
    return parsed


def _validate(value: Any) -> dt.datetime:
    if type(value) is str:
        try:
            return _parse(value)
        except ValueError:
            pass
    elif isinstance(value, dt.datetime):
        return value
    raise PydanticCustomError("datetime_type", "Input should be a valid date-time")


def rfc3339(value: dt.datetime) -> str:
    """Return the text of a date-time: the one it came as, else RFC 3339 with `Z` for UTC.

    A naive value is written without a zone: which one was meant is not for us to guess.
    """
    text: str | None = getattr(value, "text", None)
    if text is not None:
        return text
    written = value.isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written
