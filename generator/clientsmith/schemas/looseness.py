"""What schemas say that Python types do not: it is let through unchecked, and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clientsmith.positions import pointer_join
from clientsmith.schemas.further_properties import values_of_patterns
from clientsmith.schemas.text_formats import is_enforceable
from clientsmith.source.grammar import walk
from clientsmith.source.openapi3 import DOCUMENT, SCHEMA
from clientsmith.trees import Tree, mapping

_NOT_TYPED: Final = (
    "$dynamicRef",
    "contains",
    "dependentRequired",
    "dependentSchemas",
    "if",
    "not",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
"""Keywords of JSON Schema 2020-12 that models do not express."""


@dataclass(frozen=True, slots=True)
class Looseness:
    """A keyword that values are not checked against: kind, one sentence, JSON pointer of the keyword."""

    code: str
    message: str
    pointer: str


def loose_schemas(tree: Tree) -> Iterator[Looseness]:
    """Yield what the types of a document leave out, in document order.

    Args:
        tree: a self-contained document of OpenAPI 3.1.
    """
    for site in walk(tree, DOCUMENT):
        if site.type is not SCHEMA:
            continue
        schema = mapping(site.value)
        pattern = schema.get("pattern")
        if isinstance(pattern, str) and not is_enforceable(pattern):
            message = f"The pattern '{pattern}' cannot be checked in Python; any text is let through."
            yield Looseness("pattern-not-checked", message, pointer_join(site.pointer, "pattern"))
        if "patternProperties" in schema and (loss := _loose_values(schema)):
            yield Looseness("keyword-not-typed", loss, pointer_join(site.pointer, "patternProperties"))
        for keyword in _NOT_TYPED:
            if keyword in schema and not isinstance(schema[keyword], bool) and not _is_typed(keyword, schema):
                message = f"What '{keyword}' asks for is not checked: there is no Python type for it."
                yield Looseness("keyword-not-typed", message, pointer_join(site.pointer, keyword))


def _is_typed(keyword: str, schema: Tree) -> bool:
    return keyword == "unevaluatedProperties" and not schema.keys() & {"additionalProperties", "patternProperties"}


def _loose_values(schema: Tree) -> str | None:
    """Return what the type of an object does not say of the values under names of some pattern, if there is more."""
    values = values_of_patterns(schema)
    if len(values) > 1:
        return "Which name has which of these values is not checked: all properties have the union of their types."
    if values == [True] and any(mapping(value) for value in mapping(schema["patternProperties"]).values()):
        return "What 'patternProperties' asks for is not checked: other properties may have any value."
    return None
