"""Files, forms, sequences of items and media types of all kinds in request bodies."""

from __future__ import annotations

import json
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.driving import Driver, respond
from support.generation import document, generate_package

if TYPE_CHECKING:
    from runtime.hostile import Behaviour

SPEC = document("""
    paths:
      /photos:
        post:
          operationId: uploadPhotos
          tags: [uploads]
          requestBody:
            required: true
            content:
              multipart/form-data:
                schema: {$ref: "#/components/schemas/NewPhotos"}
                encoding:
                  cover:
                    contentType: image/png, image/jpeg
                    headers: {X-Kind: {schema: {const: cover}}, X-Free: {schema: {type: string}}}
                  info: {contentType: application/vnd.info+json}
                  tags: {style: form, explode: false}
                  pages: {style: form}
          responses: {"204": {description: done}}
      /fast:
        post:
          operationId: fastUpload
          tags: [uploads]
          requestBody:
            content:
              multipart/form-data:
                schema:
                  title: Body_fast_upload
                  type: object
                  required: [file]
                  properties:
                    file: {type: string, contentMediaType: application/octet-stream, title: File}
                    files:
                      anyOf: [{type: array, items: {type: string, contentMediaType: image/png}}, {type: "null"}]
                    maybe: {anyOf: [{type: string, format: binary}, {type: "null"}]}
                    image:
                      oneOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}]
                    coded: {type: string, contentMediaType: image/png, contentEncoding: base64}
                    table: {type: string, contentMediaType: text/csv}
                    alias: {$ref: "#/components/schemas/Binary"}
                    free: {}
          responses: {"204": {description: done}}
      /lone:
        post:
          operationId: loneFile
          tags: [uploads]
          requestBody: {required: true, content: {multipart/form-data: {schema: {type: string, format: binary}}}}
          responses: {"204": {description: done}}
      /shared:
        post:
          operationId: createAvatar
          tags: [uploads]
          requestBody:
            required: true
            content:
              application/json: {schema: {$ref: "#/components/schemas/Avatar"}}
              application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Avatar"}}
              multipart/form-data: {schema: {$ref: "#/components/schemas/Avatar"}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Avatar"}}}}
      /raw:
        put:
          operationId: putRaw
          tags: [uploads]
          requestBody:
            required: true
            content:
              application/octet-stream:
                schema: {type: string, format: binary}
          responses: {"204": {description: done}}
      /picture:
        put:
          operationId: putPicture
          tags: [uploads]
          requestBody: {content: {"image/*": {}}}
          responses: {"204": {description: done}}
      /any:
        put:
          operationId: putAny
          tags: [uploads]
          requestBody: {required: true, content: {"*/*": {schema: {type: string, format: binary}}}}
          responses: {"204": {description: done}}
      /anyjson:
        put:
          operationId: putAnyJson
          tags: [uploads]
          requestBody:
            required: true
            content:
              "*/*":
                schema: {type: object, properties: {a: {type: integer}}}
          responses: {"204": {description: done}}
      /odd:
        put:
          operationId: putOdd
          tags: [uploads]
          requestBody: {required: true, content: {json: {schema: {type: object, properties: {a: {type: integer}}}}}}
          responses: {"204": {description: done}}
      /oddraw:
        put:
          operationId: putOddRaw
          tags: [uploads]
          requestBody: {required: true, content: {binary: {}}}
          responses: {"204": {description: done}}
      /several:
        post:
          operationId: sendSeveral
          tags: [uploads]
          requestBody:
            required: true
            content:
              text/csv: {schema: {type: string}}
              text/plain: {schema: {type: string}}
              application/xml: {schema: {type: object, properties: {a: {type: string}}}}
              image/png: {}
              application/pdf: {}
              application/json: {schema: {$ref: "#/components/schemas/Info"}}
          responses: {"204": {description: done}}
      /optional:
        post:
          operationId: sendOptional
          tags: [uploads]
          requestBody:
            content:
              text/plain: {schema: {type: string}}
              application/json: {schema: {type: array, items: {type: integer}}}
          responses: {"204": {description: done}}
      /bulk:
        post:
          operationId: sendLines
          tags: [uploads]
          requestBody:
            required: true
            content:
              application/x-ndjson:
                itemSchema: {$ref: "#/components/schemas/Info"}
          responses: {"204": {description: done}}
      /bulkarray:
        post:
          operationId: sendArrayLines
          tags: [uploads]
          requestBody:
            required: true
            content:
              application/jsonl:
                schema: {type: array, items: {$ref: "#/components/schemas/Info"}}
          responses: {"204": {description: done}}
      /events:
        post:
          operationId: sendEvents
          tags: [uploads]
          requestBody: {required: true, content: {text/event-stream: {schema: {type: string}}}}
          responses: {"204": {description: done}}
      /charge:
        post:
          operationId: charge
          tags: [forms]
          requestBody:
            content:
              application/x-www-form-urlencoded:
                encoding:
                  expand: {style: deepObject, explode: true}
                  metadata: {style: deepObject, explode: true}
                  card: {style: deepObject, explode: true}
                  items: {style: deepObject, explode: true}
                  codes: {style: form, explode: false}
                  note: {contentType: application/json}
                  path: {allowReserved: true}
                schema:
                  type: object
                  required: [amount]
                  properties:
                    amount: {type: integer}
                    expand: {type: array, items: {type: string}}
                    metadata: {type: object, additionalProperties: {type: string}}
                    card:
                      type: object
                      properties:
                        expMonth: {type: integer}
                        owner: {type: object, properties: {name: {type: string}}}
                    items: {type: array, items: {type: object, properties: {price: {type: string}}}}
                    codes: {type: array, items: {type: string}}
                    note: {type: object, properties: {text: {type: string}}}
                    path: {type: string}
                    loose: {type: object, properties: {a: {type: integer}}}
                    capture: {type: boolean}
          responses: {"204": {description: done}}
      /search:
        get:
          operationId: searchBody
          tags: [forms]
          requestBody: {content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}
        delete:
          operationId: deleteBody
          tags: [forms]
          requestBody:
            required: true
            content:
              application/json:
                schema: {type: object, properties: {ids: {type: array, items: {type: integer}}}}
          responses: {"204": {description: done}}
      /empty:
        post:
          operationId: emptyObject
          tags: [forms]
          requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
          responses: {"204": {description: done}}
    components:
      schemas:
        Binary: {type: string, format: binary}
        Info: {type: object, required: [takenAt], properties: {takenAt: {type: string}, place: {type: string}}}
        Avatar:
          type: object
          required: [name]
          properties: {name: {type: string}, picture: {type: string, format: binary}}
        NewPhotos:
          type: object
          required: [cover]
          properties:
            cover: {type: string, format: binary}
            pages: {type: array, items: {type: string, format: binary}}
            info: {$ref: "#/components/schemas/Info"}
            tags: {type: array, items: {type: string}}
            count: {type: integer}
            note: {type: string}
""")
DONE = respond(status=204)


def parts(drive: Driver, call: str, *behaviours: Behaviour) -> list[tuple[Any, ...]]:
    """Make a call and return name, file name, media type and content of each part of the form that it sends."""
    # Boundaries are random, so the two clients' bodies differ.
    outcome = drive(call, *(behaviours or (DONE,)), same_body=False)
    assert outcome.error is None, outcome.error
    assert outcome.sent.headers == {"content-type": "multipart/form-data"}
    boundary = outcome.sent.body.split(b"\r\n")[0][2:]
    head = b"Content-Type: multipart/form-data; boundary=" + boundary + b"\r\n\r\n"
    message: Any = message_from_bytes(head + outcome.sent.body)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part["content-type"],
            part.get_payload(decode=True),
        )
        for part in message.get_payload()
    ]


OCTETS = "application/octet-stream"


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ("cover=b'x'", [("cover", "cover", "image/png", b"x")]),
        ("cover=('a.jpg', b'x')", [("cover", "a.jpg", "image/jpeg", b"x")]),
        ("cover=package.File(b'x', 'a', 'image/gif')", [("cover", "a", "image/gif", b"x")]),
        ("models.NewPhotos(cover=('a.jpg', b'x'))", [("cover", "a.jpg", "image/jpeg", b"x")]),
        ("{'cover': __import__('io').BytesIO(b'x')}", [("cover", "cover", "image/png", b"x")]),
        (
            "cover=b'x', pages=[b'1', ('2.pdf', b'2')]",
            [
                ("cover", "cover", "image/png", b"x"),
                ("pages", "pages", OCTETS, b"1"),
                ("pages", "2.pdf", "application/pdf", b"2"),
            ],
        ),
        (
            "cover=b'x', info=models.Info(taken_at='now'), tags=['a', 'b'], count=2, note='é'",
            [
                ("cover", "cover", "image/png", b"x"),
                ("info", None, "application/vnd.info+json", b'{"takenAt":"now"}'),
                ("tags", None, None, b"a,b"),
                ("count", None, None, b"2"),
                ("note", None, None, "é".encode()),
            ],
        ),
        (
            "cover=b'x', info={'taken_at': 'now'}, note=None",
            [
                ("cover", "cover", "image/png", b"x"),
                ("info", None, "application/vnd.info+json", b'{"takenAt":"now"}'),
            ],
        ),
    ],
)
def test_forms_with_files(drive: Driver, arguments: str, sent: Any) -> None:
    assert parts(drive, f"client.uploads.photos({arguments})") == sent


def test_headers_with_one_value_are_sent(drive: Driver) -> None:
    body = drive("client.uploads.photos(cover=b'x')", DONE, same_body=False).sent.body
    assert b"X-Kind: cover\r\n" in body
    assert b"X-Free" not in body


def test_files_however_they_are_described(drive: Driver) -> None:
    source = drive.generated.source("fields/uploads")
    for line in (
        "file: Required[FileTypes]",
        "files: Sequence[FileTypes] | None",
        "maybe: FileTypes | None",
        "image: FileTypes | Sequence[FileTypes]",
        "alias: FileTypes",
        "coded: str",
        "table: str",
    ):
        assert f"    {line}\n" in source
    call = "client.uploads.fast(file=b'1', files=[b'2', b'3'], image=[b'4'], alias=b'5', coded='eA==', free=b'6')"
    assert [(name, filename, content) for name, filename, _, content in parts(drive, call)] == [
        ("file", "file", b"1"),
        ("files", "files", b"2"),
        ("files", "files", b"3"),
        ("image", "image", b"4"),
        ("alias", "alias", b"5"),
        ("coded", None, b"eA=="),
        ("free", "free", b"6"),
    ]


def test_a_form_whose_schema_is_a_file(drive: Driver) -> None:
    assert parts(drive, "client.uploads.lone_file({'anything': ('a.txt', b'x')})") == [
        ("anything", "a.txt", "text/plain", b"x")
    ]


def test_a_name_of_a_file_is_no_file(drive: Driver) -> None:
    outcome = drive("client.uploads.photos(cover='photo.png')")
    assert outcome.error["type"] == "TypeError"
    assert "pathlib.Path" in outcome.error["message"]
    assert not outcome.requests


def test_a_model_that_is_json_and_a_form(drive: Driver) -> None:
    answer = respond({"name": "n", "picture": "text"})
    assert drive("client.uploads.create_avatar(name='n', picture='p')", answer).sent.json == {
        "name": "n",
        "picture": "p",
    }
    form = "client.uploads.create_avatar(name='n', picture=%s, content_type='multipart/form-data')"
    assert parts(drive, form % "('a.png', b'x')", answer)[1] == ("picture", "a.png", "image/png", b"x")
    assert parts(drive, form % "'text'", answer)[1] == ("picture", None, None, b"text")
    outcome = drive("client.uploads.create_avatar(name='n')", answer, then="result.picture")
    assert outcome.value == "text"


def test_files_from_disk(drive: Driver, tmp_path: Path) -> None:
    file = tmp_path / "photo.gif"
    file.write_bytes(b"GIF")
    path = f"__import__('pathlib').Path({str(file)!r})"
    assert drive(f"client.uploads.put_raw({path})", DONE).sent.body == b"GIF"
    assert drive(f"client.uploads.put_picture({path})", DONE).sent.headers["content-type"] == "image/gif"
    assert parts(drive, f"client.uploads.photos(cover={path})") == [("cover", "photo.gif", "image/png", b"GIF")]


@pytest.mark.parametrize(
    ("call", "sent"),
    [
        ("put_raw(b'x')", (OCTETS, b"x")),
        ("put_raw(iter([b'x', b'y']))", (OCTETS, b"xy")),
        ("put_picture(b'x')", (OCTETS, b"x")),
        ("put_picture(b'x', content_type='image/png')", ("image/png", b"x")),
        ("put_any(b'x')", (OCTETS, b"x")),
        ("put_any(b'x', content_type='text/x; charset=utf-8')", ("text/x; charset=utf-8", b"x")),
        ("put_any_json(a=1)", ("application/json", b'{"a":1}')),
        ("put_odd(a=1)", ("application/json", b'{"a":1}')),
        ("put_odd_raw(b'x')", (OCTETS, b"x")),
        ("send_several(taken_at='now')", ("application/json", b'{"takenAt":"now"}')),
        ("send_several('a,b', content_type='text/csv')", ("text/csv; charset=utf-8", b"a,b")),
        ("send_several('<a/>', content_type='application/xml')", ("application/xml", b"<a/>")),
        ("send_several(b'x', content_type='image/png')", ("image/png", b"x")),
        ("send_optional([1])", ("application/json", b"[1]")),
        ("send_optional('x', content_type='text/plain')", ("text/plain; charset=utf-8", b"x")),
        ("send_optional()", (None, b"")),
    ],
)
def test_media_types(drive: Driver, call: str, sent: Any) -> None:
    request = drive(f"client.uploads.{call}", DONE).sent
    assert (request.headers.get("content-type"), request.body) == sent


def test_what_is_no_media_type_is_told(drive: Driver) -> None:
    told = [one.message for one in drive.generated.summary.diagnostics if one.code == "media-type-unusable"]
    assert told == [
        "'json' is no media type; application/json is sent instead",
        "'binary' is no media type; application/octet-stream is sent instead",
    ]


@pytest.mark.parametrize(
    "items", ["[models.Info(taken_at='1'), {'taken_at': '2'}]", "iter([models.Info(taken_at='1'), {'takenAt': '2'}])"]
)
@pytest.mark.parametrize("method", ["send_lines", "send_array_lines"])
def test_sequences_of_items(drive: Driver, method: str, items: str) -> None:
    body = drive(f"client.uploads.{method}({items})", DONE).sent.body
    assert [json.loads(line) for line in body.splitlines()] == [{"takenAt": "1"}, {"takenAt": "2"}]


def test_events(drive: Driver) -> None:
    call = "client.uploads.send_events(['a', package.ServerSentEvent('b', 'named')])"
    assert drive(call, DONE).sent.body == b"data: a\n\nevent: named\ndata: b\n\n"


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ("amount=1, capture=True", "amount=1&capture=true"),
        ("amount=1, expand=['a', 'b']", "amount=1&expand%5B%5D=a&expand%5B%5D=b"),
        ("amount=1, metadata={'a b': 'c&d'}", "amount=1&metadata%5Ba%20b%5D=c%26d"),
        (
            "amount=1, card={'exp_month': 2, 'owner': {'name': 'x'}}",
            "amount=1&card%5BexpMonth%5D=2&card%5Bowner%5D%5Bname%5D=x",
        ),
        (
            "amount=1, items=[models.ChargeBodyItem(price='a'), {'price': 'b'}]",
            "amount=1&items%5B0%5D%5Bprice%5D=a&items%5B1%5D%5Bprice%5D=b",
        ),
        ("amount=1, codes=['a', 'b']", "amount=1&codes=a,b"),
        ("amount=1, note={'text': 't'}", "amount=1&note=%7B%22text%22%3A%22t%22%7D"),
        ("amount=1, path='/a b'", "amount=1&path=/a%20b"),
        ("amount=1, loose={'a': 1}", "amount=1&loose=%7B%22a%22%3A1%7D"),
    ],
)
def test_forms(drive: Driver, arguments: str, sent: str) -> None:
    assert drive(f"client.forms.charge({arguments})", DONE).sent.body.decode() == sent


def test_bodies_of_any_method(drive: Driver) -> None:
    request = drive("client.forms.search_body(q='x')", respond([])).sent
    assert (request.method, request.json) == ("GET", {"q": "x"})
    request = drive("client.forms.delete_body(ids=[1])", DONE).sent
    assert (request.method, request.json) == ("DELETE", {"ids": [1]})


def test_objects_without_properties(drive: Driver) -> None:
    assert drive("client.forms.empty_object({})", DONE).sent.json == {}
    assert drive("client.forms.empty_object({'a_b': 1})", DONE).sent.json == {"a_b": 1}


def test_swagger_2(tmp_path: Path) -> None:
    """The `file` of Swagger 2.0 is a file, and its `collectionFormat` an encoding."""
    swagger = {
        "swagger": "2.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/upload": {
                "post": {
                    "operationId": "upload",
                    "tags": ["files"],
                    "consumes": ["multipart/form-data"],
                    "parameters": [
                        {"name": "file", "in": "formData", "type": "file", "required": True},
                        {"name": "ids", "in": "formData", "type": "array", "items": {"type": "integer"}},
                    ],
                    "responses": {"204": {"description": "done"}},
                }
            }
        },
    }
    with Driver(generate_package(swagger, tmp_path)) as drive:
        assert parts(drive, "client.files.upload(file=('a.txt', b'x'), ids=[1, 2])") == [
            ("file", "a.txt", "text/plain", b"x"),
            ("ids", None, None, b"1,2"),
        ]
