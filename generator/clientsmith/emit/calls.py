"""Python source of example calls."""

from __future__ import annotations

import json
from typing import Any, Final

from clientsmith.ir import Field, Group, Operation, Parameter, Place
from clientsmith.text import SpecText, string_literal
from clientsmith.trees import is_array, is_object

_INDENT: Final = "    "


def example_call(operation: Operation, group: Group, *, is_async: bool) -> SpecText | None:
    """Return a call of an operation with the document's example as its body, in the form of the interactive prompt.

    Operations without a body, or without an example of one, have none.
    """
    body = operation.body
    if body is None or not body.variants[0].examples or body.variants[0].fields is None:
        return None
    example = json.loads(SpecText.reveal(body.variants[0].examples[0]))
    if not is_object(example):
        return None
    arguments = [_parameter_example(parameter) for parameter in operation.parameters if parameter.place is Place.PATH]
    arguments += keyword_arguments(example, body.variants[0].fields)
    wait = "await " if is_async else ""
    lines = [f">>> {wait}client.{group.attribute}.{operation.method_name}("]
    lines += [f"... {_INDENT}{argument}," for argument in arguments]
    return SpecText("\n".join([*lines, "... )"]))


def _parameter_example(parameter: Parameter) -> str:
    if parameter.example is None:
        return string_literal(f"{parameter.name}")
    return python_literal(json.loads(SpecText.reveal(parameter.example)))


def keyword_arguments(example: dict[str, Any], fields: tuple[Field, ...]) -> list[str]:
    """Return the members of a JSON object as keyword arguments; members that no field has are left out."""
    names = {field.wire_name: field.name for field in fields}
    return [f"{names[key]}={python_literal(value)}" for key, value in example.items() if key in names]


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
