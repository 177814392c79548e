"""Where schemas stand in a document of OpenAPI 3.1, and what a person would call each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clientsmith.naming import Names, pascal_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.path_names import is_mechanical, path_words
from clientsmith.source.openapi3 import METHODS
from clientsmith.trees import Tree, mapping, sequence


@dataclass(frozen=True, slots=True)
class SchemaPlace:
    """A place that holds a schema outside of `components/schemas`.

    `holder[key]` is the schema, `pointer` where that is, `name` what to call a model that is defined there.
    """

    holder: Tree
    key: str
    pointer: str
    name: str


@dataclass(frozen=True, slots=True)
class OperationPlace:
    """An operation and where it stands: path template, method (standard ones in lower case), path item, pointer.

    `name` is what to call it in class names, where that is asked for (`named_operations`).
    """

    path: str
    verb: str
    item: Tree
    operation: Tree
    pointer: str
    name: str = ""

    @property
    def operation_id(self) -> str | None:
        """The operation's id, if the document gives one."""
        return _id(self.operation)


def _id(operation: Tree) -> str | None:
    written = operation.get("operationId")
    return written if isinstance(written, str) and written else None


def named_operations(tree: Tree) -> Iterator[OperationPlace]:
    """Yield the operations of a document like `operations`, each with a name that no other has."""
    found = list(operations(tree))
    wanted = {place.pointer: _names(place) for place in found}
    names = Names().share({pointer: wanted[pointer] for pointer in sorted(wanted)})
    for place in found:
        yield replace(place, name=names[place.pointer])


def operations(tree: Tree) -> Iterator[OperationPlace]:
    """Yield the operations of a document, in its order."""
    for path, written in mapping(tree.get("paths")).items():
        item = mapping(written)
        for verb, operation in item.items():
            if verb in METHODS:
                yield OperationPlace(path, verb, item, mapping(operation), pointer_join("/paths", path, verb))
        for verb, operation in mapping(item.get("additionalOperations")).items():
            pointer = pointer_join("/paths", path, "additionalOperations", verb)
            yield OperationPlace(path, verb, item, mapping(operation), pointer)


def _names(place: OperationPlace) -> tuple[str, str]:
    """Return what to call an operation in class names: its id if that says something, else what it does."""
    fallback = pascal_case(f"{place.verb} {place.path}")
    if place.operation_id and not is_mechanical(place.operation_id, place.verb, place.path):
        return pascal_case(place.operation_id), fallback
    return pascal_case(" ".join(path_words(place.verb, place.path, frozenset(), frozenset(place.item)))), fallback


def webhooks(tree: Tree) -> Iterator[OperationPlace]:
    """Yield the operations of the webhooks of a document; `path` is the name of the webhook."""
    for name, item in mapping(tree.get("webhooks")).items():
        for verb, operation in mapping(item).items():
            if verb in METHODS:
                pointer = pointer_join("/webhooks", name, verb)
                called = pascal_case(_id(mapping(operation)) or f"{verb} {name}")
                yield OperationPlace(name, verb, mapping(item), mapping(operation), pointer, called)


def places(tree: Tree) -> Iterator[SchemaPlace]:
    """Yield every place of a schema outside of `components/schemas`, operations first, each place once."""
    for path, item in mapping(tree.get("paths")).items():
        where = pointer_join("/paths", path)
        yield from _parameters(item, where, pascal_case(path))
    for place in (*named_operations(tree), *webhooks(tree)):
        operation, pointer, name = place.operation, place.pointer, place.name
        yield from _parameters(operation, pointer, name)
        yield from _content(operation.get("requestBody"), pointer_join(pointer, "requestBody"), f"{name}Body")
        for status, response in mapping(operation.get("responses")).items():
            suffix = "Response" if str(status).startswith("2") else f"Response{pascal_case(str(status), '')}"
            yield from _response(response, pointer_join(pointer, "responses", status), name + suffix)
    components = mapping(tree.get("components"))
    for key, parameter in mapping(components.get("parameters")).items():
        yield from _parameter(parameter, pointer_join("/components/parameters", key), pascal_case(key))
    for key, header in mapping(components.get("headers")).items():
        yield from _parameter(header, pointer_join("/components/headers", key), pascal_case(key))
    for key, body in mapping(components.get("requestBodies")).items():
        yield from _content(body, pointer_join("/components/requestBodies", key), pascal_case(key))
    for key, response in mapping(components.get("responses")).items():
        yield from _response(response, pointer_join("/components/responses", key), pascal_case(key))


def _parameters(holder: object, pointer: str, name: str) -> Iterator[SchemaPlace]:
    for index, parameter in enumerate(sequence(mapping(holder).get("parameters"))):
        own_name = name + pascal_case(str(mapping(parameter).get("name", "Parameter")), "Parameter")
        yield from _parameter(parameter, pointer_join(pointer, "parameters", index), own_name)


def _parameter(parameter: object, pointer: str, name: str) -> Iterator[SchemaPlace]:
    parameter = mapping(parameter)
    if "schema" in parameter:
        yield SchemaPlace(parameter, "schema", pointer_join(pointer, "schema"), name)
    yield from _content(parameter, pointer, name)


def _response(response: object, pointer: str, name: str) -> Iterator[SchemaPlace]:
    yield from _content(response, pointer, name)
    for key, header in mapping(mapping(response).get("headers")).items():
        yield from _parameter(header, pointer_join(pointer, "headers", key), name + pascal_case(key))


def _content(holder: object, pointer: str, name: str) -> Iterator[SchemaPlace]:
    for media_type, written in mapping(mapping(holder).get("content")).items():
        content = mapping(written)
        where = pointer_join(pointer, "content", media_type)
        if "schema" in content:
            yield SchemaPlace(content, "schema", pointer_join(where, "schema"), name)
        if (item := stream_item(content)) is not None:
            holder, key, path = item
            yield SchemaPlace(holder, key, pointer_join(where, *path), f"{name}Item")


def stream_item(content: Tree) -> tuple[Tree, str, tuple[str, ...]] | None:
    """Return where the schema of the items of a stream stands in a media type object (OpenAPI 3.2 §4.14.3).

    The `itemSchema` of server-sent events may describe the whole event; its `data` is the item then, or what the text
    of that holds (`contentSchema`).

    Returns:
        What holds the schema, its key there, and the path from the media type object; None without an `itemSchema`.
    """
    if "itemSchema" not in content:
        return None
    data = mapping(mapping(mapping(content["itemSchema"]).get("properties")).get("data"))
    if "contentSchema" in data:
        return data, "contentSchema", ("itemSchema", "properties", "data", "contentSchema")
    return content, "itemSchema", ("itemSchema",)
