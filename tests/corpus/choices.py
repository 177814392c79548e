"""One of the ways in which a schema can be satisfied, for a sampler that does not combine parts well.

json-schema-faker draws the parts of an `allOf` one by one; where one of them is a choice, what it draws seldom fits
the others. Here the choice is made first, and the parts are made one schema.
"""

from __future__ import annotations

import random
from typing import Any

_DEEPEST = 6
_MOST_NODES = 2_000
_SUBSCHEMAS = ("items", "additionalProperties")
_LARGER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_SMALLER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})


def chosen(schema: Any, defs: dict[str, Any], seed: int) -> Any:
    """Return a schema without `allOf` and `anyOf` near its top, whose values are mostly valid for the given one.

    Args:
        schema: a schema in the dialect of `corpus.dialect`.
        defs: the schemas that it refers to.
        seed: another seed chooses other members.
    """
    return _Chooser(defs, random.Random(seed)).chosen(schema, 0)


class _Chooser:
    def __init__(self, defs: dict[str, Any], lot: random.Random) -> None:
        self._defs, self._lot, self._nodes = defs, lot, 0

    def chosen(self, schema: Any, depth: int) -> Any:
        self._nodes += 1
        if not isinstance(schema, dict) or depth > _DEEPEST or self._nodes > _MOST_NODES:
            return schema
        made: dict[str, Any] = {}
        for part in self._parts(schema, 0):
            made = _both(made, part)
        if isinstance(made.get("type"), list) and _forbids_null(made.get("not")):
            made["type"] = [kind for kind in made["type"] if kind != "null"]
        if isinstance(properties := made.get("properties"), dict):
            made["properties"] = {name: self.chosen(value, depth + 1) for name, value in properties.items()}
            if set(properties) - set(made.get("required", ())):
                made.setdefault("type", "object")
        for key in _SUBSCHEMAS:
            if key in made:
                made[key] = self.chosen(made[key], depth + 1)
        return made

    def _parts(self, schema: Any, depth: int, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Return what holds at the same time: what is referred to, the parts, one of the choices, and the rest.

        Of the choices those go first that may be one of the `values`, to which an `enum` further out bounds them.
        """
        if not isinstance(schema, dict) or depth > 4 * _DEEPEST:
            return []
        found: list[dict[str, Any]] = []
        values = _values(schema) or values
        if isinstance(schema.get("$ref"), str):
            found += self._parts(self._defs.get(schema["$ref"].rpartition("/")[2]), depth + 1, values)
        for part in schema.get("allOf", ()):
            found += self._parts(part, depth + 1, values)
        if members := schema.get("anyOf"):
            fitting = [
                one for one in members if values is None or any(item in values for item in _values(one) or values)
            ]
            found += self._parts(self._lot.choice(fitting or members), depth + 1, values)
        found.append({key: value for key, value in schema.items() if key not in {"$ref", "allOf", "anyOf"}})
        return found


def _values(schema: Any) -> list[Any] | None:
    if not isinstance(schema, dict):
        return None
    return [schema["const"]] if "const" in schema else schema.get("enum")


def _both(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that says what two say."""
    made = dict(one)
    for key, value in other.items():
        if key not in made or made[key] == value:
            made[key] = value
        elif key == "properties":
            own = made[key]
            made[key] = {
                **own,
                **{name: _joined(own[name], item) if name in own else item for name, item in value.items()},
            }
        elif key == "required":
            made[key] = list(dict.fromkeys([*made[key], *value]))
        elif key == "type":
            mine, others = ({*kinds} if isinstance(kinds, list) else {kinds} for kinds in (made[key], value))
            mine |= {"integer"} if "number" in mine else set()
            others |= {"integer"} if "number" in others else set()
            made[key] = sorted(mine & others) or value
        elif key == "enum":
            made[key] = [item for item in made[key] if item in value] or value
        elif key == "not":
            made[key] = {"anyOf": [made[key], value]}
        elif key in _LARGER | _SMALLER:
            made[key] = max(made[key], value) if key in _LARGER else min(made[key], value)
        else:
            made[key] = _joined(made[key], value) if key in _SUBSCHEMAS else value
    return made


def _forbids_null(schema: Any) -> bool:
    """Tell whether `not` says so; where several parts have one, they are alternatives."""
    members = schema.get("anyOf", [schema]) if isinstance(schema, dict) else []
    return {"type": "null"} in members


def _joined(one: Any, other: Any) -> Any:
    return one if one == other or other is True else other if one is True else {"allOf": [one, other]}
