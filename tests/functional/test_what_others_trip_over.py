"""Constructs that made other generators leave operations out, or stop; all of them in one document."""

from __future__ import annotations

from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import Generated, document, generate_package

SPEC = document("""
    servers: [{url: "http://127.0.0.1:9"}]
    paths:
      /things:
        get:
          operationId: listThings
          tags: [things]
          parameters:
            - {name: size, in: query, schema: {allOf: [{$ref: "#/components/schemas/Size"}]}}
            - {name: sort, in: query, schema: {allOf: [{allOf: [{$ref: "#/components/schemas/Size"}]}], default: s}}
            - {name: size, in: query, schema: {$ref: "#/components/schemas/Size"}}
            - name: where
              in: query
              style: deepObject
              explode: true
              schema: {type: object, properties: {ids: {type: array, items: {type: integer}}, name: {type: string}}}
          responses:
            2XX: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        post:
          operationId: createThing
          tags: [things]
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
          responses:
            "200": {description: ok, content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Thing"}}}}
        delete:
          operationId: deleteThings
          tags: [things]
          responses: {"200": {description: ok, content: {not a media type: {schema: {type: string}}}}}
    webhooks:
      /things:
        get:
          operationId: listThings
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
          responses: {"200": {description: ok}}
        delete: {responses: {"200": {description: ok}}}
    components:
      schemas:
        Size: {type: string, enum: [s, m]}
        Thing:
          type: object
          properties:
            "+1": {type: integer}
            "-1": {type: integer}
            anything: true
            nothing: false
            none: {type: string, enum: []}
            size: {allOf: [{$ref: "#/components/schemas/Size"}]}
""")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    return generate_package(SPEC, tmp_path_factory.mktemp("shop"), lenient=True)


def test_nothing_is_left_out(shop: Generated) -> None:
    calls = [one["call"] for one in shop.manifest["operations"] if one["pointer"].startswith("/paths/")]
    assert calls == ["things.list", "things.create", "things.delete"]
    assert shop.manifest["skipped"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"+1": 1, "-1": 2},
        {"anything": [None]},
        {"anything": True, "none": "any text"},
        {"size": "m"},
    ],
)
def test_values_go_both_ways(drive: Driver, body: dict[str, Any]) -> None:
    outcome = drive("client.things.list()", respond(body, 206), then="[type(result).__name__, dump(result)]")
    assert (outcome.error, outcome.warnings, outcome.value) == (None, [], ["Thing", body])
    sent = drive(
        f"client.things.create({body!r})",
        respond(b"{}\n", content_type="application/jsonl"),
        then="type(result).__name__",
    )
    assert (sent.error, sent.sent.json) == (None, body)


def test_parameters(drive: Driver) -> None:
    call = "client.things.list(size='s', sort='m', where={'ids': [1, 2], 'name': 'x'})"
    query = "size=s&sort=m&where%5Bids%5D%5B%5D=1&where%5Bids%5D%5B%5D=2&where%5Bname%5D=x"
    sent = drive(call, respond({})).sent
    assert sorted(sent.query.split("&")) == sorted(query.split("&"))


def test_what_is_no_media_type(drive: Driver) -> None:
    assert drive("client.things.delete()", respond("gone")).value == "gone"
