"""Media types that a document lists without a schema, beside others of the same content that have one."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.lower.context import Context, example_values
from clientsmith.lower.media_types import essence, is_json
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.trees import Tree, is_object, mapping


def schema_pointer(media_type: str, content: Tree, pointer: str, context: Context) -> str | None:
    """Return the pointer of the schema that holds for a media type of a content.

    A media type that is JSON and has no schema, but at most examples, is described by the one beside it that differs in
    parameters only (`application/json; charset=utf-8`), else by a range that it is of (OpenAPI 3.1 §4.8.17: keys may be
    ranges). Its examples decide: where one does not fit, the two are not the same thing.

    Args:
        media_type: the key.
        content: all of the content, by media types.
        pointer: that of `content`.
        context: the document.

    Returns:
        The pointer; None where nothing describes the media type.
    """
    node = mapping(content[media_type])
    if "schema" in node:
        return pointer_join(pointer, media_type, "schema")
    if not is_json(media_type) or "itemSchema" in node:
        return None
    values = example_values(node, pointer_join(pointer, media_type), context)
    for other in _others(media_type, content):
        where = pointer_join(pointer, other, "schema")
        if all(_is_meant(value, where, context) for value in values):
            return where
    return None


def _is_meant(example: object, pointer: str, context: Context) -> bool:
    """Tell whether a schema is about an example: it fits, and an object has some property that is described."""
    if any(context.validation.misfits(example, pointer, 1)):
        return False
    schema, _ = context.resolve(pointer_get(context.tree, pointer), pointer)
    described = mapping(schema.get("properties"))
    return not (is_object(example) and described and described.keys().isdisjoint(example))


def _others(media_type: str, content: Tree) -> Iterator[str]:
    """Yield what else of a content describes a media type, the most specific first."""
    kind = essence(media_type)
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        yield from (one for one in content if essence(one) == wanted and "schema" in mapping(content[one]))
