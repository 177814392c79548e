"""The intermediate representation as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import cast

from clientsmith.ir import Api
from clientsmith.text import SpecText


def to_json(api: Api) -> str:
    """Return an API as JSON text: each node an object with its class as `node`, text of the spec as strings."""
    return json.dumps(_plain(api), indent=2, ensure_ascii=False)


def _plain(value: object) -> object:
    match value:
        case SpecText():
            return SpecText.reveal(value)
        case Enum():
            return value.value
        case tuple():
            return [_plain(item) for item in cast("tuple[object, ...]", value)]
        case _ if is_dataclass(value):
            return {
                "node": type(value).__name__,
                **{field.name: _plain(getattr(value, field.name)) for field in fields(value)},
            }
        case _:
            return value
