"""The rules. Each is a function from the sources to what breaks it; RULES is the whole list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.trees import Tree, is_array, is_object, mapping

from .sources import Node, Sources, absolute, finding, folders_of, named_schemas, properties, references, walk

Rule = Callable[[Sources], Iterator[Diagnostic]]

# Properties that need no description. Add one only with a reason beside it.
UNDESCRIBED: frozenset[str] = frozenset()

# Unions whose members no property tells apart. The description of each says how they are told apart instead.
UNTAGGED = frozenset(
    {
        "AssistantHook",  # one member takes every event that the others do not
        "ConflictError",  # an error may have been written by another part of the API
        "MetricCondition",  # both are `comparator`; the type of `value` tells
        "PromptMessage",  # messages of a call leave `role` open
        "SquadDestination",  # both are `assistant`
        "VapiWorkflow",  # only the older shape has `type`
        "WorkflowHook",  # as AssistantHook
    }
)

NAMED_FOLDERS = frozenset({"schemas", "parameters", "responses", "examples"})
TYPE_KEYWORDS = frozenset({"$ref", "type", "allOf", "anyOf", "oneOf", "const", "enum"})
METHODS = {
    "get": ("get", "list"),
    "post": ("create", "receive"),
    "put": ("replace",),
    "patch": ("update",),
    "delete": ("delete",),
}
_ERROR = Severity.ERROR


def described(sources: Sources) -> Iterator[Diagnostic]:
    """Every schema and every property has a description, and it comes first."""
    for node in [*named_schemas(sources), *properties(sources)]:
        if node.pointer.rpartition("/")[2] in UNDESCRIBED:
            continue
        if not node.value.get("description"):
            yield finding(
                "described", node, f"'{_name(node)}' has no description.", "Say in a few words what it is for."
            )
        elif next(iter(node.value)) != "description":
            yield finding(
                "described", node.child("description"), "The description is not the first line.", "Move it up."
            )


def typed(sources: Sources) -> Iterator[Diagnostic]:
    """Every schema and every property has a type."""
    for node in [*named_schemas(sources), *properties(sources)]:
        if not TYPE_KEYWORDS & set(node.value):
            yield finding("typed", node, f"'{_name(node)}' has no type.", "Add 'type' or '$ref'.")


def sorted_enums(sources: Sources) -> Iterator[Diagnostic]:
    """Allowed values are sorted by letter, upper and lower case alike; null comes last."""
    for schema in named_schemas(sources):
        for node in walk(schema):
            values = node.value.get("enum") if is_object(node.value) else None
            if not is_array(values) or node.pointer.endswith("/properties"):
                continue
            for index, (value, due) in enumerate(zip(values, sorted(values, key=_order), strict=True)):
                if value != due:
                    hint = f"Put {due!r} here."
                    yield finding("sorted-enum", node.child("enum", index), "The values are not sorted.", hint)
                    break


def used(sources: Sources) -> Iterator[Diagnostic]:
    """Every schema, parameter, response and example that has a name is referred to."""
    targets = {target for document in sources.documents for target in references(Node(document, "", document.tree))}
    for document in sources.documents:
        if NAMED_FOLDERS.isdisjoint(folders_of(sources, document)) or not is_object(document.tree):
            continue
        for name in document.tree:
            if absolute(document, f"#/{name}") not in targets:
                node = Node(document, pointer_join("", name), document.tree[name])
                yield finding("used", node, f"Nothing refers to '{name}'.", "Use it or take it out.")


def unions_tagged(sources: Sources) -> Iterator[Diagnostic]:
    """A union of objects has a discriminator with a full mapping in the order of its members, sorted by name."""
    objects = {absolute(node.document, f"#{node.pointer}"): node for node in named_schemas(sources)}
    for union in named_schemas(sources):
        keyword = "oneOf" if "oneOf" in union.value else "anyOf"
        members = union.value.get(keyword)
        if not is_array(members):
            continue
        targets = references(union.child(keyword))
        if len(targets) != len(members) or not all(_is_object(objects.get(target)) for target in targets):
            continue
        if "discriminator" not in union.value:
            if _name(union) not in UNTAGGED:
                hint = (
                    "Add a 'discriminator', or tell in the description how to tell them apart and list it in UNTAGGED."
                )
                yield finding("union", union, f"Nothing tells the members of '{_name(union)}' apart.", hint)
            continue
        yield from _discriminator(union, members, targets, objects)


def _discriminator(union: Node, members: list, targets: list[str], objects: dict[str, Node]) -> Iterator[Diagnostic]:
    names = [target.rpartition("/")[2] for target in targets]
    if names != sorted(names, key=str.casefold):
        yield finding("union", union.child("oneOf"), "The members are not sorted by name.", "Sort them.")
    mapping = union.value["discriminator"].get("mapping", {})
    if list(mapping.values()) != [member["$ref"] for member in members]:
        hint = "Name every member once, in the order of 'oneOf'."
        yield finding("union", union.child("discriminator"), "The mapping does not fit the members.", hint)
        return
    tag = union.value["discriminator"]["propertyName"]
    for value, target in zip(mapping, targets, strict=True):
        if not _tells(objects[target], tag, value, objects):
            hint = f"Give it '{tag}' with 'const: {value}', and list '{tag}' in 'required'."
            yield finding("union", objects[target], f"'{_name(objects[target])}' does not tell what it is.", hint)


def patterns(sources: Sources) -> Iterator[Diagnostic]:
    """Patterns are ECMA-262 without slashes and flags, in quotes, and Python can read them too."""
    for schema in named_schemas(sources):
        for node in walk(schema):
            pattern = node.value.get("pattern") if is_object(node.value) else None
            if not isinstance(pattern, str):
                continue
            place = node.child("pattern")
            if re.fullmatch(r"/.*/[a-z]*", pattern):
                yield finding("pattern", place, "The pattern has slashes.", "Write what stands between them.")
                continue
            try:
                re.compile(pattern)
            except re.error as error:
                yield finding(
                    "pattern", place, f"The pattern cannot be read: {error}.", "Write it in a way all engines know."
                )


def list_values(sources: Sources) -> Iterator[Diagnostic]:
    """Where `anyOf` keeps a list's allowed values, they are those of its items."""
    for schema in named_schemas(sources):
        for node in walk(schema):
            value = node.value
            if not is_object(value) or value.get("type") != "array" or "anyOf" not in value:
                continue
            if value["anyOf"] != [{"type": "array"}, value.get("items")]:
                hint = "Write 'anyOf' of 'type: array' and the '$ref' of the items."
                yield finding("list-values", node.child("anyOf"), "'anyOf' does not fit the items.", hint)


def operations(sources: Sources) -> Iterator[Diagnostic]:
    """Operation ids are camelCase and start with what the method does; an operation has one tag that the root lists."""
    bundle = sources.bundle
    tags = [tag.get("name") for tag in bundle.tree.get("tags", [])]
    for pointer, method, operation in _operations(sources):
        name = str(operation.get("operationId", ""))
        verbs = METHODS.get(method, ())
        if not re.fullmatch(f"({'|'.join(verbs)})([A-Z][a-z0-9]*)+", name):
            hint = f"Write it in camelCase, starting with {' or '.join(map(repr, verbs))}."
            yield bundle.diagnose("operation", _ERROR, f"The operation id '{name}' is not uniform.", pointer, hint)
        if len(operation.get("tags", [])) != 1 or operation["tags"][0] not in tags:
            hint = f"Give it one of {', '.join(map(repr, tags))}."
            yield bundle.diagnose("operation", _ERROR, f"The tags of '{name}' are not uniform.", pointer, hint)
        for field in ("summary", "description"):
            if not operation.get(field):
                yield bundle.diagnose("operation", _ERROR, f"'{name}' has no {field}.", pointer, f"Add a {field}.")


def examples(sources: Sources) -> Iterator[Diagnostic]:
    """Every body and every response that has content has an example. `validate` checks what is in it."""
    bundle = sources.bundle
    for pointer, _, operation in _operations(sources):
        places = [pointer_join(pointer, "requestBody")] if "requestBody" in operation else []
        places += [pointer_join(pointer, "responses", status) for status in operation.get("responses", {})]
        for written in places:
            value, place = _resolve(sources, written)
            for media_type, content in value.get("content", {}).items():
                if not content.get("examples") and "example" not in content:
                    where = pointer_join(place, "content", media_type)
                    hint = "Add a complete one under 'examples'."
                    yield bundle.diagnose("example", _ERROR, f"There is no example of {media_type}.", where, hint)


def yaml_versions(sources: Sources) -> Iterator[Diagnostic]:
    """A file reads the same in YAML 1.1: words such as `no`, times and dates are quoted."""
    for document in sources.documents:
        try:
            other = yaml.safe_load(document.text)
        except yaml.YAMLError:
            continue  # the reader tells what is wrong
        root = Node(document, "", document.tree)
        place = _difference(root, other)
        if place is not None:
            hint = "Put it in single quotes."
            yield finding("yaml-1.1", place, "YAML 1.1 reads something else here.", hint)


def _name(node: Node) -> str:
    return node.pointer.rpartition("/")[2]


def _order(value: object) -> tuple[bool, str, str, float]:
    if isinstance(value, str):
        return (False, value.casefold(), value, 0)
    return (value is None, "", "", value if isinstance(value, int | float) else 0)


def _is_object(node: Node | None) -> bool:
    return node is not None and ("properties" in node.value or "allOf" in node.value or "oneOf" in node.value)


def _tells(node: Node, tag: str, value: object, objects: dict[str, Node]) -> bool:
    own = mapping(mapping(node.value.get("properties")).get(tag))
    if own.get("const") == value and tag in node.value.get("required", []):
        return True
    bases = references(Node(node.document, "", {"allOf": node.value.get("allOf", [])}))
    return any(_tells(objects[base], tag, value, objects) for base in bases if base in objects)


def _operations(sources: Sources) -> Iterator[tuple[str, str, Tree]]:
    for section in ("paths", "webhooks"):
        for path in mapping(sources.bundle.tree.get(section)):
            item, base = _resolve(sources, pointer_join("", section, path))
            for method in METHODS:
                if method in item:
                    yield pointer_join(base, method), method, item[method]


def _resolve(sources: Sources, pointer: str) -> tuple[Any, str]:
    """Return what stands at a pointer into the bundle, and where it was written, behind its references."""
    value = pointer_get(sources.bundle.tree, pointer)
    while is_object(value) and isinstance(value.get("$ref"), str) and value["$ref"].startswith("#/"):
        pointer = value["$ref"][1:]
        value = pointer_get(sources.bundle.tree, pointer)
    return value, pointer


def _difference(node: Node, other: object) -> Node | None:
    """Return the first value that is not the same in another reading of a file."""
    value = node.value
    if is_object(value) and is_object(other):
        for key, (other_key, other_value) in zip(value, other.items(), strict=False):
            if key != other_key:
                return node.child(key)
            if found := _difference(node.child(key), other_value):
                return found
        return None
    if is_array(value) and is_array(other):
        pairs = (_difference(node.child(index), item) for index, item in enumerate(other))
        return next((found for found in pairs if found), None)
    return None if type(value) is type(other) and value == other else node


RULES: dict[str, Rule] = {
    "described": described,
    "typed": typed,
    "sorted-enum": sorted_enums,
    "used": used,
    "union": unions_tagged,
    "pattern": patterns,
    "list-values": list_values,
    "operation": operations,
    "example": examples,
    "yaml-1.1": yaml_versions,
}
