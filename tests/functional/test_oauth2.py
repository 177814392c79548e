"""OAuth 2 in generated clients: what the document says becomes arguments, variables and requests for tokens."""

from __future__ import annotations

import ast
from urllib.parse import parse_qs

import pytest

from support.driving import Driver, respond
from support.generation import document, generate_package

SPEC = document("""
    security: [{oauth: [read]}]
    paths:
      /things: {get: {operationId: listThings, tags: [things], responses: {"204": {description: ok}}}}
      /things/new:
        post:
          operationId: createThing
          tags: [things]
          security: [{oauth: [read, write]}]
          responses: {"204": {description: ok}}
      /both:
        get:
          operationId: getBoth
          tags: [things]
          security: [{oauth: [read], key: []}]
          responses: {"204": {description: ok}}
      /signed:
        get: {operationId: getSigned, tags: [things], security: [{hawk: []}], responses: {"204": {description: ok}}}
      /digest:
        get: {operationId: getDigest, tags: [things], security: [{digest: []}], responses: {"204": {description: ok}}}
      /mutual:
        get: {operationId: getMutual, tags: [things], security: [{mutual: []}], responses: {"204": {description: ok}}}
    components:
      securitySchemes:
        oauth:
          type: oauth2
          flows:
            clientCredentials: {tokenUrl: oauth/token, scopes: {read: r, write: w}}
            authorizationCode: {authorizationUrl: /a, tokenUrl: oauth/token, refreshUrl: /oauth/refresh, scopes: {}}
        key: {type: apiKey, in: header, name: X-Key}
        hawk: {type: http, scheme: Hawk}
        digest: {type: http, scheme: digest}
        mutual: {type: mutualTLS}
""")
CLIENT = "base_url=url + '/v1', client_id='me:1', client_secret='s3cret+x'"


def token(text="t1", **more):
    return respond({"access_token": text, "token_type": "bearer", "expires_in": 3600, **more})


DONE = respond(status=204)


def form(sent):
    return {name: values[0] for name, values in parse_qs(sent.body.decode()).items()}


def test_the_client_fetches_a_token_for_its_id_and_secret(drive: Driver) -> None:
    outcome = drive("client.things.list()", token(), DONE, client=CLIENT)
    fetched, called = outcome.requests
    assert (fetched.method, fetched.path) == ("POST", "/v1/oauth/token")
    # Both are form-encoded before they are joined (RFC 6749 §2.3.1): me%3A1:s3cret%2Bx
    assert fetched.headers["authorization"] == "Basic bWUlM0ExOnMzY3JldCUyQng="
    assert form(fetched) == {"grant_type": "client_credentials", "scope": "read"}
    assert (called.path, called.headers["authorization"]) == ("/v1/things", "Bearer t1")


def test_variables_of_the_environment(drive: Driver) -> None:
    outcome = drive("client.things.list()", token(), DONE, SHOP_CLIENT_ID="a", SHOP_CLIENT_SECRET="b")
    assert [sent.headers["authorization"] for sent in outcome.requests] == ["Basic YTpi", "Bearer t1"]
    outcome = drive("client.things.list()", DONE, SHOP_TOKEN="t")
    assert outcome.sent.headers["authorization"] == "Bearer t"
    # What is passed wins over the environment.
    outcome = drive("client.things.list()", token(), DONE, client=CLIENT, SHOP_TOKEN="t")
    assert len(outcome.requests) == 2


def test_nothing_given_tells_all_ways(drive: Driver) -> None:
    message = drive("client.things.list()").error["message"]
    for name in ("token=", "SHOP_TOKEN", "client_id=", "client_secret=", "SHOP_CLIENT_ID", "SHOP_CLIENT_SECRET"):
        assert name in message


@pytest.mark.parametrize(("scopes", "asked"), [("", "read write"), (", scopes=['all']", "all"), (", scopes=()", None)])
def test_scopes(drive: Driver, scopes: str, asked: str | None) -> None:
    outcome = drive("client.things.create()", token(), DONE, client=CLIENT + scopes)
    assert form(outcome.requests[0]).get("scope") == asked


def test_a_refused_token_is_replaced_once(drive: Driver) -> None:
    refused = respond({"message": "expired"}, 401)
    outcome = drive("client.things.create()", token(), refused, token("t2"), DONE, client=CLIENT)
    assert outcome.error is None
    assert [sent.headers["authorization"] for sent in outcome.requests[1::2]] == ["Bearer t1", "Bearer t2"]
    outcome = drive("client.things.create()", token(), refused, token("t2"), refused, client=CLIENT)
    assert (outcome.error["type"], len(outcome.requests)) == ("AuthenticationError", 4)


def test_a_grant_and_a_refresh_token(drive: Driver) -> None:
    grant = "package.OAuth2RefreshToken(refresh_token='r', client_id='c', access_token='a')"
    outcome = drive("client.things.list()", DONE, client=f"base_url=url + '/v1', token={grant}")
    assert outcome.sent.headers["authorization"] == "Bearer a"
    behaviours = respond({}, 401), token("b", refresh_token="r2"), DONE
    outcome = drive("client.things.list()", *behaviours, client=f"base_url=url + '/v1', token={grant}")
    fetched = outcome.requests[1]
    assert fetched.path == "/oauth/refresh"
    assert form(fetched) == {"grant_type": "refresh_token", "refresh_token": "r", "client_id": "c"}
    assert outcome.requests[2].headers["authorization"] == "Bearer b"


def test_a_refusal_of_the_token_endpoint(drive: Driver) -> None:
    said = {"error": "invalid_client", "error_description": "secret s3cret+x is wrong", "echo": "s3cret+x"}
    outcome = drive("client.things.list()", respond(said, 401), client=CLIENT)
    assert outcome.error["type"] == "OAuth2Error"
    assert "APIError" in outcome.error["bases"]
    assert "invalid_client: secret *** is wrong" in outcome.error["message"]
    assert "s3cret" not in repr(outcome.error)
    assert len(outcome.requests) == 1


def test_schemes_that_hold_together(drive: Driver) -> None:
    outcome = drive("client.things.get_both()", token(), DONE, client=f"{CLIENT}, api_key='k'")
    assert outcome.requests[1].headers == {"authorization": "Bearer t1", "x-key": "k"}
    assert "x-key" not in outcome.requests[0].headers


def test_other_schemes(drive: Driver) -> None:
    outcome = drive("client.things.get_signed()", DONE, client="base_url=url, authorization='Hawk id=1'")
    assert outcome.sent.headers["authorization"] == "Hawk id=1"
    assert drive("client.things.get_mutual()", DONE).error is None
    challenge = respond(None, 401, www_authenticate='Digest realm="r", nonce="n", algorithm=MD5')
    outcome = drive("client.things.get_digest()", challenge, DONE, client="base_url=url, username='u', password='p'")
    assert outcome.requests[1].headers["authorization"].startswith('Digest username="u"')


def test_httpx_auth_for_a_client_and_for_a_call(drive: Driver) -> None:
    auth = "__import__('httpx').BasicAuth('u', 'p')"
    for client, call in (
        (f"base_url=url, auth={auth}", "client.things.list()"),
        ("base_url=url", f"client.things.list(options=package.RequestOptions(auth={auth}))"),
        (f"base_url=url, client_id='a', client_secret='b', auth={auth}", "client.things.list()"),
    ):
        assert drive(call, DONE, client=client).sent.headers["authorization"] == "Basic dTpw"
    outcome = drive("client.things.get_both()", DONE, client=f"base_url=url, api_key='k', auth={auth}")
    assert outcome.sent.headers == {"authorization": "Basic dTpw", "x-key": "k"}
    assert drive("client.things.list()", client="base_url=url, auth='x'").error["type"] == "TypeError"


def test_the_pages_and_the_names(drive: Driver) -> None:
    page = (drive.generated.folder / "docs/index.md").read_text("utf-8")
    for text in ("`client_id=` and `client_secret=`", "`SHOP_CLIENT_SECRET`", "`oauth/token` (client credentials)"):
        assert text in page
    assert drive.look("[package.OAuth2Error.__name__, package.OAuth2ClientCredentials.__name__]")


def test_a_package_without_oauth2_has_none_of_it(tmp_path) -> None:
    spec = document("""
        security: [{t: []}]
        paths: {/a: {get: {operationId: getA, tags: [a], responses: {"204": {description: ok}}}}}
        components: {securitySchemes: {t: {type: http, scheme: bearer}}}
    """)
    generated = generate_package(spec, tmp_path)
    assert not list(generated.path.glob("_core/oauth2*.py"))
    for path in generated.path.rglob("*.py"):
        imports = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        assert not any("oauth2" in (node.module or "") for node in imports), path
    with Driver(generated) as drive:
        outcome = drive("client.a.get()", DONE, client="lambda: 'made', base_url=url")
        assert outcome.sent.headers == {"authorization": "Bearer made"}


def test_several_schemes_are_called_after_themselves(tmp_path) -> None:
    spec = document("""
        paths: {/a: {get: {operationId: getA, tags: [a], responses: {"204": {description: ok}}}}}
        components:
          securitySchemes:
            one: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://x.example/1", scopes: {}}}}
            two: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://x.example/2", scopes: {}}}}
            open: {type: openIdConnect, openIdConnectUrl: "https://x.example/.well-known/openid-configuration"}
    """)
    source = generate_package(spec, tmp_path).source("client")
    for text in (
        "client_id: str",
        "two_client_id: str",
        "two: BearerToken",
        "open: AsyncBearerToken",
        '"https://x.example/2"',
    ):
        assert text in source
