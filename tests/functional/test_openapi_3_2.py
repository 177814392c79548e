"""What OpenAPI 3.2 has beside 3.1: methods, query strings, cookies, parts without names."""

from __future__ import annotations

import pytest

from support.driving import Driver, respond

SPEC = """
openapi: 3.2.0
$self: https://shop.example/openapi.yaml
info: {title: Shop, version: '1', summary: All of it.}
servers: [{url: 'https://shop.example/v1', name: production}, {url: 'https://test.example/v1', name: test}]
tags: [{name: things, summary: Things, kind: nav}, {name: parts, parent: things, kind: nav}]
paths:
  /things:
    query:
      operationId: queryThings
      tags: [things]
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}
      responses: {'200': {summary: Fine., content: {application/json: {$ref: '#/components/mediaTypes/Numbers'}}}}
    additionalOperations:
      COPY:
        operationId: copyThings
        tags: [things]
        parameters: [{name: Destination, in: header, required: true, schema: {type: string}}]
        responses: {'201': {description: ok}}
  /forms:
    get:
      operationId: findForms
      tags: [things]
      parameters:
        - name: q
          in: querystring
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [words]
                properties:
                  words: {type: string}
                  sortBy: {type: array, items: {type: string}}
                  flat: {type: array, items: {type: string}}
                  range: {type: object, properties: {minPrice: {type: number}}}
              encoding: {flat: {style: form, explode: false}}
      responses: {'204': {description: ok}}
  /json:
    get:
      operationId: findJson
      tags: [things]
      security: [{key: []}]
      parameters:
        - name: selector
          in: querystring
          required: true
          content: {application/json: {schema: {type: object, properties: {firstName: {type: string}}}}}
      responses: {'204': {description: ok}}
  /text:
    get:
      operationId: findText
      tags: [things]
      parameters: [{name: path, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}]
      responses: {'204': {description: ok}}
  /cookies:
    get:
      operationId: getCookies
      tags: [things]
      parameters:
        - {name: greeting, in: cookie, style: cookie, schema: {type: string}}
        - {name: ids, in: cookie, style: cookie, schema: {type: array, items: {type: integer}}}
        - {name: flat, in: cookie, style: cookie, explode: false, schema: {type: array, items: {type: string}}}
        - {name: rgb, in: cookie, style: cookie, schema: {type: object, additionalProperties: {type: integer}}}
        - {name: old, in: cookie, schema: {type: string}}
      responses: {'204': {description: ok}}
  /mixed:
    post:
      operationId: createMixed
      tags: [parts]
      requestBody:
        required: true
        content:
          multipart/mixed:
            schema:
              type: array
              prefixItems: [{type: object, properties: {fileName: {type: string}}}]
              items: {type: string}
            prefixEncoding: [{contentType: application/json}]
            itemEncoding: {contentType: text/csv}
      responses: {'204': {description: ok}}
    put:
      operationId: replaceMixed
      tags: [parts]
      requestBody:
        required: true
        content:
          multipart/mixed:
            itemSchema: {type: string, format: binary}
            itemEncoding: {contentType: image/png}
      responses: {'204': {description: ok}}
  /secure:
    get:
      operationId: getSecure
      tags: [things]
      security: [{device: [read]}]
      responses: {'204': {description: ok}}
components:
  mediaTypes:
    Numbers: {schema: {type: array, items: {type: integer}}}
  securitySchemes:
    key: {type: apiKey, in: query, name: key}
    device:
      type: oauth2
      flows:
        deviceAuthorization:
          deviceAuthorizationUrl: https://shop.example/device
          tokenUrl: https://shop.example/token
          scopes: {read: Read.}
"""

DONE = respond(status=204)


def test_methods(drive: Driver) -> None:
    outcome = drive("client.things.query(q='a')", respond([1]))
    assert (outcome.sent.method, outcome.sent.json, outcome.value) == ("QUERY", {"q": "a"}, [1])
    sent = drive("client.things.copy(destination='/x')", respond(status=201)).sent
    assert (sent.method, sent.path, sent.headers) == ("COPY", "/things", {"destination": "/x"})


@pytest.mark.parametrize(
    ("form", "query"),
    [
        ("{'words': 'a b'}", "words=a%20b"),
        ("{'words': 'a', 'sort_by': ['x', 'y'], 'flat': ['x', 'y']}", "words=a&sortBy=x&sortBy=y&flat=x,y"),
        ("{'words': 'a', 'range': {'min_price': 1}}", "words=a&range=%7B%22minPrice%22%3A1%7D"),
        ("models.FindFormsQ(words='a', sort_by=['x'])", "words=a&sortBy=x"),
        ("None", ""),
    ],
)
def test_query_strings_that_are_forms(drive: Driver, form: str, query: str) -> None:
    assert drive(f"client.things.find_forms(q={form})", DONE).sent.query == query


def test_query_strings_that_are_json_or_text(drive: Driver) -> None:
    call = "client.things.find_json(selector={'first_name': 'a&b'}, options=package.RequestOptions(query={'more': 1}))"
    sent = drive(call, DONE, client="base_url=url, api_key='k'").sent
    assert sent.query == "%7B%22firstName%22%3A%22a%26b%22%7D&more=1&key=k"
    assert drive("client.things.find_text(path='$.a[1:2]')", DONE).sent.query == "%24.a%5B1%3A2%5D"
    assert drive("client.things.find_text()", DONE).sent.query == ""


def test_cookies_of_the_style_cookie_go_as_they_are(drive: Driver) -> None:
    arguments = "greeting='Hello, world!', ids=[1, 2], flat=['a', 'b'], rgb={'R': 1, 'G': 2}, old='ä b'"
    sent = drive(f"client.things.get_cookies({arguments})", DONE).sent
    assert sent.headers == {"cookie": "greeting=Hello, world!; ids=1; ids=2; flat=a,b; R=1; G=2; old=%C3%A4%20b"}


@pytest.mark.parametrize("value", ["a; admin=1", "a\\r\\nX-Evil: 1"])
def test_cookies_cannot_smuggle_another(drive: Driver, value: str) -> None:
    outcome = drive(f"client.things.get_cookies(greeting='{value}')", DONE)
    assert outcome.error["type"] == "ValueError"
    assert not outcome.requests


def _parts(body: bytes) -> list[bytes]:
    return [part.split(b"\r\n", 1)[1] for part in body.split(b"\r\n--")[:-1]]


def test_parts_without_names(drive: Driver) -> None:
    sent = drive("client.parts.create_mixed([{'file_name': 'a'}, 'x,y', 'z'])", DONE, same_body=False).sent
    assert sent.headers == {"content-type": "multipart/mixed"}
    assert _parts(sent.body) == [
        b'Content-Type: application/json\r\n\r\n{"fileName":"a"}',
        b"Content-Type: text/csv\r\n\r\nx,y",
        b"Content-Type: text/csv\r\n\r\nz",
    ]


def test_files_without_names(drive: Driver) -> None:
    call = "client.parts.replace_mixed([b'1', ('two.png', b'2'), package.File(b'3', content_type='image/gif')])"
    sent = drive(call, DONE, same_body=False).sent
    assert _parts(sent.body) == [
        b"Content-Type: image/png\r\n\r\n1",
        b'Content-Disposition: attachment; filename="two.png"\r\nContent-Type: image/png\r\n\r\n2',
        b"Content-Type: image/gif\r\n\r\n3",
    ]


def test_the_device_flow_takes_a_token(drive: Driver) -> None:
    sent = drive("client.things.get_secure()", DONE, client="base_url=url, token='t'").sent
    assert sent.headers == {"authorization": "Bearer t"}
