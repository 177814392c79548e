"""Redirects, credentials, and the life of a client."""

from __future__ import annotations

import asyncio
import logging

import httpx
import pytest

from clientsmith.runtime import (
    APIError,
    MissingCredentialsError,
    RedirectError,
)
from clientsmith.runtime.requests import Arguments
from runtime.hostile import (
    refused_port,
    respond,
    serve,
    wait_until,
)
from runtime.sample import GET, AsyncSample, Sample
from runtime.usual import ASSISTANT, create, get

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
    with httpx.Client() as http, pytest.raises(TypeError, match=r"must be an httpx2?\.AsyncClient"):
        AsyncSample("t", http_client=http)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"must be an httpx2?\.Client"):
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
