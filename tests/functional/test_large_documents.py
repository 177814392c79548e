"""Documents that are large in one place: properties, values, variants, levels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import generate_package, run

TEXT: dict[str, Any] = {"type": "string"}


def whole(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose one operation sends and returns the first of some schemas."""
    content = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{next(iter(schemas))}"}}}}
    operation = {
        "operationId": "echo",
        "tags": ["calls"],
        "requestBody": {"required": True, **content},
        "responses": {"200": {"description": "ok", **content}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "http://127.0.0.1:9"}],
        "paths": {"/echo": {"post": operation}},
        "components": {"schemas": schemas},
    }


def assert_echoes(schemas: dict[str, Any], body: Any, folder: Path, then: str) -> Any:
    """See that a value goes both ways unchanged, and return what an expression says of the result."""
    with Driver(generate_package(whole(schemas), folder)) as drive:
        outcome = drive(f"client.calls.echo({body!r})", respond(body), then=f"[dump(result), {then}]")
    assert (outcome.error, outcome.warnings, outcome.sent.json) == (None, [], body)
    assert outcome.value[0] == body
    return outcome.value[1]


def test_ten_thousand_properties(tmp_path: Path) -> None:
    properties = {f"property{number}Value": TEXT for number in range(10_000)}
    body = dict.fromkeys(list(properties)[::7], "x")
    schemas = {"Big": {"type": "object", "required": ["property0Value"], "properties": properties}}
    assert assert_echoes(schemas, body, tmp_path, "result.property9996_value") == "x"


def test_a_thousand_values_that_differ_in_how_they_are_written(tmp_path: Path) -> None:
    values = [text for number in range(250) for text in (f"fooBar{number}", f"foo_bar{number}", f"FOO-BAR{number}", "")]
    values = list(dict.fromkeys(values)) + [f"foo bar{number}" for number in range(250)]
    schemas = {
        "Holder": {"type": "object", "properties": {"code": {"$ref": "#/components/schemas/Code"}}},
        "Code": {"type": "string", "enum": values},
    }
    assert assert_echoes(schemas, {"code": "FOO-BAR249"}, tmp_path, "result.code") == "FOO-BAR249"
    (source,) = [path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "shop" / "models").glob("calls.py")]
    assert all(f'"{value}"' in source for value in values)


def test_thousands_of_variants(tmp_path: Path) -> None:
    """Each `|` of a union is a level of nesting, and Python refuses to parse 3,000 of them."""
    count = 3100
    variants = {
        f"V{number}": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": f"v{number}"}}}
        for number in range(count)
    }
    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in variants]}
    generated = generate_package(
        whole({"Holder": {"type": "object", "properties": {"it": union}}, **variants}), tmp_path
    )
    run(
        """
        from shop import models

        assert type(models.Holder.model_validate({"it": {"kind": "v3000"}}).it) is models.V3000
        """,
        generated,
    )


@pytest.mark.parametrize("kind", ["objects", "lists", "maps", "unions"])
def test_many_levels(tmp_path: Path, kind: str) -> None:
    schema: Any = TEXT
    body: Any = "x"
    for level in range(60):
        match kind:
            case "objects":
                schema, body = {"type": "object", "properties": {f"level{level}": schema}}, {f"level{level}": body}
            case "lists":
                schema, body = {"type": "array", "items": schema}, [body]
            case "maps":
                schema, body = {"type": "object", "additionalProperties": schema}, {"a": body}
            case _:
                schema = {"anyOf": [schema, {"type": "object", "properties": {f"p{level}": {"type": "integer"}}}]}
    holder = {"Holder": {"type": "object", "properties": {"deep": schema}}}
    assert_echoes(holder, {"deep": body}, tmp_path, "None")
