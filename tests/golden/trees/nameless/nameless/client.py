"""The two clients: one blocking, one for asyncio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core import APIKey, AsyncClient, Basic, Client, Settings

if TYPE_CHECKING:
    import httpx

    from .resources.points import AsyncPoints, Points

_SETTINGS = Settings(
    title="Nameless",
    user_agent="nameless/0",
    base_url="https://eu.nameless.example",
)


class Nameless(Client):
    """Client of the Nameless API."""

    def __init__(
        self,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
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
            api_key: The API key; read from `NAMELESS_API_KEY` when left out.
            username: The user name; read from `NAMELESS_USERNAME` when left out.
            password: The password; read from `NAMELESS_PASSWORD` when left out.
            base_url: Where the API is, instead of `https://eu.nameless.example`.
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
            api_key: The API key; read from `NAMELESS_API_KEY` when left out.
            username: The user name; read from `NAMELESS_USERNAME` when left out.
            password: The password; read from `NAMELESS_PASSWORD` when left out.
            base_url: Where the API is, instead of `https://eu.nameless.example`.
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
            http_auth=auth,
        )

    @cached_property
    def points(self) -> AsyncPoints:
        """Operations of `points`."""
        from .resources.points import AsyncPoints

        return AsyncPoints(self)
