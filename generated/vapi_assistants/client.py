"""The two clients: one blocking, one for asyncio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core import AsyncClient, Bearer, CallHooks, Client, Settings

if TYPE_CHECKING:
    import httpx

    from ._core.authentication import AsyncBearerToken, BearerToken
    from ._core.hooks import (
        AsyncErrorHook,
        AsyncRequestHook,
        AsyncResponseHook,
        ErrorHook,
        RequestHook,
        ResponseHook,
        TracerProvider,
    )
    from .resources.assistants import Assistants, AsyncAssistants

_SETTINGS = Settings(
    title="Vapi assistants",
    user_agent="vapi_assistants/1.0.0",
    base_url="https://api.vapi.ai",
    package="vapi_assistants",
    log_variable="VAPI_LOG",
)


class Vapi(Client):
    """Client of the Vapi assistants API."""

    def __init__(
        self,
        token: BearerToken | None = None,
        *,
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
            token: The bearer token, or a function that returns it; read from `VAPI_API_KEY` when left out.
            base_url: Where the API is, instead of `https://api.vapi.ai`.
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
            _SETTINGS,
            auth=(Bearer("bearerAuth", token, env="VAPI_API_KEY", parameter="token"),),
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
    def assistants(self) -> Assistants:
        """Voice assistants and their settings."""
        from .resources.assistants import Assistants

        return Assistants(self)


class AsyncVapi(AsyncClient):
    """Client for asyncio of the Vapi assistants API."""

    def __init__(
        self,
        token: AsyncBearerToken | None = None,
        *,
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
            token: The bearer token, or a function that returns it; read from `VAPI_API_KEY` when left out.
            base_url: Where the API is, instead of `https://api.vapi.ai`.
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
            _SETTINGS,
            auth=(Bearer("bearerAuth", token, env="VAPI_API_KEY", parameter="token"),),
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
    def assistants(self) -> AsyncAssistants:
        """Voice assistants and their settings."""
        from .resources.assistants import AsyncAssistants

        return AsyncAssistants(self)
