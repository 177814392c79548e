"""OAuth 2 (RFC 6749): tokens from a token endpoint, kept until they expire and shared by all calls."""

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

from .authentication import Bearer, environment, hint, secret_text
from .errors import APIError, reason
from .exchange import Call, DeadlinePassedError, exchange
from .http_library import httpx
from .narrowing import is_object
from .operations import Operation, Response
from .redaction import REDACTED, redacted
from .requests import PreparedRequest, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from .replies import Reply
    from .tokens import Steps, TokenNeed, TokenSource

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
class _Token:
    """A token: the scopes it is good for, and until when (on the clock of `time.monotonic`)."""

    text: str
    url: str
    scopes: frozenset[str]
    good_until: float


@dataclass(frozen=True, slots=True)
class _Join:
    """Wait for the token that another call is fetching."""

    flight: Future[_Token | APIError | None]
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


class _Grant:
    """What the grants share: one cache of tokens, and at most one request for the same token at a time.

    The lock is held for moments only, never while something is awaited: who finds another call fetching waits for its
    result. A call that is cancelled or out of time leaves the fetching to the next one.
    """

    grant_type: str
    _idempotent = True

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
        self._tokens: list[_Token] = []
        self._flights: dict[tuple[str, frozenset[str]], Future[_Token | APIError | None]] = {}

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
                token = self._kept(url, scopes, need.rejected)
                if token is not None:
                    return token.text
                flight = self._flights.get((url, scopes))
                leads = flight is None
                if flight is None:
                    flight = Future[_Token | APIError | None]()
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
            if isinstance(result, _Token):
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

    def _kept(self, url: str, scopes: frozenset[str], rejected: str | None) -> _Token | None:
        now = time.monotonic()
        self._tokens = [token for token in self._tokens if token.good_until > now and token.text != rejected]
        return next((token for token in self._tokens if token.url == url and token.scopes >= scopes), None)

    def _forget(self, url: str, scopes: frozenset[str], flight: Future[_Token | APIError | None]) -> None:
        with self._lock:
            if self._flights.get((url, scopes)) is flight:
                del self._flights[url, scopes]

    def _lead(
        self, flight: Future[_Token | APIError | None], url: str, scopes: frozenset[str], need: TokenNeed
    ) -> Generator[Any, Any, _Token]:
        result: _Token | APIError | None = None
        try:
            answer, started = yield from self._fetch(url, scopes, need)
            token = result = self._token(answer, url, scopes, started)
            with self._lock:
                self._tokens = [kept for kept in self._tokens if kept.url != url or not kept.scopes <= token.scopes]
                self._tokens.append(token)
            self._accept(answer)
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
        form = {**self._parameters, **self._form()}
        secrets = self._secrets()
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
        call = Call(_TOKEN, request, need.timeout, left, need.max_retries, self._idempotent, foreign=True)
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

    def _token(self, answer: Mapping[str, Any], url: str, scopes: frozenset[str], started: float) -> _Token:
        try:
            lifetime = float(answer.get("expires_in") or "inf")
        except (TypeError, ValueError):
            lifetime = float("inf")
        granted = answer.get("scope")
        more = frozenset(granted.split()) if isinstance(granted, str) else frozenset[str]()
        # Of a short life only a tenth is given away, or such a token would never be used twice.
        leeway = min(self._leeway, lifetime / 10)
        return _Token(str(answer["access_token"]).strip(), url, scopes | more, started + lifetime - leeway)

    def _secrets(self) -> tuple[str, ...]:
        return (self._client_secret,) if self._client_secret else ()

    def _form(self) -> dict[str, str]:
        return {"grant_type": self.grant_type}

    def _accept(self, answer: Mapping[str, Any]) -> None:
        """Take more from the answer than the access token."""


class OAuth2ClientCredentials(_Grant):
    """Tokens for a client with an id and a secret (RFC 6749 §4.4).

    It may be given to several clients, which then share the tokens.

    Args:
        client_id: the id of the client.
        client_secret: its secret.
        scopes: the scopes to ask for; None for those that the document asks for at each operation, `()` for none.
        token_url: the token endpoint, instead of the document's.
        parameters: further parameters of the token request, such as `audience`.
        client_authentication: whether id and secret go as `"basic"` authentication or in the body (`"post"`).
        leeway: seconds before its end from which a token is not used any more.
    """

    grant_type = "client_credentials"

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        scopes: Sequence[str] | None = None,
        token_url: str | None = None,
        parameters: Mapping[str, str] | None = None,
        client_authentication: ClientAuthentication = "basic",
        leeway: float = 30.0,
    ) -> None:
        super().__init__(
            client_id=client_id,
            client_secret=client_secret,
            scopes=scopes,
            token_url=token_url,
            parameters=parameters,
            client_authentication=client_authentication,
            leeway=leeway,
        )


class OAuth2Password(_Grant):
    """Tokens for a user name and a password (RFC 6749 §4.3).

    Args:
        username: the user name.
        password: the password.
        client_id: the id of the client, where the server wants one.
        client_secret: its secret.
        scopes: see `OAuth2ClientCredentials`, and so for the other arguments.
        token_url: the token endpoint, instead of the document's.
        parameters: further parameters of the token request.
        client_authentication: `"basic"` or `"post"`.
        leeway: seconds before its end from which a token is not used any more.
    """

    grant_type = "password"

    def __init__(
        self,
        *,
        username: str,
        password: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: Sequence[str] | None = None,
        token_url: str | None = None,
        parameters: Mapping[str, str] | None = None,
        client_authentication: ClientAuthentication = "basic",
        leeway: float = 30.0,
    ) -> None:
        super().__init__(
            client_id=client_id,
            client_secret=client_secret,
            scopes=scopes,
            token_url=token_url,
            parameters=parameters,
            client_authentication=client_authentication,
            leeway=leeway,
        )
        self._username = username
        self._password = password

    def _form(self) -> dict[str, str]:
        return {"grant_type": self.grant_type, "username": self._username, "password": self._password}

    def _secrets(self) -> tuple[str, ...]:
        return (*super()._secrets(), self._password)


class OAuth2RefreshToken(_Grant):
    """Tokens for a refresh token that you have, as of an authorization code (RFC 6749 §6).

    Where the server replaces the refresh token, the new one is used from then on.

    Args:
        refresh_token: the refresh token.
        access_token: an access token that came with it; used until the server refuses it.
        client_id: the id of the client, where the server wants one.
        client_secret: its secret.
        scopes: the scopes to ask for; None for those that were granted first.
        token_url: the token endpoint, instead of the document's.
        parameters: further parameters of the token request.
        client_authentication: `"basic"` or `"post"`.
        on_new_refresh_token: is told a new refresh token, so that it can be kept for the next run of the program.
        leeway: seconds before its end from which a token is not used any more.
    """

    grant_type = "refresh_token"
    # Many servers take a refresh token once only: whether a request was processed is not known after a lost answer.
    _idempotent = False

    def __init__(
        self,
        *,
        refresh_token: str,
        access_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: Sequence[str] | None = None,
        token_url: str | None = None,
        parameters: Mapping[str, str] | None = None,
        client_authentication: ClientAuthentication = "basic",
        on_new_refresh_token: Callable[[str], object] | None = None,
        leeway: float = 30.0,
    ) -> None:
        super().__init__(
            client_id=client_id,
            client_secret=client_secret,
            scopes=() if scopes is None else scopes,
            token_url=token_url,
            parameters=parameters,
            client_authentication=client_authentication,
            leeway=leeway,
        )
        self._refresh_token = refresh_token
        self._access_token = access_token
        self._on_new_refresh_token = on_new_refresh_token

    def _kept(self, url: str, scopes: frozenset[str], rejected: str | None) -> _Token | None:
        if self._access_token is not None:
            self._tokens.append(_Token(self._access_token, url, scopes, float("inf")))
            self._access_token = None
        return super()._kept(url, scopes, rejected)

    def _form(self) -> dict[str, str]:
        return {"grant_type": self.grant_type, "refresh_token": self._refresh_token}

    def _secrets(self) -> tuple[str, ...]:
        return (*super()._secrets(), self._refresh_token)

    def _accept(self, answer: Mapping[str, Any]) -> None:
        new = answer.get("refresh_token")
        if isinstance(new, str) and new and new != self._refresh_token:
            self._refresh_token = new
            if self._on_new_refresh_token is not None:
                self._on_new_refresh_token(new)


class OAuth2(Bearer):
    """A security scheme of the type `oauth2` or `openIdConnect`: a token, or what it takes to fetch one.

    Args:
        scheme: the name of the security scheme in the document.
        token: an access token, a function that returns one, or a grant (`OAuth2ClientCredentials` and so on).
        client_id: the id of the client, for the client credentials grant.
        client_secret: its secret.
        scopes: the scopes to ask for; see `OAuth2ClientCredentials`.
        token_urls: token endpoints by grant type.
        env: the environment variable of the token.
        env_client: those of the client's id and secret; none where the document has no such grant.
        parameter: what the client's constructor calls the token.
        parameters: what it calls the client's id and secret.
    """

    def __init__(
        self,
        scheme: str,
        token: str | Callable[[], object] | TokenSource | None,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: Sequence[str] | None = None,
        token_urls: Mapping[str, str] | None = None,
        env: str | None = None,
        env_client: tuple[str, str] | None = None,
        parameter: str = "token",
        parameters: tuple[str, str] = ("client_id", "client_secret"),
    ) -> None:
        wants_grant = token is None and (client_id is not None or client_secret is not None)
        super().__init__(scheme, token, env=None if wants_grant else env, parameter=parameter)
        self.token_urls = token_urls or {}
        if env_client is None:
            return
        pair = [
            secret_text(given, variable, name) if given is not None or environment(variable) else ""
            for given, variable, name in zip((client_id, client_secret), env_client, parameters, strict=True)
        ]
        if self.missing is not None and all(pair):
            self.source = OAuth2ClientCredentials(client_id=pair[0], client_secret=pair[1], scopes=scopes)
        self._hint = f"{self._hint}, or {hint(parameters, env_client)}"


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
