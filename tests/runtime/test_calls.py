"""Calls over a real socket, with both clients."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import pickle
import warnings

import httpx
import pytest

from clientsmith.runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    MissingCredentialsError,
    NotFoundError,
    RateLimitError,
    RawResponse,
    RedirectError,
    RequestOptions,
    ResponseDecodeError,
    ResponseMismatchWarning,
    ResponseValidationError,
    ServerError,
)
from clientsmith.runtime.requests import Arguments
from runtime.hostile import (
    close_after,
    drip_body,
    drip_headers,
    hang,
    raw,
    refused_port,
    reset,
    respond,
    serve,
    wait_until,
)
from runtime.sample import GET, AsyncSample, AzureVoice, Problem, Sample

ASSISTANT = {"id": "1", "createdAt": "2024-01-01T00:00:00.000Z"}
ODD = {"id": 5, "createdAt": "2024-01-01T00:00:00.000Z"}


def get(client, **options):
    return client.assistants.get("1", options=RequestOptions(**options) if options else None)


def create(client):
    return client.assistants.create(name="x")


def test_a_call_sends_what_it_should_and_returns_a_model(caller):
    with serve(respond(ASSISTANT)) as server:
        assistant = caller.call(get, base_url=server.url)
    (request,) = server.requests
    assert (request.method, request.target, request.body) == ("GET", "/assistant/1", b"")
    assert request.headers["authorization"] == "Bearer secret-token"
    assert request.headers["user-agent"] == "sample/1.0.0"
    assert request.headers["accept"] == "application/json"
    assert "content-type" not in request.headers
    assert assistant.id == "1"
    assert assistant.model_dump(mode="json") == ASSISTANT


def test_base_url_keeps_its_path(caller):
    with serve(respond(ASSISTANT)) as server:
        caller.call(get, base_url=f"{server.url}/api/v1/")
    assert server.requests[0].target == "/api/v1/assistant/1"


def test_what_was_not_given_is_not_sent_and_none_is_null(caller):
    voice = AzureVoice(voice_id="andrew")
    with serve(respond(ASSISTANT, 201)) as server:
        caller.call(
            lambda c: c.assistants.create(
                first_message=None, voice=voice, voices=[{"provider": "azure", "voice_id": "brian"}]
            ),
            base_url=server.url,
        )
    azure = {"provider": "azure", "voiceId": "andrew"}
    assert server.requests[0].json == {"firstMessage": None, "voice": azure, "voices": [{**azure, "voiceId": "brian"}]}
    assert server.requests[0].headers["content-type"] == "application/json"


def test_no_content(caller):
    with serve(respond(None, 204)) as server:
        assert caller.call(lambda c: c.assistants.delete("1"), base_url=server.url) is None


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, BadRequestError), (404, NotFoundError), (429, RateLimitError), (500, ServerError), (599, ServerError)],
)
def test_error_statuses(caller, status, error):
    body = {"statusCode": status, "message": ["name is too long", "id is wrong"], "error": "Oops"}
    with serve(respond(body, status, x_request_id="r-1")) as server, pytest.raises(error) as caught:
        caller.call(get, base_url=server.url, max_retries=0)
    assert isinstance(caught.value, APIStatusError)
    assert caught.value.status_code == status
    assert caught.value.body == Problem(status_code=status, message=body["message"], error="Oops")
    assert caught.value.content == json.dumps(body).encode()
    assert caught.value.request_id == "r-1"
    assert "name is too long; id is wrong" in str(caught.value)
    assert f"GET {server.url}/assistant/1" in str(caught.value)


def test_an_error_body_that_is_no_json(caller):
    with serve(respond(b"<html>no</html>", 502, content_type="text/html")) as server, pytest.raises(ServerError) as e:
        caller.call(get, base_url=server.url, max_retries=0)
    assert e.value.body == "<html>no</html>"
    assert "<html>" not in str(e.value)


def test_errors_survive_pickling_and_copying(caller):
    body = {"statusCode": 400, "message": "no"}
    with serve(respond(body, 400)) as server, pytest.raises(BadRequestError) as caught:
        caller.call(get, base_url=server.url)
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert type(again) is BadRequestError
        assert str(again) == str(caught.value)
        assert again.body == caught.value.body
        assert again.headers == caught.value.headers


@pytest.mark.parametrize("fault", [hang, drip_headers, drip_body])
def test_a_deadline_holds_whatever_the_server_does(caller, fault):
    with serve(fault) as server:
        with pytest.raises(APITimeoutError, match=r"deadline of 0\.3 s"):
            caller.call(get, base_url=server.url, deadline=0.3)
        assert wait_until(lambda: server.connections == 1)


@pytest.mark.parametrize("fault", [hang, drip_headers, drip_body])
def test_a_deadline_holds_on_a_connection_that_was_used_before(caller, fault):
    def twice(client):
        first = get(client)
        if asyncio.iscoroutine(first):

            async def both():
                await first
                await get(client, deadline=0.3)

            return both()
        return get(client, deadline=0.3)

    with serve(respond(ASSISTANT), fault) as server:
        with pytest.raises(APITimeoutError, match="deadline"):
            caller.call(twice, base_url=server.url, max_retries=0)
        assert len(server.requests) == 2
        assert server.connections == 1


def test_a_timeout_of_one_attempt(caller):
    with serve(hang, respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url, timeout=0.2).id == "1"
    with serve(hang) as server, pytest.raises(APITimeoutError, match="no answer in time"):
        caller.call(create, base_url=server.url, timeout=0.2)
    assert len(server.requests) == 1


def test_a_refused_connection_is_tried_again_even_for_a_write(caller):
    port = refused_port()
    with pytest.raises(APIConnectionError, match="after 3 attempts"):
        caller.call(create, base_url=f"http://127.0.0.1:{port}")


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_reads_are_tried_again_after(caller, status):
    with serve(respond({}, status), respond({}, status), respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url).id == "1"
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [400, 404, 409, 501])
def test_nothing_is_tried_again_after(caller, status):
    with serve(respond({}, status), respond(ASSISTANT)) as server, pytest.raises(APIStatusError):
        caller.call(get, base_url=server.url)
    assert len(server.requests) == 1


CUT = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id"'
CUT_CHUNK = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"id"'
CUT_HEADERS = b"HTTP/1.1 200 OK\r\ncontent-ty"
NOT_HTTP = b"SSH-2.0-OpenSSH_9\r\n"


@pytest.mark.parametrize("fault", [reset, raw(b""), raw(CUT), raw(CUT_CHUNK), raw(CUT_HEADERS), raw(NOT_HTTP)])
def test_a_broken_connection(caller, fault):
    with serve(fault, respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url).id == "1"
    assert len(server.requests) == 2
    with serve(fault, respond(ASSISTANT, 201)) as server, pytest.raises(APIConnectionError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 429])
def test_a_write_is_not_sent_twice(caller, status):
    with serve(respond({}, status), respond(ASSISTANT, 201)) as server, pytest.raises(APIStatusError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["0", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_a_write_is_sent_again_when_the_server_says_when(caller, status, wait):
    with serve(respond({}, status, retry_after=wait), respond(ASSISTANT, 201)) as server:
        assert caller.call(create, base_url=server.url).id == "1"
    assert len(server.requests) == 2


@pytest.mark.parametrize("wait", ["soon", "", "nan", "Wed, 99 Oct"])
def test_a_write_is_not_sent_again_when_the_server_is_not_legible(caller, wait):
    with serve(respond({}, 503, retry_after=wait), respond(ASSISTANT, 201)) as server, pytest.raises(ServerError):
        caller.call(create, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("wait", ["3600", "inf", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_long_wait_is_left_to_the_caller(caller, wait):
    with serve(respond({}, 429, retry_after=wait)) as server, pytest.raises(RateLimitError) as caught:
        caller.call(get, base_url=server.url)
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > 60
    assert len(server.requests) == 1


def test_a_wait_past_the_deadline_is_not_begun(caller):
    with serve(respond({}, 503, retry_after="30")) as server, pytest.raises(ServerError):
        caller.call(get, base_url=server.url, deadline=5)
    assert len(server.requests) == 1


def test_an_idempotency_key_makes_a_write_safe_to_send_again(caller):
    with serve(reset, respond({}, 500), respond(ASSISTANT, 201)) as server:
        assert caller.call(lambda c: c.assistants.create_once(name="x"), base_url=server.url).id == "1"
    keys = {request.headers["idempotency-key"] for request in server.requests}
    assert len(server.requests) == 3
    assert len(keys) == 1
    options = RequestOptions(idempotency_key="k-1")
    with serve(reset, respond(ASSISTANT, 201)) as server:
        caller.call(lambda c: c.assistants.create(name="x", options=options), base_url=server.url)
    assert [request.headers["idempotency-key"] for request in server.requests] == ["k-1", "k-1"]


def test_the_number_of_retries(caller):
    for retries in (0, 1, 3):
        with serve(respond({}, 500)) as server, pytest.raises(ServerError):
            caller.call(lambda c, n=retries: get(c, max_retries=n), base_url=server.url)
        assert len(server.requests) == retries + 1


def test_a_connection_closed_between_two_requests(caller):
    def twice(client):
        first = get(client)
        if asyncio.iscoroutine(first):

            async def both():
                await first
                await asyncio.sleep(0.1)
                return await get(client)

            return both()
        wait_until(lambda: server.open_connections == 0)
        return get(client)

    with serve(close_after(respond(ASSISTANT)), respond(ASSISTANT)) as server:
        assert caller.call(twice, base_url=server.url).id == "1"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", {}),
        (b'{"id": "1", ', {}),
        (b"<html>Bad gateway</html>", {"content_type": "text/html"}),
        (b"\xff\xfe\xfa", {}),
        (b'{"id": "\xe9"}', {}),
        (b'{"id": "\xe9"}', {"content_type": "application/json; charset=nonsense"}),
        (b"[" * 5_000, {}),
        (b"not gzip", {"content_encoding": "gzip"}),
    ],
)
def test_bodies_that_cannot_be_read(caller, body, headers):
    with serve(respond(body, **headers)) as server, pytest.raises(ResponseDecodeError) as caught:
        caller.call(get, base_url=server.url)
    assert caught.value.content == body
    assert caught.value.status_code == 200
    assert isinstance(caught.value, APIError)
    assert len(str(caught.value)) < 600


def test_json_in_another_charset_or_with_a_byte_order_mark(caller):
    text = json.dumps({**ASSISTANT, "name": "é"}, ensure_ascii=False)
    for content, charset in (
        (text.encode("latin-1"), "iso-8859-1"),
        (text.encode("utf-16"), "utf-16"),
        (b"\xef\xbb\xbf" + text.encode(), "utf-8"),
    ):
        with serve(respond(content, content_type=f'application/json; charset="{charset}"')) as server:
            assert caller.call(get, base_url=server.url).name == "é"


def test_json_that_is_declared_as_text_is_still_json(caller):
    with serve(respond(ASSISTANT, content_type="text/plain")) as server:
        assert caller.call(get, base_url=server.url).id == "1"


def test_a_large_body(caller):
    tags = ["x" * 100] * 100_000
    with serve(respond({**ASSISTANT, "tags": tags})) as server:
        assert len(caller.call(get, base_url=server.url).tags) == 100_000


def test_a_response_that_does_not_fit_warns_once_at_the_line_of_the_call(caller):
    with serve(respond(ODD)) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assistant = caller.call(get, base_url=server.url)
    (warning,) = caught
    assert warning.category is ResponseMismatchWarning
    assert warning.filename.endswith("sample.py")
    assert "/id: expected a valid string, got 5" in str(warning.message)
    assert assistant.model_dump(mode="json") == ODD


def test_a_strict_client_raises_with_the_same_list(caller):
    with serve(respond(ODD)) as server, pytest.raises(ResponseValidationError) as caught:
        caller.call(get, base_url=server.url, strict=True)
    (issue,) = caught.value.issues
    assert (issue.path, issue.got) == ("/id", 5)
    assert pickle.loads(pickle.dumps(caught.value)).issues == caught.value.issues


def test_the_raw_view(caller):
    with serve(respond(ODD, x_request_id="r-9")) as server:
        response = caller.call(lambda c: c.with_raw_response.assistants.get("1"), base_url=server.url)
    assert isinstance(response, RawResponse)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.content == json.dumps(ODD).encode()
    assert response.request_id == "r-9"
    assert (response.request.method, response.request.url) == ("GET", f"{server.url}/assistant/1")
    assert [issue.path for issue in response.issues] == ["/id"]
    with pytest.warns(ResponseMismatchWarning):
        assert response.parse().created_at.year == 2024


def test_options_of_a_call_and_of_a_derived_client(caller):
    options = RequestOptions(
        headers={"X-One": "1", "user-agent": "mine", "Accept": None}, query={"a": [1, 2], "b": "x y"}
    )

    def use(client):
        derived = client.with_options(headers={"X-Two": "2", "X-One": "0"}, query={"c": True})
        assert type(derived) is type(client)
        return derived.assistants.get("1", options=options)

    with serve(respond(ASSISTANT)) as server:
        caller.call(use, base_url=server.url)
    (request,) = server.requests
    assert request.target == "/assistant/1?c=true&a=1&a=2&b=x%20y"
    assert (request.headers["x-one"], request.headers["x-two"], request.headers["user-agent"]) == ("1", "2", "mine")
    assert "accept" not in request.headers
    assert server.connections == 1


def test_extra_body_properties(caller):
    with serve(respond(ASSISTANT, 201)) as server:
        options = RequestOptions(body={"brandNew": 1})
        caller.call(lambda c: c.assistants.create(name="x", options=options), base_url=server.url)
    assert server.requests[0].json == {"name": "x", "brandNew": 1}


# --- redirects


def test_a_read_follows_a_redirect_on_the_same_server_with_credentials(caller):
    with serve(respond(None, 307, location="/there?x=1"), respond(ASSISTANT)) as server:
        assert caller.call(get, base_url=server.url).id == "1"
    assert server.requests[1].target == "/there?x=1"
    assert server.requests[1].headers["authorization"] == "Bearer secret-token"


@pytest.mark.parametrize("auth", ["bearer", "header", "cookie", "query", "basic"])
def test_credentials_never_follow_a_redirect_to_another_server(caller, auth):
    with serve(respond(ASSISTANT)) as other, serve(respond(None, 302, location=f"{other.url}/there")) as server:
        options = {"headers": {"X-Private": "secret-token"}}
        result = caller.call(lambda c: get(c, **options), base_url=server.url, auth=auth)
        assert result.id == "1"
        seen = repr((other.requests[0].target, other.requests[0].headers))
    assert "secret" not in seen
    assert "c2VjcmV0" not in seen
    assert "authorization" not in other.requests[0].headers


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_write_never_goes_to_another_server(caller, status):
    with serve(respond(ASSISTANT)) as other, serve(respond(None, status, location=f"{other.url}/there")) as server:
        with pytest.raises(RedirectError) as caught:
            caller.call(create, base_url=server.url)
        assert caught.value.status_code == status
        assert other.requests == []


def test_a_write_follows_where_its_method_stays(caller):
    with serve(respond(None, 308, location="/v2/assistant"), respond(ASSISTANT, 201)) as server:
        caller.call(create, base_url=server.url)
    assert [(r.method, r.target, r.json) for r in server.requests] == [
        ("POST", "/assistant", {"name": "x"}),
        ("POST", "/v2/assistant", {"name": "x"}),
    ]


def test_see_other_is_fetched(caller):
    with serve(respond(None, 303, location="/assistant/1"), respond(ASSISTANT)) as server:
        assert caller.call(create, base_url=server.url).id == "1"
    assert [(r.method, r.body) for r in server.requests] == [("POST", b'{"name":"x"}'), ("GET", b"")]


@pytest.mark.parametrize("location", ["/loop", "http://[::bad", "file:///etc/passwd", "ftp://127.0.0.1/"])
def test_redirects_that_lead_nowhere(caller, location):
    with serve(respond(None, 302, location=location)) as server, pytest.raises(APIError):
        caller.call(get, base_url=server.url)
    assert len(server.requests) <= 12


# --- credentials


def test_missing_credentials_are_told_at_the_first_call(caller, monkeypatch):
    monkeypatch.delenv("SAMPLE_TOKEN", raising=False)
    client = Sample(None)
    with pytest.raises(MissingCredentialsError, match=r"token=….*SAMPLE_TOKEN"):
        client.assistants.get("1")
    monkeypatch.setenv("SAMPLE_TOKEN", "from-environment")
    with serve(respond(ASSISTANT)) as server, Sample(None, base_url=server.url) as client:
        client.assistants.get("1")
    assert server.requests[0].headers["authorization"] == "Bearer from-environment"


def test_a_header_of_the_caller_stands_in_for_credentials(monkeypatch):
    monkeypatch.delenv("SAMPLE_TOKEN", raising=False)
    with serve(respond(ASSISTANT)) as server:
        with Sample(None, base_url=server.url) as client:
            get(client, headers={"Authorization": "Custom x"})
        with (
            httpx.Client(headers={"Authorization": "Theirs y"}) as http,
            Sample(None, base_url=server.url, http_client=http) as client,
        ):
            get(client)
    assert [request.headers["authorization"] for request in server.requests] == ["Custom x", "Theirs y"]


@pytest.mark.parametrize("auth", ["bearer", "header", "cookie", "query", "basic"])
def test_secrets_show_nowhere(caller, auth, caplog):
    caplog.set_level(logging.DEBUG)
    echo = {"statusCode": 401, "message": "bad key secret-token"}
    with serve(respond(echo, 401)) as server, pytest.raises(APIError) as caught:
        caller.call(get, base_url=server.url, auth=auth)
    with pytest.raises(APIError) as refused:
        caller.call(get, base_url=f"http://127.0.0.1:{refused_port()}", auth=auth, max_retries=0)
    client = Sample("secret-token", auth=auth)
    shown = [
        *(str(e.value) + repr(e.value) + repr(e.value.url) for e in (caught, refused)),
        repr(client),
        repr(client._configuration),
        repr(client._prepare(GET, Arguments({"id": "1"}), None, client._pool)),
        caplog.text,
    ]
    assert "secret-token" not in "".join(shown)
    sent = repr((server.requests[0].target, server.requests[0].headers))
    assert "secret-token" in sent or "Basic " in sent


@pytest.mark.parametrize("token", ["a\nb", "a\r\nX-Evil: 1", "tökén", "a\x00"])
def test_a_token_that_cannot_be_sent_is_refused_without_being_shown(token):
    with pytest.raises(ValueError, match="cannot be sent") as caught:
        Sample(token)
    assert token not in str(caught.value)


# --- the httpx client of the caller, closing


def test_a_callers_httpx_client_is_used_and_not_closed():
    with serve(respond(ASSISTANT)) as server:
        with httpx.Client(headers={"X-Mine": "1", "User-Agent": "mine/1"}, timeout=7) as http:
            with Sample("t", base_url=server.url, http_client=http) as client:
                get(client)
                assert client._configuration.timeout == httpx.Timeout(7)
            assert not http.is_closed
        request = server.requests[0]
    assert (request.headers["x-mine"], request.headers["user-agent"]) == ("1", "mine/1")
    with httpx.Client(base_url="http://127.0.0.1:1/x/") as http:
        assert repr(Sample("t", http_client=http)) == "Sample(base_url='http://127.0.0.1:1/x')"


def test_the_wrong_kind_of_httpx_client_is_refused():
    with httpx.Client() as http, pytest.raises(TypeError, match=r"must be an httpx\.AsyncClient"):
        AsyncSample("t", http_client=http)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"must be an httpx\.Client"):
        Sample("t", http_client=httpx.AsyncClient())  # type: ignore[arg-type]


def test_closing_twice_and_in_any_state():
    with serve(respond(ASSISTANT)) as server:
        client = Sample("t", base_url=server.url)
        client.close()
        client.close()
        with pytest.raises(RuntimeError, match="closed"):
            get(client)
        client = Sample("t", base_url=server.url)
        get(client)
        client.close()
        client.close()
        assert wait_until(lambda: server.open_connections == 0)


def test_a_forgotten_client_warns():
    with serve(respond(ASSISTANT)) as server:
        client = Sample("t", base_url=server.url)
        get(client)
        pool = client._pool
        with pytest.warns(ResourceWarning, match="not closed"):
            pool.__del__()
        client.close()


def test_a_cancelled_task_frees_its_connection():
    async def main(url: str) -> None:
        async with AsyncSample("t", base_url=url) as client:
            task = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(wait_until, lambda: server.open_connections == 0)

    with serve(lambda exchange: exchange.over.wait(0.5) or setattr(exchange, "keep", False)) as server:
        asyncio.run(main(server.url))


@pytest.mark.parametrize(
    "url", ["", "example.com", "ftp://example.com", "http://", "https://x/?a=1", "https://x/#f", 5]
)
def test_a_base_url_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="base_url"):
        Sample("t", base_url=url or "x")


@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"timeout": -1}, {"deadline": 0}, {"max_retries": -1}])
def test_limits_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Sample("t", **wrong)
