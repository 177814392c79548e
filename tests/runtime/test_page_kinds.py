"""Walking through listings by cursor, number and address."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.runtime import (
    JSON,
    APIError,
    APIKey,
    AsyncClient,
    AsyncResource,
    Client,
    Cursor,
    IncompleteListingWarning,
    Model,
    NextLink,
    Numbered,
    Operation,
    Parameter,
    Resource,
    Response,
    Settings,
)
from clientsmith.runtime.page_kinds import _next_links
from clientsmith.runtime.pages import Answer, Position
from runtime.hostile import answer, respond, serve

SETTINGS = Settings(title="Sample", user_agent="sample", base_url="http://127.0.0.1:9")


class Thing(Model):
    id: int


class Envelope(Model):
    data: list[Thing]
    next: str | None = None
    has_more: bool | None = None
    total: int | None = None


def operation(pagination: Any, kind: Any = Envelope) -> Operation[Any]:
    return Operation(
        id="list",
        method="GET",
        path="/things",
        parameters=tuple(Parameter(name, "query") for name in ("limit", "page", "offset", "cursor")),
        responses=(Response("200", "application/json", JSON, lambda: kind),),
        security=(("key",),),
        pagination=pagination,
    )


AUTH = (APIKey("key", "secret-key", place="query", name="key"),)


def walk(pagination: Any, url: str, kind: Any = Envelope, **values: Any) -> list[int]:
    with Client(SETTINGS, base_url=url, auth=AUTH) as client:
        return [thing.id for thing in Resource(client)._pages(operation(pagination, kind), values)]


def query_of(exchange: Any) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(exchange.target).query).items()}


def things(ids: Any) -> list[dict[str, int]]:
    return [{"id": number} for number in ids]


CURSOR = Cursor(parameter="cursor", cursor="/next", items="/data")


def test_a_cursor_decides_about_the_end_whatever_the_size_of_the_pages():
    pages = {None: ([1, 2], "a"), "a": ([], "b"), "b": ([3], "c"), "c": ([4, 5], "")}

    def page(exchange):
        ids, following = pages[query_of(exchange).get("cursor")]
        return {"data": things(ids), "next": following}

    with serve(answer(page)) as server:
        assert walk(CURSOR, server.url, limit=2) == [1, 2, 3, 4, 5]
        assert [query_of(exchange)["limit"] for exchange in server.requests] == ["2"] * 4


def test_a_cursor_that_comes_twice_ends_the_walk():
    with serve(respond({"data": [{"id": 1}], "next": "a"})) as server:
        with pytest.warns(IncompleteListingWarning, match="'a' twice"):
            assert walk(CURSOR, server.url) == [1, 1]
        assert len(server.requests) == 2


def test_the_last_item_as_cursor():
    def page(exchange):
        after = int(query_of(exchange).get("cursor", 0))
        return {"data": things(range(after + 1, min(after + 3, 6))), "has_more": after + 3 < 6}

    with serve(answer(page)) as server:
        assert walk(Cursor(parameter="cursor", key="id", items="/data", more="/has_more"), server.url) == [
            1,
            2,
            3,
            4,
            5,
        ]


NUMBERED = {
    "page": Numbered(parameter="page", first=1, items="/data", limit="limit", size=4),
    "offset": Numbered(parameter="offset", counts_items=True, items="/data", limit="limit", size=4),
}


@given(st.integers(0, 30), st.integers(1, 9) | st.none(), st.integers(2, 9), st.sampled_from(sorted(NUMBERED)))
def test_numbers_lose_and_repeat_nothing_whatever_the_server_caps(count, limit, cap, kind):
    """Drives the pure functions alone: the same loop as the resources', without a server."""
    size = min(limit or 4, cap)
    values: dict[str, Any] = {"limit": limit}
    position: Any = Position(values)
    found: list[int] = []
    requests = 0
    while position is not None:
        requests += 1
        start = (position.values.get("page", 1) - 1) * size if kind == "page" else position.values.get("offset", 0)
        body = {"data": things(range(start, min(start + size, count)))}
        advance = NUMBERED[kind].advance(position, Answer(body, None, ""))
        found += [item["id"] for item in advance.items]
        position = advance.next
    assert found == list(range(count))
    assert requests <= max(count, 1) // size + 2


@pytest.mark.parametrize(
    ("extra", "facts"),
    [
        ({"has_more": False}, {"more": "/has_more"}),
        ({"total": 1}, {"pages": "/total"}),
        ({"total": 3}, {"total": "/total"}),
    ],
)
def test_the_body_tells_the_end(extra, facts):
    counts = "total" in facts
    kind = Numbered(parameter="page", counts_items=counts, first=0 if counts else 1, items="/data", **facts)
    with serve(respond({"data": things(range(3)), **extra})) as server:
        assert walk(kind, server.url) == [0, 1, 2]
        assert len(server.requests) == 1


def test_a_server_that_does_not_know_the_parameter():
    with serve(respond({"data": things(range(3))})) as server:
        assert walk(NUMBERED["page"], server.url) == [0, 1, 2]
        assert len(server.requests) == 2


def test_links_of_the_header_and_of_the_body():
    def linked(exchange):
        page = int(query_of(exchange).get("p", 1))
        link = f'</things?p={page + 1}&key=leak>; rel="next", </things?p=9>; rel=last'
        respond(things([page]), link=link if page < 3 else '</things?p=1>; rel="first"')(exchange)

    def told(exchange):
        page = int(query_of(exchange).get("p", 1))
        return {"data": things([page]), "next": f"?p={page + 1}" if page < 3 else None}

    with serve(linked) as server:
        assert walk(NextLink(), server.url, list[Thing]) == [1, 2, 3]
        assert [parse_qs(urlsplit(one.target).query)["key"] for one in server.requests] == [["secret-key"]] * 3
    with serve(answer(told)) as server:
        assert walk(NextLink(url="/next", items="/data"), server.url) == [1, 2, 3]


def test_credentials_do_not_follow_a_link_to_another_server():
    with serve(respond([])) as other, serve(respond(things([1]), link=f"<{other.url}/x>; rel=next")) as server:
        with pytest.raises(APIError, match="on another server"):
            walk(NextLink(), server.url, list[Thing])
        assert other.requests == []


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ('<a>; rel="next"', ["a"]),
        ("<a>;rel=next", ["a"]),
        ('<a>; title="x, y"; rel="prev next", <b>; rel=prev', ["a"]),
        ('<a>; rel="nextpage"', []),
        ("", []),
        ("<a", []),
    ],
)
def test_the_grammar_of_link(field, found):
    assert list(_next_links([field])) == found


def test_pages_without_blocking():
    import asyncio

    async def main(url):
        async with AsyncClient(SETTINGS, base_url=url, auth=AUTH) as client:
            return [thing.id async for thing in AsyncResource(client)._pages(operation(CURSOR))]

    with serve(respond({"data": things([1]), "next": "a"}), respond({"data": things([2])})) as server:
        assert asyncio.run(main(server.url)) == [1, 2]
