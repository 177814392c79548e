"""Check 4 tells requests and responses that are as described from those that are not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from corpus import checks
from corpus.call_package import sent_as
from corpus.choices import chosen
from corpus.described import described
from corpus.dialect import Bundle
from corpus.documents import Document
from corpus.sampling import told
from corpus.wire import Sent, differences, equal

SHOP: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/items/{id}": {
            "put": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "tags", "in": "query", "explode": False, "schema": {"type": "array", "items": {}}},
                    {"name": "filter", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
                    {"name": "X-Trace", "in": "header", "schema": {"type": "integer"}},
                    {"name": "session", "in": "cookie", "schema": {"type": "string"}},
                ],
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Item"}},
                        "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/Item"}},
                        "multipart/form-data": {"schema": {"$ref": "#/components/schemas/Item"}},
                    }
                },
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
                    }
                },
                "security": [{"key": []}],
            }
        }
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "key"}},
        "schemas": {
            "Item": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "price": {"type": "number", "nullable": True},
                    "photo": {"type": "string", "format": "binary"},
                    "parts": {"type": "array", "items": {"type": "string"}},
                },
            }
        },
    },
}
VALUES = {
    "path:id": "a/b c",
    "query:tags": ["x,y", "z&"],
    "query:filter": {"size": {"from": 1}, "colours": ["red"]},
    "header:X-Trace": 7,
    "cookie:session": "s;1",
}
ITEM = {"name": "Ä", "price": 2.5, "parts": ["a", "b"]}
SENT = {
    "method": "PUT",
    "path": "/items/a%2Fb%20c",
    "query": "key=k&tags=x%2Cy,z%26&filter[size][from]=1&filter%5Bcolours%5D%5B%5D=red",
    "headers": [("x-trace", "7"), ("cookie", "session=s%3B1"), ("content-type", "application/json")],
    "body": json.dumps(ITEM).encode(),
}


@pytest.fixture
def shop(tmp_path: Path) -> Document:
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(SHOP), encoding="utf-8")
    return Document(path)


def found(shop: Document, **changes: Any) -> list[str]:
    (operation,) = described(shop).operations
    case = {"values": VALUES, "body": {"media_type": "application/json", "value": ITEM}}
    return list(differences(told(operation), case, Sent(**{**SENT, **changes})))


def test_the_request_that_the_document_describes_has_no_differences(shop: Document) -> None:
    assert found(shop) == []


@pytest.mark.parametrize(
    "change",
    [
        {"method": "POST"},
        {"path": "/items/a/b%20c"},
        {"path": "/v2/items/a%2Fb%20c"},
        {"query": SENT["query"].replace("key=k&", "")},
        {"query": SENT["query"].replace("x%2Cy", "x,y")},
        {"query": SENT["query"].replace("from]=1", "from]=2")},
        {"query": SENT["query"] + "&more=1"},
        {"headers": [*SENT["headers"], ("x-more", "1")]},
        {"headers": SENT["headers"][1:]},
        {"headers": [SENT["headers"][0], ("cookie", "session=s;1"), SENT["headers"][2]]},
        {"headers": [*SENT["headers"][:2], ("content-type", "text/plain")]},
        {"body": SENT["body"].replace(b"2.5", b'"2.5"')},
        {"body": b""},
    ],
)
def test_what_differs_is_told(shop: Document, change: dict[str, Any]) -> None:
    assert found(shop, **change)


@pytest.mark.parametrize(("path", "is_right"), [("/items/a%2Fb%20c.json", True), ("/items/a%2Fb%20c", False)])
def test_parameters_of_a_path_with_nothing_between_them(shop: Document, path: str, is_right: bool) -> None:
    (operation,) = [told(one) for one in described(shop).operations]
    template = {"path": "/items/{id}{format}"}
    form = {**next(one for one in operation["parameters"] if one["name"] == "id"), "name": "format"}
    operation = {**operation, **template, "parameters": [*operation["parameters"], form]}
    case = {"values": {**VALUES, "path:format": ".json"}, "body": {"media_type": "application/json", "value": ITEM}}
    assert (list(differences(operation, case, Sent(**{**SENT, "path": path}))) == []) is is_right


def test_a_boolean_is_no_number() -> None:
    assert (equal({"a": [1.0]}, {"a": [1]}), equal([True], [1]), equal(False, 0)) == (True, False, False)


def test_a_package_is_called_with_every_media_type_by_both_clients(shop: Document, tmp_path: Path) -> None:
    made = checks.generate(shop, tmp_path / "made")
    assert made.problems == []
    (operation,) = described(shop).operations
    right = {"status": "200", "code": 200, "media_type": "application/json", "kind": "json", "value": ITEM}
    wrong = {**right, "value": {"price": "high"}}
    bodies = [
        {"media_type": "application/json", "value": ITEM},
        {"media_type": "application/x-www-form-urlencoded", "value": ITEM},
        {"media_type": "multipart/form-data", "value": {**ITEM, "photo": "bytes"}},
    ]
    cases = [{"values": VALUES, "body": body, "response": right} for body in bodies]
    for response in (right, wrong):
        cases[0]["response"] = response
        drawn = [{"described": told(operation), "cases": cases, "unsampled": [], "undefined": []}]
        (tmp_path / "samples.json").write_text(json.dumps({"operations": drawn}), encoding="utf-8")
        script = Path(checks.__file__).with_name("call_package.py")
        command = [sys.executable, "-P", script, tmp_path / "made", shop.package, tmp_path / "samples.json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        result = json.loads(done.stdout)
        problems = [text for _, text in result["problems"]]
        if response is right:
            assert (problems, result["whole"]) == ([], 1)
        else:
            assert [text.partition(" ")[0] for text in problems] == ["response:", "async:"], problems


def test_choices_are_made_before_a_sample_is_drawn() -> None:
    defs = {
        "s0": {"anyOf": [{"$ref": "#/$defs/s1"}, {"$ref": "#/$defs/s2"}]},
        "s1": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
        "s2": {"properties": {"kind": {"const": "b"}}, "required": ["kind"]},
    }
    schema = {
        "allOf": [
            {"$ref": "#/$defs/s0"},
            {"properties": {"size": {"type": ["integer", "null"], "minimum": 1}}, "required": ["size"]},
            {"properties": {"size": {"type": "number", "minimum": 5}}},
        ]
    }
    made = [chosen(schema, defs, seed) for seed in range(20)]
    assert {one["properties"]["kind"]["const"] for one in made} == {"a", "b"}
    for one in made:
        assert one["properties"]["size"] == {"type": ["integer"], "minimum": 5}
        assert (one["required"], "allOf" in one, "anyOf" in one) == (["kind", "size"], False, False)


def test_a_choice_is_one_that_the_values_further_out_allow() -> None:
    defs = {"s0": {"anyOf": [{"const": value} for value in range(9)]}}
    schema = {"type": "integer", "enum": [7], "allOf": [{"$ref": "#/$defs/s0"}]}
    assert [chosen(schema, defs, seed)["const"] for seed in range(9)] == [7] * 9


def test_nullable_alone_says_nothing() -> None:
    bundle = Bundle({"openapi": "3.0.3"}, "response")
    assert bundle.schema({"allOf": [{"type": "object"}, {"nullable": True}]})["allOf"][1] == {}


def test_a_choice_that_must_not_be_null_is_not() -> None:
    schema = {"allOf": [{"type": ["object", "null"], "properties": {}}, {"not": {"type": "null"}}]}
    assert chosen(schema, {}, 0)["type"] == ["object"]


MOMENT = "2024-02-29T03:28:32Z"


@pytest.mark.parametrize(
    ("beside", "right", "wrong"),
    [
        ({"format": "date-time", "minLength": 25, "maxLength": 25}, "2024-02-29T03:28:32+00:00", MOMENT),
        ({"format": "uuid", "pattern": "^[0-9A-F-]+$"}, "8FF49B6F-7726-4327-86C4-3069C43A8C3B", "8ff49b6f"),
        ({"format": "date-time", "pattern": "[+-][0-9]{4}$"}, "2024-02-29T03:28:32+0100", "2024-02-29T03:28:32+01:00"),
        ({"format": "uuid", "minLength": 64, "maxLength": 64}, "x" * 64, "8ff49b6f-7726-4327-86c4-3069c43a8c3b"),
        ({"format": "date-time", "enum": ["now"]}, "now", MOMENT),
        ({"format": "date-time", "pattern": "^....-..-..T"}, MOMENT, "2024-02-29T"),
        ({"format": "date-time", "allOf": [{"pattern": "^se-"}]}, "se-1", MOMENT),
        ({"format": "date-time", "nullable": True, "maxLength": 10, "enum": [MOMENT]}, None, MOMENT),
    ],
)
def test_what_stands_beside_a_format_goes_before_it(beside: dict[str, Any], right: Any, wrong: str) -> None:
    schema = Bundle({"openapi": "3.0.3"}, "request").schema({"type": "string", **beside})
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    assert (validator.is_valid(right), validator.is_valid(wrong)) == (True, False)


def test_null_beside_a_union_of_other_things_is_one_of_them() -> None:
    bundle = Bundle({"openapi": "3.1.0"}, "response")
    text, null = {"type": "string"}, {"type": "null"}
    assert bundle.schema({**null, "oneOf": [text]}) == {"anyOf": [text, null]}
    assert bundle.schema({**null, "oneOf": [text, null]}) == {**null, "anyOf": [text, null]}


def test_lists_have_room_for_a_hundred_items_unless_they_need_more() -> None:
    bundle = Bundle({"openapi": "3.1.0"}, "response")
    sizes = [bundle.schema({"type": "array", "minItems": least, "maxItems": 10_000}) for least in (0, 200)]
    assert [one["maxItems"] for one in sizes] == [100, 10_000]


ODD = """
openapi: 3.0.3
paths:
  /menü/{id}:
    parameters:
      - {name: X-Trace, in: header, schema: {type: string}}
    post:
      parameters:
        - {name: x-trace, in: header, schema: {type: integer}}
        - {name: mark, in: query, content: {text/plain: {schema: {type: string}}}}
        - {name: key, in: query, schema: {type: string}}
        - {name: id, in: path, required: true, schema: {type: array, items: {type: string}}}
      requestBody:
        content:
          application/jsonl: {itemSchema: {type: integer}}
          multipart/form-data: {schema: {type: object}, encoding: {a: {style: form, explode: true}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: string, format: decimal}}}}}
      security: [{certificate: [], digest: []}, {key: []}]
components:
  securitySchemes:
    certificate: {type: mutualTLS}
    digest: {type: http, scheme: digest}
    key: {type: apiKey, in: query, name: key}
"""


def test_odd_documents_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(ODD, encoding="utf-8")
    (operation,) = described(Document(path)).operations
    assert [(one.key, one.schema) for one in operation.parameters[:1]] == [("header:X-Trace", operation_schema())]
    assert operation.security == ((("header", "Authorization"),), (("query", "key"),))
    lines, form = operation.bodies
    assert (lines.schema, form.styles) == ({"type": "array", "items": operation_schema()}, {})
    values = {"path:id": ["a"], "query:mark": "1 2"}
    case = {"values": values, "body": {"media_type": "application/jsonl", "value": [1, 2]}}
    headers = [("content-type", "application/jsonl")]
    sent = Sent("POST", "/men%C3%BC/a", "mark=1%202&key=k", headers, b"1\n2\n")
    assert list(differences(told(operation), case, sent)) == []
    assert list(differences(told(operation), {**case, "values": {**values, "query:mark": "3"}}, sent))


@pytest.mark.parametrize(
    ("kind", "media_type", "beside", "sent"),
    [
        ("json", "*/*", [], "application/json"),
        ("json", "*/*", ["application/json"], "application/x-some+json"),
        ("json", "*/*", ["application/*"], "text/json"),
        ("json", "application/*", ["*/*", "application/json; charset=utf-8"], "application/x-some+json"),
        ("json", "application/json", ["*/*"], "application/json"),
        ("text", "*/*", ["application/octet-stream"], "x-some/x-some"),
        ("text", "image/*", ["image/png"], "image/x-some"),
    ],
)
def test_what_stands_under_a_range_comes_as_what_is_not_listed_beside_it(
    kind: str, media_type: str, beside: list[str], sent: str
) -> None:
    listed = [{"media_type": one, "status": "200"} for one in [media_type, *beside]]
    response = {"status": "200", "media_type": media_type, "kind": kind}
    assert sent_as(response, {"responses": [*listed, {"media_type": "application/json", "status": "201"}]}) == sent


SPARE = """
openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json: {examples: {one: {value: {size: 1}}}}
            text/json: {example: [1]}
            "*/*": {schema: {$ref: "#/components/schemas/Sent"}}
        "201":
          description: made
          content: {application/json: {schema: {$ref: "#/components/responses/Text"}}}
        "202":
          description: later
          content: {application/json: {schema: {$ref: "#/components/responses/Json"}}}
components:
  responses:
    Text: {description: ok}
    Json: {description: ok, content: {application/json: {schema: {type: boolean}}}}
  schemas:
    Order: {type: object, properties: {size: {type: number}, secret: {$ref: "#/components/schemas/Secret"}}}
    Secret: {type: string, writeOnly: true}
    Sent: {allOf: [{$ref: "#/components/schemas/Order"}], required: [size, secret]}
"""


def test_responses_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = tmp_path / "spare.yaml"
    path.write_text(SPARE, encoding="utf-8")
    told_of = described(Document(path))
    (operation,) = told_of.operations
    wider, listed, whole, text, json_of = (one.schema for one in operation.responses)
    assert (wider, listed, text) == (whole, {}, {})
    assert told_of.responses[whole["$ref"].rpartition("/")[2]]["required"] == ["size"]
    assert told_of.responses[json_of["$ref"].rpartition("/")[2]] == {"type": "boolean"}


@pytest.mark.parametrize(
    ("method", "status", "is_failure"),
    [("get", "302", True), ("get", "3XX", True), ("get", "304", False), ("get", "404", False), ("post", "302", False)],
)
def test_a_default_response_beside_a_redirect_is_what_else_may_happen(
    tmp_path: Path, method: str, status: str, is_failure: bool
) -> None:
    default = {"description": "bad", "content": {"application/json": {"schema": {"type": "integer"}}}}
    responses = {status: {"description": "said"}, "default": default}
    path = tmp_path / "moved.json"
    path.write_text(json.dumps({"openapi": "3.0.3", "paths": {"/a": {method: {"responses": responses}}}}))
    (operation,) = described(Document(path)).operations
    assert [(one.status, one.is_failure) for one in operation.responses] == [("DEFAULT", is_failure)]


def operation_schema() -> dict[str, Any]:
    widest = 2**53 - 1
    return {"type": "integer", "minimum": -widest, "maximum": widest}
