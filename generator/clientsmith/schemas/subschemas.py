"""Going through a schema, keyword by keyword: what is called like a keyword may be a property or a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from clientsmith.trees import Tree, is_array, is_object

SCHEMAS: Final = frozenset({"items", "additionalProperties"})
LISTS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
MAPS: Final = frozenset({"properties", "patternProperties"})
ANNOTATIONS: Final = frozenset(
    {"title", "description", "default", "deprecated", "example", "examples", "readOnly", "writeOnly", "externalDocs"}
)
"""Keywords that say nothing of what fits."""


def with_subschemas(schema: Tree, change: Callable[[Any], Any]) -> Tree:
    """Return a copy of a schema in which each schema right inside of it, as far as types go, is changed.

    Args:
        schema: the schema; it stays as it is.
        change: gives what to put in the place of a schema, which may be a boolean.
    """
    changed: Tree = {}
    for keyword, value in schema.items():
        if keyword in SCHEMAS:
            changed[keyword] = change(value)
        elif keyword in LISTS and is_array(value):
            changed[keyword] = [change(member) for member in value]
        elif keyword in MAPS and is_object(value):
            changed[keyword] = {name: change(member) for name, member in value.items()}
        else:
            changed[keyword] = value
    return changed
