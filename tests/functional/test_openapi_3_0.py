"""OpenAPI 3.0, in which several constructs are written otherwise than in 3.1."""

from __future__ import annotations

from typing import Any

import pytest

from support.driving import Driver, respond

SPEC = """
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers:
  - url: "http://127.0.0.1:9/{base}"
    variables: {base: {default: v1, enum: [v1, v2]}}
security: [{key: []}, {}]
paths:
  /pets/{id}:
    parameters:
      - {$ref: "#/components/parameters/Id"}
      - {name: verbose, in: query, schema: {type: boolean}}
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - {name: verbose, in: query, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: tags, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: in, in: query, style: deepObject, explode: true, schema: {$ref: "#/components/schemas/Range"}}
        - {name: filter, in: query, content: {application/json: {schema: {$ref: "#/components/schemas/Range"}}}}
        - {name: maybe, in: query, allowEmptyValue: true, schema: {type: string, nullable: true}}
      responses:
        "200": {$ref: "#/components/responses/Pet"}
        default: {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
    put:
      operationId: replacePet
      tags: [pets]
      requestBody: {$ref: "#/components/requestBodies/Pet"}
      responses: {"200": {$ref: "#/components/responses/Pet"}}
      callbacks:
        done: {"{$request.body#/url}": {post: {responses: {"200": {description: ok}}}}}
  /photos:
    post:
      operationId: createPhoto
      tags: [photos]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                more: {type: array, items: {type: string, format: binary}}
                range: {$ref: "#/components/schemas/Range"}
            encoding: {range: {contentType: application/json}}
      responses: {"201": {description: ok, content: {"image/*": {schema: {type: string, format: binary}}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: key}
  parameters:
    Id: {name: id, in: path, required: true, style: label, schema: {type: integer, format: int64}}
  requestBodies:
    Pet: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/AnyOfPets"}}}}
  responses:
    Pet:
      description: ok
      headers: {X-Left: {schema: {type: integer, nullable: true}}}
      content: {application/json: {schema: {$ref: "#/components/schemas/AnyOfPets"}}}
      links: {self: {operationId: getPet}}
  schemas:
    Range: {type: object, properties: {min: {type: integer}, sizes: {type: array, items: {type: string}}}}
    Fault: {type: object, properties: {message: {type: string}}}
    Owner: {type: object, required: [name], properties: {name: {type: string}}}
    AnyOfPets:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: Dog}}
    Base:
      type: object
      required: [kind, id]
      properties:
        kind: {type: string}
        id: {type: integer, readOnly: true}
        secret: {type: string, writeOnly: true}
        owner: {nullable: true, allOf: [{$ref: "#/components/schemas/Owner"}]}
        size: {type: string, nullable: true, enum: [s, m, null]}
        age: {type: number, maximum: 30, exclusiveMaximum: true}
        born: {type: string, format: date, nullable: true}
        any: {nullable: true}
        badge: {type: string, format: byte, example: AAE=}
        note: {oneOf: [{type: string}, {type: integer}], nullable: true}
    Cat:
      allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {lives: {type: integer, default: 9}}}]
    Dog:
      allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {barks: {type: boolean}}}]
"""
CAT: dict[str, Any] = {"kind": "cat", "id": 1}


@pytest.mark.parametrize(
    ("argument", "query"),
    [
        ("verbose=1", "verbose=1"),
        ("ids=[1, 2]", "ids=1,2"),
        ("tags=['a', 'b']", "tags=a%20b"),
        ("in_={'min': 1, 'sizes': ['s']}", "in%5Bmin%5D=1&in%5Bsizes%5D%5B%5D=s"),
        ("filter={'min': 1}", "filter=%7B%22min%22%3A1%7D"),
        ("maybe=''", "maybe="),
    ],
)
def test_parameters(drive: Driver, argument: str, query: str) -> None:
    sent = drive(f"client.pets.get(7, {argument})", respond(CAT)).sent
    assert (sent.path, sent.query) == ("/pets/.7", query)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"owner": None},
        {"owner": {"name": "Ada"}},
        {"size": None},
        {"size": "s"},
        {"age": 29.5},
        {"born": None},
        {"born": "2026-01-02"},
        {"any": None},
        {"any": [1]},
        {"badge": "AAE="},
        {"note": None},
        {"note": 5},
        {"lives": 3},
    ],
)
def test_values_go_both_ways(drive: Driver, more: dict[str, Any]) -> None:
    body = {**CAT, **more}
    outcome = drive(f"client.pets.replace(1, {body!r})", respond(body), then="[type(result).__name__, dump(result)]")
    assert (outcome.error, outcome.warnings, outcome.sent.json) == (None, [], body)
    assert outcome.value == ["Cat", body]


def test_what_does_not_fit_is_told(drive: Driver) -> None:
    outcome = drive("client.pets.get(1)", respond({**CAT, "age": 30}))
    assert "/age: expected less than 30, got 30" in outcome.warnings[0][1]


def test_headers_errors_and_credentials(drive: Driver) -> None:
    raw = "client.with_raw_response.pets.get(1)"
    assert drive(raw, respond(CAT, X_Left="3"), then="result.header('X-Left')").value == 3
    outcome = drive("client.pets.get(1)", respond({"message": "no"}, 404), client="base_url=url, api_key='k'")
    assert (outcome.error["type"], outcome.error["body"]) == ("NotFoundError", {"message": "no"})
    assert outcome.sent.headers["cookie"] == "key=k"


def test_uploads(drive: Driver) -> None:
    answer = respond(b"\x01", 201, content_type="image/png")
    outcome = drive("client.photos.create(file=b'1', more=[b'2'], range={'min': 1})", answer, same_body=False)
    assert (outcome.type, outcome.value) == ("bytes", "\x01")
    assert outcome.sent.body.count(b"filename=") == 2
    assert b'Content-Type: application/json\r\n\r\n{"min":1}' in outcome.sent.body
