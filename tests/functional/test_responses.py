"""What calls return: statuses, media types, types, pages, raw responses, and responses that do not fit."""

from __future__ import annotations

import pytest

from support.driving import Driver, respond
from support.generation import document

SPEC = document("""
    paths:
      /things:
        get:
          operationId: listThings
          tags: [things]
          parameters:
            - {name: limit, in: query, schema: {type: integer}}
            - {name: createdAtLt, in: query, schema: {type: string, format: date-time}}
          x-clientsmith-pagination: {kind: time-window, field: createdAt, before: createdAtLt, limit: limit, key: id}
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}
        post:
          operationId: createThing
          tags: [things]
          responses:
            "200":
              description: it was there
              content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
            "201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Made"}}}}
            "202": {description: later}
      /things/{id}:
        get:
          operationId: getThing
          tags: [things]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
            "404": {description: none, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
            "5XX":
              description: broken
              content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
            default: {description: else, content: {text/plain: {schema: {type: string}}}}
        delete:
          operationId: deleteThing
          tags: [things]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {"204": {description: gone}}
      /scalar/{kind}:
        get:
          operationId: getScalar
          tags: [odd]
          parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
          responses:
            "200":
              description: ok
              content:
                application/json: {schema: {anyOf: [{type: string, enum: [on, off]}, {type: integer}, {type: "null"}]}}
      /times:
        get:
          operationId: getTimes
          tags: [odd]
          responses:
            "200":
              description: ok
              content:
                application/json: {schema: {type: object, additionalProperties: {type: string, format: date-time}}}
      /pair:
        get:
          operationId: getPair
          tags: [odd]
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema:
                    type: array
                    prefixItems: [{type: string, format: date}, {type: integer}]
                    minItems: 2
                    maxItems: 2
      /enum:
        get:
          operationId: getEnum
          tags: [odd]
          responses: {"200": {description: ok, content: {application/json: {schema: {type: string, enum: [a, b]}}}}}
      /text:
        get:
          operationId: getText
          tags: [odd]
          responses: {"200": {description: ok, content: {text/html: {schema: {type: string}}}}}
      /bytes:
        get:
          operationId: getBytes
          tags: [odd]
          responses: {"200": {description: ok, content: {audio/wav: {schema: {type: string, format: binary}}}}}
      /both:
        get:
          operationId: getBoth
          tags: [odd]
          responses:
            "200":
              description: ok
              content:
                application/json: {schema: {$ref: "#/components/schemas/Thing"}}
                text/csv: {schema: {type: string}}
      /profiles:
        get:
          operationId: getProfile
          tags: [odd]
          responses:
            "200":
              description: ok
              content:
                application/json; profile="made"; v=2: {schema: {$ref: "#/components/schemas/Made"}}
                application/json: {schema: {$ref: "#/components/schemas/Thing"}}
        post:
          operationId: sendProfile
          tags: [odd]
          requestBody:
            content:
              application/json; v=2: {schema: {type: object, properties: {two: {type: string}}}}
              application/json: {schema: {type: object, properties: {one: {type: string}}}}
          responses: {"204": {description: ok}}
      /any:
        get:
          operationId: getAny
          tags: [odd]
          responses: {default: {description: ok, content: {application/json: {}}}}
      /download:
        get:
          operationId: download
          tags: [open]
          responses:
            "200": {description: ok, content: {"*/*": {schema: {type: string, format: binary}}}}
            "400": {description: bad, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
      /word:
        get:
          operationId: getWord
          tags: [open]
          responses: {"200": {description: ok, content: {"*/*": {schema: {type: string}}}}}
      /model:
        get:
          operationId: getModel
          tags: [open]
          responses:
            "200":
              description: A thing
              headers:
                X-Rate-Left: {description: calls left, schema: {type: integer}}
                ETag: {schema: {type: string}}
              content: {"*/*": {schema: {$ref: "#/components/schemas/Thing"}}}
      /unnamed:
        get:
          operationId: getUnnamed
          tags: [open]
          responses: {"200": {description: ok, content: {json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
      /archive:
        get:
          operationId: getArchive
          tags: [open]
          responses:
            "302": {description: elsewhere, headers: {Location: {schema: {type: string}}}}
            default: {description: bad, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
      /ranged:
        get:
          operationId: getRanged
          tags: [open]
          responses:
            "200":
              description: ok
              content:
                "*/*": {schema: {type: string, format: binary}}
                application/*: {schema: {$ref: "#/components/schemas/Made"}}
                application/json: {schema: {$ref: "#/components/schemas/Thing"}}
      /nothing:
        get: {operationId: getNothing, tags: [odd], responses: {"200": {description: ok}}}
    components:
      schemas:
        Thing:
          type: object
          required: [id]
          properties:
            id: {type: string}
            createdAt: {type: string, format: date-time}
            size: {type: integer, minimum: 1}
            kind: {type: string, enum: [round, square]}
            shape: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Box"}]}
            shapes:
              type: array
              items: {oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Box"}]}
        Circle:
          type: object
          required: [type, radius]
          properties: {type: {const: circle}, radius: {type: number}}
        Box:
          type: object
          required: [type, width]
          properties: {type: {const: box}, width: {type: number}, inner: {$ref: "#/components/schemas/Thing"}}
        Made:
          type: object
          required: [location]
          properties: {location: {type: string}}
        Problem:
          type: object
          required: [message]
          properties:
            message: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
            statusCode: {type: integer}
""")
THING = {"id": "1", "createdAt": "2026-01-02T03:04:05.678Z", "size": 3, "kind": "round"}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [(200, {"id": "1"}, "Thing"), (201, {"location": "/x"}, "Made"), (202, None, "NoneType")],
)
def test_each_success_status_has_its_type(drive: Driver, status: int, body: object, kind: str) -> None:
    outcome = drive("client.things.create()", respond(body, status))
    assert (outcome.type, outcome.value) == (kind, body)


def test_the_annotation_names_all_successes(drive: Driver) -> None:
    assert "def create(self, *, options: RequestOptions | None = None) -> models.Thing | models.Made | None:" in (
        drive.generated.source("resources/things")
    )


def test_values_are_typed(drive: Driver) -> None:
    then = "[isinstance(result.created_at, dt.datetime), result.created_at.microsecond, result.size, result.kind]"
    outcome = drive("client.things.get('1')", respond(THING), then=then)
    assert outcome.value == [True, 678000, 3, "round"]
    assert not outcome.warnings


def test_serialising_gives_back_what_came(drive: Driver) -> None:
    assert drive("client.things.get('1')", respond(THING)).value == THING


def test_no_content(drive: Driver) -> None:
    outcome = drive("client.things.delete('1')", respond(status=204))
    assert (outcome.type, outcome.sent.method) == ("NoneType", "DELETE")
    assert drive("client.odd.get_nothing()", respond({"a": 1})).type == "NoneType"


@pytest.mark.parametrize(
    ("call", "body", "value", "kind"),
    [
        ("get_enum()", "a", "a", "str"),
        ("get_scalar('x')", "off", "off", "str"),
        ("get_scalar('x')", 7, 7, "int"),
        ("get_scalar('x')", None, None, "NoneType"),
        ("get_any()", {"a": [1]}, {"a": [1]}, "dict"),
        ("get_times()", {}, {}, "dict"),
    ],
)
def test_results_that_are_no_models(drive: Driver, call: str, body: object, value: object, kind: str) -> None:
    behaviour = respond(b"null") if body is None else respond(body)
    outcome = drive(f"client.odd.{call}", behaviour)
    assert outcome.error is None
    assert (outcome.value, outcome.type, outcome.warnings) == (value, kind, [])


def test_dates_inside_of_results(drive: Driver) -> None:
    times = drive("client.odd.get_times()", respond({"a_b": "2026-01-02T00:00:00Z"}), then="result['a_b'].year")
    assert times.value == 2026
    pair = drive("client.odd.get_pair()", respond(["2026-01-02", 3]), then="[result[0].month, result[1]]")
    assert pair.value == [1, 3]


def test_text_and_bytes(drive: Driver) -> None:
    text = drive("client.odd.get_text()", respond("é".encode("latin-1"), content_type="text/html; charset=latin-1"))
    assert (text.value, text.type) == ("é", "str")
    data = drive("client.odd.get_bytes()", respond(b"RIFF\x00\xff", content_type="audio/wav"))
    assert (data.value, data.type) == ("RIFF\x00\xff", "bytes")
    assert text.sent.accept == "text/html"


def test_the_media_type_that_came_decides(drive: Driver) -> None:
    assert drive("client.odd.get_both()", respond({"id": "1"})).type == "Thing"
    outcome = drive("client.odd.get_both()", respond(b"a,b", content_type="text/csv"))
    assert (outcome.type, outcome.value) == ("str", "a,b")
    assert outcome.sent.accept == "application/json, text/csv;q=0.9"


@pytest.mark.parametrize(
    ("content_type", "wanted"),
    [
        ("application/json", "Thing"),
        ("application/json; charset=utf-8", "Thing"),
        ("application/json; v=1", "Thing"),
        ("Application/JSON;charset=utf-8; V=2 ;profile=made", "Made"),
    ],
)
def test_media_types_with_parameters(drive: Driver, content_type: str, wanted: str) -> None:
    """Where two media types differ in their parameters only, those that came decide (RFC 9110 §8.3.1)."""
    body = {"id": "1", "made": True, "when": "2026-01-01T00:00:00Z"}
    assert drive("client.odd.get_profile()", respond(body, content_type=content_type)).type == wanted


def test_bodies_of_media_types_with_parameters(drive: Driver) -> None:
    for content_type, body in (("application/json", {"one": "1"}), ("application/json; v=2", {"two": "2"})):
        sent = drive(f"client.odd.send_profile({body}, content_type={content_type!r})", respond(status=204)).sent
        assert (sent.headers["content-type"], sent.json) == (content_type, body)


def test_what_a_declared_redirect_leads_to(drive: Driver) -> None:
    """An operation that only redirects gives what is found there."""
    moved = respond(status=302, location="/files/1")
    outcome = drive("client.open.get_archive()", moved, respond(b"PK\x00", content_type="application/zip"))
    assert [request.path for request in outcome.requests] == ["/archive", "/files/1"]
    assert (outcome.type, outcome.value) == ("bytes", "PK\x00")
    assert drive("client.open.get_archive()", respond({"message": "no"}, 404)).error["type"] == "NotFoundError"


def test_open_media_types(drive: Driver) -> None:
    """Where the document says `*/*`, the schema tells how a body is read."""
    outcome = drive("client.open.download()", respond(b"\x00\xff", content_type="application/zip"))
    assert (outcome.type, outcome.value) == ("bytes", "\x00\xff")
    assert outcome.sent.accept == "*/*, application/json;q=0.5"
    assert drive("client.open.get_word()", respond(b"hello", content_type="text/plain")).value == "hello"
    assert drive("client.open.get_word()", respond("hello")).value == "hello"
    assert drive("client.open.get_word()", respond({"a": 1})).value == '{"a": 1}'
    outcome = drive("client.open.get_model()", respond({"id": "1"}))
    assert (outcome.type, outcome.sent.accept) == ("Thing", "application/json, */*;q=0.9")


@pytest.mark.parametrize(
    ("content_type", "wanted"),
    [
        ("application/json; charset=utf-8", "Thing"),
        ("application/hal+json", "Made"),
        ("text/json", "bytes"),
        ("audio/wav", "bytes"),
    ],
)
def test_of_media_types_and_ranges_the_most_specific_one_that_matches_holds(
    drive: Driver, content_type: str, wanted: str
) -> None:
    body = {"id": "1", "made": True, "when": "2026-01-01T00:00:00Z"}
    assert drive("client.open.get_ranged()", respond(body, content_type=content_type)).type == wanted


def test_what_is_no_media_type(drive: Driver) -> None:
    outcome = drive("client.open.get_unnamed()", respond({"id": "1"}))
    assert (outcome.type, outcome.sent.accept) == ("Thing", "application/json")
    told = [one.message for one in drive.generated.summary.diagnostics]
    assert "'json' is no media type; application/json is asked for instead" in told


def test_headers_of_responses_are_told(drive: Driver) -> None:
    source = drive.generated.source("resources/open")
    assert "A thing.\n            `with_raw_response` also gives the headers `X-Rate-Left`, `ETag`." in source
    call = "client.with_raw_response.open.get_model()"
    assert drive(call, respond({"id": "1"}, x_rate_left="7"), then="result.headers['x-rate-left']").value == "7"


def page(*numbers: int) -> list[dict[str, object]]:
    return [{"id": str(number), "createdAt": f"2026-01-01T00:00:{number:02}.000Z"} for number in numbers]


def test_a_page(drive: Driver) -> None:
    outcome = drive(
        "client.things.list(limit=2)", respond(page(3, 2)), then="[result, result[0].id, result.has_next_page]"
    )
    assert outcome.value == [page(3, 2), "3", True]
    assert outcome.sent.query == "limit=2"
    assert outcome.type == "Page"


def test_all_pages(drive: Driver) -> None:
    outcome = drive(
        "client.things.list_all(limit=2)",
        respond(page(4, 3)),
        respond(page(3, 2)),
        respond(page(2)),
        then="[one.id for one in result]",
    )
    assert outcome.value == ["4", "3", "2"]
    assert outcome.requests[0].query == "limit=2"
    assert all("createdAtLt=2026" in sent.query for sent in outcome.requests[1:])


def test_raw_responses(drive: Driver) -> None:
    then = "[result.status_code, result.headers['x-own'], result.parse().id, result.issues, result.request_id]"
    call = "client.with_raw_response.things.get('1')"
    outcome = drive(call, respond(THING, x_own="y", x_request_id="r"), then=then)
    assert (outcome.type, outcome.value) == ("RawResponse", [200, "y", "1", [], "r"])


@pytest.mark.parametrize(
    ("status", "content_type", "body", "error"),
    [
        (304, "application/json", b"", "NotModifiedError"),
        (404, "application/json", {"message": ["a", "b"], "statusCode": 404}, "NotFoundError"),
        (503, "application/problem+json", {"message": "m"}, "ServerError"),
        (400, "application/json", {"message": "m", "more": 1}, "BadRequestError"),
        (418, "text/plain", b"teapot", "ClientError"),
        (429, "application/json", {"message": "slow"}, "RateLimitError"),
    ],
)
def test_errors_by_status(drive: Driver, status: int, content_type: str, body: object, error: str) -> None:
    behaviour = respond(body, status, content_type=content_type, x_request_id="r-1")
    outcome = drive("client.things.get('1')", behaviour, client="base_url=url, max_retries=0")
    assert outcome.error["type"] == error
    assert {"APIStatusError", "APIError"} <= set(outcome.error["bases"])
    assert outcome.error["status_code"] == status
    assert outcome.error["body"] == ((body.decode() or None) if isinstance(body, bytes) else body)
    assert outcome.error["request_id"] == "r-1"
    assert str(status) in outcome.error["message"]


def test_declared_error_bodies_are_models(drive: Driver) -> None:
    call = "client.things.get('1')"
    assert "Response('404', 'application/json', JSON, lambda: models.Problem)".replace("'", '"') in (
        " ".join(drive.generated.source("resources/things").split())
    )
    outcome = drive(call, respond({"message": "gone"}, 404))
    assert "gone" in outcome.error["message"]


ODD = {
    "id": 5,
    "createdAt": "yesterday",
    "size": "3",
    "kind": "triangular",
    "shape": {"type": "star", "points": 5},
    "shapes": [{"type": "circle", "radius": "wide"}, {"type": "box", "width": 2, "inner": {"id": "2"}}, 7],
    "extra": {"x": [1]},
}


def test_a_response_that_does_not_fit_is_given_back_whole(drive: Driver) -> None:
    outcome = drive("client.things.get('1')", respond(ODD))
    assert (outcome.type, outcome.value) == ("Thing", ODD)


def test_what_fits_is_typed(drive: Driver) -> None:
    then = """[
        result.kind, type(result.shape).__name__, result.shape.tag, result.shape.data,
        type(result.shapes[0]).__name__, type(result.shapes[1]).__name__, result.shapes[1].width,
        type(result.shapes[1].inner).__name__, result.extra,
    ]"""
    assert drive("client.things.get('1')", respond(ODD), then=then).value == [
        "triangular", "Unknown", "star", {"type": "star", "points": 5},
        "Circle", "Box", 2, "Thing", {"x": [1]},
    ]  # fmt: skip


def test_a_field_that_does_not_fit_cannot_be_read(drive: Driver) -> None:
    error = drive("client.things.get('1')", respond(ODD), then="result.created_at").error
    assert error["type"] == "ResponseFieldError"
    assert "/createdAt" in error["message"]


def test_what_did_not_fit_is_listed_and_warned_about_once(drive: Driver) -> None:
    then = "sorted(issue.path for issue in result.issues)"
    raw = drive("client.with_raw_response.things.get('1')", respond(ODD), then=then)
    assert raw.value == ["/createdAt", "/id", "/kind", "/shape/type", "/shapes/0/radius", "/shapes/2", "/size"]
    ((kind, text, is_at_caller),) = drive("client.things.get('1')", respond(ODD)).warnings
    assert kind == "ResponseMismatchWarning"
    assert "/createdAt" in text
    assert is_at_caller, "the warning should point to the line of the caller"


def test_new_values_of_enumerations_and_new_variants_stay_what_they_are(drive: Driver) -> None:
    body = {"id": "1", "kind": "new", "shape": {"type": "star"}}
    outcome = drive("client.things.get('1')", respond(body), then="[dump(result), result.kind, result.shape.tag]")
    assert outcome.value == [body, "new", "star"]


def test_strict_raises_with_the_same_list(drive: Driver) -> None:
    error = drive("client.things.get('1')", respond(ODD), client="base_url=url, strict=True").error
    assert error["type"] == "ResponseValidationError"
    assert len(error["issues"]) == 7
    assert ["/size", "a valid integer", "3"] in error["issues"]


@pytest.mark.parametrize("body", [b"", b"{", b"<html>"])
def test_a_body_that_is_no_json_is_an_error_of_its_own(drive: Driver, body: bytes) -> None:
    error = drive("client.things.get('1')", respond(body)).error
    assert error["type"] == "ResponseDecodeError"
    assert error["content"] == body.decode()


@pytest.mark.parametrize("body", [b"null", b"[1]", b'"x"'])
def test_json_of_another_kind_stays_what_it_is(drive: Driver, body: bytes) -> None:
    raw = drive(
        "client.with_raw_response.things.get('1')", respond(body), then="[issue.path for issue in result.issues]"
    )
    assert raw.value == [""]
