"""Bearer tokens that are asked for when a call needs them.

A source of tokens is a generator, like `exchange`, which it is a part of: it yields what is to be done next, so that
one piece of logic serves both clients. Besides requests it yields steps of its own, which carry themselves out.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from .errors import APITimeoutError
from .exchange import DeadlinePassedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping

    from .http_library import httpx
    from .requests import PreparedRequest

Steps: TypeAlias = "Generator[Any, Any, str]"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenNeed:
    """What a source of tokens needs to know about the call that needs one.

    Attributes:
        scopes: the scopes that the operation asks for.
        rejected: the token that the server has just refused; None at the first try.
        base_url: what the address of a token endpoint is relative to.
        token_urls: token endpoints of the document, by grant type.
        user_agent: the `User-Agent` of the call.
        timeout: the time for each phase of an attempt.
        ends_at: when the call ends, on the clock of `time.monotonic`; None for never.
        max_retries: how many times to try again.
    """

    scopes: tuple[str, ...]
    rejected: str | None
    base_url: str
    token_urls: Mapping[str, str]
    user_agent: str | None
    timeout: httpx.Timeout
    ends_at: float | None
    max_retries: int


class TokenSource(Protocol):
    """Something that gives bearer tokens."""

    def steps(self, need: TokenNeed) -> Steps:
        """Yield what has to be done to get a token, and return it.

        Args:
            need: what the call needs.
        """
        ...


@dataclass(frozen=True, slots=True)
class PendingToken:
    """The token that a request is yet to be given.

    Attributes:
        source: what gives it.
        name: what the client's constructor calls it.
        scopes: the scopes that the operation asks for.
        token_urls: token endpoints of the document, by grant type.
        base_url: what the address of a token endpoint is relative to.
        token: the token that the request carries now; None before the first try.
    """

    source: TokenSource
    name: str
    scopes: tuple[str, ...] = ()
    token_urls: Mapping[str, str] | None = None
    base_url: str = ""
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a function of the caller for a token."""

    function: Callable[[], object]
    ends_at: float | None

    def perform(self) -> object:
        """Call the function, blocking.

        Raises:
            TypeError: it is an asynchronous one.
        """
        given = self.function()
        if isawaitable(given):
            close = getattr(given, "close", None)
            if close is not None:
                close()
            raise TypeError("The token's function is asynchronous; give it to the asynchronous client.")
        return given

    async def perform_async(self) -> object:
        """Call the function, and wait for what it returns until the deadline."""
        import asyncio  # noqa: PLC0415

        given = self.function()
        if not isawaitable(given):
            return given
        left = None if self.ends_at is None else self.ends_at - time.monotonic()
        scope = asyncio.timeout(left)
        try:
            async with scope:
                return await cast("Awaitable[object]", given)
        except TimeoutError:
            if not scope.expired():
                raise
            return DeadlinePassedError()


class ProvidedToken:
    """A function of the caller that returns the token; it is asked before every call, so it keeps the token itself.

    Args:
        function: a function without arguments, for the asynchronous client perhaps an asynchronous one.
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def __repr__(self) -> str:
        return "ProvidedToken()"

    def steps(self, need: TokenNeed) -> Steps:
        """Ask the function; see `TokenSource`."""
        given = yield Ask(self._function, need.ends_at)
        if isinstance(given, DeadlinePassedError):
            raise given
        return cast("str", given)


def authorize(
    request: PreparedRequest, *, timeout: httpx.Timeout, ends_at: float | None, max_retries: int
) -> Generator[Any, Any, PreparedRequest]:
    """Give a request its token.

    Args:
        request: a request with a pending token. Where it carries a token already, the server has refused that one.
        timeout: the time for each phase of an attempt.
        ends_at: when the call ends, on the clock of `time.monotonic`.
        max_retries: how many times to try again.

    Yields:
        What has to be done to get the token.

    Returns:
        The request with a token; the same request where there is no other token than the refused one.

    Raises:
        APITimeoutError: no token came within the deadline.
        TypeError: what came is no text.
        ValueError: what came cannot be sent.
    """
    pending = cast("PendingToken", request.pending)
    need = TokenNeed(
        scopes=pending.scopes,
        rejected=pending.token,
        base_url=pending.base_url,
        token_urls=pending.token_urls or {},
        user_agent=request.headers.get("User-Agent"),
        timeout=timeout,
        ends_at=ends_at,
        max_retries=max_retries,
    )
    try:
        token = yield from pending.source.steps(need)
    except DeadlinePassedError:
        raise APITimeoutError(
            f"{request.method} {request.shown_url} had no token within its deadline.",
            method=request.method,
            url=request.shown_url,
        ) from None
    token = checked_token(token, pending.name)
    if token == pending.token:
        return request
    return replace(
        request,
        headers={**request.headers, "Authorization": f"Bearer {token}"},
        secrets=(*request.secrets, token),
        pending=replace(pending, token=token),
    )


def checked_token(token: object, name: str) -> str:
    """Return a token that can be sent.

    Raises:
        TypeError: it is no text.
        ValueError: it is empty, or has characters that no header can have. It is not shown.
    """
    if not isinstance(token, str):
        raise TypeError(f"The function for {name} must return the token as text, not {type(token).__name__}.")
    text = token.strip()
    if not text or not text.isascii() or not text.isprintable():
        raise ValueError(f"The function for {name} returned a token that is empty or cannot be sent in a header.")
    return text
