"""Parameters of the path, the query, headers and cookies."""

from __future__ import annotations

import pytest

from support.driving import Driver
from support.generation import document

SPEC = document("""
    paths:
      /v1/things/{thing_id}/parts/{part-no}:
        get:
          operationId: getPart
          tags: [things]
          parameters:
            - {name: part-no, in: path, required: true, schema: {type: integer}}
            - {name: thing_id, in: path, required: true, schema: {type: string}}
          responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
      /search:
        get:
          operationId: search
          tags: [things]
          parameters:
            - {name: q, in: query, required: true, schema: {type: string}}
            - {name: limit, in: query, schema: {type: integer, maximum: 100}}
            - {name: ratio, in: query, schema: {type: number}}
            - {name: isOpen, in: query, schema: {type: boolean}}
            - {name: since, in: query, schema: {type: string, format: date-time}}
            - {name: day, in: query, schema: {type: string, format: date}}
            - {name: tag, in: query, schema: {type: array, items: {type: string}}}
            - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
            - name: piped
              in: query
              style: pipeDelimited
              explode: false
              schema: {type: array, items: {type: string}}
            - name: filter
              in: query
              style: deepObject
              explode: true
              schema: {type: object, properties: {minPrice: {type: number}}}
            - {name: sort, in: query, schema: {type: string, enum: [asc, desc]}}
            - {name: "page[size]", in: query, schema: {type: integer}}
            - {name: where, in: query, content: {application/json: {schema: {type: object}}}}
            - {name: path, in: query, allowReserved: true, schema: {type: string}}
            - {name: class, in: query, schema: {type: string}}
            - {name: self, in: query, schema: {type: string}}
            - {name: options, in: query, schema: {type: string}}
            - name: range
              in: query
              style: deepObject
              schema: {$ref: "#/components/schemas/Range"}
            - {name: ranges, in: query, content: {application/json: {schema: {$ref: "#/components/schemas/Ranges"}}}}
            - {name: note, in: query, content: {text/plain: {schema: {type: string}}}}
            - {name: id, in: query, schema: {type: string, format: uuid}}
            - {name: at, in: query, schema: {type: string, format: time}}
            - {name: price, in: query, schema: {type: string, format: decimal}}
            - {name: hash, in: query, schema: {type: string, format: byte}}
            - name: spaced
              in: query
              style: spaceDelimited
              explode: false
              schema: {type: array, items: {type: string}}
            - {name: color, in: query, schema: {type: object, additionalProperties: {type: integer}}}
            - {name: colour, in: query, explode: false, schema: {type: object, additionalProperties: {type: integer}}}
            - {name: X-Trace, in: header, schema: {type: string}}
            - {name: X-Counts, in: header, schema: {type: array, items: {type: integer}}}
            - {name: Accept, in: header, schema: {type: string}}
            - {name: session, in: cookie, schema: {type: string}}
          responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
      /same/{id}:
        parameters:
          - {name: id, in: path, required: true, schema: {type: string}}
          - {name: mode, in: query, schema: {type: string}}
          - {name: X-Trace, in: header, required: true, schema: {type: string}}
        get:
          operationId: same
          tags: [things]
          parameters:
            - {name: id, in: query, schema: {type: string}}
            - {name: id, in: header, schema: {type: string}}
            - {name: mode, in: query, required: true, schema: {type: integer}}
            - {name: x-trace, in: header, schema: {type: integer}}
            - {name: AUTHORIZATION, in: header, schema: {type: string}}
          responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
      /found?q={q}&fixed=1&page={page}:
        get:
          operationId: found
          tags: [things]
          parameters: [{name: q, in: query, required: true, schema: {type: array, items: {type: string}}}]
          responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
      /matrix/{m}/{l}:
        get:
          operationId: styles
          tags: [things]
          parameters:
            - {name: m, in: path, required: true, style: matrix, schema: {type: array, items: {type: string}}}
            - name: l
              in: path
              required: true
              style: label
              explode: true
              schema: {type: array, items: {type: string}}
          responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
    components:
      schemas:
        Range:
          type: object
          properties: {minPrice: {type: number}, inside: {type: array, items: {$ref: "#/components/schemas/Range"}}}
        Ranges: {type: array, items: {$ref: "#/components/schemas/Range"}}
""")


def test_path_parameters_are_positional_in_the_order_of_the_template(drive: Driver) -> None:
    assert drive("client.things.get_part('a', 7)").sent.path == "/v1/things/a/parts/7"
    assert drive("client.things.get_part(thing_id='a', part_no=7)").error["type"] == "TypeError"


def test_path_parameters_are_encoded(drive: Driver) -> None:
    sent = drive("client.things.get_part('a/b?c#d %é..', 7)").sent
    assert sent.path == "/v1/things/a%2Fb%3Fc%23d%20%25%C3%A9../parts/7"


@pytest.mark.parametrize("value", ["''", "'..'", "'.'", "None"])
def test_a_path_parameter_cannot_lead_elsewhere(drive: Driver, value: str) -> None:
    outcome = drive(f"client.things.get_part({value}, 7)")
    assert outcome.error["type"] == "ValueError"
    assert not outcome.requests


def test_path_styles(drive: Driver) -> None:
    assert drive("client.things.styles(['a', 'b'], ['c', 'd'])").sent.path == "/matrix/;m=a,b/.c.d"


@pytest.mark.parametrize(
    ("argument", "query"),
    [
        ("limit=5", "limit=5"),
        ("limit=None", ""),
        ("ratio=2.0", "ratio=2"),
        ("ratio=0.25", "ratio=0.25"),
        ("is_open=True", "isOpen=true"),
        ("is_open=False", "isOpen=false"),
        ("since=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)", "since=2026-01-02T03%3A04%3A05Z"),
        ("since='2026-01-02T03:04:05Z'", "since=2026-01-02T03%3A04%3A05Z"),
        ("day=dt.date(2026, 1, 2)", "day=2026-01-02"),
        ("tag=['a', 'b c']", "tag=a&tag=b%20c"),
        ("tag=('a',)", "tag=a"),
        ("tag=[]", ""),
        ("ids=[1, 2]", "ids=1,2"),
        ("piped=['a', 'b']", "piped=a%7Cb"),
        ("filter={'minPrice': 3}", "filter%5BminPrice%5D=3"),
        ("sort='desc'", "sort=desc"),
        ("page_size=10", "page%5Bsize%5D=10"),
        ("where={'a': [1]}", "where=%7B%22a%22%3A%5B1%5D%7D"),
        ("path='a/b:c'", "path=a/b:c"),
        ("class_='x'", "class=x"),
        (
            "range={'min_price': 1, 'inside': [{'min_price': 2}]}",
            "range%5BminPrice%5D=1&range%5Binside%5D%5B0%5D%5BminPrice%5D=2",
        ),
        ("range=models.Range(min_price=1, inside=[])", "range%5BminPrice%5D=1"),
        ("range={'minPrice': None}", ""),
        ("ranges=[{'min_price': 1}]", "ranges=%5B%7B%22minPrice%22%3A1%7D%5D"),
        ("note='a b'", "note=a%20b"),
        ("id='0FE0AC22-6b3a-4b6c-9b8e-0d2a3e1c7a01'", "id=0FE0AC22-6b3a-4b6c-9b8e-0d2a3e1c7a01"),
        ("at=dt.time(8, 30)", "at=08%3A30%3A00"),
        ("price='1.50'", "price=1.50"),
        ("hash=b'\\x00\\x01'", "hash=AAE%3D"),
        ("spaced=['a', 'b']", "spaced=a%20b"),
        ("color={'R': 1, 'G': None, 'B': 2}", "R=1&B=2"),
        ("colour={'R': 1, 'B': 2}", "colour=R,1,B,2"),
        ("self_query='x'", "self=x"),
        ("options_query='x'", "options=x"),
    ],
)
def test_query(drive: Driver, argument: str, query: str) -> None:
    sent = drive(f"client.things.search(q='&x', {argument})").sent
    assert sent.query == f"q=%26x&{query}".rstrip("&")


def test_headers_and_cookies(drive: Driver) -> None:
    sent = drive("client.things.search(q='x', x_trace='t', x_counts=[1, 2], session='a b;c')").sent
    assert sent.headers == {"x-trace": "t", "x-counts": "1,2", "cookie": "session=a%20b%3Bc"}


def test_a_query_parameter_that_the_path_template_has_as_well_goes_once(drive: Driver) -> None:
    sent = drive("client.things.found('2', q=['a', 'b'])").sent
    assert (sent.path, sent.query) == ("/found", "fixed=1&page=2&q=a&q=b")


def test_a_header_cannot_smuggle_another(drive: Driver) -> None:
    outcome = drive(r"client.things.search(q='x', x_trace='a\r\nX-Evil: 1')")
    assert outcome.error["type"] == "ValueError"
    assert not outcome.requests


def test_accept_is_not_a_parameter(drive: Driver) -> None:
    assert "accept" in drive("client.things.search(q='x', accept='y')").error["message"]


def test_a_required_parameter_is_required(drive: Driver) -> None:
    assert "q" in drive("client.things.search()").error["message"]


def test_equal_names_in_several_places_stay_apart(drive: Driver) -> None:
    sent = drive("client.things.same('p', mode=1, id_query='q', id_header='h')").sent
    assert (sent.path, sent.query, sent.headers) == ("/same/p", "mode=1&id=q", {"id": "h"})


def test_names_of_headers_have_no_case(drive: Driver) -> None:
    assert drive("client.things.same('p', mode=1, x_trace=5)").sent.headers == {"x-trace": "5"}
    assert "authorization" in drive("client.things.same('p', mode=1, authorization='x')").error["message"]


def test_headers_may_have_any_letters(drive: Driver) -> None:
    assert (
        drive("client.things.search(q='x', x_trace='Zoë')").sent.headers["x-trace"].encode("latin-1").decode() == "Zoë"
    )


def test_options_add_to_a_call(drive: Driver) -> None:
    options = "options=package.RequestOptions(headers={'X-Own': 'h'}, query={'own': 1})"
    sent = drive(f"client.things.search(q='x', {options})").sent
    assert sent.query == "q=x&own=1"
    assert sent.headers == {"x-own": "h"}
