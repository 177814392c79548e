"""Text and JSON forms of single values."""

from __future__ import annotations

import datetime as dt
import math
from base64 import b64encode
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from .datetimes import rfc3339


def text_of(value: Any, what: str) -> str:
    """Return the text of a single value in a path, query, header, cookie or form.

    Args:
        value: string, number, boolean, date, time, UUID, bytes, enum member.
        what: names the place in an error message.

    Returns:
        Booleans as in JSON, date-times as RFC 3339, whole numbers without a fraction, bytes as base64. A value that
        came in a response is written as it came.

    Raises:
        TypeError: the value has no such text.
        ValueError: a number that is not finite.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, float):
        return _number(value, what)
    if isinstance(value, (dt.date, dt.time, dt.timedelta, UUID, Decimal, bytes)):
        kept: str | None = getattr(value, "text", None)
        return _usual(value) if kept is None else kept
    msg = f"{what} cannot be written as text: {type(value).__name__} is not a string, number, boolean, date or UUID."
    raise TypeError(msg)


def _usual(value: dt.date | dt.time | dt.timedelta | UUID | Decimal | bytes) -> str:
    """Return the usual text of a value that can be written in several ways."""
    match value:
        case dt.datetime():
            return rfc3339(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return str(to_jsonable_python(value))
        case Decimal():
            return format(value, "f")
        case bytes():
            return b64encode(value).decode()
        case UUID():
            return str(value)


def _number(value: float, what: str) -> str:
    if not math.isfinite(value):
        msg = f"{what} must be a finite number, not {value!r}."
        raise ValueError(msg)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
