"""Turning what a caller passes as a body into JSON values."""

from __future__ import annotations

import math
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from .narrowing import is_collection, is_mapping
from .scalars import text_of
from .unions import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .field_names import Places

_MAX_DEPTH: Final = 200


def plain(value: Any, places: Places | None = None, *, path: str = "", depth: int = 0) -> Any:
    """Return the JSON form of a value.

    Models give what was set, under JSON names. In a dict, a key that is the Python name of a field of the model that
    belongs in that place becomes the JSON name; everything else stays as it is: what is right is the server's decision.

    Args:
        value: models, dicts, lists and single values, mixed as one likes.
        places: which models belong in this place; None if nothing is known about it.
        path: JSON pointer to the value, for messages.
        depth: how deep the value lies.

    Returns:
        Dicts, lists, strings, numbers, booleans and None.

    Raises:
        TypeError: something that has no JSON form, or a property given under both its names.
        ValueError: a number that is not finite, or nesting without end.
    """
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, (int, str)):
        return value
    if depth > _MAX_DEPTH:
        msg = f"The body is nested more than {_MAX_DEPTH} levels deep; does it contain itself?"
        raise ValueError(msg)
    if isinstance(value, BaseModel):
        value = value if places is None else places.tagged(value)
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Unknown):
        return plain(value.data, path=path, depth=depth + 1)
    if is_mapping(value):
        return _object(value, places, path, depth)
    if is_collection(value):
        inner = places.items() if places is not None else None
        return [plain(item, inner, path=f"{path}/{index}", depth=depth + 1) for index, item in enumerate(value)]
    return _single(value, places, path or "The body")


def _single(value: Any, places: Places | None, what: str) -> Any:
    if isinstance(value, float):
        if not math.isfinite(value):
            msg = f"{what} must be a finite number, not {value!r}: JSON has no other."
            raise ValueError(msg)
        return value
    if isinstance(value, Decimal) and places is not None and places.takes_numbers():
        return int(value) if value == value.to_integral_value() else float(value)
    return text_of(value, what)


def _object(value: Mapping[Any, Any], places: Places | None, path: str, depth: int) -> dict[str, Any]:
    names = places.names_for(value) if places is not None else {}
    inside = places.narrowed(value) if places is not None else None
    written: dict[str, Any] = {}
    for key, item in value.items():
        text = text_of(key, f"A key of {path or 'the body'}")
        name = names.get(text, text)
        if name in written:
            msg = f"{path or 'The body'} has {name!r} twice: under its JSON name and under its Python name."
            raise TypeError(msg)
        inner = inside.property(name) if inside is not None else None
        written[name] = plain(item, inner, path=f"{path}/{name}", depth=depth + 1)
    return written
