"""Pagination that is guessed from well-known shapes, or said by the configuration."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from clientsmith import Config
from clientsmith.config import ConfigError, load_config
from support.driving import Driver, respond
from support.generation import document, generate_package


def listing(name: str, parameters: str, response: str, headers: str = "{}") -> str:
    return f"""
      /{name}:
        get:
          operationId: list_{name}
          tags: [shapes]
          parameters: [{parameters}]
          responses:
            "200":
              description: ok
              headers: {headers}
              content: {{application/json: {{schema: {response}}}}}
"""


def number(name: str, more: str = "") -> str:
    return f"{{name: {name}, in: query, schema: {{type: integer{more}}}}}"


def text(name: str) -> str:
    return f"{{name: {name}, in: query, schema: {{type: string}}}}"


def thing(**properties: str) -> str:
    written = ", ".join(f"{name!r}: {schema}" for name, schema in properties.items())
    return f"{{type: object, properties: {{{written}}}}}"


THINGS = '{type: array, items: {$ref: "#/components/schemas/Thing"}}'
MAYBE = "{type: [string, 'null'], format: uri}"
STRING, INTEGER, BOOLEAN = "{type: string}", "{type: integer}", "{type: boolean}"
SPEC = document(
    "    paths:"
    + listing(
        "github",
        f"{number('per_page', ', default: 2')}, {number('page', ', default: 1')}",
        THINGS,
        "{Link: {schema: {type: string}}}",
    )
    + listing(
        "stripe",
        f"{number('limit')}, {text('starting_after')}, {text('ending_before')}",
        thing(object=STRING, data=THINGS, has_more=BOOLEAN, url=STRING),
    )
    + listing(
        "slack",
        f"{text('cursor')}, {number('limit')}",
        thing(ok=BOOLEAN, members=THINGS, response_metadata=thing(next_cursor=STRING)),
    )
    + listing(
        "google", f"{text('pageToken')}, {number('maxResults')}", thing(kind=STRING, nextPageToken=STRING, items=THINGS)
    )
    + listing("django", f"{number('page')}", thing(count=INTEGER, next=MAYBE, previous=MAYBE, results=THINGS))
    + listing(
        "twilio",
        f"{number('PageSize')}, {number('Page')}, {text('PageToken')}",
        thing(accounts=THINGS, next_page_uri=MAYBE, page=INTEGER),
    )
    + listing(
        "pages",
        f"{number('page', ', minimum: 1')}, {number('per_page')}",
        thing(data=THINGS, meta=thing(total_pages=INTEGER)),
    )
    + listing("offset", f"{number('offset')}, {number('limit', ', default: 2')}", thing(items=THINGS, total=INTEGER))
    + listing("odata", number("$top"), thing(**{"@odata.nextLink": STRING, "value": THINGS}))
    + listing("openai", f"{text('after')}, {number('limit')}", thing(data=THINGS, has_more=BOOLEAN, last_id=STRING))
    + listing("unclear", f"{number('page')}, {number('size')}", thing(content=THINGS, totalPages=INTEGER))
    + listing("two", text("cursor"), thing(a=THINGS, b=THINGS, next_cursor=STRING))
    + listing("plain", text("q"), THINGS)
    + """
    components:
      schemas:
        Thing: {type: object, required: [id], properties: {id: {type: string}}}
"""
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return generate_package(SPEC, tmp_path_factory.mktemp("shop"), guess_pagination=True)


def query(exchange):
    return {name: values[0] for name, values in parse_qs(urlsplit(exchange.target).query).items()}


def page(*ids):
    return [{"id": str(one)} for one in ids]


def github(exchange):
    at = int(query(exchange).get("page", 1))
    link = f'<{urlsplit(exchange.target).path}?page={at + 1}>; rel="next", <?page=3>; rel="last"'
    respond(page(at), **({"link": link} if at < 3 else {}))(exchange)


def stripe(exchange):
    at = int(query(exchange).get("starting_after", 0))
    respond({"object": "list", "data": page(at + 1), "has_more": at < 2, "url": "/x"})(exchange)


def slack(exchange):
    at = int(query(exchange).get("cursor", 1))
    respond({"ok": True, "members": page(at), "response_metadata": {"next_cursor": str(at + 1) if at < 3 else ""}})(
        exchange
    )


def google(exchange):
    at = int(query(exchange).get("pageToken", 1))
    respond({"items": page(at), **({"nextPageToken": str(at + 1)} if at < 3 else {})})(exchange)


def django(exchange):
    at = int(query(exchange).get("page", 1))
    following = f"http://{exchange.headers['host']}/django?page={at + 1}" if at < 3 else None
    respond({"count": 3, "next": following, "previous": None, "results": page(at)})(exchange)


def twilio(exchange):
    at = int(query(exchange).get("Page", 1))
    respond({"accounts": page(at), "page": at, "next_page_uri": f"/twilio?Page={at + 1}" if at < 3 else None})(exchange)


def pages(exchange):
    at = int(query(exchange).get("page", 1))
    respond({"data": page(at), "meta": {"total_pages": 3}})(exchange)


def offset(exchange):
    at = int(query(exchange).get("offset", 0))
    respond({"items": page(*range(at + 1, min(at + 3, 4))), "total": 3})(exchange)


def odata(exchange):
    at = int(query(exchange).get("skip", 1))
    following = {"@odata.nextLink": f"/odata?skip={at + 1}"} if at < 3 else {}
    respond({"value": page(at), **following})(exchange)


def openai(exchange):
    at = int(query(exchange).get("after", 0))
    respond({"data": page(at + 1), "has_more": at < 2, "last_id": str(at + 1)})(exchange)


@pytest.mark.parametrize(
    "server", [github, stripe, slack, google, django, twilio, pages, offset, odata, openai], ids=lambda it: it.__name__
)
def test_a_well_known_shape_is_walked_to_its_end(drive: Driver, server) -> None:
    outcome = drive(f"client.shapes.list_{server.__name__}_all()", server, then="[thing.id for thing in result]")
    assert (outcome.value, outcome.error) == (["1", "2", "3"], None)
    assert len(outcome.requests) == (2 if server is offset else 3)
    assert outcome.warnings == []


def test_what_is_not_clear_is_not_guessed(drive: Driver) -> None:
    source = drive.generated.source("resources/shapes")
    for name in ("unclear", "two", "plain"):
        assert f"list_{name}_all" not in source
        assert f"list_{name}" in source


def test_each_guess_is_a_note(shop) -> None:
    notes = [one for one in shop.summary.diagnostics if one.code == "pagination-guessed"]
    assert len(notes) == 10
    assert {one.severity.value for one in notes} == {"info"}
    (stripes,) = [one for one in notes if "starting_after" in one.message]
    assert "{kind: cursor, parameter: starting_after, more: /has_more, key: id, items: /data}" in stripes.message


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("slack", [{"members": page(1), "response_metadata": {"next_cursor": "same"}}]),
        ("django", [{"next": "/django?page=2", "results": page(1)}]),
        ("stripe", [{"data": page(1), "has_more": True}]),
        ("pages", [{"data": page(1, 2)}]),
        ("pages", [{"data": page(1, 2)}, {"data": page(3, 4)}] * 3),
        ("offset", [{"items": page(1, 2)}]),
    ],
)
def test_a_wrong_guess_ends(drive: Driver, name: str, answers) -> None:
    behaviours = [respond(one) for one in answers]
    outcome = drive(f"client.shapes.list_{name}_all()", *behaviours, then="len(result)")
    assert outcome.error is None
    assert len(outcome.requests) <= 4
    assert outcome.value <= 4


def test_without_asking_nothing_is_guessed(tmp_path) -> None:
    assert "_all(" not in generate_package(SPEC, tmp_path).source("resources/shapes")


def test_the_configuration_says_how_a_listing_is_paged(tmp_path) -> None:
    rules = {
        "list_unclear": {"kind": "page", "parameter": "page", "items": "/content", "pages": "/totalPages"},
        "GET /tw?": {"kind": "cursor", "parameter": "cursor", "cursor": "/next_cursor", "items": "/b"},
        "list_s*": False,
        "list_stripe": {"kind": "cursor", "parameter": "starting_after", "key": "id", "items": "/data"},
        "list_plain": {"kind": "cursor", "parameter": "nope", "key": "id"},
        "nothing": False,
    }
    generated = generate_package(SPEC, tmp_path, guess_pagination=True, pagination=rules)
    source = generated.source("resources/shapes")
    for name in ("unclear", "two", "stripe", "github"):
        assert f"list_{name}_all" in source
    assert "list_slack_all" not in source
    told = [one.message for one in generated.summary.diagnostics if one.code == "pagination-unusable"]
    assert len(told) == 2
    assert "no query parameter 'nope'" in told[0]
    assert "'nothing'" in told[1]


def test_the_configuration_is_read_from_a_file(tmp_path) -> None:
    table = """
[tool.clientsmith]
spec = "openapi.yaml"
guess_pagination = true
[tool.clientsmith.pagination]
listA = { kind = "link" }
"GET /b*" = false
"""
    (tmp_path / "pyproject.toml").write_text(table)
    config = load_config(folder=tmp_path)
    assert (config.guess_pagination, config.pagination) == (True, {"listA": {"kind": "link"}, "GET /b*": False})
    (tmp_path / "pyproject.toml").write_text(table.replace("= false", "= 5"))
    with pytest.raises(ConfigError, match="pagination"):
        load_config(folder=tmp_path)
    assert json.loads(Config(spec="x").model_dump_json())["pagination"] == {}
