"""Listings of generated clients: each kind of pagination, and extensions that do not fit."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from support.driving import respond
from support.generation import document, generate_package


def listing(path: str, pagination: str, response: str = "#/components/schemas/Things") -> str:
    return f"""
      /{path}:
        get:
          operationId: list_{path}
          tags: [things]
          parameters:
            - {{name: limit, in: query, schema: {{type: integer, default: 2, maximum: 50}}}}
            - {{name: page, in: query, schema: {{type: integer, default: 1}}}}
            - {{name: skip, in: query, schema: {{type: integer}}}}
            - {{name: cursor, in: query, schema: {{type: string}}}}
          x-clientsmith-pagination: {pagination}
          responses:
            "200": {{description: ok, content: {{application/json: {{schema: {{$ref: "{response}"}}}}}}}}
"""


SCHEMAS = """
    components:
      schemas:
        Thing: {type: object, required: [id], properties: {id: {type: integer}}}
        ThingList: {type: array, items: {$ref: "#/components/schemas/Thing"}}
        Things:
          type: object
          required: [data]
          properties:
            data: {$ref: "#/components/schemas/ThingList"}
            next: {type: [string, "null"]}
            meta: {type: object, properties: {more: {type: boolean}, total: {type: integer}}}
"""
LIST = "#/components/schemas/ThingList"

SPEC = document(
    "    paths:"
    + listing("cursor", "{kind: cursor, parameter: cursor, cursor: /next, items: /data}")
    + listing("after", "{kind: cursor, parameter: cursor, key: id, items: /data, more: /meta/more}")
    + listing("page", "{kind: page, parameter: page, limit: limit}", LIST)
    + listing("offset", "{kind: offset, parameter: skip, limit: limit, items: /data, total: /meta/total}")
    + listing("link", "{kind: link}", LIST)
    + listing("url", "{kind: next-url, url: /next, items: /data}")
    + SCHEMAS
)


def query(exchange):
    return {name: values[0] for name, values in parse_qs(urlsplit(exchange.target).query).items()}


def things(*ids):
    return [{"id": number} for number in ids]


def cursor(exchange):
    following = {None: "b", "b": "c"}.get(query(exchange).get("cursor"))
    respond({"data": things(len(query(exchange))), "next": following})(exchange)


def after(exchange):
    last = int(query(exchange).get("cursor", 0))
    respond({"data": things(last + 1), "meta": {"more": last < 2}})(exchange)


def page(exchange):
    number = int(query(exchange).get("page", 1))
    respond(things(*range(number * 2, number * 2 + (2 if number < 3 else 1))))(exchange)


def offset(exchange):
    start = int(query(exchange).get("skip", 0))
    respond({"data": things(start, start + 1), "meta": {"total": 4}})(exchange)


def link(exchange):
    number = int(query(exchange).get("page", 1))
    headers = {"link": f"<?page={number + 1}>; rel=next"} if number < 3 else {}
    respond(things(number), **headers)(exchange)


def url(exchange):
    number = int(query(exchange).get("page", 1))
    respond({"data": things(number), "next": f"/url?page={number + 1}" if number < 3 else None})(exchange)


@pytest.mark.parametrize(
    ("serve", "requests", "found"),
    [
        (cursor, 3, [0, 1, 1]),
        (after, 3, [1, 2, 3]),
        (page, 3, [2, 3, 4, 5, 6]),
        (offset, 2, [0, 1, 2, 3]),
        (link, 3, [1, 2, 3]),
        (url, 3, [1, 2, 3]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_all_items(drive, serve, requests, found):
    name = serve.__name__
    outcome = drive(f"client.things.list_{name}_all()", serve, then="[thing.id for thing in result]")
    assert (outcome.value, len(outcome.requests)) == (found, requests)


def test_one_page_is_a_list_or_the_whole_object(drive):
    outcome = drive("client.things.list_page()", page, then="[[thing.id for thing in result], result.has_next_page]")
    assert outcome.value == [[2, 3], True], outcome.error
    outcome = drive("client.things.list_offset()", offset, then="[result.meta.total, len(result.data)]")
    assert outcome.value == [4, 2]


@pytest.mark.parametrize(
    ("pagination", "told"),
    [
        ("{kind: pages}", "`kind` must be one of time-window, cursor"),
        ("{}", "`kind` must be one of"),
        ("{kind: cursor}", "needs parameter"),
        ("{kind: cursor, parameter: after, key: id, items: /data}", "no query parameter 'after'"),
        ("{kind: cursor, parameter: cursor, items: /data}", "either `cursor`"),
        ("{kind: cursor, parameter: cursor, cursor: next, items: /data}", "such as '/next'"),
        ("{kind: cursor, parameter: cursor, cursor: /nxt, items: /data}", "no property at '/nxt'"),
        ("{kind: page, parameter: page}", "no array as the response"),
        ("{kind: page, parameter: page, items: /next}", "no array at '/next'"),
        ("{kind: page, parametr: page, items: /data}", "did you mean 'parameter'"),
        ("{kind: page, parameter: 1, items: /data}", "must be text"),
    ],
)
def test_an_extension_that_does_not_fit_is_told(tmp_path, pagination, told):
    generated = generate_package(document("    paths:" + listing("things", pagination) + SCHEMAS), tmp_path)
    assert "list_things_all" not in generated.source("resources/things")
    (finding,) = [found for found in generated.summary.diagnostics if found.code == "pagination-unusable"]
    assert told in finding.message
