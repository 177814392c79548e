"""Swagger 2.0: what goes over the wire, construct by construct."""

from __future__ import annotations

import pytest

from support.driving import Driver, respond

SPEC = """
swagger: '2.0'
info: {title: Shop, version: '1'}
host: shop.example
basePath: /v1
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, name: X-Key, in: header}
  part: {type: apiKey, name: part, in: query}
  app: {type: oauth2, flow: application, tokenUrl: 'https://shop.example/token', scopes: {read: Read.}}
parameters:
  Limit: {name: limit, in: query, type: integer, maximum: 9, exclusiveMaximum: true}
  Pet: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
responses:
  Bad: {description: Bad., schema: {$ref: '#/definitions/Fault'}, headers: {X-Why: {type: integer}}}
paths:
  /lists/{piped}/{spaced}:
    parameters:
      - {name: piped, in: path, required: true, type: array, items: {type: integer}, collectionFormat: pipes}
      - {name: spaced, in: path, required: true, type: array, items: {type: string}, collectionFormat: ssv}
      - $ref: '#/parameters/Limit'
    get:
      operationId: getLists
      tags: [lists]
      parameters:
        - {name: usual, in: query, type: array, items: {type: string}}
        - {name: csv, in: query, type: array, items: {type: string}, collectionFormat: csv}
        - {name: ssv, in: query, type: array, items: {type: string}, collectionFormat: ssv}
        - {name: tsv, in: query, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: pipes, in: query, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: multi, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: X-Piped, in: header, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: X-Tabbed, in: header, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: X-Usual, in: header, type: array, items: {type: string}}
        - {name: empty, in: query, type: string, allowEmptyValue: true}
        - {name: when, in: query, type: string, format: date-time}
        - {name: size, in: query, type: string, enum: [s, m]}
      responses:
        200:
          description: ok
          schema: {$ref: '#/definitions/Pet'}
          headers:
            X-Total: {type: integer}
            X-Ids: {type: array, items: {type: integer}, collectionFormat: pipes}
        default: {$ref: '#/responses/Bad'}
  /forms:
    post:
      operationId: createForm
      consumes: [application/x-www-form-urlencoded]
      parameters:
        - {name: a, in: formData, type: string, required: true}
        - {name: usual, in: formData, type: array, items: {type: string}}
        - {name: tsv, in: formData, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: multi, in: formData, type: array, items: {type: string}, collectionFormat: multi}
        - {name: count, in: formData, type: integer}
        - {name: open, in: formData, type: boolean}
      responses: {200: {description: ok}}
    put:
      operationId: replaceForm
      parameters: [{name: a, in: formData, type: string, required: true}]
      responses: {200: {description: ok}}
    patch:
      operationId: updateForm
      consumes: [application/x-www-form-urlencoded, multipart/form-data]
      parameters: [{name: a, in: formData, type: string, required: true}]
      responses: {200: {description: ok}}
  /files:
    post:
      operationId: createFile
      consumes: [multipart/form-data]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: pages, in: formData, type: array, items: {type: file}, collectionFormat: multi}
        - {name: usual, in: formData, type: array, items: {type: string}}
        - {name: multi, in: formData, type: array, items: {type: string}, collectionFormat: multi}
        - {name: count, in: formData, type: integer}
      responses: {200: {description: ok}}
    put:
      operationId: replaceFile
      consumes: [application/octet-stream]
      parameters: [{name: files, in: formData, type: array, items: {type: file}, required: true}]
      responses: {200: {description: ok}}
    get:
      operationId: getFile
      responses: {200: {description: ok, schema: {type: file}}}
    patch:
      operationId: convertFile
      consumes: [application/octet-stream]
      produces: [application/pdf]
      parameters: [{name: b, in: body, required: true, schema: {type: string, format: binary}}]
      responses: {200: {description: ok, schema: {type: file}}}
  /pets:
    post:
      operationId: createPet
      parameters: [{$ref: '#/parameters/Pet'}]
      responses: {200: {description: ok, schema: {$ref: '#/definitions/Pet'}}}
    put:
      operationId: replacePet
      consumes: [application/xml, application/json]
      produces: [text/plain]
      parameters: [{name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}]
      responses: {200: {description: ok, schema: {type: string}}}
    delete:
      operationId: deletePets
      security: [{basic: []}, {key: [], part: []}, {app: [read]}]
      responses: {200: {description: ok}}
definitions:
  Fault: {type: object, properties: {message: {type: string}}}
  Pet:
    type: object
    required: [kind, name]
    properties:
      kind: {type: string}
      name: {type: string, x-nullable: true}
      fault: {$ref: '#/definitions/Fault'}
      age: {type: number, minimum: 0, exclusiveMinimum: true}
"""

PET = {"kind": "cat", "name": None}
LISTS = "client.lists.get([1, 2], ['a', 'b']"


@pytest.mark.parametrize(
    ("argument", "query"),
    [
        ("usual=['a', 'b,c']", "usual=a,b%2Cc"),
        ("csv=['a', 'b']", "csv=a,b"),
        ("ssv=['a', 'b']", "ssv=a%20b"),
        ("tsv=['a', 'b']", "tsv=a%09b"),
        ("pipes=['a', 'b|c']", "pipes=a%7Cb%7Cc"),
        ("multi=['a', 'b']", "multi=a&multi=b"),
        ("empty=''", "empty="),
        ("limit=9", "limit=9"),
        ("size='m', when=dt.datetime(2026, 1, 2, tzinfo=dt.UTC)", "when=2026-01-02T00%3A00%3A00Z&size=m"),
    ],
)
def test_collection_formats_of_the_query(drive: Driver, argument: str, query: str) -> None:
    sent = drive(f"{LISTS}, {argument})", respond(PET)).sent
    assert (sent.path, sent.query) == ("/lists/1%7C2/a%20b", query)


def test_collection_formats_of_headers(drive: Driver) -> None:
    sent = drive(f"{LISTS}, x_piped=['a', 'b'], x_tabbed=['a', 'b'], x_usual=['a', 'b'])", respond(PET)).sent
    assert sent.headers == {"x-piped": "a|b", "x-tabbed": "a\tb", "x-usual": "a,b"}


def test_headers_of_responses(drive: Driver) -> None:
    call = f"{LISTS.replace('client.', 'client.with_raw_response.')})"
    answer = respond(PET, X_Total="7", X_Ids="1|2")
    assert drive(call, answer, then="[result.header('X-Total'), result.header('X-Ids')]").value == [7, [1, 2]]


def test_shared_responses(drive: Driver) -> None:
    outcome = drive(f"{LISTS})", respond({"message": "no"}, 400, X_Why="3"))
    assert (outcome.error["type"], outcome.error["body"]) == ("BadRequestError", {"message": "no"})


def test_forms(drive: Driver) -> None:
    sent = drive(
        "client.forms.create(a='x y', usual=['a', 'b'], tsv=['a', 'b'], multi=['a', 'b'], count=1, open=True)"
    ).sent
    assert sent.headers == {"content-type": "application/x-www-form-urlencoded"}
    assert sent.body == b"a=x%20y&usual=a,b&tsv=a%09b&multi=a&multi=b&count=1&open=true"


def test_a_form_that_says_nothing_of_its_media_type_is_urlencoded(drive: Driver) -> None:
    """`consumes` of the document is JSON, which no form can be."""
    sent = drive("client.forms.replace(a='x')").sent
    assert (sent.headers["content-type"], sent.body) == ("application/x-www-form-urlencoded", b"a=x")


def test_a_form_in_two_media_types(drive: Driver) -> None:
    assert drive("client.forms.update(a='x')").sent.body == b"a=x"
    sent = drive("client.forms.update(a='x', content_type='multipart/form-data')", same_body=False).sent
    assert sent.headers["content-type"] == "multipart/form-data"
    assert b'name="a"\r\n\r\nx\r\n' in sent.body


def test_files(drive: Driver) -> None:
    call = "client.files.create(file=b'1', pages=[b'2', b'3'], usual=['a', 'b'], multi=['a', 'b'], count=4)"
    sent = drive(call, same_body=False).sent
    head = b'Content-Disposition: form-data; name="%s"'
    parts = sent.body.split(b"\r\n--")
    told = [part.split(b"\r\n", 1)[1].replace(b"\r\n", b"|") for part in parts[:-1]]
    octets = b'; filename="%s"|Content-Type: application/octet-stream||'
    assert told == [
        head % b"file" + octets % b"file" + b"1",
        head % b"pages" + octets % b"pages" + b"2",
        head % b"pages" + octets % b"pages" + b"3",
        head % b"usual" + b"||a,b",
        head % b"multi" + b"||a",
        head % b"multi" + b"||b",
        head % b"count" + b"||4",
    ]


def test_a_list_of_files_makes_a_form_multipart(drive: Driver) -> None:
    sent = drive("client.files.replace(files=[b'1', b'2'])", same_body=False).sent
    assert sent.headers["content-type"] == "multipart/form-data"
    assert sent.body.count(b'name="files"; filename="files"') == 2


def test_responses_that_are_files_are_bytes_whatever_is_produced(drive: Driver) -> None:
    outcome = drive("client.files.get()", respond(b"\x00\x01", content_type="application/octet-stream"))
    assert (outcome.type, outcome.value) == ("bytes", "\x00\x01")
    outcome = drive("client.files.convert(b'x')", respond(b"%PDF", content_type="application/pdf"))
    assert (outcome.value, outcome.sent.body, outcome.sent.accept) == ("%PDF", b"x", "application/pdf")
    assert outcome.sent.headers == {"content-type": "application/octet-stream"}


def test_bodies(drive: Driver) -> None:
    outcome = drive("client.pets.create(kind='cat', name=None)", respond(PET))
    assert (outcome.sent.json, outcome.type, outcome.value) == (PET, "Pet", PET)
    sent = drive(
        "client.pets.replace('<pet/>', content_type='application/xml')", respond(b"ok", content_type="text/plain")
    )
    assert (sent.sent.body, sent.sent.headers["content-type"], sent.value) == (b"<pet/>", "application/xml", "ok")


def test_boolean_bounds_are_those_of_today(drive: Driver) -> None:
    outcome = drive("client.pets.create(kind='cat', name=None)", respond({**PET, "age": 0}))
    assert "/age: expected greater than 0, got 0" in outcome.warnings[0][1]


@pytest.mark.parametrize(
    ("credentials", "query", "headers"),
    [
        ("username='u', password='p'", "", {"authorization": "Basic dTpw"}),
        ("key='k', part='7'", "part=7", {"x-key": "k"}),
        ("token='t'", "", {"authorization": "Bearer t"}),
    ],
)
def test_security(drive: Driver, credentials: str, query: str, headers: dict[str, str]) -> None:
    sent = drive("client.pets.delete()", client=f"base_url=url, {credentials}").sent
    assert (sent.query, sent.headers) == (query, headers)


def test_servers(drive: Driver) -> None:
    assert drive.look("str(package.Shop(key='k'))") == "Shop(base_url='https://shop.example/v1')"
