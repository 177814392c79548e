"""Which kind of value each keyword of a schema and each plain field of other objects takes, and near misses.

Sources: JSON Schema Validation 2020-12 §6 and §9, OpenAPI 3.1 §4.8, Swagger 2.0.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from clientsmith.trees import is_array, is_object

_LARGEST_NUMBER: Final = sys.float_info.max
"""What a double holds (RFC 8259 §6): no reader of JSON has to take more."""
_LARGEST_COUNT: Final = 2**63 - 1
"""No text or list is longer, and what checks lengths takes no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordKind:
    """A kind of value.

    Attributes:
        wanted: What to write, for messages.
        fits: Tells whether a value is of the kind.
        mend: Gives the value that was meant, or None if that cannot be told.
        hint: What to do, if there is more to say than what to write.
    """

    wanted: str
    fits: Callable[[Any], bool]
    mend: Callable[[Any], Any]
    hint: str | None = None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER


def _is_count(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= _LARGEST_COUNT and value == int(value)


def _number(value: Any) -> int | float | None:
    if not isinstance(value, str):
        return None
    try:
        number: int | float = int(value)
    except ValueError:
        try:
            number = float(value)
        except ValueError:
            return None
    return number if _is_number(number) else None


def _count(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and _is_count(number) else None


def _positive(value: Any) -> int | float | None:
    number = _number(value)
    return number if number is not None and number > 0 else None


def _boolean(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(value.lower()) if isinstance(value, str) else None


def _nothing(_value: Any) -> None:
    return None


def _are_names(value: Any) -> bool:
    return is_array(value) and all(isinstance(name, str) for name in value) and len(set(value)) == len(value)


def _names(value: Any) -> list[str] | None:
    return list(dict.fromkeys(name for name in value if isinstance(name, str))) if is_array(value) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _text(value: Any) -> str | None:
    return str(value) if _is_number(value) else None


_NUMBER = KeywordKind(wanted="a number", fits=_is_number, mend=_number)
_POSITIVE = KeywordKind(wanted="a number above 0", fits=lambda value: _is_number(value) and value > 0, mend=_positive)
_COUNT = KeywordKind(wanted="a whole number from 0 to 2^63 - 1", fits=_is_count, mend=_count)
_BOOLEAN = KeywordKind(wanted="true or false", fits=lambda value: isinstance(value, bool), mend=_boolean)
_TEXT = KeywordKind(wanted="text", fits=_is_text, mend=_text)
_LIST = KeywordKind(wanted="a list of values", fits=is_array, mend=_nothing)
_REQUIRED = KeywordKind(
    wanted="a list of different names",
    fits=_are_names,
    mend=_names,
    hint="List the names of required properties in the object that has them.",
)
_DEPENDENT = KeywordKind(
    wanted="an object of lists of names",
    fits=lambda value: is_object(value) and all(_are_names(names) for names in value.values()),
    mend=_nothing,
)

KEYWORD_KINDS: dict[str, KeywordKind] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _NUMBER),
    "multipleOf": _POSITIVE,
    **dict.fromkeys(
        ("minLength maxLength minItems maxItems minContains maxContains minProperties maxProperties").split(),
        _COUNT,
    ),
    **dict.fromkeys(("uniqueItems", "deprecated", "readOnly", "writeOnly"), _BOOLEAN),
    **dict.fromkeys(("title", "description", "pattern", "format", "contentEncoding", "contentMediaType"), _TEXT),
    "enum": _LIST,
    "required": _REQUIRED,
    "dependentRequired": _DEPENDENT,
}


def _texts(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value if _is_text(each) or _is_number(each)] if is_array(value) else None


def _text_map(value: Any) -> dict[str, str] | None:
    return (
        {name: str(each) for name, each in value.items() if _is_text(each) or _is_number(each)}
        if is_object(value)
        else None
    )


_TEXTS = KeywordKind(
    wanted="a list of texts",
    fits=lambda value: is_array(value) and all(isinstance(each, str) for each in value),
    mend=_texts,
)
_MAP = KeywordKind(
    wanted="an object of texts",
    fits=lambda value: is_object(value) and all(isinstance(each, str) for each in value.values()),
    mend=_text_map,
)

FIELD_KINDS: dict[str, KeywordKind] = {
    **dict.fromkeys(
        (
            "name in url description summary operationId title version termsOfService email identifier style"
            " contentType operationRef externalValue scheme bearerFormat openIdConnectUrl authorizationUrl tokenUrl"
            " refreshUrl deviceAuthorizationUrl oauth2MetadataUrl propertyName host basePath collectionFormat flow"
        ).split(),
        _TEXT,
    ),
    **dict.fromkeys(("required", "deprecated", "explode", "allowReserved", "allowEmptyValue"), _BOOLEAN),
    **dict.fromkeys(("tags", "consumes", "produces", "schemes"), _TEXTS),
    **dict.fromkeys(("mapping", "scopes"), _MAP),
}
