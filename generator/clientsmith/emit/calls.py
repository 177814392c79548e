"""Python source of example calls."""

from __future__ import annotations

import json
from typing import Any, Final

from clientsmith.ir import Field, Group, Operation, Parameter, Place, keyword_fields
from clientsmith.text import SpecText, string_literal
from clientsmith.trees import is_array, is_object

INDENT: Final = "    "
"""One step of indentation."""

WIDTH: Final = 88
"""Columns of example code, so that it needs no scrolling on a page."""


def example_call(operation: Operation, group: Group, *, is_async: bool) -> SpecText | None:
    """Return a call of an operation with the document's shortest example as its body, as the interactive prompt has it.

    Operations without a body, or without an example of one, have none.
    """
    body = operation.body
    if body is None or not body.variants[0].examples or body.fields_class is None:
        return None
    shortest = min((SpecText.reveal(example) for example in body.variants[0].examples), key=len)
    example = json.loads(shortest)
    if not is_object(example):
        return None
    arguments = [_parameter_example(parameter) for parameter in operation.parameters if parameter.place is Place.PATH]
    arguments += keyword_arguments(example, keyword_fields(body))
    wait = "await " if is_async else ""
    call = f"{wait}client.{group.attribute}.{operation.method_name}("
    lines = [f"{INDENT}{line}" for argument in arguments for line in f"{argument},".split("\n")]
    return SpecText("\n".join([f">>> {call}", *(f"... {line}" for line in lines), "... )"]))


def _parameter_example(parameter: Parameter) -> str:
    if parameter.example is None:
        return string_literal(f"{parameter.name}")
    return python_literal(json.loads(SpecText.reveal(parameter.example)))


def keyword_arguments(example: dict[str, Any], fields: tuple[Field, ...]) -> list[str]:
    """Return the members of a JSON object as keyword arguments; members that no field has are left out."""
    names = {field.wire_name: field.name for field in fields}
    return [
        f"{names[key]}={python_source(value, 1, len(names[key]) + 1)}" for key, value in example.items() if key in names
    ]


def python_literal(value: object) -> str:
    """Return a JSON value as a Python expression."""
    if isinstance(value, str):
        return string_literal(value)
    if is_array(value):
        return f"[{', '.join(python_literal(item) for item in value)}]"
    if is_object(value):
        members = [f"{string_literal(key)}: {python_literal(item)}" for key, item in value.items()]
        return f"{{{', '.join(members)}}}"
    return repr(value)


def python_source(value: Any, level: int, used: int = 0) -> str:
    """Return a JSON value as Python source, over several lines where one is too short.

    Args:
        value: the value.
        level: how deep the line that the value starts on is indented.
        used: columns of that line that are taken.
    """
    flat = python_literal(value)
    if len(flat) + used + len(INDENT) * level <= WIDTH or not value:
        return flat
    inner, outer = INDENT * level, INDENT * (level - 1)
    if is_array(value):
        lines = [f"{inner}{python_source(item, level + 1)}," for item in value]
        return "\n".join(["[", *lines, f"{outer}]"])
    if is_object(value):
        keys = {key: f"{string_literal(key)}: " for key in value}
        lines = [f"{inner}{keys[key]}{python_source(item, level + 1, len(keys[key]))}," for key, item in value.items()]
        return "\n".join(["{", *lines, f"{outer}}}"])
    return flat
