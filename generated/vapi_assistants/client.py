"""The two clients: one blocking, one for asyncio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core import AsyncClient, Bearer, Client, Settings

if TYPE_CHECKING:
    import httpx

    from ._core.authentication import AsyncBearerToken, BearerToken

    from .resources.assistants import AsyncAssistants, Assistants

_SETTINGS = Settings(
    title="Vapi assistants",
    user_agent="vapi_assistants/1.0.0",
    base_url="https://api.vapi.ai",
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
            http_auth=auth,
        )

    @cached_property
    def assistants(self) -> AsyncAssistants:
        """Voice assistants and their settings."""
        from .resources.assistants import AsyncAssistants

        return AsyncAssistants(self)
