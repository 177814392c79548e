"""What is written to logs, ours and those of the HTTP library; and that no credential ever is."""

from __future__ import annotations

import asyncio
import logging
import string
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings, strategies

from clientsmith.runtime import APIError, CallHooks, RequestOptions, Settings
from clientsmith.runtime.logs import package_logger
from runtime.hostile import reset, respond, serve
from runtime.sample import AsyncSample, Sample
from runtime.usual import ASSISTANT, get

LOGGER = "client"


def lines(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == LOGGER and record.levelno == level]


def test_a_call_is_one_line(caller, caplog):
    caplog.set_level(logging.INFO, LOGGER)
    with serve(respond(ASSISTANT)) as server:
        caller.call(get, base_url=server.url)
    (line,) = lines(caplog, logging.INFO)
    assert line.startswith(f"getAssistant: GET {server.url}/assistant/1 answered 200 in ")
    assert line.endswith(" ms")
    assert lines(caplog, logging.DEBUG) == []


def test_attempts_are_counted_and_failures_named(caller, caplog):
    caplog.set_level(logging.INFO, LOGGER)
    with serve(respond(None, 503), reset, respond({"message": "private"}, 404)) as server, pytest.raises(APIError):
        caller.call(get, base_url=server.url)
    with serve(reset) as server, pytest.raises(APIError):
        caller.call(get, base_url=server.url, max_retries=0)
    first, second = lines(caplog, logging.INFO)
    assert " answered 404: NotFoundError in " in first
    assert first.endswith(" ms (3 attempts)")
    assert " failed: APIConnectionError in " in second
    assert "private" not in caplog.text


def test_debug_tells_attempts_and_headers_but_no_bodies(caller, caplog):
    caplog.set_level(logging.DEBUG, LOGGER)
    with serve(respond(None, 503), reset, respond(ASSISTANT, **{"set-cookie": "a=canary"})) as server:
        caller.call(lambda client: get(client, headers={"X-Team": "canary"}), base_url=server.url)
    told = "\n".join(lines(caplog, logging.DEBUG))
    assert told.count("sending GET") == 3
    assert "attempt 1: 503 after" in told
    assert "attempt 2: " in told
    assert told.count("trying again in 0.00 s") == 2
    assert "'Authorization': '***', 'X-Team': '***'" in told
    assert "('set-cookie', '***')" in told
    assert "createdAt" not in told
    assert "canary" not in told


def test_a_call_that_is_cut_short_is_told(caplog):
    caplog.set_level(logging.INFO, LOGGER)

    async def main() -> None:
        async with AsyncSample("t", base_url=server.url) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await get(client)

    with serve(lambda exchange: exchange.over.wait(5)) as server:
        asyncio.run(main())
    (line,) = lines(caplog, logging.INFO)
    assert " was cut short in " in line


@pytest.mark.parametrize(("value", "level"), [("info", "INFO"), (" DEBUG ", "DEBUG")])
def test_a_variable_turns_the_log_on(monkeypatch, capsys, value, level):
    logger = logging.getLogger("a_package")
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "propagate", False)
    monkeypatch.setenv("A_LOG", value)
    for _ in range(2):
        assert package_logger("a_package", "A_LOG") is logger
    logger.info("once")
    assert logging.getLevelName(logger.level) == level
    assert capsys.readouterr().err.count("a_package INFO once") == 1
    logger.setLevel(logging.NOTSET)


def test_a_program_with_handlers_of_its_own_keeps_to_them(monkeypatch):
    monkeypatch.setenv("A_LOG", "info")
    logger = package_logger("another_package", "A_LOG")
    assert logger.handlers == []
    logger.setLevel(logging.NOTSET)


def test_a_variable_that_says_something_else_is_told(monkeypatch):
    monkeypatch.setenv("A_LOG", "loud")
    with pytest.warns(UserWarning, match="^A_LOG must be `info` or `debug`; it turns nothing on"):
        assert package_logger("a_third_package", "A_LOG").level == logging.NOTSET
    monkeypatch.setenv("A_LOG", "")
    assert package_logger("a_third_package", "A_LOG").level == logging.NOTSET
    assert Settings(title="x", user_agent="x").log_variable is None


CANARIES = strategies.text(string.ascii_letters + string.digits + "+/=._~-", min_size=8, max_size=40)
PLACES = ["bearer", "header", "query", "cookie", "basic", "userinfo", "options header", "options query", "hook"]


def use(client: Any, place: str, secret: str) -> Any:
    options: dict[str, Any] = {}
    if place == "options header":
        options["headers"] = {"X-Internal-Key": secret}
    elif place == "options query":
        options["query"] = {"access_token": secret}
    return client.assistants.get("1", options=RequestOptions(**options))


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mark=CANARIES)
def test_no_secret_reaches_a_log_or_hook(caller, caplog, place, mark):
    """With everything logged that there is, by us and by the HTTP library; one secret in one place."""
    secret = f"canary{mark}"
    told: list[Any] = []
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    auth = place if place in {"bearer", "header", "query", "cookie", "basic"} else "bearer"
    hooks = CallHooks(told.append, told.append, told.append)
    if place == "hook":
        hooks = CallHooks(lambda event: event.set_header("X-Signature", secret))
    with serve(respond(None, 503), reset, respond(None, 307, location="/there"), respond({"m": 1}, 400)) as server:
        url = server.url.replace("//", f"//user:{secret.replace('/', '-')}@") if place == "userinfo" else server.url
        kind = Sample if type(caller).__name__ == "Blocking" else AsyncSample
        with pytest.raises(APIError) as caught:
            call(kind, use, place, secret, auth=auth, base_url=url, hooks=hooks)
    assert len(server.requests) == 4
    seen = caplog.text + repr(told) + repr(caught.value) + "".join(str(one) for one in told)
    assert any(record.name == LOGGER for record in caplog.records)
    assert any(record.name.startswith(httpx.__name__) for record in caplog.records)
    assert "canary" not in seen
    assert "Y2FuYXJ5" not in seen, "nor in base 64"


def call(kind: Any, made: Any, place: str, secret: str, **options: Any) -> None:
    token = secret if options["auth"] == place else "another"

    async def awaiting() -> None:
        async with AsyncSample(token, **options) as client:
            await made(client, place, secret)

    if kind is AsyncSample:
        asyncio.run(awaiting())
    else:
        with Sample(token, **options) as client:
            made(client, place, secret)
