"""Names of the document that Python code cannot use as they are, and documents that leave names out."""

from __future__ import annotations

import json

import pytest

from support.driving import Driver, respond
from support.generation import document

FIELDS = [
    "class", "model_config", "copy", "schema", "self", "list", "+1", "-1", "$ref", "größe", "名前", "name",
    "Name", "NAME", "__class__", "__init__", " ", "json", "dict", "str", "validate", "None", "import os",
    "a.b", "a-b", "a_b", "_x", "model_fields", "from", "0day", "int", "field", "fields", "Config", "type",
    "match", "date", "datetime", "dt", "Any", "Optional", "print", "__pydantic_extra__", "root", "constant",
    "Model", "Field", "Literal", "annotations", "bool", "register", "mro",
]  # fmt: skip
PROPERTIES = json.dumps({name: {"type": "integer"} for name in FIELDS})
SPEC = (
    document("""
    paths:
      /odd:
        post:
          operationId: post_odd
          tags: [odd]
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}}
      /v1/pets:
        get: {responses: @NOTHING}
        post: {responses: @NOTHING}
      /v1/pets/{pet-id}:
        parameters: [{name: pet-id, in: path, required: true, schema: {type: string}}]
        get: {responses: @NOTHING}
        put: {responses: @NOTHING}
        patch: {responses: @NOTHING}
        delete: {responses: @NOTHING}
      /v1/pets/{pet-id}/toys:
        parameters: [{name: pet-id, in: path, required: true, schema: {type: string}}]
        get: {responses: @NOTHING}
      /: {get: {responses: @NOTHING}}
      /items/: {get: {operationId: list_items_items__get, tags: [items], responses: @NOTHING}}
      /items/{item_id}:
        get:
          operationId: read_item_items__item_id__get
          tags: [items]
          parameters: [{name: item_id, in: path, required: true, schema: {type: string}}]
          responses: @NOTHING
      /users/a: {get: {operationId: UsersController_findAll, tags: [users], responses: @NOTHING}}
      /users/b: {get: {operationId: UsersController_findOne, tags: [users], responses: @NOTHING}}
      /users/c: {get: {operationId: getUser, tags: [users], responses: @NOTHING}}
      /users/d: {get: {operationId: get_user, tags: [users], responses: @NOTHING}}
      /users/e: {get: {operationId: class, tags: [users], responses: @NOTHING}}
      /users/f: {get: {operationId: self, tags: [users], responses: @NOTHING}}
      /users/g: {get: {operationId: "__init__", tags: [users], responses: @NOTHING}}
      /users/h: {get: {operationId: _send, tags: [users], responses: @NOTHING}}
      /users/i: {get: {operationId: "日本", tags: [users], responses: @NOTHING}}
      /users/j: {get: {operationId: "!!!", tags: [users], responses: @NOTHING}}
      /go:
        get:
          operationId: go
          tags: [go]
          parameters: [{name: q, in: query, schema: {$ref: "#/components/schemas/GO"}}]
          responses: @NOTHING
      /close: {get: {operationId: close, tags: [close], responses: @NOTHING}}
      /options: {get: {operationId: withOptions, tags: [with options], responses: @NOTHING}}
      /client: {get: {operationId: getClient, tags: [client], responses: @NOTHING}}
      /shop: {get: {operationId: getShop, tags: [Shop], responses: @NOTHING}}
      /resource: {get: {operationId: getResource, tags: [Resource], responses: @NOTHING}}
      /init: {get: {operationId: getInit, tags: ["__init__"], responses: @NOTHING}}
      /models: {get: {operationId: getModels, tags: [models], responses: @NOTHING}}
      /numbers: {get: {operationId: getNumbers, tags: ["123"], responses: @NOTHING}}
      /case1: {get: {operationId: getOne, tags: [Mixed Case], responses: @NOTHING}}
      /case2: {get: {operationId: getTwo, tags: [mixed-case], responses: @NOTHING}}
    components:
      schemas:
        Odd:
          type: object
          properties: @FIELDS
        GO: {type: string, enum: [an enumeration, that is too long, to stand in each, and every annotation]}
        Empty: {type: object, properties: {"": {type: integer}}}
        class:
          {type: object, properties: {a: {$ref: "#/components/schemas/Model"}, b: {$ref: "#/components/schemas/None"}}}
        Model: {type: object, properties: {a: {$ref: "#/components/schemas/model"}}}
        model: {type: object, properties: {b: {type: string}}}
        None: {type: object, properties: {c: {type: string}}}
        Literal: {type: object, properties: {c: {type: string, enum: [x]}}}
        list: {type: object, properties: {c: {type: array, items: {$ref: "#/components/schemas/list"}}}}
        str: {type: object, properties: {c: {type: string}, d: {$ref: "#/components/schemas/str"}}}
        Unknown: {type: object, properties: {c: {type: string}}}
        Open: {type: object, properties: {c: {type: string, enum: [x, y]}}}
        DateTime: {type: object, properties: {c: {type: string, format: date-time}}}
        Date: {type: object, properties: {c: {type: string, format: date}}}
        Field: {type: object, properties: {c-d: {type: string, maxLength: 3}}}
        Annotated: {type: object, properties: {c-d: {type: string, maxLength: 3}}}
        Any: {type: object, properties: {c: {}}}
        "+1": {type: object, properties: {c: {type: string}}}
        "-1": {type: object, properties: {c: {type: string}}}
        a.b.C: {type: object, properties: {c: {type: string}}}
        "List[Item]": {type: object, properties: {c: {type: string}}}
        "日本": {type: object, properties: {c: {type: string}}}
""")
    .replace("@NOTHING", '{"204": {description: ok}}')
    .replace("@FIELDS", PROPERTIES)
)


def test_every_property_travels_under_its_own_name(drive: Driver) -> None:
    body = {name: number for number, name in enumerate(FIELDS)}
    outcome = drive(f"client.odd.create({body!r})", respond(body))
    assert outcome.sent.json == body
    assert (outcome.value, outcome.warnings) == (body, [])


def test_every_property_has_an_attribute_of_its_own(drive: Driver) -> None:
    body = {name: number for number, name in enumerate(FIELDS)}
    then = "[[info.alias or name, getattr(result, name)] for name, info in type(result).model_fields.items()]"
    outcome = drive(f"client.odd.create({body!r})", respond(body), then=then)
    assert sorted(outcome.value) == sorted([name, number] for name, number in body.items())


def test_every_property_is_a_keyword(drive: Driver) -> None:
    operation = next(one for one in drive.generated.manifest["operations"] if one["id"] == "post_odd")
    names = operation["body"]["fields"]
    assert list(names) == FIELDS
    assert len(set(names.values())) == len(FIELDS)
    keywords = ", ".join(f"{python}={number}" for number, python in enumerate(names.values()))
    sent = drive(f"client.odd.create({keywords})", respond({})).sent
    assert sent.json == {name: number for number, name in enumerate(FIELDS)}


def test_names_that_people_would_choose(drive: Driver) -> None:
    operation = next(one for one in drive.generated.manifest["operations"] if one["id"] == "post_odd")
    names = operation["body"]["fields"]
    assert {key: names[key] for key in ("class", "+1", "-1", "$ref", "größe", "copy", "0day", "name", "Name")} == {
        "class": "class_",
        "+1": "plus_1",
        "-1": "minus_1",
        "$ref": "ref",
        "größe": "größe",
        "copy": "copy_",
        "0day": "field_0_day",
        "name": "name",
        "Name": "name_2",
    }


def test_an_empty_property_name(drive: Driver) -> None:
    assert drive.look("dump(models.Empty.model_validate({'': 1}))") == {"": 1}
    assert drive.look("dump(models.Empty())") == {}


@pytest.mark.parametrize(
    ("path", "method", "call"),
    [
        ("/v1/pets", "GET", "pets.list"),
        ("/v1/pets", "POST", "pets.create"),
        ("/v1/pets/{pet-id}", "GET", "pets.get"),
        ("/v1/pets/{pet-id}", "PUT", "pets.replace"),
        ("/v1/pets/{pet-id}", "PATCH", "pets.update"),
        ("/v1/pets/{pet-id}", "DELETE", "pets.delete"),
        ("/v1/pets/{pet-id}/toys", "GET", "pets.list_toys"),
        ("/", "GET", "default.list"),
        ("/items/", "GET", "items.list"),
        ("/items/{item_id}", "GET", "items.read"),
        ("/users/a", "GET", "users.list"),
        ("/users/b", "GET", "users.get"),
        ("/users/c", "GET", "users.get_user"),
        ("/users/d", "GET", "users.get_users_d"),
        ("/users/e", "GET", "users.class_"),
        ("/close", "GET", "close_resource.get"),
        ("/case1", "GET", "mixed_case.get"),
        ("/case2", "GET", "mixed_case.get_two"),
    ],
)
def test_methods(drive: Driver, path: str, method: str, call: str) -> None:
    operations = {(one["path"], one["method"]): one["call"] for one in drive.generated.manifest["operations"]}
    assert operations[path, method] == call


def test_every_operation_can_be_called(drive: Driver) -> None:
    operations = drive.generated.manifest["operations"]
    assert len({one["call"] for one in operations}) == len(operations) == 32
    for operation in operations:
        arguments = ", ".join("'7'" for one in operation["parameters"] if one["in"] == "path")
        if operation["body"] is None:
            sent = drive(f"client.{operation['call']}({arguments})", respond(status=204)).sent
            path = operation["path"].replace("{pet-id}", "7").replace("{item_id}", "7")
            assert (sent.method, sent.path) == (operation["method"], path)


def test_every_model_can_be_made_and_written(drive: Driver) -> None:
    names = drive.look("sorted(package.models._HOMES)")
    assert len(names) == 22
    for name in set(names) - {"GO"}:
        assert drive.look(f"dump(models.{name}())") == {}
    data = {"a": {"a": {"b": "x"}}, "b": {"c": "y"}}
    assert drive.look(f"dump(models.Class.model_validate({data!r}))") == data
    assert drive.look("type(models.Class.model_validate({'a': {'a': {}}}).a.a).__name__") == "ModelSchema2"
