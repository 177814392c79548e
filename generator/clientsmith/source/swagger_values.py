"""The types of Swagger 2.0 parameters, headers and form fields as schemas and styles of OpenAPI 3."""

from __future__ import annotations

from typing import Any

from clientsmith.trees import Tree, is_object

_SCHEMA_FIELDS = frozenset(
    (
        "type format default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems"
        " minItems uniqueItems enum multipleOf x-nullable title example"
    ).split()
)
# Swagger 2.0, Parameter Object: collectionFormat; OpenAPI 3.1 §4.8.12.3: style. OpenAPI 3 has no style for tabs, and
# those for spaces and pipes in the query alone; the rest of the generator knows them everywhere.
_STYLES: dict[str, Tree] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "tsv": {"style": "tabDelimited", "explode": False},
}


def extensions(holder: Any) -> Tree:
    """Give the `x-` fields of an object."""
    return {key: value for key, value in holder.items() if key.startswith("x-")} if is_object(holder) else {}


def value_schema(holder: Tree) -> Tree:
    """Make a schema of the type that a parameter, header or items object gives.

    Args:
        holder: The object.

    Returns:
        The schema; `file` is binary text.
    """
    schema = {key: value for key, value in holder.items() if key in _SCHEMA_FIELDS}
    if schema.get("type") == "file":
        schema.update({"type": "string", "format": "binary"})
    items = holder.get("items")
    if is_object(items):
        schema["items"] = dict(items) if "$ref" in items else value_schema(items)
    return schema


def parameter_style(parameter: Tree) -> tuple[Tree, str | None]:
    """Give style and explode for the collection format of a parameter, or of a header, which has no `in`.

    Args:
        parameter: The parameter.

    Returns:
        The fields to add, and what is wrong with the format, if anything.
    """
    if parameter.get("type") != "array":
        return {}, None
    written = parameter.get("collectionFormat", "csv")
    style = _STYLES.get(written) if isinstance(written, str) else None
    fault = f"The collection format '{written}' is read as 'csv'." if style is None else None
    if parameter.get("in") in ("query", "formData"):
        return dict(style or _STYLES["csv"]), fault
    if written == "multi":
        return {}, "The collection format 'multi' exists in no path or header."
    return ({} if style is None or written == "csv" else dict(style)), fault


def nested_format(parameter: Tree) -> tuple[tuple[str, ...], str] | None:
    """Find a list inside of the list that a parameter or a header is; OpenAPI 3 has no style for it.

    Args:
        parameter: The parameter.

    Returns:
        The place in the parameter, and what becomes of it; None where there is no such list.
    """
    items = parameter.get("items")
    if parameter.get("type") != "array" or not is_object(items) or items.get("type") != "array":
        return None
    written = items.get("collectionFormat", "csv")
    message = f"A list inside of a list is sent as JSON; its collection format '{written}' has no style in OpenAPI 3."
    return ("items", "collectionFormat") if "collectionFormat" in items else ("items",), message


def form_schema(fields: list[Tree]) -> Tree:
    """Make the schema of a form of its fields."""
    properties: Tree = {}
    for each in fields:
        schema = value_schema(each)
        if "description" in each:
            schema["description"] = each["description"]
        properties[str(each.get("name"))] = schema
    required = [str(each.get("name")) for each in fields if each.get("required") is True]
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def is_file(field: Tree) -> bool:
    """Tell whether a form field is a file or a list of files."""
    items = field.get("items")
    return field.get("type") == "file" or (is_object(items) and is_file(items))


def encodings(fields: list[Tree]) -> Tree:
    """Give the encoding of form fields that are lists (OpenAPI 3.1 §4.8.15), but for files, which are parts each."""
    lists = [each for each in fields if each.get("type") == "array" and not is_file(each)]
    return {str(each.get("name")): parameter_style(each)[0] for each in lists}
