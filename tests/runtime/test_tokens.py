"""Tokens that calls fetch: one request for many calls, cancellation, deadlines, expiry; secrets show nowhere."""

from __future__ import annotations

import asyncio
import copy
import itertools
import logging
import pickle
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from urllib.parse import parse_qs

import httpx
import pytest

from clientsmith.runtime import APIConnectionError, APIError, APITimeoutError, AsyncClient, CallHooks, Client
from clientsmith.runtime.oauth2 import (
    OAuth2,
    OAuth2ClientCredentials,
    OAuth2Error,
    OAuth2Password,
    OAuth2RefreshToken,
)
from runtime.hostile import hang, refused_port, respond, serve, wait_until
from runtime.sample import SETTINGS, Assistants, AsyncAssistants
from runtime.usual import ASSISTANT, create, get

SECRET = "very-secret"


class TokenClient(Client):
    def __init__(self, token, **options):
        super().__init__(SETTINGS, auth=(OAuth2("bearer", token),), **options)

    @cached_property
    def assistants(self):
        return Assistants(self)


class AsyncTokenClient(AsyncClient):
    def __init__(self, token, **options):
        super().__init__(SETTINGS, auth=(OAuth2("bearer", token),), **options)

    @cached_property
    def assistants(self):
        return AsyncAssistants(self)


class API:
    """A server with a token endpoint; only the token that it gave last is good."""

    def __init__(self, pause=0.0, **more):
        self.numbers = itertools.count(1)
        self.fetched = []
        self.good = None
        self.pause = pause
        self.more = {"expires_in": 3600, **more}
        self.first = threading.Event()

    def __call__(self, exchange):
        if exchange.target == "/token":
            self.fetched.append({name: values[0] for name, values in parse_qs(exchange.body.decode()).items()})
            self.first.set()
            exchange.over.wait(self.pause)
            self.good = f"token-{next(self.numbers)}"
            respond({"access_token": self.good, "token_type": "Bearer", **self.more})(exchange)
        elif exchange.headers.get("authorization") == f"Bearer {self.good}":
            respond(ASSISTANT, 201 if exchange.method == "POST" else 200)(exchange)
        else:
            respond({"message": "unknown token"}, 401)(exchange)


def credentials(**options):
    return OAuth2ClientCredentials(client_id="me", client_secret=SECRET, token_url="/token", **options)


def call(use, grant, *, awaiting, **options):
    if not awaiting:
        with TokenClient(grant, **options) as client:
            return use(client)

    async def main():
        async with AsyncTokenClient(grant, **options) as client:
            return await use(client)

    return asyncio.run(main())


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def awaiting(request):
    return request.param


# --- one token for many calls


def test_a_hundred_tasks_fetch_one_token_and_replace_it_once():
    api = API(pause=0.2)

    async def main(url):
        async with AsyncTokenClient(credentials(), base_url=url) as client:
            await asyncio.gather(*(client.assistants.get("1") for _ in range(100)))
            assert len(api.fetched) == 1
            api.good = "revoked"
            await asyncio.gather(*(client.assistants.create(name="x") for _ in range(100)))
            assert len(api.fetched) == 2

    with serve(api) as server:
        asyncio.run(main(server.url))


def test_threads_and_tasks_share_one_token():
    api, grant = API(pause=0.3), credentials()

    async def tasks(url):
        async with AsyncTokenClient(grant, base_url=url) as client:
            await asyncio.gather(*(client.assistants.get("1") for _ in range(20)))

    with serve(api) as server, TokenClient(grant, base_url=server.url) as client, ThreadPoolExecutor(12) as pool:
        done = [pool.submit(client.assistants.get, "1") for _ in range(10)]
        done += [pool.submit(asyncio.run, tasks(server.url)) for _ in range(2)]
        for one in done:
            one.result(30)
    assert len(api.fetched) == 1


def test_a_cancelled_task_leaves_the_fetching_to_the_next():
    api = API(pause=30)

    async def main(url):
        async with AsyncTokenClient(credentials(), base_url=url) as client:
            first = asyncio.create_task(client.assistants.get("1"))
            assert await asyncio.to_thread(api.first.wait, 5)
            second = asyncio.create_task(client.assistants.get("1"))
            waiting = asyncio.create_task(client.assistants.get("1"))
            await asyncio.sleep(0)
            api.pause = 0
            waiting.cancel()
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            assert (await asyncio.wait_for(second, 10)).id == "1"
            with pytest.raises(asyncio.CancelledError):
                await waiting

    with serve(api) as server:
        asyncio.run(main(server.url))
    assert len(api.fetched) == 2


def test_who_has_waited_too_long_fetches_for_himself(monkeypatch):
    # A blocking call in the thread of the event loop that fetches would otherwise wait for ever.
    monkeypatch.setattr("clientsmith.runtime.oauth2_tokens._LONGEST_WAIT", 0.2)
    api, grant = API(pause=0.1), credentials()

    async def main(url):
        async with AsyncTokenClient(grant, base_url=url) as client:
            first = asyncio.create_task(client.assistants.get("1"))
            while not grant._flights:  # noqa: ASYNC110 - the loop has to get to the request and no further
                await asyncio.sleep(0)
            with TokenClient(grant, base_url=url) as blocking:
                assert blocking.assistants.get("1").id == "1"
            assert (await first).id == "1"

    with serve(api) as server:
        asyncio.run(main(server.url))


def test_a_failure_is_told_to_all_who_wait_for_it():
    def refuse(exchange):
        exchange.over.wait(0.3)
        respond({"error": "invalid_client"}, 401)(exchange)

    async def main(url):
        async with AsyncTokenClient(credentials(), base_url=url) as client:
            return await asyncio.gather(*(client.assistants.get("1") for _ in range(20)), return_exceptions=True)

    with serve(refuse) as server:
        errors = asyncio.run(main(server.url))
    assert {type(error) for error in errors} == {OAuth2Error}
    assert len({id(error) for error in errors}) == 20
    assert len(server.requests) == 1


def test_the_deadline_of_one_call_is_not_that_of_others():
    api = API(pause=1.5)

    async def main(url):
        async with AsyncTokenClient(credentials(), base_url=url) as client:
            hasty = client.with_options(deadline=0.3, max_retries=0)
            patient = [asyncio.create_task(hasty.assistants.get("1"))]
            await asyncio.to_thread(api.first.wait, 5)
            patient += [asyncio.create_task(one.assistants.get("1")) for one in (client, hasty, client)]
            return await asyncio.gather(*patient, return_exceptions=True)

    with serve(api) as server:
        results = asyncio.run(main(server.url))
    assert [type(results[0]), type(results[2])] == [APITimeoutError, APITimeoutError]
    assert (results[1].id, results[3].id) == ("1", "1")


# --- the life of a token


@pytest.mark.parametrize(("lifetime", "fetches"), [(3600, 1), ("3600", 1), (None, 1), (5, 1), (0.000001, 3)])
def test_a_token_is_used_until_it_expires(lifetime, fetches):
    api = API(expires_in=lifetime)
    with serve(api) as server, TokenClient(credentials(), base_url=server.url) as client:
        for _ in range(3):
            assert get(client).id == "1"
    assert len(api.fetched) == fetches


def test_a_write_is_sent_again_with_a_new_token(awaiting):
    api, grant = API(), credentials()
    with serve(api) as server:
        call(get, grant, awaiting=awaiting, base_url=server.url)
        api.good = "revoked"
        call(create, grant, awaiting=awaiting, base_url=server.url)
    assert [exchange.target for exchange in server.requests].count("/token") == 2
    assert [
        exchange.json for exchange in server.requests if exchange.method == "POST" and exchange.target != "/token"
    ] == [
        {"name": "x"},
        {"name": "x"},
    ]


def test_a_refresh_token_that_the_server_replaces(awaiting):
    api, told = API(refresh_token="r2"), []
    grant = OAuth2RefreshToken(refresh_token="r1", token_url="/token", on_new_refresh_token=told.append)
    with serve(api) as server:
        call(get, grant, awaiting=awaiting, base_url=server.url)
        api.good = "revoked"
        call(get, grant, awaiting=awaiting, base_url=server.url)
    assert [sent["refresh_token"] for sent in api.fetched] == ["r1", "r2"]
    assert told == ["r2"]


def test_user_name_and_password_in_the_body(awaiting):
    api = API()
    grant = OAuth2Password(
        username="u",
        password="p w",
        client_id="me",
        client_secret="s",
        client_authentication="post",
        token_url="/token",
        parameters={"audience": "a"},
    )
    with serve(api) as server:
        call(get, grant, awaiting=awaiting, base_url=server.url)
    assert api.fetched == [
        {
            "grant_type": "password",
            "username": "u",
            "password": "p w",
            "client_id": "me",
            "client_secret": "s",
            "audience": "a",
        }
    ]
    assert "authorization" not in server.requests[0].headers


# --- a token endpoint that does not do as it should


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        (
            respond({"error": "invalid_scope", "error_description": "no such\nscope"}, 400),
            "invalid_scope: no such scope",
        ),
        (respond(b"<html>" + SECRET.encode(), 404), "without a token"),
        (respond({"access_token": None}), "without a token"),
        (respond([1]), "without a token"),
        (respond({"access_token": SECRET, "token_type": "mac"}), "other than Bearer"),
        (respond(None, 302, location="http://127.0.0.1:9/x"), "not followed"),
    ],
)
def test_no_token(awaiting, behaviour, told):
    with serve(behaviour) as server, pytest.raises(OAuth2Error, match=told) as caught:
        call(get, credentials(), awaiting=awaiting, base_url=server.url)
    assert SECRET not in "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    assert len(server.requests) == 1


def test_a_token_endpoint_that_is_not_there_or_says_nothing(awaiting):
    options = {"awaiting": awaiting, "max_retries": 0}
    with pytest.raises(APIConnectionError, match="/token failed"):
        call(get, credentials(), base_url=f"http://127.0.0.1:{refused_port()}", **options)
    with serve(hang) as server:
        start = time.monotonic()
        with pytest.raises(APITimeoutError):
            call(get, credentials(), base_url=server.url, deadline=0.3, **options)
        with pytest.raises(APITimeoutError):
            call(get, credentials(), base_url=server.url, timeout=0.3, **options)
        assert time.monotonic() - start < 10


def test_a_token_endpoint_that_fails_in_passing_is_asked_again(awaiting):
    api = API()
    behaviours = [respond(None, 503, retry_after="0"), api, api]
    with serve(*behaviours) as server:
        assert call(get, credentials(), awaiting=awaiting, base_url=server.url).id == "1"
    grant = OAuth2RefreshToken(refresh_token="once", token_url="/token")
    with serve(respond(None, 500), api) as server, pytest.raises(OAuth2Error):
        call(get, grant, awaiting=awaiting, base_url=server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("url", [None, "ftp://x/", "http://[::bad"])
def test_a_token_endpoint_that_is_no_address(awaiting, url):
    grant = OAuth2ClientCredentials(client_id="me", client_secret=SECRET, token_url=url)
    with pytest.raises(ValueError, match="token"):
        call(get, grant, awaiting=awaiting)


def test_wrong_arguments():
    with pytest.raises(TypeError, match="scopes"):
        credentials(scopes="read")
    with pytest.raises(ValueError, match="client_authentication"):
        credentials(client_authentication="x")
    with pytest.raises(TypeError, match="token must be"):
        TokenClient(5)


# --- where tokens and secrets go


def test_nothing_follows_to_another_server_and_a_401_from_there_is_the_result(awaiting):
    api = API()
    with serve(respond({}, 401)) as other:
        away = respond(None, 302, location=f"{other.url}/there")

        def behave(exchange):
            (api if exchange.target == "/token" else away)(exchange)

        with serve(behave) as server, pytest.raises(APIError, match="401"):
            call(get, credentials(), awaiting=awaiting, base_url=server.url)
        assert len(other.requests) == 1
        assert "authorization" not in other.requests[0].headers
    assert len(api.fetched) == 1


def test_headers_of_the_callers_httpx_client_do_not_go_to_the_token_endpoint():
    api = API()
    with serve(api) as server, httpx.Client(headers={"X-Private": "1"}, auth=("a", "b")) as http:
        with suppress(APIError):
            get(TokenClient(credentials(), base_url=server.url, http_client=http))
        assert "x-private" not in server.requests[0].headers
        assert server.requests[1].headers["x-private"] == "1"


def test_secrets_show_nowhere(awaiting, caplog):
    caplog.set_level(logging.DEBUG)
    echo = respond({"error": "invalid_client", "error_description": f"{SECRET} is not known"}, 401)
    errors = []
    with serve(echo) as server, pytest.raises(OAuth2Error) as caught:
        call(get, credentials(), awaiting=awaiting, base_url=server.url)
    errors.append(caught.value)

    def quote(exchange):
        if exchange.target == "/token":
            respond({"access_token": SECRET})(exchange)
        else:
            respond({"message": f"bad token {SECRET}"}, 401)(exchange)

    with serve(quote) as server, pytest.raises(APIError) as caught:
        call(get, credentials(), awaiting=awaiting, base_url=server.url)
    assert "bad token ***" in str(caught.value)
    with pytest.raises(APIConnectionError) as failed:
        call(get, credentials(), awaiting=awaiting, base_url=f"http://127.0.0.1:{refused_port()}", max_retries=0)
    errors.append(failed.value)
    shown = [repr(credentials()), repr(OAuth2("bearer", credentials())), caplog.text, str(caught.value)]
    for error in errors:
        shown += ["".join(traceback.format_exception(error)), repr(vars(error)), repr(vars(copy.copy(error)))]
        shown.append(pickle.dumps(error).decode("latin-1"))
        shown.append(repr(vars(pickle.loads(pickle.dumps(error)))))
    assert SECRET not in "".join(shown)
    with pytest.raises(TypeError):
        pickle.dumps(credentials())


# --- functions that give tokens


def test_a_function_is_asked_before_each_call_and_after_a_refusal(awaiting):
    given = iter(["one", "two", "three"])
    behaviours = [respond(ASSISTANT), respond({}, 401), respond(ASSISTANT)]
    with serve(*behaviours) as server:
        token = lambda: next(given)  # noqa: E731
        for _ in range(2):
            call(get, token, awaiting=awaiting, base_url=server.url)
    assert [exchange.headers["authorization"] for exchange in server.requests] == [
        "Bearer one",
        "Bearer two",
        "Bearer three",
    ]


def test_hooks_and_logs_leave_tokens_as_they_are(awaiting, caplog):
    caplog.set_level(logging.DEBUG)
    told = []
    hooks = CallHooks(told.append, told.append, told.append)
    api = API(**{"x-echo": "1"})
    with serve(api) as server:
        assert call(get, credentials(), awaiting=awaiting, base_url=server.url, hooks=hooks).id == "1"
        assert call(get, lambda: api.good, awaiting=awaiting, base_url=server.url, hooks=hooks).id == "1"
    requests = [
        (event.method, event.url, event.headers["Authorization"]) for event in told if hasattr(event, "set_header")
    ]
    asked = ("GET", f"{server.url}/assistant/1", "***")
    assert requests == [("POST", f"{server.url}/token", "***"), asked, asked]
    assert api.good not in repr(told) + caplog.text
    assert SECRET not in repr(told) + caplog.text


def test_an_error_of_a_token_function_keeps_its_kind_under_hooks(awaiting):
    error = APIConnectionError("no tokens today")

    def fail():
        raise error

    told = []
    with pytest.raises(APIConnectionError) as caught:
        call(get, fail, awaiting=awaiting, hooks=CallHooks(on_error=told.append))
    assert caught.value is error
    assert [event.error for event in told] == [error]


def test_the_same_token_again_is_not_tried_again(awaiting):
    with serve(respond({}, 401)) as server, pytest.raises(APIError, match="401"):
        call(get, lambda: "same", awaiting=awaiting, base_url=server.url)
    assert len(server.requests) == 1


async def slow():
    await asyncio.sleep(30)


async def made():
    return "made"


def test_asynchronous_functions():
    with serve(respond(ASSISTANT)) as server:
        call(get, made, awaiting=True, base_url=server.url)
        with pytest.raises(APITimeoutError):
            call(get, slow, awaiting=True, base_url=server.url, deadline=0.2)
        with pytest.raises(TypeError, match="asynchronous client"):
            call(get, made, awaiting=False, base_url=server.url)
    assert [exchange.headers["authorization"] for exchange in server.requests] == ["Bearer made"]


@pytest.mark.parametrize(
    ("token", "error"), [(5, TypeError), ("", ValueError), ("a\nb", ValueError), (None, TypeError)]
)
def test_a_function_that_gives_no_token(awaiting, token, error):
    with pytest.raises(error) as caught:
        call(get, lambda: token, awaiting=awaiting)
    assert "a\nb" not in str(caught.value)


def test_errors_of_a_function_are_the_callers_own(awaiting):
    def broken():
        raise TimeoutError("vault is closed")

    with pytest.raises(TimeoutError, match="vault is closed"):
        call(get, broken, awaiting=awaiting)


def test_a_header_of_the_call_needs_no_token(awaiting):
    with serve(respond(ASSISTANT)) as server:
        use = lambda client: get(client, headers={"authorization": "Own x"})  # noqa: E731
        call(use, credentials(), awaiting=awaiting, base_url=server.url)
    assert [exchange.headers["authorization"] for exchange in server.requests] == ["Own x"]


def test_a_broken_fetch_keeps_nobody_waiting():
    api, grant = API(), credentials()

    def interrupted(exchange):
        if not api.fetched:
            api.fetched.append({})
            exchange.over.wait(0.1)
            exchange.keep = False
        else:
            api(exchange)

    with serve(interrupted) as server, TokenClient(grant, base_url=server.url, max_retries=0) as client:
        with pytest.raises(APIConnectionError):
            get(client)
        assert wait_until(lambda: not grant._flights)
        assert get(client).id == "1"
