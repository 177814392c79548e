"""Documents of every version come in the shape of OpenAPI 3.1."""

# ruff: noqa: E501 (a line of YAML is cut only where its structure is)

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.source import Bundle, upgrade
from unit.source.documents import HEAD, read_files

NULL = {"type": "null"}
REF = {"$ref": "#/components/schemas/Pet"}


def upgraded(folder: Path, schema: Any, version: str = "3.0.3", **more: Any) -> Bundle:
    tree = yaml.safe_load(HEAD) | {
        "openapi": version,
        "components": {"schemas": {"Pet": {"type": "object"}, "It": schema, **more}},
    }
    return upgrade(read_files(folder, {"a.yaml": yaml.safe_dump(tree, sort_keys=False)}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "enum": ["a"], "nullable": True}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"enum": ["a", None], "nullable": True}, {"enum": ["a", None]}),
        ({"nullable": True}, {}),
        (
            {"title": "T", "allOf": [{"nullable": True}, {"type": "integer", "exclusiveMinimum": False}]},
            {"title": "T", "anyOf": [{"type": "integer"}, {"type": "null"}]},
        ),
        (
            {"allOf": [{"type": "string"}, {"nullable": True, "description": "d"}]},
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
        ),
        ({"allOf": [{"nullable": True}]}, {"allOf": [{}]}),
        ({"nullable": True, "description": "any"}, {"description": "any"}),
        ({"type": ["string", "null"], "nullable": True}, {"type": ["string", "null"]}),
        ({**REF, "nullable": True, "description": "d"}, {"description": "d", "anyOf": [REF, NULL]}),
        ({"allOf": [REF], "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"allOf": [REF, {"required": ["a"]}], "nullable": True},
            {"anyOf": [{"allOf": [REF, {"required": ["a"]}]}, NULL]},
        ),
        (
            {"type": "object", "allOf": [REF], "nullable": True, "x-a": 1},
            {"x-a": 1, "anyOf": [{"type": "object", "allOf": [REF]}, NULL]},
        ),
        ({"oneOf": [REF, {"type": "string"}], "nullable": True}, {"oneOf": [REF, {"type": "string"}, NULL]}),
        ({"anyOf": [REF], "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"oneOf": [{"type": "string", "nullable": True}, REF], "nullable": True},
            {"anyOf": [{"oneOf": [{"type": ["string", "null"]}, REF]}, NULL]},
        ),
        (
            {"oneOf": [REF], "discriminator": {"propertyName": "k"}, "nullable": True},
            {"anyOf": [{"oneOf": [REF], "discriminator": {"propertyName": "k"}}, NULL]},
        ),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": True}, {}),
        ({"exclusiveMaximum": 5}, {"exclusiveMaximum": 5}),
        ({"type": "string", "example": "a"}, {"type": "string", "examples": ["a"]}),
        ({"example": None}, {"examples": [None]}),
        ({"example": "a", "examples": ["b"]}, {"examples": ["b"]}),
        ({"examples": {"one": {"value": 1}, "two": 2}}, {"examples": [1, 2]}),
        ({**REF, "type": "object", "description": "d"}, {**REF, "description": "d"}),
        (
            {"items": [{"type": "string"}, {"nullable": True, "type": "integer"}]},
            {"prefixItems": [{"type": "string"}, {"type": ["integer", "null"]}]},
        ),
        ({"items": [{}], "additionalItems": False}, {"prefixItems": [{}], "items": False}),
        (
            {"properties": {"nullable": {"type": "string", "nullable": True}}},
            {"properties": {"nullable": {"type": ["string", "null"]}}},
        ),
        ({"type": "String"}, {"type": "string"}),
        ({"type": "date"}, {"type": "string", "format": "date"}),
        ({"type": "any"}, {}),
        ({"maxLength": "20"}, {"maxLength": 20}),
        ({"required": ["a", "a"]}, {"required": ["a"]}),
        ({"default": {"nullable": True, "example": 1}}, {"default": {"nullable": True, "example": 1}}),
    ],
)
def test_schemas_of_3_0(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> None:
    bundle = upgraded(tmp_path, old)
    assert bundle.tree["openapi"] == "3.1.0"
    assert bundle.openapi == "3.0.3"
    assert bundle.tree["components"]["schemas"]["It"] == new


@pytest.mark.parametrize(
    ("name", "new", "said"),
    [
        ("responses/Text", {"$ref": "#/components/responses/Text/content/text~1plain/schema"}, "as the schema of that"),
        ("responses/Json", {"$ref": "#/components/responses/Json/content/a~1b+json/schema"}, "as the schema of that"),
        ("responses/Chain", {"$ref": "#/components/responses/Json/content/a~1b+json/schema"}, "as the schema of that"),
        ("parameters/Size", {"$ref": "#/components/parameters/Size/schema"}, "as the schema of that"),
        ("responses/Bare", {}, "any value is let through"),
    ],
)
def test_references_to_other_components_lead_to_their_schemas(
    tmp_path: Path, name: str, new: dict[str, Any], said: str
) -> None:
    size = {"schema": {"type": "integer"}}
    others = {
        "Text": {"description": "ok", "content": {"text/plain": size}},
        "Json": {"description": "ok", "content": {"text/plain": {}, "x/x": size, "a/b+json": size}},
        "Chain": {"$ref": "#/components/responses/Json"},
        "Bare": {"description": "ok"},
    }
    written = {"$ref": f"#/components/{name}"}
    tree = yaml.safe_load(HEAD) | {
        "openapi": "3.0.3",
        "components": {
            "schemas": {"It": written},
            "responses": others,
            "parameters": {"Size": {"name": "size", "in": "query", **size}},
        },
    }
    bundle = upgrade(read_files(tmp_path, {"a.yaml": yaml.safe_dump(tree, sort_keys=False)}))
    assert bundle.tree["components"]["schemas"]["It"] == new
    (told,) = [one for one in bundle.diagnostics if one.code == "ref-wrong-kind"]
    assert said in told.message
    assert told.position is not None


def test_a_schema_that_refers_to_the_response_that_it_is_part_of(tmp_path: Path) -> None:
    own = {"$ref": "#/components/responses/Own"}
    tree = yaml.safe_load(HEAD) | {
        "openapi": "3.0.3",
        "components": {"responses": {"Own": {"description": "ok", "content": {"application/json": {"schema": own}}}}},
    }
    bundle = upgrade(read_files(tmp_path, {"a.yaml": yaml.safe_dump(tree, sort_keys=False)}))
    assert bundle.tree["components"]["responses"]["Own"]["content"]["application/json"] == {"schema": {}}


@pytest.mark.parametrize(
    "schema",
    [
        {**REF, "required": ["a"]},
        {"type": ["string", "null"]},
        {"prefixItems": [True], "items": False},
        {"const": None},
        {"$defs": {"a": {"type": "string"}}, "type": "object"},
    ],
)
def test_schemas_of_3_1_stay(tmp_path: Path, schema: dict[str, Any]) -> None:
    bundle = upgraded(tmp_path, schema, "3.1.1")
    assert bundle.tree["components"]["schemas"]["It"] == schema
    assert bundle.diagnostics == ()


def test_what_3_2_adds_stays(tmp_path: Path) -> None:
    text = """\
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    query: {responses: {'200': {description: d, content: {text/event-stream: {itemSchema: {example: 1}}}}}}
    additionalOperations:
      LINK: {responses: {'204': {description: d}}}
components:
  mediaTypes: {m: {schema: {type: string}}}
  responses: {r: {description: d, content: {a/b: {$ref: '#/components/mediaTypes/m'}}}}
"""
    tree = upgrade(read_files(tmp_path, {"a.yaml": text})).tree
    assert tree["paths"]["/a"]["additionalOperations"]["LINK"]["responses"]
    assert tree["paths"]["/a"]["query"]["responses"]["200"]["content"]["text/event-stream"]["itemSchema"] == {
        "examples": [1]
    }
    assert tree["components"]["responses"]["r"]["content"]["a/b"] == {"schema": {"type": "string"}}


def test_positions_survive_rewriting(tmp_path: Path) -> None:
    text = (
        HEAD.replace("3.1.0", "3.0.0")
        + """\
components:
  schemas:
    A:
      description: d
      type: object
      nullable: true
      allOf:
        - properties:
            x:
              type: string
              example: hello
"""
    )
    bundle = upgrade(read_files(tmp_path, {"a.yaml": text}))
    inside = "/components/schemas/A/anyOf/0/allOf/0/properties/x"
    assert bundle.tree["components"]["schemas"]["A"]["anyOf"][0]["allOf"][0]["properties"]["x"]["examples"] == ["hello"]
    assert (bundle.position(f"{inside}/type").line, bundle.position(f"{inside}/examples/0").line) == (13, 14)
    assert bundle.position("/components/schemas/A/anyOf/1").line == 6
    assert bundle.position("/components/schemas/A/anyOf/0/type").line == 8


def test_values_of_the_wrong_kind_are_replaced(tmp_path: Path) -> None:
    text = (
        HEAD
        + "paths:\n  /a:\n    get: 5\n    put: {parameters: {}, responses: [], tags: x}\n  /b: text\ncomponents: []\ntags:\n"
    )
    bundle = upgrade(read_files(tmp_path, {"a.yaml": text}))
    assert bundle.tree["paths"] == {
        "/a": {"get": {}, "put": {"parameters": [], "responses": {}, "tags": ["x"]}},
        "/b": {},
    }
    assert "tags" not in bundle.tree
    assert {diagnostic.code for diagnostic in bundle.diagnostics} == {"wrong-kind"}


def test_the_bundle_that_was_read_stays_as_it_is(tmp_path: Path) -> None:
    bundle = read_files(
        tmp_path,
        {"a.yaml": HEAD.replace("3.1.0", "3.0.0") + "components: {schemas: {A: {nullable: true, type: string}}}\n"},
    )
    upgrade(bundle)
    assert bundle.tree["components"]["schemas"]["A"] == {"nullable": True, "type": "string"}


@pytest.mark.parametrize(
    ("keyword", "value"),
    [("maxLength", 10**30), ("maxItems", 1e308), ("minLength", "99999999999999999999"), ("minimum", -(10**400))],
)
def test_bounds_that_nothing_can_check_are_dropped_and_told(keyword: str, value: Any, tmp_path: Path) -> None:
    bundle = upgraded(tmp_path, {keyword: value, "title": "T"}, "3.1.0")
    assert bundle.tree["components"]["schemas"]["It"] == {"title": "T"}
    assert [diagnostic.code for diagnostic in bundle.diagnostics] == ["schema-keyword"]


@pytest.mark.parametrize("value", [0, 2**63 - 1, 1e3])
def test_bounds_of_any_length_that_there_is_are_kept(value: float, tmp_path: Path) -> None:
    bundle = upgraded(tmp_path, {"maxLength": value}, "3.1.0")
    assert bundle.tree["components"]["schemas"]["It"] == {"maxLength": value}
    assert not bundle.diagnostics
