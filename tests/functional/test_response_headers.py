"""Headers of responses as values of the types that the document gives them."""

from __future__ import annotations

import pytest

from support.driving import Driver, respond, serve
from support.generation import Generated, document, run

SPEC = document("""
    paths:
      /things:
        get:
          operationId: listThings
          responses:
            "200":
              description: The things.
              headers:
                X-Total: {schema: {type: integer, minimum: 5}}
                X-Text: {schema: {type: string, maxLength: 1}}
                X-Size: {schema: {type: string, enum: [s, m]}}
                X-Expires: {schema: {type: string, format: date-time}}
                X-Day: {schema: {type: [string, "null"], format: date}}
                X-Ids: {schema: {type: array, items: {type: integer}}}
                X-Range: {schema: {type: object, properties: {minPrice: {type: number}, unit: {type: string}}}}
                X-Pairs: {explode: true, schema: {$ref: "#/components/schemas/Pairs"}}
                X-Json: {content: {application/json: {schema: {$ref: "#/components/schemas/Pairs"}}}}
                X-Plain: {content: {text/plain: {schema: {type: integer}}}}
                X-Flag: {$ref: "#/components/headers/Flag"}
                X-Level: {schema: {type: integer, enum: [1, 2]}}
                X-Trace: {schema: {$ref: "#/components/schemas/Id"}}
                X-Traces: {schema: {$ref: "#/components/schemas/Traces"}}
                Set-Cookie: {schema: {type: array, items: {type: string}}}
                Content-Type: {schema: {type: integer}}
              content: {application/json: {schema: {type: array, items: {type: integer}}}}
            4XX: {description: No., headers: {X-Left: {schema: {type: integer}}, X-Other: {schema: {type: integer}}}}
        head:
          operationId: sizeOfThings
          responses: {"200": {description: ok, headers: {X-Size: {schema: {type: integer}}}}}
      /lines:
        get:
          operationId: listLines
          responses:
            "200":
              description: ok
              headers: {X-Size: {schema: {type: integer}}}
              content: {application/jsonl: {itemSchema: {type: integer}}}
    components:
      headers: {Flag: {schema: {type: boolean}}}
      schemas:
        Id: {type: string, format: uuid}
        Traces: {type: array, items: {$ref: "#/components/schemas/Id"}}
        Pairs: {type: object, properties: {aB: {type: integer}, when: {type: string, format: date}}}
""")

ID = "0fe0ac22-6b3a-4b6c-9b8e-0d2a3e1c7a01"
RAW = "client.with_raw_response.things.list()"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("X-Total", "7", "7"),
        ("x-total", " 7 ", "7"),
        ("X-Total", "3", "3"),
        ("X-Text", "text", "'text'"),
        ("X-Size", "xxl", "'xxl'"),
        ("X-Expires", "2026-01-02T03:04:05Z", "DateTime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)"),
        ("X-Expires", "Fri, 02 Jan 2026 03:04:05 GMT", "DateTime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)"),
        ("X-Day", "2026-01-02", "datetime.date(2026, 1, 2)"),
        ("X-Ids", "1, 2,3", "[1, 2, 3]"),
        ("X-Ids", "", "[]"),
        ("X-Range", "minPrice,1.5,unit,EUR", "ListThingsResponseXRange(min_price=1.5, unit='EUR')"),
        ("X-Pairs", "aB=1,when=2026-01-02", "Pairs(a_b=1, when=datetime.date(2026, 1, 2))"),
        ("X-Json", '{"aB": 1}', "Pairs(a_b=1)"),
        ("X-Plain", "7", "'7'"),
        ("X-Flag", "true", "True"),
        ("X-Level", "2", "2"),
        ("X-Trace", ID, f"UUID('{ID}')"),
        ("X-Traces", f"{ID},{ID}", f"[UUID('{ID}'), UUID('{ID}')]"),
        ("Set-Cookie", "a=b; expires=Fri, 02 Jan 2026", "['a=b; expires=Fri, 02 Jan 2026']"),
        ("X-Unknown", "7", "'7'"),
    ],
)
def test_a_header_is_what_the_document_says(drive: Driver, name: str, text: str, value: str) -> None:
    answer = respond([], **{name: text})
    assert drive(RAW, answer, then=f"repr(result.header({name!r}))").value == value


def test_the_content_type_is_not_a_header_of_the_document(drive: Driver) -> None:
    assert drive(RAW, respond([]), then="result.header('Content-Type')").value == "application/json"


def test_a_header_that_did_not_come_is_none(drive: Driver) -> None:
    assert drive(RAW, respond([]), then="[result.header('X-Total'), result.header('X-Total', int)]").value == [None] * 2


@pytest.mark.parametrize(
    ("name", "text"),
    [("X-Total", "many"), ("X-Ids", "1,two"), ("X-Range", "minPrice"), ("X-Json", "{"), ("X-Expires", "soon")],
)
def test_what_does_not_fit_stays_text_and_is_told(drive: Driver, name: str, text: str) -> None:
    outcome = drive(RAW, respond([], **{name: text}), then=f"result.header({name!r})")
    assert outcome.value == text
    ((kind, message, at_caller),) = outcome.warnings
    assert (kind, at_caller) == ("ResponseMismatchWarning", True)
    assert f"header {name}: expected " in message


def test_a_strict_client_raises(drive: Driver) -> None:
    outcome = drive(
        RAW, respond([], X_Total="many"), then="result.header('X-Total')", client="base_url=url, strict=True"
    )
    assert outcome.error["type"] == "ResponseValidationError"
    assert outcome.error["issues"] == [["header X-Total", "int", "many"]]


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("7", "int", "7"),
        ("1,2", "list[int]", "[1, 2]"),
        ("1,2", "str", "'1,2'"),
        ("2026-01-02T03:04:05Z", "dt.datetime", "datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=TzInfo(0))"),
    ],
)
def test_callers_may_name_the_type(drive: Driver, text: str, wanted: str, value: str) -> None:
    assert drive(RAW, respond([], X_Own=text), then=f"repr(result.header('X-Own', {wanted}))").value == value


def test_what_is_not_of_the_type_that_was_named_raises(drive: Driver) -> None:
    outcome = drive(RAW, respond([], X_Own="many"), then="result.header('X-Own', int)")
    assert outcome.error["type"] == "ResponseValidationError"
    assert outcome.error["message"] == "GET URL/things answered 200 OK with a header X-Own that is not int."


def test_head(drive: Driver) -> None:
    call = "client.with_raw_response.things.size()"
    assert drive(call, respond(X_Size="7"), then="result.header('X-Size')").value == 7
    assert "Headers, by `with_raw_response`: `X-Size`." in drive.generated.source("resources/things")


def test_errors_and_streams_have_values_too(shop: Generated) -> None:
    code = """
        import asyncio, os, pickle
        from shop import AsyncShop, RateLimitError, Shop
        url = os.environ["URL"]
        with Shop(base_url=url, max_retries=0) as client:
            try:
                client.things.list()
            except RateLimitError as error:
                print(error.header("x-left"), error.header("X-Left", float), repr(error.header("X-Other")))
                print(pickle.loads(pickle.dumps(error)).header("X-Left"))
            with client.lines.list() as stream:
                print(stream.header("X-Size"), list(stream))
            with client.with_streaming_response.lines.list() as response:
                print(response.header("X-Size"))
        async def main():
            async with AsyncShop(base_url=url) as client:
                async with await client.lines.list() as stream:
                    print(stream.header("X-Size"), [item async for item in stream])
                async with await client.with_streaming_response.lines.list() as response:
                    print(response.header("X-Size"))
        asyncio.run(main())
    """
    lines = respond(b"1\n", X_Size="7", content_type="application/jsonl")
    with serve(respond({}, 429, X_Left="3", X_Other="many"), lines, lines, lines, lines) as server:
        printed = run(code, shop, URL=server.url)
    assert printed.split("\n") == ["3 3.0 'many'", "3", "7 [1]", "7", "7 [1]", "7", ""]


def test_a_header_that_is_text_costs_nothing(shop: Generated) -> None:
    source = shop.source("resources/things")
    assert 'ResponseHeader("X-Total", lambda: int)' in source
    assert 'ResponseHeader("X-Text"' not in source
    assert 'ResponseHeader("X-Size", lambda: int)' in source
