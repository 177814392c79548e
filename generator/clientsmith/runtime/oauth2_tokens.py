"""Tokens from a token endpoint (RFC 6749), kept until they expire and shared by all calls."""

from __future__ import annotations

import base64
import copy
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from urllib.parse import quote_plus, urlencode

from pydantic_core import from_json

from .errors import APIError, reason
from .exchange import Call, DeadlinePassedError, exchange
from .http_library import httpx
from .narrowing import is_object
from .operations import Operation, Response
from .redaction import REDACTED, redacted
from .requests import PreparedRequest, shown

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from .replies import Reply
    from .tokens import Steps, TokenNeed

ClientAuthentication: TypeAlias = Literal["basic", "post"]

# Redirects are declared as results, so that they are never followed: a secret goes nowhere else.
_TOKEN: Final[Operation[Any]] = Operation(
    id="token", method="POST", path="/", responses=(Response("300 301 302 303 304 305 306 307 308"),)
)
_LONGEST_WAIT: Final = 60.0
_LONGEST_TEXT: Final = 300


class OAuth2Error(APIError):
    """The token endpoint gave no token (RFC 6749 §5.2).

    Attributes:
        error: the code, such as `invalid_client`; None where the answer has none.
        error_description: what the server says about it.
        status_code: the status of the answer.
    """

    def __init__(
        self,
        message: str,
        *,
        error: str | None = None,
        error_description: str | None = None,
        status_code: int | None = None,
        url: str = "",
    ) -> None:
        super().__init__(message, method="POST", url=url)
        self.error = error
        self.error_description = error_description
        self.status_code = status_code


@dataclass(frozen=True, slots=True)
class Token:
    """A token: the scopes it is good for, and until when (on the clock of `time.monotonic`)."""

    text: str
    url: str
    scopes: frozenset[str]
    good_until: float


@dataclass(frozen=True, slots=True)
class _Join:
    """Wait for the token that another call is fetching."""

    flight: Future[Token | APIError | None]
    seconds: float

    def perform(self) -> None:
        """Wait, blocking."""
        with suppress(TimeoutError):
            self.flight.result(self.seconds)

    async def perform_async(self) -> None:
        """Wait without blocking."""
        import asyncio  # noqa: PLC0415

        waiter = asyncio.wrap_future(self.flight)
        try:
            await asyncio.wait({waiter}, timeout=self.seconds)
        finally:
            # The flight is marked as running, so this gives up the waiting and not the flight.
            waiter.cancel()


class Grant:
    """What the grants share: one cache of tokens, and at most one request for the same token at a time.

    The lock is held for moments only, never while something is awaited: who finds another call fetching waits for its
    result. A call that is cancelled or out of time leaves the fetching to the next one.
    """

    grant_type: str
    idempotent = True

    def __init__(
        self,
        *,
        client_id: str | None,
        client_secret: str | None,
        scopes: Sequence[str] | None,
        token_url: str | None,
        parameters: Mapping[str, str] | None,
        client_authentication: ClientAuthentication,
        leeway: float,
    ) -> None:
        if isinstance(scopes, str):
            raise TypeError("scopes must be a list of texts, such as ['read', 'write'], not one text.")
        if client_authentication not in {"basic", "post"}:
            raise ValueError("client_authentication must be 'basic' or 'post'.")
        self._client_id = client_id
        self._client_secret = client_secret
        self._scopes = None if scopes is None else frozenset(scopes)
        self._token_url = token_url
        self._parameters = dict(parameters or {})
        self._client_authentication: ClientAuthentication = client_authentication
        self._leeway = leeway
        self._lock = threading.Lock()
        self.tokens: list[Token] = []
        self._flights: dict[tuple[str, frozenset[str]], Future[Token | APIError | None]] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({REDACTED})"

    def steps(self, need: TokenNeed) -> Steps:
        """Return a token that is kept, or fetch one; see `TokenSource`.

        Raises:
            OAuth2Error: the token endpoint gave none.
            APIConnectionError: it could not be reached.
        """
        url = self._address(need)
        scopes = frozenset(need.scopes) if self._scopes is None else self._scopes
        while True:
            with self._lock:
                token = self.kept(url, scopes, need.rejected)
                if token is not None:
                    return token.text
                flight = self._flights.get((url, scopes))
                leads = flight is None
                if flight is None:
                    flight = Future[Token | APIError | None]()
                    flight.set_running_or_notify_cancel()
                    self._flights[url, scopes] = flight
            if leads:
                return (yield from self._lead(flight, url, scopes, need)).text
            left = _LONGEST_WAIT if need.ends_at is None else need.ends_at - time.monotonic()
            yield _Join(flight, max(0.0, min(left, _LONGEST_WAIT)))
            if not flight.done():
                if need.ends_at is not None and time.monotonic() >= need.ends_at:
                    raise DeadlinePassedError
                self._forget(url, scopes, flight)
                continue
            result = flight.result()
            if isinstance(result, Token):
                return result.text
            if result is not None:
                # Its own copy for each call: one exception must not be raised in several threads.
                raise copy.copy(result)

    def _address(self, need: TokenNeed) -> str:
        known = need.token_urls
        url = self._token_url or known.get(self.grant_type) or next(iter(known.values()), None)
        if url is None:
            raise ValueError(f"{type(self).__name__} needs token_url=…: the API document names no token endpoint.")
        try:
            target = httpx.URL(need.base_url.rstrip("/") + "/").join(url)
        except (httpx.InvalidURL, ValueError):
            target = httpx.URL("")
        if target.scheme not in {"http", "https"} or not target.host:
            raise ValueError(f"The address of the token endpoint, {shown(url)!r}, is no http address.")
        return str(target.copy_with(userinfo=b"", fragment=None))

    def kept(self, url: str, scopes: frozenset[str], rejected: str | None) -> Token | None:
        """Return a token that is good for the scopes and was not refused; called while the lock is held."""
        now = time.monotonic()
        self.tokens = [token for token in self.tokens if token.good_until > now and token.text != rejected]
        return next((token for token in self.tokens if token.url == url and token.scopes >= scopes), None)

    def _forget(self, url: str, scopes: frozenset[str], flight: Future[Token | APIError | None]) -> None:
        with self._lock:
            if self._flights.get((url, scopes)) is flight:
                del self._flights[url, scopes]

    def _lead(
        self, flight: Future[Token | APIError | None], url: str, scopes: frozenset[str], need: TokenNeed
    ) -> Generator[Any, Any, Token]:
        result: Token | APIError | None = None
        try:
            answer, started = yield from self._fetch(url, scopes, need)
            token = result = self._token(answer, url, scopes, started)
            with self._lock:
                self.tokens = [kept for kept in self.tokens if kept.url != url or not kept.scopes <= token.scopes]
                self.tokens.append(token)
            self.accept(answer)
        except APIError as error:
            # What this call's own deadline caused says nothing to the others.
            if need.ends_at is None or time.monotonic() < need.ends_at:
                result = copy.copy(error)
            raise
        finally:
            # Also when the call is cancelled, which closes this generator.
            self._forget(url, scopes, flight)
            flight.set_result(result)
        return token

    def _fetch(
        self, url: str, scopes: frozenset[str], need: TokenNeed
    ) -> Generator[Any, Any, tuple[Mapping[str, Any], float]]:
        form = {**self._parameters, **self.form()}
        secrets = self.secrets()
        if scopes:
            form["scope"] = " ".join(sorted(scopes))
        headers: dict[str, str | None] = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        if need.user_agent is not None:
            headers["User-Agent"] = need.user_agent
        if self._client_id is not None and self._client_secret is not None and self._client_authentication == "basic":
            # RFC 6749 §2.3.1: both are form-encoded before they are joined.
            pair = f"{quote_plus(self._client_id)}:{quote_plus(self._client_secret)}"
            encoded = base64.b64encode(pair.encode()).decode()
            headers["Authorization"] = f"Basic {encoded}"
            secrets += (encoded,)
        elif self._client_id is not None:
            form["client_id"] = self._client_id
            if self._client_secret is not None:
                form["client_secret"] = self._client_secret
        request = PreparedRequest(
            "POST", url, headers, urlencode(form).encode(), shown(url.partition("?")[0]), secrets=secrets
        )
        started = time.monotonic()
        left = None if need.ends_at is None else max(need.ends_at - started, 0.001)
        call = Call(_TOKEN, request, need.timeout, left, need.max_retries, self.idempotent, foreign=True)
        reply = yield from exchange(call)
        answer: Any = None
        with suppress(ValueError):
            answer = from_json(reply.content)
        answer = answer if is_object(answer) else {}
        if not 200 <= reply.status_code < 300 or not isinstance(answer.get("access_token"), str):
            raise _refusal(answer, reply)
        kind = answer.get("token_type", "Bearer")
        if not isinstance(kind, str) or not kind.lower().startswith("bearer"):
            raise OAuth2Error(
                f"The token endpoint {reply.url} gives tokens of a type other than Bearer, which cannot be used.",
                status_code=reply.status_code,
                url=reply.url,
            )
        return answer, started

    def _token(self, answer: Mapping[str, Any], url: str, scopes: frozenset[str], started: float) -> Token:
        try:
            lifetime = float(answer.get("expires_in") or "inf")
        except (TypeError, ValueError):
            lifetime = float("inf")
        granted = answer.get("scope")
        more = frozenset(granted.split()) if isinstance(granted, str) else frozenset[str]()
        # Of a short life only a tenth is given away, or such a token would never be used twice.
        leeway = min(self._leeway, lifetime / 10)
        return Token(str(answer["access_token"]).strip(), url, scopes | more, started + lifetime - leeway)

    def secrets(self) -> tuple[str, ...]:
        """Return what must not show anywhere."""
        return (self._client_secret,) if self._client_secret else ()

    def form(self) -> dict[str, str]:
        """Return the parameters of the grant."""
        return {"grant_type": self.grant_type}

    def accept(self, answer: Mapping[str, Any]) -> None:
        """Take more from the answer than the access token."""


def _refusal(answer: Mapping[str, Any], reply: Reply) -> OAuth2Error:
    """Return the error for an answer without a token. Its body is not shown: it may hold secrets."""
    code, description = (_text(answer.get(name), reply) for name in ("error", "error_description"))
    said = ": ".join(filter(None, (code, description)))
    redirects = 300 <= reply.status_code < 400
    what = f": {said}" if said else ", a redirect, which is not followed" if redirects else ", without a token"
    return OAuth2Error(
        f"The token endpoint {reply.url} answered {reason(reply.status_code)}{what}.",
        error=code,
        error_description=description,
        status_code=reply.status_code,
        url=reply.url,
    )


def _text(value: object, reply: Reply) -> str | None:
    if not isinstance(value, str):
        return None
    return redacted(" ".join(value.split()), reply.secrets)[:_LONGEST_TEXT] or None
