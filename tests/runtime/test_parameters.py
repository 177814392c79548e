"""Parameters on the wire: against the tables of the specification, and against an independent reader."""

from __future__ import annotations

import datetime as dt
import enum
import json
import uuid
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.runtime import APIKey, Operation, Parameter
from clientsmith.runtime.options import NO_OPTIONS
from clientsmith.runtime.parameters import cookie_pairs, header_text, path_text, query_pairs
from clientsmith.runtime.requests import Arguments, prepare
from runtime.sample import Plan

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def query(parameter: Parameter, value: Any) -> str:
    return "&".join(f"{name}={text}" for name, text in query_pairs(parameter, value))


# The table of OpenAPI 3.1 §4.8.12 ("Style Examples"), with delimiters percent-encoded as RFC 3986 wants them.
@pytest.mark.parametrize(
    ("style", "explode", "single", "array", "an_object"),
    [
        ("matrix", False, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        ("matrix", True, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        ("label", False, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        ("label", True, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        ("simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        ("simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ],
)
def test_path_styles(style, explode, single, array, an_object):
    parameter = Parameter("color", "path", style=style, explode=explode)
    assert [path_text(parameter, value) for value in ("blue", ARRAY, OBJECT)] == [single, array, an_object]


@pytest.mark.parametrize(
    ("style", "explode", "single", "array", "an_object"),
    [
        ("form", False, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        ("form", True, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        ("spaceDelimited", False, "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
        (
            "deepObject",
            True,
            "color=blue",
            "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ],
)
def test_query_styles(style, explode, single, array, an_object):
    parameter = Parameter("color", "query", style=style, explode=explode)
    assert [query(parameter, value) for value in ("blue", ARRAY, OBJECT)] == [single, array, an_object]


# RFC 6570 §3.2.7, and "Style Examples" of OpenAPI 3.1 §4.8.12.
@pytest.mark.parametrize(
    ("explode", "value", "text"),
    [
        (False, "", ";x"),
        (True, "", ";x"),
        (False, ["", "a"], ";x=,a"),
        (True, ["", "a"], ";x;x=a"),
        (True, {"k": "", "l": "="}, ";k;l=%3D"),
    ],
)
def test_empty_values_in_the_style_matrix(explode, value, text):
    assert path_text(Parameter("x", "path", style="matrix", explode=explode), value) == text


def test_header_and_cookie_styles():
    header = Parameter("X-Color", "header")
    assert header_text(header, ARRAY) == "blue,black,brown"
    assert header_text(header, OBJECT) == "R,100,G,200,B,150"
    assert header_text(Parameter("X-Color", "header", explode=True), OBJECT) == "R=100,G=200,B=150"
    assert header_text(header, None) is None
    assert header_text(header, []) is None
    cookie = Parameter("color", "cookie", explode=False)
    assert cookie_pairs(cookie, ["a b", "c;d"]) == [("color", "a%20b,c%3Bd")]


def test_deep_objects_with_lists_and_objects_inside():
    parameter = Parameter("filter", "query", style="deepObject")
    value = {"a": {"b": [1, 2]}, "c": [{"d": True}, {"d": None, "e": "x"}], "f": None}
    assert [(unquote(name), text) for name, text in query_pairs(parameter, value)] == [
        ("filter[a][b][]", "1"),
        ("filter[a][b][]", "2"),
        ("filter[c][0][d]", "true"),
        ("filter[c][1][e]", "x"),
    ]


def test_nothing_to_send():
    for value in (None, [], {}, [None], {"a": None}):
        assert query(Parameter("a", "query"), value) == ""
    assert query(Parameter("a", "query"), "") == "a="
    assert query(Parameter("a", "query"), [1, None, 2]) == "a=1&a=2"


class Color(enum.Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (5, "5"),
        (5.0, "5"),
        (0.1, "0.1"),
        (-1.5e300, "-1.5e%2B300"),
        (Color.RED, "red"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (dt.date(2024, 1, 2), "2024-01-02"),
        (dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC), "2024-01-02T03%3A04%3A05Z"),
        (dt.timedelta(hours=1), "PT1H"),
        ("é/?#&=+ %", "%C3%A9%2F%3F%23%26%3D%2B%20%25"),
    ],
)
def test_single_values(value, text):
    assert query(Parameter("a", "query"), value) == f"a={text}"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_are_none(value):
    with pytest.raises(ValueError, match="finite"):
        query_pairs(Parameter("a", "query"), value)


@pytest.mark.parametrize("value", [object(), 1j])
def test_values_without_text(value):
    with pytest.raises(TypeError, match="Query parameter 'a' cannot be written"):
        query_pairs(Parameter("a", "query"), value)


def test_reserved_characters_where_they_are_allowed():
    parameter = Parameter("a", "query", allow_reserved=True)
    assert query(parameter, "https://x/y?z=1&q=2#f+g[h]") == "a=https://x/y?z=1%26q=2%23f%2Bg%5Bh%5D"
    listed = Parameter("a", "query", allow_reserved=True, explode=False)
    assert query(listed, ["a,b", "c:d"]) == "a=a%2Cb,c:d"
    # The examples of RFC 6570 §3.2.3 and of its extended tests, in a query.
    assert query(parameter, "50%") == "a=50%25"
    assert query(listed, ["red%25", "%2Fgreen", "blue "]) == "a=red%25,%2Fgreen,blue%20"


def test_parameters_with_content():
    parameter = Parameter("q", "query", media_type="application/json")
    ((_, text),) = query_pairs(parameter, {"plan": Plan(end_after=1), "at": dt.date(2024, 1, 1)})
    assert json.loads(unquote(text)) == {"plan": {"endAfter": 1}, "at": "2024-01-01"}


def test_models_as_parameters():
    assert query(Parameter("plan", "query", style="deepObject"), Plan(end_after=1)) == "plan%5BendAfter%5D=1"


@pytest.mark.parametrize("value", ["a\nb", "a\r\nX-Evil: 1", "a\x00b"])
def test_headers_cannot_be_broken_out_of(value):
    with pytest.raises(ValueError, match="Header 'X-A' must not contain line breaks") as caught:
        header_text(Parameter("X-A", "header"), value)
    assert "Evil" not in str(caught.value)


# --- whole addresses


def address(operation: Operation[Any], base_url: str = "http://h", **values: Any) -> str:
    return prepare(operation, Arguments(values), base_url=base_url, auth={}, options=NO_OPTIONS).url


FILE: Operation[None] = Operation(
    id="getFile",
    method="GET",
    path="/files/{id}/content.{kind}",
    parameters=(Parameter("id", "path"), Parameter("kind", "path"), Parameter("q", "query")),
)


@pytest.mark.parametrize("value", ["", None, [], ".", ".."])
def test_path_values_that_would_lead_elsewhere(value):
    with pytest.raises(ValueError, match="would lead somewhere else"):
        address(FILE, id=value, kind="x")


@given(st.text(min_size=1).filter(lambda text: text not in {".", ".."}), st.text(min_size=1), st.text())
def test_no_value_changes_the_structure_of_an_address(identity, kind, value):
    url = address(FILE, base_url="http://h/base", id=identity, kind=kind, q=value)
    sent = httpx.Request("GET", url).url.raw_path.decode()
    assert url == f"http://h{sent}", "httpx sends what was encoded, as it is"
    path, _, query_text = sent.partition("?")
    _, base, files, got_identity, last = path.split("/")
    assert (base, files) == ("base", "files")
    assert unquote(got_identity, errors="strict") == identity
    assert unquote(last, errors="strict") == f"content.{kind}"
    assert parse_qsl(query_text, keep_blank_values=True, strict_parsing=True) == [("q", value)]


TEXT = st.text(min_size=1)
KEYS = st.text(min_size=1, max_size=5)


@given(st.lists(TEXT, min_size=1))
def test_lists_can_be_read_back(values):
    pairs = query(Parameter("a", "query"), values)
    assert [text for _, text in parse_qsl(pairs, keep_blank_values=True)] == values
    for style, delimiter in (("form", ","), ("spaceDelimited", "%20"), ("pipeDelimited", "%7C")):
        if style != "form" and any(unquote(delimiter) in value for value in values):
            continue  # not told apart in these styles
        pairs = query(Parameter("a", "query", style=style, explode=False), values)  # type: ignore[arg-type]
        assert [unquote(part) for part in pairs.removeprefix("a=").split(delimiter)] == values
    for explode in (False, True):
        assert [unquote(p) for p in path_text(Parameter("a", "path", explode=explode), values).split(",")] == values
    matrix = path_text(Parameter("a", "path", style="matrix", explode=True), values)
    assert [unquote(part.removeprefix("a=")) for part in matrix[1:].split(";")] == values


@given(st.dictionaries(KEYS, TEXT, min_size=1, max_size=4))
def test_objects_can_be_read_back(values):
    assert dict(parse_qsl(query(Parameter("a", "query"), values), keep_blank_values=True)) == values
    deep = parse_qsl(query(Parameter("a", "query", style="deepObject"), values), keep_blank_values=True)
    assert {name.removeprefix("a[")[:-1]: text for name, text in deep} == values
    for style in ("simple", "matrix"):
        exploded = path_text(Parameter("a", "path", style=style, explode=True), values)  # type: ignore[arg-type]
        parts = exploded.split(",") if style == "simple" else exploded[1:].split(";")
        assert {unquote(part.partition("=")[0]): unquote(part.partition("=")[2]) for part in parts} == values


def test_the_same_name_in_two_places():
    operation: Operation[None] = Operation(
        id="x",
        method="GET",
        path="/x/{id}",
        parameters=(
            Parameter("id", "path"),
            Parameter("id", "query", key="id_query"),
            Parameter("id", "cookie", key="c"),
        ),
    )
    request = prepare(
        operation, Arguments({"id": 1, "id_query": 2, "c": 3}), base_url="http://h", auth={}, options=NO_OPTIONS
    )
    assert request.url == "http://h/x/1?id=2"
    assert request.headers["Cookie"] == "id=3"


def test_a_path_template_may_have_a_query_and_a_fragment():
    parameters = (Parameter("id", "path"), Parameter("page", "query"))
    operation = Operation("x", "GET", "/rest/{id}?method=get#first", parameters)
    urls = [
        prepare(operation, Arguments(values), base_url="http://a.test", auth={}, options=NO_OPTIONS).url
        for values in ({"id": "1"}, {"id": "?#&", "page": 2})
    ]
    assert urls == ["http://a.test/rest/1?method=get", "http://a.test/rest/%3F%23%26?method=get&page=2"]


@pytest.mark.parametrize("place", ["query", "header", "cookie"])
def test_a_parameter_that_is_a_credential_as_well_goes_once_and_wins(place):
    operation = Operation("x", "GET", "/a", (Parameter("key", place),), security=(("key",),))
    auth = {"key": APIKey("key", "of-the-client", place=place, name="key")}
    prepared = prepare(operation, Arguments({"key": "mine"}), base_url="http://a.test", auth=auth, options=NO_OPTIONS)
    sent = f"{prepared.url} {prepared.headers}"
    assert ("mine" in sent, "of-the-client" in sent, "mine" in prepared.shown_url) == (True, False, False)


def test_a_header_that_the_client_sends_anyhow_is_sent_once():
    operation = Operation("get", "GET", "/a", parameters=(Parameter("user-agent", "header"),))
    prepared = prepare(
        operation,
        Arguments({"user-agent": "mine"}),
        base_url="http://a.test",
        auth={},
        options=NO_OPTIONS,
        user_agent="the client's",
    )
    assert {name: text for name, text in prepared.headers.items() if name.lower() == "user-agent"} == {
        "user-agent": "mine"
    }
