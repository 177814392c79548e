"""Unions that contain themselves, written out: such a member says nothing, and a type of it could not be built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clientsmith.schemas.components import component_of
from clientsmith.trees import Tree, is_array, mapping

_UNIONS: Final = ("oneOf", "anyOf")


def mend_unions(schemas: Tree) -> None:
    """Take the members away that lead a union back to itself, through nothing but other unions.

    What fits `A: anyOf [B, string]` and `B: anyOf [A, integer]` is a string or an integer in both; so each union of a
    circle gets the members of all of them.

    Args:
        schemas: component → schema; changed in place.
    """
    unions = {key: keyword for key, schema in schemas.items() if (keyword := _keyword(schema)) is not None}
    reached = {key: _reached(key, schemas, unions) for key in unions}
    circles = {key: [other for other in reached[key] if key in reached.get(other, ())] for key in unions}
    mended = {key: list(_members(key, circle, schemas, unions)) for key, circle in circles.items() if circle}
    for key, members in mended.items():
        schema = schemas[key]
        schemas[key] = {name: value for name, value in schema.items() if name != unions[key]}
        if members:
            schemas[key][unions[key]] = members


def _keyword(schema: Any) -> str | None:
    """Return the keyword of the union that a schema is, if some of its members are components."""
    for keyword in _UNIONS:
        members = mapping(schema).get(keyword)
        if is_array(members) and any(map(component_of, members)):
            return keyword
    return None


def _reached(key: str, schemas: Tree, unions: dict[str, str]) -> list[str]:
    """Return the components that a union leads to through unions only, in order."""
    found: dict[str, None] = {}
    todo = [key]
    while todo:
        one = todo.pop()
        for member in reversed(schemas[one][unions[one]]):
            component = component_of(member)
            if component and component not in found:
                found[component] = None
                if component in unions:
                    todo.append(component)
    return list(found)


def _members(key: str, circle: list[str], schemas: Tree, unions: dict[str, str]) -> Iterator[Any]:
    """Yield what the unions of a circle have besides each other; a union's own members first, each once."""
    told: set[str] = set()
    for one in dict.fromkeys((key, *circle)):
        for member in schemas[one][unions[one]]:
            component = component_of(member)
            if component in circle or component in told:
                continue
            if component:
                told.add(component)
            yield member
