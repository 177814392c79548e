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
      /boxes:
        get:
          operationId: getBox
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Box"}}}}
      /keys:
        post:
          operationId: createKey
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/Key"}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/MadeKey"}}}}
    components:
      schemas:
        Number: {type: integer, readOnly: true}
        Code: {type: string, writeOnly: true}
        Key:
          type: object
          required: [number]
          properties: {number: {$ref: "#/components/schemas/Number"}, code: {$ref: "#/components/schemas/Code"}}
        MadeKey: {allOf: [{$ref: "#/components/schemas/Key"}], required: [number, code]}
        Box:
          type: object
          required: [id]
          properties:
            id: {readOnly: true}
            items: {type: array, items: {$ref: "#/components/schemas/Item"}}
            either: {anyOf: [{$ref: "#/components/schemas/Item"}, {type: integer}]}
            tagged: {oneOf: [{$ref: "#/components/schemas/Leaf"}, {$ref: "#/components/schemas/Twig"}]}
        Leaf:
          type: object
          required: [kind, size]
          properties: {kind: {const: leaf}, size: {type: integer, minimum: 2, readOnly: true}}
        Twig: {type: object, required: [kind], properties: {kind: {const: twig}}}
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


def test_what_a_property_refers_to_may_say_who_sends_it(drive: Driver) -> None:
    then = "[dump(result.parse()), [issue.path for issue in result.issues]]"
    told = drive("client.with_raw_response.keys.create(code='c')", respond({"number": 1}), then=then)
    assert (told.sent.json, told.value) == ({"code": "c"}, [{"number": 1}, []])


def test_a_constructor_needs_no_read_only_property(drive: Driver) -> None:
    answer = respond({"id": "7f3e4a10-0000-4000-8000-000000000000", "name": "n"})
    sent = drive("client.items.create(models.Item(name='n', secret='s'))", answer).sent
    assert sent.json == {"name": "n", "secret": "s"}
    assert drive.look("dump(models.Item(name='n'))") == {"name": "n"}
    assert drive.look("repr(models.Item(name='n'))") == "Item(name='n')"
    assert drive.look("hasattr(models.Item(name='n'), 'id')") is False
    assert "the server sets it" in drive.fails("models.Item(name='n').id")["message"]
    assert drive.look("dump(models.Item(id='7f3e4a10-0000-4000-8000-000000000000', name='n'))")["id"].startswith("7f3e")
    assert drive.fails("models.Item()")["type"] == "ValidationError"


def test_models_inside_of_models_need_none_either(drive: Driver) -> None:
    for item in ("{'name': 'n'}", "models.Item(name='n')"):
        value = {"items": [{"name": "n"}], "either": {"name": "n"}, "tagged": {"kind": "leaf"}}
        given = f"models.Box(items=[{item}], either={item}, tagged={{'kind': 'leaf'}})"
        assert drive.look(f"dump({given})") == value
        assert drive.look(f"dump({given}.model_copy(deep=True))") == value
    assert drive.look("models.Item(name='n') == models.Item(name='n')") is True


def test_a_response_has_to_carry_read_only_properties(drive: Driver) -> None:
    body = {"name": "n", "items": [{"name": "n"}], "tagged": {"kind": "leaf"}}
    then = "[[issue.path for issue in result.issues], dump(result.parse())]"
    told = drive("client.with_raw_response.boxes.get()", respond(body), then=then)
    assert told.value == [["/id", "/items/0/id", "/tagged/size"], body]
    strict = drive("client.boxes.get()", respond(body), client="base_url=url, strict=True")
    assert strict.error["type"] == "ResponseValidationError"
