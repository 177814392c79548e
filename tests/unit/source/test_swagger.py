"""Swagger 2.0 comes in the shape of OpenAPI 3.1."""

# ruff: noqa: E501 (a line of YAML is cut only where its structure is)

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clientsmith.source import Bundle, upgrade
from unit.source.documents import read_files

HEAD = "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: x.example\nbasePath: /v1\n"


def converted(folder: Path, text: str, **files: str) -> Bundle:
    return upgrade(
        read_files(folder, {"a.yaml": HEAD + text, **{f"{name}.yaml": body for name, body in files.items()}})
    )


def operation(folder: Path, text: str, more: str = "") -> dict[str, Any]:
    body = f"{more}paths:\n  /a:\n    post:\n      responses: {{'200': {{description: d}}}}\n{text}"
    return converted(folder, body).tree["paths"]["/a"]["post"]


@pytest.mark.parametrize(
    ("head", "urls"),
    [
        (
            "host: x.example\nbasePath: /v1/\nschemes: [http, https, ws]\n",
            ["https://x.example/v1", "http://x.example/v1"],
        ),
        ("host: x.example:8080\n", ["https://x.example:8080"]),
        ("basePath: api\n", ["/api"]),
        ("", None),
    ],
)
def test_servers(tmp_path: Path, head: str, urls: list[str] | None) -> None:
    tree = upgrade(read_files(tmp_path, {"a.yaml": f"swagger: 2.0\ninfo: {{}}\npaths: {{}}\n{head}"})).tree
    assert (None if urls is None else [{"url": url} for url in urls]) == tree.get("servers")


def test_body_parameters_are_request_bodies(tmp_path: Path) -> None:
    text = """\
      consumes: [application/json, application/xml]
      parameters:
        - {name: pet, in: body, required: true, description: a pet, schema: {$ref: '#/definitions/Pet'}}
        - {name: id, in: query, type: string}
"""
    found = operation(tmp_path, text, "definitions: {Pet: {type: object}}\n")
    schema = {"schema": {"$ref": "#/components/schemas/Pet"}}
    assert found["requestBody"] == {
        "description": "a pet",
        "required": True,
        "content": {"application/json": schema, "application/xml": schema},
    }
    assert found["parameters"] == [{"name": "id", "in": "query", "schema": {"type": "string"}}]


def test_form_parameters_are_properties_of_a_form(tmp_path: Path) -> None:
    text = """\
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
"""
    assert operation(tmp_path, text)["requestBody"] == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "tags": {"type": "array", "items": {"type": "string"}},
                    },
                    "required": ["file"],
                },
                "encoding": {"tags": {"style": "form", "explode": True}},
            },
        },
    }


def test_shared_parameters_reach_their_operations(tmp_path: Path) -> None:
    text = """\
parameters:
  Body: {name: body, in: body, schema: {type: object}}
  Limit: {name: limit, in: query, type: integer, maximum: 9, exclusiveMaximum: true}
paths:
  /a/{id}:
    parameters: [{$ref: '#/parameters/Body'}, {$ref: '#/parameters/Limit'}, {name: id, in: path, type: string}]
    put: {responses: {'200': {description: d}}}
    post: {parameters: [{name: own, in: body, schema: {type: string}}], responses: {'200': {description: d}}}
"""
    tree = converted(tmp_path, text).tree
    item = tree["paths"]["/a/{id}"]
    assert item["parameters"][0] == {"$ref": "#/components/parameters/Limit"}
    assert item["parameters"][1]["required"] is True
    assert item["put"]["requestBody"]["content"] == {"application/json": {"schema": {"type": "object"}}}
    assert item["post"]["requestBody"]["content"] == {"application/json": {"schema": {"type": "string"}}}
    assert tree["components"]["parameters"]["Limit"]["schema"] == {"type": "integer", "exclusiveMaximum": 9}


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("", {"style": "form", "explode": False}),
        ("collectionFormat: csv", {"style": "form", "explode": False}),
        ("collectionFormat: multi", {"style": "form", "explode": True}),
        ("collectionFormat: ssv", {"style": "spaceDelimited", "explode": False}),
        ("collectionFormat: pipes", {"style": "pipeDelimited", "explode": False}),
    ],
)
def test_collection_formats(tmp_path: Path, written: str, style: dict[str, Any]) -> None:
    text = f"      parameters: [{{name: a, in: query, type: array, items: {{type: string}}, {written}}}]\n"
    found = operation(tmp_path, text)["parameters"][0]
    assert {key: found[key] for key in ("style", "explode")} == style


def test_responses_get_the_media_types_that_are_produced(tmp_path: Path) -> None:
    text = """\
produces: [application/json]
responses:
  Bad: {description: bad, schema: {$ref: '#/definitions/E'}, examples: {application/json: {m: x}}}
definitions: {E: {type: object}}
paths:
  /a:
    get:
      produces: [application/xml]
      responses: {'400': {$ref: '#/responses/Bad'}, '200': {description: d, schema: {type: file}, headers: {X-A: {type: integer}}}}
    put:
      responses: {'400': {$ref: '#/responses/Bad'}, '204': {description: none}}
"""
    tree = converted(tmp_path, text).tree
    schema = {"schema": {"$ref": "#/components/schemas/E"}}
    get, put = tree["paths"]["/a"]["get"]["responses"], tree["paths"]["/a"]["put"]["responses"]
    assert get["400"]["content"] == {"application/xml": schema}
    assert get["200"] == {
        "description": "d",
        "headers": {"X-A": {"schema": {"type": "integer"}}},
        "content": {"application/xml": {"schema": {"type": "string", "format": "binary"}}},
    }
    assert put == {"400": {"$ref": "#/components/responses/Bad"}, "204": {"description": "none"}}
    assert tree["components"]["responses"]["Bad"]["content"] == {"application/json": {**schema, "example": {"m": "x"}}}


def test_security_schemes(tmp_path: Path) -> None:
    text = """\
paths: {}
security: [{basic: []}]
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, name: X-Key, in: header}
  app: {type: oauth2, flow: application, tokenUrl: 'https://x.example/t', scopes: {a: b}}
"""
    tree = converted(tmp_path, text).tree
    assert tree["components"]["securitySchemes"] == {
        "basic": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        "app": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://x.example/t", "scopes": {"a": "b"}}},
        },
    }
    assert tree["security"] == [{"basic": []}]


def test_references_and_positions_follow_what_has_moved(tmp_path: Path) -> None:
    text = """\
paths:
  /a:
    get:
      parameters:
        - {name: body, in: body, schema: {type: object, properties: {x: {type: string, x-nullable: true}}}}
        - {name: q, in: query, type: string}
      responses: {'200': {description: d, schema: {$ref: 'other.yaml#/Pet'}}}
definitions:
  A: {$ref: '#/paths/~1a/get/parameters/0/schema/properties/x'}
  B: {type: object, discriminator: kind, properties: {kind: {$ref: '#/definitions/A'}}}
"""
    bundle = converted(tmp_path, text, other="Pet: {type: object, properties: {a: {type: file}}}\n")
    schemas = bundle.tree["components"]["schemas"]
    assert schemas["A"] == {"$ref": "#/paths/~1a/get/requestBody/content/application~1json/schema/properties/x"}
    assert schemas["B"]["discriminator"] == {"propertyName": "kind"}
    assert schemas["Pet"]["properties"]["a"] == {"type": "string", "format": "binary"}
    body = bundle.position("/paths/~1a/get/requestBody/content/application~1json/schema/properties/x/type")
    assert (Path(body.file).name, body.line, body.column) == ("a.yaml", 9, 80)
    assert bundle.position("/paths/~1a/get/parameters/0/name").line == 10
    assert Path(bundle.position("/components/schemas/Pet/properties").file).name == "other.yaml"
