"""Properties that only travel one way: requests do without readOnly ones, responses without writeOnly ones."""

from __future__ import annotations

from support.driving import Driver, respond
from support.generation import Generated, document

SPEC = document("""
    servers: [{url: "http://127.0.0.1:9"}]
    paths:
      /items:
        post:
          operationId: createItem
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
    components:
      schemas:
        Item:
          type: object
          required: [id, name, secret]
          properties:
            id: {type: string, format: uuid, readOnly: true}
            name: {type: string}
            secret: {type: string, writeOnly: true}
    """)


def test_a_request_needs_no_read_only_property(drive: Driver) -> None:
    answer = respond({"id": "7", "name": "n"})
    assert drive("client.items.create(name='n', secret='s')", answer).sent.json == {"name": "n", "secret": "s"}
    assert drive("client.items.create({'name': 'n', 'secret': 's'})", answer).sent.json == {"name": "n", "secret": "s"}


def test_keywords_ask_for_write_only_properties_and_not_for_read_only_ones(shop: Generated) -> None:
    fields = shop.source("fields/items")
    assert "secret: Required[str]" in fields
    assert "id:" not in fields


def test_a_response_needs_no_write_only_property(drive: Driver) -> None:
    value = {"id": "7F3E4A10-0000-0000-0000-000000000000", "name": "n"}
    then = "[dump(result.parse()), [issue.path for issue in result.issues]]"
    told = drive("client.with_raw_response.items.create(name='n', secret='s')", respond(value), then=then)
    assert told.value == [value, []]
