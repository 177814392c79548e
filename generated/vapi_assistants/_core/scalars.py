"""Text and JSON forms of single values."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from .datetimes import rfc3339


def text_of(value: Any, what: str) -> str:
    """Return the text of a single value in a path, query, header, cookie or form.

    Args:
        value: string, number, boolean, date, time, UUID, enum member.
        what: names the place in an error message.

    Returns:
        Booleans as in JSON, date-times as RFC 3339, whole numbers without a fraction.

    Raises:
        TypeError: the value has no such text.
        ValueError: a number that is not finite.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value, what)
    if isinstance(value, dt.datetime):
        return rfc3339(value)
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return str(to_jsonable_python(value))
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (str, int, UUID)):
        return str(value)
    msg = f"{what} cannot be written as text: {type(value).__name__} is not a string, number, boolean, date or UUID."
    raise TypeError(msg)


def _number(value: float, what: str) -> str:
    if not math.isfinite(value):
        msg = f"{what} must be a finite number, not {value!r}."
        raise ValueError(msg)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
