"""Request bodies: keywords, models, dicts, and media types that are not JSON."""

from __future__ import annotations

import json

import pytest

from support.driving import Driver, respond
from support.generation import document

SPEC = document("""
    paths:
      /things:
        post:
          operationId: createThing
          tags: [things]
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}}}
          responses:
            "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      /things/{id}:
        patch:
          operationId: updateThing
          tags: [things]
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
            - {name: dryRun, in: query, schema: {type: boolean}}
            - {name: name, in: query, schema: {type: string}}
          requestBody:
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    name: {type: [string, "null"]}
                    firstSeen: {type: string, format: date-time}
                    birthday: {type: string, format: date}
                    body: {type: string}
                    fields: {type: array, items: {type: string}}
                    options: {type: object}
          responses: {"204": {description: done}}
      /lists:
        post:
          operationId: sendList
          tags: [other]
          requestBody:
            required: true
            content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Part"}}}}
          responses: {"204": {description: done}}
      /free:
        post:
          operationId: sendFree
          tags: [other]
          requestBody: {content: {application/json: {schema: {}}}}
          responses: {"204": {description: done}}
      /forks:
        post:
          operationId: fork
          tags: [other]
          requestBody:
            content:
              application/json:
                schema: {type: [object, "null"], properties: {name: {type: string}, isPublic: {type: boolean}}}
          responses: {"204": {description: done}}
      /pages:
        post:
          operationId: sendPage
          tags: [other]
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  oneOf: [{$ref: "#/components/schemas/Part"}, {type: "null"}]
          responses: {"204": {description: done}}
      /maps:
        post:
          operationId: sendMap
          tags: [other]
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}
          responses: {"204": {description: done}}
      /forms:
        post:
          operationId: sendForm
          tags: [other]
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema:
                  type: object
                  required: [grantType]
                  properties: {grantType: {type: string}, scopes: {type: array, items: {type: string}}}
          responses: {"204": {description: done}}
      /uploads:
        post:
          operationId: upload
          tags: [other]
          requestBody:
            required: true
            content:
              multipart/form-data:
                schema:
                  type: object
                  required: [file]
                  properties: {file: {type: string, format: binary}, note: {type: string}}
          responses: {"204": {description: done}}
      /raw:
        put:
          operationId: sendRaw
          tags: [other]
          requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
          responses: {"204": {description: done}}
      /notes:
        put:
          operationId: sendText
          tags: [other]
          requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
          responses: {"204": {description: done}}
      /either:
        post:
          operationId: sendEither
          tags: [other]
          requestBody:
            required: true
            content:
              text/csv: {schema: {type: string}}
              application/json: {schema: {$ref: "#/components/schemas/Part"}}
          responses: {"204": {description: done}}
      /nothing:
        get:
          operationId: readNothing
          tags: [other]
          requestBody:
            required: false
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, properties: {}, additionalProperties: false}
          responses: {"204": {description: done}}
        post:
          operationId: sendNothing
          tags: [other]
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, additionalProperties: false}}}
          responses: {"204": {description: done}}
    components:
      schemas:
        NewThing:
          type: object
          required: [name]
          properties:
            name: {type: string, maxLength: 5}
            firstMessage: {type: [string, "null"]}
            isOpen: {type: boolean}
            partList: {type: array, items: {$ref: "#/components/schemas/Part"}}
            mainPart: {$ref: "#/components/schemas/Part"}
            labels: {type: object, additionalProperties: {type: string}}
            byName: {type: object, additionalProperties: {$ref: "#/components/schemas/Part"}}
            when: {type: string, format: date-time}
            colour: {type: string, enum: [red, green]}
            createdBy: {type: string, readOnly: true}
        Part:
          type: object
          required: [partNo]
          properties:
            partNo: {type: integer}
            subPart: {$ref: "#/components/schemas/Part"}
            anyThing: {}
        Thing:
          allOf:
            - {$ref: "#/components/schemas/NewThing"}
            - {type: object, required: [id], properties: {id: {type: string}}}
""")


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ("name='x'", {"name": "x"}),
        ("name='x', first_message='Hi'", {"name": "x", "firstMessage": "Hi"}),
        ("name='x', first_message=None", {"name": "x", "firstMessage": None}),
        ("name='x', is_open=False", {"name": "x", "isOpen": False}),
        ("name='x', colour='green'", {"name": "x", "colour": "green"}),
        (
            "name='x', main_part=models.Part(part_no=1), part_list=[models.Part(part_no=2, sub_part=None)]",
            {"name": "x", "mainPart": {"partNo": 1}, "partList": [{"partNo": 2, "subPart": None}]},
        ),
        ("name='x', main_part={'partNo': 1}", {"name": "x", "mainPart": {"partNo": 1}}),
        (
            "name='x', main_part={'part_no': 1, 'sub_part': {'part_no': 2}}",
            {"name": "x", "mainPart": {"partNo": 1, "subPart": {"partNo": 2}}},
        ),
        ("name='x', by_name={'part_no': {'part_no': 1}}", {"name": "x", "byName": {"part_no": {"partNo": 1}}}),
        ("name='x', labels={'is_open': 'y'}", {"name": "x", "labels": {"is_open": "y"}}),
        (
            "name='x', when=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)",
            {"name": "x", "when": "2026-01-02T03:04:05Z"},
        ),
        (
            "models.NewThing(name='x', first_message=None, main_part=models.Part(part_no=1, any_thing=[1, None]))",
            {"name": "x", "firstMessage": None, "mainPart": {"partNo": 1, "anyThing": [1, None]}},
        ),
        ("models.NewThing(name='x')", {"name": "x"}),
        ("{'name': 'x', 'isOpen': True, 'part_list': []}", {"name": "x", "isOpen": True, "partList": []}),
        ("{'name': 'x', 'unknownOne': {'a_b': 1}}", {"name": "x", "unknownOne": {"a_b": 1}}),
    ],
)
def test_json_bodies(drive: Driver, arguments: str, sent: object) -> None:
    outcome = drive(f"client.things.create({arguments})", respond({"id": "1", "name": "x"}, 201))
    assert outcome.error is None
    assert outcome.sent.json == sent
    assert outcome.sent.headers == {"content-type": "application/json"}
    assert (outcome.type, outcome.value) == ("Thing", {"id": "1", "name": "x"})


def test_keywords_beside_path_and_query(drive: Driver) -> None:
    times = "first_seen=dt.datetime(2026, 1, 2, tzinfo=dt.UTC), birthday=dt.date(2026, 1, 2)"
    sent = drive(f"client.things.update('7', dry_run=True, {times})", respond(status=204)).sent
    assert (sent.method, sent.path, sent.query) == ("PATCH", "/things/7", "dryRun=true")
    assert sent.json == {"firstSeen": "2026-01-02T00:00:00Z", "birthday": "2026-01-02"}


def test_a_field_and_a_parameter_of_one_name(drive: Driver) -> None:
    """The parameter gives way, so that both can be keywords."""
    sent = drive("client.things.update('7', name=None, name_query='q')", respond(status=204)).sent
    assert (sent.query, sent.json) == ("name=q", {"name": None})


def test_fields_that_are_called_as_our_own_arguments(drive: Driver) -> None:
    body = {"body": "b", "fields": ["f"], "options": {"o": 1}}
    assert drive(f"client.things.update('7', {body!r})", respond(status=204)).sent.json == body
    del body["options"]
    assert drive(f"client.things.update('7', **{body!r})", respond(status=204)).sent.json == body


def test_no_body_is_sent_without_fields(drive: Driver) -> None:
    sent = drive("client.things.update('7')", respond(status=204)).sent
    assert (sent.body, sent.headers) == (b"", {})


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("fork()", b""),
        ("fork(is_public=True)", b'{"isPublic":true}'),
        ("fork({'is_public': True})", b'{"isPublic":true}'),
        ("send_page(part_no=1)", b'{"partNo":1}'),
        ("send_page(None)", b"null"),
    ],
)
def test_bodies_that_are_objects_or_null(drive: Driver, call: str, body: bytes) -> None:
    assert drive(f"client.other.{call}", respond(status=204)).sent.body == body


def test_none_stands_once_and_last_in_signatures(drive: Driver) -> None:
    source = drive.generated.source("resources/other")
    assert "body: models.ForkBody | Mapping[str, Any] | ForkFields | None," in source
    assert "None | None" not in source


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("client.things.create()", "name"),
        ("client.things.create({'name': 'x'}, is_open=True)", "either"),
        ("client.things.create(nam='x')", "did you mean 'name'"),
        ("client.things.create(name='x', main_part=object())", "object"),
        ("client.other.send_list()", "body"),
    ],
)
def test_unusable_bodies_are_told_before_anything_is_sent(drive: Driver, call: str, words: str) -> None:
    outcome = drive(call)
    assert outcome.error["type"] == "TypeError"
    assert words in outcome.error["message"]
    assert not outcome.requests


def test_bodies_that_are_no_objects(drive: Driver) -> None:
    sent = drive("client.other.send_list([models.Part(part_no=1), {'part_no': 2}])", respond(status=204)).sent
    assert sent.json == [{"partNo": 1}, {"partNo": 2}]
    assert drive("client.other.send_free(['x', None, {'a_b': 1}])", respond(status=204)).sent.json == [
        "x",
        None,
        {"a_b": 1},
    ]
    assert drive("client.other.send_map({'a_b': 1})", respond(status=204)).sent.json == {"a_b": 1}


def test_forms(drive: Driver) -> None:
    sent = drive("client.other.send_form(grant_type='a b&c', scopes=['x', 'y'])", respond(status=204)).sent
    assert sent.headers == {"content-type": "application/x-www-form-urlencoded"}
    assert sent.body == b"grantType=a%20b%26c&scopes=x&scopes=y"


def test_uploads(drive: Driver) -> None:
    # Boundaries are random, so the two clients' bodies differ.
    for mode in ("client.other.upload(file=b'\\x00\\xff', note='n')",):
        outcome = drive(
            f"client.with_raw_response.{mode.removeprefix('client.')}", respond(status=204), same_body=False
        )
        body = outcome.sent.body
        assert outcome.sent.headers == {"content-type": "multipart/form-data"}
        assert b'name="file"; filename="file"' in body
        assert b"\r\n\r\n\x00\xff\r\n" in body
        assert b'name="note"\r\n\r\nn\r\n' in body


def test_bytes_and_text(drive: Driver) -> None:
    sent = drive("client.other.send_raw(b'\\x00\\xff')", respond(status=204)).sent
    assert (sent.body, sent.headers["content-type"]) == (b"\x00\xff", "application/octet-stream")
    sent = drive("client.other.send_text('é')", respond(status=204)).sent
    assert (sent.body, sent.headers["content-type"]) == ("é".encode(), "text/plain; charset=utf-8")


def test_several_media_types(drive: Driver) -> None:
    sent = drive("client.other.send_either(part_no=1)", respond(status=204)).sent
    assert (sent.json, sent.headers["content-type"]) == ({"partNo": 1}, "application/json")
    sent = drive("client.other.send_either('a,b', content_type='text/csv')", respond(status=204)).sent
    assert (sent.body, sent.headers["content-type"]) == (b"a,b", "text/csv; charset=utf-8")
    assert "text/csv" in drive("client.other.send_either('a', content_type='x/y')").error["message"]


def test_options_add_properties(drive: Driver) -> None:
    call = "client.things.create(name='x', options=package.RequestOptions(body={'brandNew': 1}))"
    assert drive(call, respond({"id": "1", "name": "x"}, 201)).sent.json == {"name": "x", "brandNew": 1}


def test_what_the_server_alone_writes_is_no_keyword(drive: Driver) -> None:
    assert "created_by" not in drive.generated.source("fields/things")
    body = next(one["body"] for one in drive.generated.manifest["operations"] if one["id"] == "createThing")
    assert "createdBy" not in body["fields"]
    assert json.dumps(body["fields"]).count("firstMessage") == 1


def test_a_body_that_can_only_be_empty_is_no_argument(drive: Driver) -> None:
    """Stripe's document has one beside every GET; where the server asks for one, it is sent."""
    sent = drive("client.other.read_nothing()", respond(status=204)).sent
    assert (sent.body, sent.headers) == (b"", {})
    assert "TypeError" in drive("client.other.read_nothing({})").error["type"]
    assert drive("client.other.send_nothing({})", respond(status=204)).sent.body == b"{}"
    bodies = {one["id"]: one["body"] for one in drive.generated.manifest["operations"]}
    assert bodies["readNothing"] is None
    assert bodies["sendNothing"] is not None
