"""Credentials: arguments, environment variables, alternatives, and the address and settings of a client."""

from __future__ import annotations

import pytest

from support.driving import Driver, respond
from support.generation import document

SPEC = document("""
    servers: [{url: "https://shop.example/{stage}", variables: {stage: {default: v2}}}]
    security: [{token: []}]
    paths:
      /default: {get: {operationId: getDefault, tags: [calls], responses: {"204": {description: ok}}}}
      /open: {get: {operationId: getOpen, tags: [calls], security: [], responses: {"204": {description: ok}}}}
      /basic:
        get: {operationId: getBasic, tags: [calls], security: [{basic: []}], responses: {"204": {description: ok}}}
      /header:
        get: {operationId: getHeader, tags: [calls], security: [{key: []}], responses: {"204": {description: ok}}}
      /query:
        get:
          operationId: getQuery
          tags: [calls]
          parameters: [{name: q, in: query, schema: {type: string}}]
          security: [{queryKey: []}]
          responses: {"204": {description: ok}}
      /cookie:
        get:
          operationId: getCookie
          tags: [calls]
          security: [{cookie-key: []}]
          responses: {"204": {description: ok}}
      /both:
        get:
          operationId: getBoth
          tags: [calls]
          security: [{token: [], key: []}]
          responses: {"204": {description: ok}}
      /either:
        get:
          operationId: getEither
          tags: [calls]
          security: [{key: []}, {basic: []}]
          responses: {"204": {description: ok}}
      /optional:
        get: {operationId: getOptional, tags: [calls], security: [{}, {key: []}], responses: {"204": {description: ok}}}
      /oauth:
        get: {operationId: getOauth, tags: [calls], security: [{oauth: [read]}], responses: {"204": {description: ok}}}
    components:
      securitySchemes:
        token: {type: http, scheme: bearer, x-clientsmith-env: SHOP_SECRET}
        basic: {type: http, scheme: Basic}
        key: {type: apiKey, in: header, name: X-Key}
        queryKey: {type: apiKey, in: query, name: api key}
        cookie-key: {type: apiKey, in: cookie, name: sid}
        oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://x.example/t", scopes: {read: r}}}}
""")
DONE = respond(status=204)


@pytest.mark.parametrize(
    ("method", "client", "headers", "query"),
    [
        ("default", "token='t'", {"authorization": "Bearer t"}, ""),
        ("open", "token='t'", {}, ""),
        ("open", "", {}, ""),
        ("basic", "username='u', password='p'", {"authorization": "Basic dTpw"}, ""),
        ("header", "key='k'", {"x-key": "k"}, ""),
        ("query", "query_key='a&b'", {}, "api%20key=a%26b"),
        ("cookie", "cookie_key='c'", {"cookie": "sid=c"}, ""),
        ("both", "token='t', key='k'", {"authorization": "Bearer t", "x-key": "k"}, ""),
        ("either", "key='k'", {"x-key": "k"}, ""),
        ("either", "username='u', password=''", {"authorization": "Basic dTo="}, ""),
        ("optional", "", {}, ""),
        ("oauth", "oauth='o'", {"authorization": "Bearer o"}, ""),
    ],
)
def test_credentials(drive: Driver, method: str, client: str, headers: dict[str, str], query: str) -> None:
    sent = drive(f"client.calls.get_{method}()", DONE, client=f"base_url=url, {client}").sent
    assert (sent.headers, sent.query) == (headers, query)


@pytest.mark.parametrize(
    ("method", "variables", "headers"),
    [
        ("default", {"SHOP_SECRET": "t"}, {"authorization": "Bearer t"}),
        ("oauth", {"SHOP_OAUTH": "o"}, {"authorization": "Bearer o"}),
        ("header", {"SHOP_KEY": "k"}, {"x-key": "k"}),
        ("basic", {"SHOP_USERNAME": "u", "SHOP_PASSWORD": "p"}, {"authorization": "Basic dTpw"}),
        ("cookie", {"SHOP_COOKIE_KEY": "c"}, {"cookie": "sid=c"}),
    ],
)
def test_environment(drive: Driver, method: str, variables: dict[str, str], headers: dict[str, str]) -> None:
    assert drive(f"client.calls.get_{method}()", DONE, **variables).sent.headers == headers


def test_an_argument_wins_over_the_environment(drive: Driver) -> None:
    sent = drive("client.calls.get_default()", DONE, client="'given', base_url=url", SHOP_SECRET="t").sent
    assert sent.headers == {"authorization": "Bearer given"}


@pytest.mark.parametrize(
    ("method", "names"),
    [
        ("default", ["token=", "SHOP_SECRET"]),
        ("oauth", ["oauth=", "SHOP_OAUTH"]),
        ("cookie", ["cookie_key=", "SHOP_COOKIE_KEY"]),
    ],
)
def test_missing_credentials_are_told_before_anything_is_sent(drive: Driver, method: str, names: list[str]) -> None:
    outcome = drive(f"client.calls.get_{method}()", DONE)
    assert outcome.error["type"] == "MissingCredentialsError"
    for name in names:
        assert name in outcome.error["message"]
    assert not outcome.requests


def test_credentials_do_not_show(drive: Driver) -> None:
    client = "base_url=url, token='s3cret', key='s3cret', query_key='s3cret'"
    shown = drive.look(
        "repr(package.Shop(token='s3cret', key='s3cret', base_url='http://u:s3cret@x')) + repr(package.Shop)"
    )
    assert "s3cret" not in shown
    outcome = drive("client.calls.get_query(q='x')", respond(status=401), client=client)
    assert outcome.error["type"] == "AuthenticationError"
    assert "s3cret" in outcome.sent.query
    assert "s3cret" not in outcome.error["message"] + outcome.error["url"]


def test_the_address_of_the_document(drive: Driver) -> None:
    assert 'base_url="https://shop.example/v2"' in drive.generated.source("client")


@pytest.mark.parametrize("base_url", ["url + '/api/v1'", "url + '/api/v1/'"])
def test_a_base_url_with_a_path(drive: Driver, base_url: str) -> None:
    assert drive("client.calls.get_open()", DONE, client=f"base_url={base_url}").sent.path == "/api/v1/open"


@pytest.mark.parametrize("base_url", ["'shop.example'", "'ftp://shop.example'"])
def test_a_base_url_that_is_none(drive: Driver, base_url: str) -> None:
    outcome = drive("client.calls.get_open()", client=f"base_url={base_url}")
    assert outcome.error["type"] == "ValueError"


def test_timeouts(drive: Driver) -> None:
    def slow(exchange: object) -> None:
        exchange.over.wait(5)  # type: ignore[attr-defined]

    outcome = drive("client.calls.get_open()", slow, client="base_url=url, timeout=0.5, max_retries=0")
    assert outcome.error["type"] == "APITimeoutError"
    assert "APIConnectionError" in outcome.error["bases"]
    options = "options=package.RequestOptions(timeout=0.5, max_retries=0)"
    assert drive(f"client.calls.get_open({options})", slow).error["type"] == "APITimeoutError"
    assert (
        drive("client.calls.get_open()", slow, client="base_url=url, deadline=0.5, max_retries=0").error["type"]
        == "APITimeoutError"
    )


def test_retries(drive: Driver) -> None:
    behaviours = [respond(status=503, retry_after="0"), DONE]
    assert len(drive("client.calls.get_open()", *behaviours, client="base_url=url, max_retries=1").requests) == 2
    assert (
        drive("client.calls.get_open()", *behaviours, client="base_url=url, max_retries=0").error["status_code"] == 503
    )
