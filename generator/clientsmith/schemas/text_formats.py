"""Formats of strings that a Python type can stand for, and patterns that it can be checked against."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any, Final

from pydantic_core import SchemaError, SchemaValidator, core_schema

from clientsmith.trees import Tree, is_array

_KEPT: Final = frozenset({"byte", "date", "date-time", "decimal", "time", "uuid"})
"""Formats of strings that have a Python type from which the text comes back; all others stay text."""
_BASE64: Final = frozenset({"base64", "base64url"})
_DIFFERENT: Final = re.compile(
    r"^/.*/[a-z]*$|&&|--|~~|\\[<>]|\[[^\]\\]*\[(?!:)|\\[bBDW]|\[\^(?:[^\]\\]|\\.)*?\\[dw]", re.DOTALL
)
_DATES: Final = tuple("-".join(date) for date in product(("1999", "2008", "2024"), ("02", "11"), ("07", "19", "28")))
_FRACTIONS: Final = tuple("." + "0" * digits for digits in range(1, 10))
_CLOCKS: Final = tuple(map("".join, product(("03:28:32", "17:40:05"), ("", *_FRACTIONS))))
_ZONES: Final = ("Z", "z", "+00:00", "-07:30", "", "+0100")
_TIMES: Final = tuple(map("".join, product(_CLOCKS, _ZONES)))
_UUID: Final = "32789a79-31e6-4bac-a913-d51ce8751c83"
_SPELLINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": _DATES,
    "date-time": tuple(map("".join, product(_DATES, "Tt ", _TIMES))),
    "time": _TIMES,
    "uuid": (_UUID, _UUID.upper(), _UUID.replace("-", ""), _UUID.replace("-", "").upper()),
}
"""Texts of each kind that is read as a format: those of RFC 3339 and RFC 9562, and others that servers send."""


def kept_format(schema: Tree) -> str | None:
    """Return the format by which a string gets a Python type of its own.

    What else the schema asks of the text goes before the format, which is an annotation (JSON Schema 2020-12 Validation
    §7.2.1): where no text of the format has the length or fits the pattern, a value of the Python type could never be
    right, so the string stays text. `byte` is what `contentEncoding: base64` was called in OpenAPI 3.0.

    Args:
        schema: any schema.

    Returns:
        The format; None where there is none, or text it stays.
    """
    type_ = schema.get("type")
    if type_ != "string" and not (is_array(type_) and "string" in type_):
        return None
    if schema.get("contentEncoding") in _BASE64:
        return "byte"
    written = schema.get("format")
    if not isinstance(written, str) or written not in _KEPT:
        return None
    pattern = schema.get("pattern")
    enforced = pattern if isinstance(pattern, str) and is_enforceable(pattern) else None
    shortest, longest = _length(schema, "minLength"), _length(schema, "maxLength")
    return written if _has_text(written, enforced, shortest or 0, longest) else None


def _length(schema: Tree, keyword: str) -> int | None:
    value: Any = schema.get(keyword)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


@cache
def _has_text(format_: str, pattern: str | None, shortest: int, longest: int | None) -> bool:
    """Tell whether some text of a format fits a pattern and bounds of its length."""
    texts = _SPELLINGS.get(format_)
    if texts is None:
        return True
    fits = SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python
    return any(shortest <= len(text) and (longest is None or len(text) <= longest) and fits(text) for text in texts)


@cache
def is_enforceable(pattern: str) -> bool:
    """Tell whether pydantic's regular expressions can express an ECMA-262 pattern; others are not enforced.

    Some would mean another thing there: character classes with sets in them, and an escaped `<`. Others would refuse
    texts that fit: letters and digits are those of ASCII in ECMA-262 (§22.2.2.9), so that more texts are none. One
    between slashes, as in programs, matches nothing that its author had in mind.

    Args:
        pattern: the value of `pattern`.
    """
    if _DIFFERENT.search(pattern):
        return False
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return False
    return True
