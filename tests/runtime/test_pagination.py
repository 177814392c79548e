"""Walking a listing by time: no item lost, none twice, against a server that filters as real ones do."""

from __future__ import annotations

import datetime as dt
import warnings
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientsmith.runtime import IncompleteListingWarning, ResponseMismatchWarning
from runtime.hostile import answer, respond, serve
from runtime.sample import Sample

START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


class Listing:
    """A server that keeps microseconds, shows milliseconds, and caps pages."""

    def __init__(self, offsets: list[int], default: int = 100, cap: int = 1000, digits: int = 3) -> None:
        self.moments = {f"a{index}": START + dt.timedelta(microseconds=offset) for index, offset in enumerate(offsets)}
        self.default = default
        self.cap = cap
        self.digits = digits
        self.queries: list[dict[str, str]] = []

    def shown(self, moment: dt.datetime) -> str:
        fraction = f".{moment.microsecond:06d}"[: self.digits + 1] if self.digits else ""
        return moment.strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"

    def page(self, target: str) -> list[dict[str, Any]]:
        query = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
        self.queries.append(query)
        assert len(self.queries) < 500, "the walk does not end"
        found = sorted(self.moments.items(), key=lambda item: item[1], reverse=True)
        if "createdAtLe" in query:
            found = [item for item in found if item[1] <= dt.datetime.fromisoformat(query["createdAtLe"])]
        if "createdAtGt" in query:
            found = [item for item in found if item[1] > dt.datetime.fromisoformat(query["createdAtGt"])]
        limit = min(int(query.get("limit", self.default)), self.cap)
        return [{"id": key, "createdAt": self.shown(moment)} for key, moment in found[:limit]]

    def walk(self, **options: Any) -> list[str]:
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json=self.page(str(request.url))))
        with httpx.Client(transport=transport) as http, Sample("t", http_client=http) as client:
            return [item.id for item in client.assistants.list_all(**options)]


@given(
    st.lists(st.integers(0, 40_000), max_size=60) | st.lists(st.integers(0, 3_000), max_size=60),
    st.integers(1, 7) | st.none(),
    st.integers(1, 30),
    st.sampled_from([0, 3, 6]),
)
def test_no_item_is_lost_or_given_twice(offsets, limit, default, digits):
    listing = Listing(offsets, default=max(default, 2), digits=digits)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        walked = listing.walk(limit=limit)
    assert len(walked) == len(set(walked))
    assert set(walked) == set(listing.moments)


def test_many_items_of_one_moment():
    listing = Listing([0] * 250 + [5_000_000, -5_000_000])
    assert len(listing.walk()) == 252
    assert len(listing.walk(limit=1)) == 252


def test_more_items_of_one_moment_than_a_page_can_hold():
    listing = Listing([0] * 1200 + [-5_000_000])
    with pytest.warns(IncompleteListingWarning, match="1000 or more items have the time"):
        walked = listing.walk()
    assert len(walked) == len(set(walked)) == 1001
    assert "a1200" in walked


def test_a_server_that_caps_pages_below_what_was_asked():
    assert len(Listing([step * 1_000_000 for step in range(50)], cap=7).walk(limit=1000)) == 50


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 60_000), max_size=60) | st.lists(st.integers(0, 6_000), max_size=40),
    st.integers(13, 50),
    st.integers(2, 12),
    st.sampled_from([0, 3, 6]),
)
def test_with_any_cap_no_item_is_lost_without_a_warning(offsets, limit, cap, digits):
    listing = Listing(offsets, default=30, cap=cap, digits=digits)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        walked = listing.walk(limit=limit)
    assert len(walked) == len(set(walked))
    counts = Counter(map(listing.shown, listing.moments.values()))
    if set(walked) != set(listing.moments) and len(counts) > 2:
        assert [warning.category for warning in caught] == [IncompleteListingWarning] * len(caught)
        assert caught
        assert max(counts.values()) >= cap


def test_the_filters_of_the_caller_stay():
    listing = Listing([step * 1_000_000 for step in range(20)], default=4)
    low, high = START + dt.timedelta(seconds=4.5), START + dt.timedelta(seconds=15)
    assert listing.walk(created_at_gt=low, created_at_le=high) == [f"a{index}" for index in range(15, 4, -1)]
    assert listing.queries[0]["createdAtLe"] == "2024-01-01T00:00:15Z"
    assert {query["createdAtGt"] for query in listing.queries} == {"2024-01-01T00:00:04.500000Z"}
    listing = Listing([0, 1_000], default=1)
    assert listing.walk(created_at_le="2024-01-01T00:00:00.000Z") == ["a0"]


def test_a_server_that_ignores_the_filter():
    class Deaf(Listing):
        def page(self, target: str) -> list[dict[str, Any]]:
            return super().page(target.split("?", maxsplit=1)[0])

    deaf = Deaf([step * 1_000_000 for step in range(150)])
    assert len(deaf.walk()) == 100
    assert len(deaf.queries) < 10


def test_items_without_a_time_or_an_id():
    def odd(exchange: Any) -> Any:
        return [{"id": "1"}, {"name": "x", "id": "2"}]

    with serve(answer(odd)) as server, Sample("t", base_url=server.url) as client:
        with pytest.warns(ResponseMismatchWarning), pytest.warns(IncompleteListingWarning, match="no item has a time"):
            found = list(client.assistants.list_all())
        assert [item.id for item in found] == ["1", "2"]


def test_all_pages_have_no_one_raw_response(caller):
    with serve(respond([])) as server, pytest.raises(TypeError, match="page by page"):
        caller.call(lambda client: client.with_raw_response.assistants.list_all(), base_url=server.url)


@pytest.mark.parametrize(("count", "requests"), [(0, 1), (1, 1), (3, 2), (99, 2), (100, 2), (101, 2), (250, 3)])
@pytest.mark.parametrize("limit", [None, 100])
def test_the_number_of_requests(count, requests, limit):
    """A page ends the walk if an earlier one was longer; a first page may have been capped."""
    listing = Listing([step * 1_000_000 for step in range(count)])
    assert len(listing.walk(limit=limit)) == count
    assert len(listing.queries) == requests


def test_pages_one_by_one(caller):
    listing = Listing([step * 1_000_000 for step in range(5)])

    def use(client):
        page = client.assistants.list(limit=2)
        if not isinstance(page, list):
            return walk(page)
        found = list(page)
        sizes = [len(page)]
        while page.has_next_page:
            page = page.next_page()
            found += page
            sizes.append(len(page))
        with pytest.raises(LookupError, match="last page"):
            page.next_page()
        return found, sizes

    async def walk(first):
        page = await first
        found = list(page)
        sizes = [len(page)]
        while page.has_next_page:
            page = await page.next_page()
            found += page
            sizes.append(len(page))
        with pytest.raises(LookupError, match="last page"):
            await page.next_page()
        return found, sizes

    with serve(answer(lambda exchange: listing.page(exchange.target))) as server:
        found, sizes = caller.call(use, base_url=server.url)
        assert [item.id for item in found] == ["a4", "a3", "a2", "a1", "a0"]
        assert max(sizes) <= 2
        again = caller.call(lambda client: client.assistants.list_all(limit=2), base_url=server.url)
        assert [item.id for item in again] == ["a4", "a3", "a2", "a1", "a0"]
