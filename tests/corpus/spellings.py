"""What `format` leaves of a string beside `enum`, `pattern` and bounds of its length.

json-schema-faker writes every text of a format in one way, whatever stands beside it. And `format` is an annotation
(JSON Schema 2020-12 Validation §7.2.1), the others are assertions: where no text of the format satisfies them, it is
they that hold.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATES = ("2008-01-07", "2019-11-30", "2024-02-29")
_TIMES = ("03:28:32", "23:59:59")
_FRACTIONS = ("", ".5", ".25", ".125", ".0625", ".03125", ".015625")
_ZONES = ("Z", "+00:00", "-08:00", "+05:30")
_UUIDS = ("32789a79-31e6-4bac-a913-d51ce8751c83", "8ff49b6f-7726-4327-86c4-3069c43a8c3b")

_USUAL: dict[str, tuple[str, ...]] = {
    "date": _DATES,
    "date-time": tuple(f"{date}T{time}Z" for date, time in product(_DATES, _TIMES)),
    "time": tuple(f"{time}Z" for time in _TIMES),
    "uuid": _UUIDS,
}
"""As json-schema-faker writes them."""
_ALL: dict[str, tuple[str, ...]] = {
    "date": _DATES,
    "date-time": tuple(f"{date}T{''.join(time)}" for date in _DATES for time in product(_TIMES, _FRACTIONS, _ZONES)),
    "time": tuple("".join(parts) for parts in product(_TIMES, _FRACTIONS, _ZONES)),
    "uuid": (*_UUIDS, *(text.upper() for text in _UUIDS)),
}
_LOOSE: dict[str, tuple[str, ...]] = {
    "date-time": tuple(
        f"{date}{mark}{''.join(time)}"
        for date, mark in product(_DATES, "T ")
        for time in product(_TIMES, _FRACTIONS, (*_ZONES, "", "+0100", "-0800"))
    ),
    "time": tuple("".join(parts) for parts in product(_TIMES, _FRACTIONS)),
}
"""What servers write where they do not keep to RFC 3339; no texts of the format."""
BESIDE = ("pattern", "minLength", "maxLength")


def reconciled(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema of a string whose format is written so that the rest holds, or given up if it cannot be.

    Args:
        schema: keywords in the dialect of `corpus.dialect`.
    """
    written = schema.get("format")
    if not isinstance(written, str):
        return schema
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if values is not None:
        texts = [value for value in values if isinstance(value, str)]
        return schema if _fitting(texts, {"format": written}) or not texts else _without_format(schema)
    types = schema.get("type")
    kinds = types if isinstance(types, list) else [types]
    beside = {key: schema[key] for key in BESIDE if key in schema}
    if not beside or written not in _USUAL or not set(kinds) <= {"string", "null"}:
        return schema
    if len(_fitting(_USUAL[written], beside)) == len(_USUAL[written]):
        return schema
    found = _fitting(_ALL[written], beside)
    if not found:
        schema, found = _without_format(schema), _fitting(_LOOSE.get(written, ()), beside)
    if not found:
        return schema
    return {**schema, "enum": [*found, *([None] if "null" in kinds else [])]}


def _without_format(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "format"}


def _fitting(texts: Iterable[str], schema: dict[str, Any]) -> list[str]:
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    return [text for text in texts if validator.is_valid(text)]
