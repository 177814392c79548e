"""The two clients: one blocking, one for asyncio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core import APIKey, AsyncClient, Basic, CallHooks, Client, ServerAddress, Settings, at_server

if TYPE_CHECKING:
    import httpx

    from ._core.hooks import (
        AsyncErrorHook,
        AsyncRequestHook,
        AsyncResponseHook,
        ErrorHook,
        RequestHook,
        ResponseHook,
        TracerProvider,
    )
    from .resources.points import AsyncPoints, Points

_SETTINGS = Settings(
    title="Nameless",
    user_agent="nameless/0",
    base_url="https://eu.nameless.example",
    package="nameless",
    log_variable="NAMELESS_LOG",
)
_SERVERS = (ServerAddress("nameless", "https://{region}.nameless.example", {"region": "eu"}),)


class Nameless(Client):
    """Client of the Nameless API."""

    def __init__(
        self,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
        *,
        region: str = "eu",
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        strict: bool = False,
        http_client: httpx.Client | None = None,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_error: ErrorHook | None = None,
        telemetry: bool | TracerProvider = False,
        auth: httpx.Auth | None = None,
    ) -> None:
        """Make a client; nothing is sent before the first call.

        Args:
            api_key: The API key; read from `NAMELESS_API_KEY` when left out.
            username: The user name; read from `NAMELESS_USERNAME` when left out.
            password: The password; read from `NAMELESS_PASSWORD` when left out.
            region: `{region}` in the address of the server.
            base_url: Where the API is, instead of `https://eu.nameless.example`.
            timeout: Seconds that each phase of an attempt may take (connect, write, read, wait for the pool), or
                an `httpx.Timeout`; None waits for ever.
            deadline: Seconds that a call may take in all, with its retries; None sets no limit.
            max_retries: How often a call that failed in passing is sent again.
            strict: Raise `ResponseValidationError` when a response is not as described, instead of warning.
            http_client: An httpx client of your own, for proxies, certificates and the like; closing it stays with you.
            on_request: Called with a `RequestEvent` before each attempt; it may set headers.
            on_response: Called with a `ResponseEvent` for each answer.
            on_error: Called with an `ErrorEvent` for each attempt that failed and is repeated, and for the final error.
            telemetry: Make an OpenTelemetry span for each attempt: True, or the tracer provider to use. It needs
                `opentelemetry-api`.
            auth: An `httpx.Auth` in place of the credentials that go into the header `Authorization`.
        """
        super().__init__(
            at_server(_SETTINGS, _SERVERS, "nameless", {"region": region}),
            auth=(
                APIKey("key", api_key, name="X-Key", place="header", env="NAMELESS_API_KEY", parameter="api_key"),
                Basic(
                    "basic",
                    username,
                    password,
                    env_username="NAMELESS_USERNAME",
                    env_password="NAMELESS_PASSWORD",
                    parameters=("username", "password"),
                ),
            ),
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            http_client=http_client,
            hooks=CallHooks(on_request, on_response, on_error, telemetry),
            http_auth=auth,
        )

    @cached_property
    def points(self) -> Points:
        """Operations of `points`."""
        from .resources.points import Points

        return Points(self)


class AsyncNameless(AsyncClient):
    """Client for asyncio of the Nameless API."""

    def __init__(
        self,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
        *,
        region: str = "eu",
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        deadline: float | None = None,
        max_retries: int = 2,
        strict: bool = False,
        http_client: httpx.AsyncClient | None = None,
        on_request: AsyncRequestHook | None = None,
        on_response: AsyncResponseHook | None = None,
        on_error: AsyncErrorHook | None = None,
        telemetry: bool | TracerProvider = False,
        auth: httpx.Auth | None = None,
    ) -> None:
        """Make a client; nothing is sent before the first call.

        Args:
            api_key: The API key; read from `NAMELESS_API_KEY` when left out.
            username: The user name; read from `NAMELESS_USERNAME` when left out.
            password: The password; read from `NAMELESS_PASSWORD` when left out.
            region: `{region}` in the address of the server.
            base_url: Where the API is, instead of `https://eu.nameless.example`.
            timeout: Seconds that each phase of an attempt may take (connect, write, read, wait for the pool), or
                an `httpx.Timeout`; None waits for ever.
            deadline: Seconds that a call may take in all, with its retries; None sets no limit.
            max_retries: How often a call that failed in passing is sent again.
            strict: Raise `ResponseValidationError` when a response is not as described, instead of warning.
            http_client: An httpx client of your own, for proxies, certificates and the like; closing it stays with you.
            on_request: Called with a `RequestEvent` before each attempt; it may set headers.
            on_response: Called with a `ResponseEvent` for each answer.
            on_error: Called with an `ErrorEvent` for each attempt that failed and is repeated, and for the final error.
            telemetry: Make an OpenTelemetry span for each attempt: True, or the tracer provider to use. It needs
                `opentelemetry-api`.
            auth: An `httpx.Auth` in place of the credentials that go into the header `Authorization`.
        """
        super().__init__(
            at_server(_SETTINGS, _SERVERS, "nameless", {"region": region}),
            auth=(
                APIKey("key", api_key, name="X-Key", place="header", env="NAMELESS_API_KEY", parameter="api_key"),
                Basic(
                    "basic",
                    username,
                    password,
                    env_username="NAMELESS_USERNAME",
                    env_password="NAMELESS_PASSWORD",
                    parameters=("username", "password"),
                ),
            ),
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            http_client=http_client,
            hooks=CallHooks(on_request, on_response, on_error, telemetry),
            http_auth=auth,
        )

    @cached_property
    def points(self) -> AsyncPoints:
        """Operations of `points`."""
        from .resources.points import AsyncPoints

        return AsyncPoints(self)
