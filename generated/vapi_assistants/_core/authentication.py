"""Credentials: which an operation needs, where they come from, where they go (OpenAPI 3.1 §4.8.27)."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from .errors import MissingCredentialsError
from .redaction import REDACTED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .http_library import httpx
    from .operations import Operation
    from .tokens import PendingToken, TokenSource

BearerToken: TypeAlias = "str | Callable[[], str] | TokenSource"
AsyncBearerToken: TypeAlias = "str | Callable[[], str | Awaitable[str]] | TokenSource"
KeyPlace: TypeAlias = Literal["header", "query", "cookie"]


class Credentials:
    """Where the credentials of one request go.

    Attributes:
        headers: headers by name.
        query: query parameters by name.
        cookies: cookies by name.
        secrets: texts that must not show anywhere.
        scopes: the scopes that the operation asks for, by security scheme.
        pending: a bearer token that is yet to be fetched.
        http_auth: what httpx is to authenticate with.
    """

    __slots__ = ("cookies", "headers", "http_auth", "pending", "query", "scopes", "secrets")

    def __init__(self, scopes: Mapping[str, tuple[str, ...]]) -> None:
        self.scopes = scopes
        self.pending: PendingToken | None = None
        self.http_auth: httpx.Auth | None = None
        self.headers: dict[str, str] = {}
        self.query: dict[str, str] = {}
        self.cookies: dict[str, str] = {}
        self.secrets: list[str] = []


class Auth(Protocol):
    """One security scheme with its credentials."""

    @property
    def scheme(self) -> str:
        """The name of the security scheme in the document."""
        ...

    @property
    def missing(self) -> str | None:
        """How to give the credentials, where they are missing; None where they are there."""
        ...

    @property
    def carriers(self) -> tuple[str, ...]:
        """The headers that carry the credentials, in lower case."""
        ...

    def apply(self, credentials: Credentials) -> None:
        """Add the credentials to those of a request."""
        ...


class Bearer:
    """A bearer token (RFC 6750), sent as `Authorization: Bearer …`.

    Args:
        scheme: the name of the security scheme in the document.
        token: the token, or a function or another source that gives it; None to take it from the environment.
        env: the environment variable.
        parameter: what the client's constructor calls the token.

    Raises:
        TypeError: the token is neither text nor a source of tokens.
        ValueError: the token cannot be sent.
    """

    carriers = ("authorization",)
    token_urls: Mapping[str, str] | None = None

    def __init__(
        self,
        scheme: str,
        token: str | Callable[[], object] | TokenSource | None,
        *,
        env: str | None = None,
        parameter: str = "token",
    ) -> None:
        self.scheme = scheme
        self.source: TokenSource | None = None
        self._token = ""
        self._parameter = parameter
        self._hint = hint((parameter,), (env,))
        if token is None or isinstance(token, str):
            self._token = secret_text(token, env, parameter)
        else:
            self.source = _source(token, parameter)

    def __repr__(self) -> str:
        return _repr(self)

    @property
    def missing(self) -> str | None:
        """How to give the token, where it is missing."""
        return None if self._token or self.source is not None else self._hint

    def apply(self, credentials: Credentials) -> None:
        """Add the `Authorization` header, or say where its token is to come from."""
        if self.source is not None:
            from .tokens import PendingToken  # noqa: PLC0415 - most programs have a token

            scopes = credentials.scopes.get(self.scheme, ())
            credentials.pending = PendingToken(self.source, self._parameter, scopes, self.token_urls)
            return
        credentials.headers["Authorization"] = f"Bearer {self._token}"
        credentials.secrets.append(self._token)


def _source(token: Callable[[], object] | TokenSource, parameter: str) -> TokenSource:
    if callable(token):
        from .tokens import ProvidedToken  # noqa: PLC0415

        return ProvidedToken(token)
    if not hasattr(token, "steps"):
        msg = (
            f"{parameter} must be a text, a function that returns one or an OAuth 2 grant, not {type(token).__name__}."
        )
        raise TypeError(msg)
    return token


class Basic:
    """A user name and password (RFC 7617), sent as `Authorization: Basic …`.

    Args:
        scheme: the name of the security scheme in the document.
        username: the user name; None to take it from the environment.
        password: the password; None to take it from the environment. It may be empty.
        env_username: the environment variable of the user name.
        env_password: the environment variable of the password.
        parameters: what the client's constructor calls the two.
    """

    carriers = ("authorization",)

    def __init__(
        self,
        scheme: str,
        username: str | None,
        password: str | None,
        *,
        env_username: str | None = None,
        env_password: str | None = None,
        parameters: tuple[str, str] = ("username", "password"),
    ) -> None:
        self.scheme = scheme
        self._username = username if username is not None else environment(env_username)
        self._password = password if password is not None else environment(env_password)
        if self._username is not None and ":" in self._username:
            msg = f"{parameters[0]} must not contain a colon (RFC 7617)."
            raise ValueError(msg)
        self._hint = hint(parameters, (env_username, env_password))
        self._digest: httpx.DigestAuth | None = None

    def __repr__(self) -> str:
        return _repr(self)

    @property
    def missing(self) -> str | None:
        """How to give user name and password, where they are missing."""
        return self._hint if not self._username or self._password is None else None

    def apply(self, credentials: Credentials) -> None:
        """Add the `Authorization` header."""
        pair = base64.b64encode(f"{self._username}:{self._password}".encode()).decode()
        credentials.headers["Authorization"] = f"Basic {pair}"
        credentials.secrets += [pair, self._password or pair]


class Digest(Basic):
    """A user name and password that are not sent themselves (RFC 7616); a challenge of the server comes first.

    Args: as of `Basic`.
    """

    def apply(self, credentials: Credentials) -> None:
        """Have httpx answer the challenge."""
        from .http_library import httpx  # noqa: PLC0415

        if self._digest is None:
            # One for all calls: it answers further requests to the same challenge.
            self._digest = httpx.DigestAuth(self._username or "", self._password or "")
        credentials.http_auth = self._digest
        credentials.secrets += filter(None, [self._password])


class APIKey:
    """A key in a header, query parameter or cookie.

    Args:
        scheme: the name of the security scheme in the document.
        key: the key; None to take it from the environment.
        place: `"header"`, `"query"` or `"cookie"`.
        name: the name of the header, parameter or cookie.
        env: the environment variable.
        parameter: what the client's constructor calls the key.
    """

    def __init__(
        self,
        scheme: str,
        key: str | None,
        *,
        place: KeyPlace,
        name: str,
        env: str | None = None,
        parameter: str = "api_key",
    ) -> None:
        self.scheme = scheme
        self.carriers = (name.lower(),) if place == "header" else ()
        self._key = secret_text(key, env, parameter)
        self._place: KeyPlace = place
        self._name = name
        self._hint = hint((parameter,), (env,))

    def __repr__(self) -> str:
        return _repr(self)

    @property
    def missing(self) -> str | None:
        """How to give the key, where it is missing."""
        return None if self._key else self._hint

    def apply(self, credentials: Credentials) -> None:
        """Add the key where it belongs."""
        match self._place:
            case "header":
                credentials.headers[self._name] = self._key
            case "query":
                credentials.query[self._name] = self._key
            case "cookie":
                credentials.cookies[self._name] = self._key
        credentials.secrets.append(self._key)


def credentials_for(
    operation: Operation[Any], available: Mapping[str, Auth], given_headers: frozenset[str]
) -> Credentials:
    """Return the credentials of a request to an operation.

    The first alternative counts whose credentials are all there; going without any counts last, so that credentials
    which the client has are used where they are optional.

    Args:
        operation: the operation.
        available: the client's security schemes by name.
        given_headers: names, in lower case, of headers that the caller sets himself; they stand in for a scheme that
            would set the same ones.

    Returns:
        The credentials; empty ones if none are needed.

    Raises:
        MissingCredentialsError: no alternative is complete. The message says what to pass.
    """
    credentials = Credentials(operation.scopes)
    hints: list[str] = []
    for alternative in filter(None, operation.security):
        schemes = [available.get(name) for name in alternative]
        ready = [scheme for scheme in schemes if scheme is not None and scheme.missing is None]
        if len(ready) == len(schemes):
            for scheme in ready:
                scheme.apply(credentials)
            return credentials
        lacking = [
            f"the security scheme {name!r}, which this client cannot fill in: pass the header by "
            "options=RequestOptions(headers=…)"
            if scheme is None
            else scheme.missing
            for name, scheme in zip(alternative, schemes, strict=True)
            if scheme is None or (scheme.missing is not None and not given_headers.intersection(scheme.carriers))
        ]
        if not lacking:
            for scheme in ready:
                scheme.apply(credentials)
            return credentials
        hints.append(" and ".join(hint for hint in lacking if hint is not None))
    if not operation.security or () in operation.security or "authorization" in given_headers:
        return credentials
    msg = f"{operation.id} needs credentials: {'; or '.join(hints)}."
    raise MissingCredentialsError(msg)


def secret_text(value: str | None, env: str | None, parameter: str) -> str:
    """Return a secret: the value that was given, else that of the environment; empty if there is none.

    Raises:
        ValueError: it cannot be sent. It is not shown.
    """
    secret = value if value is not None else environment(env) or ""
    source = parameter if value is not None else f"the environment variable {env}"
    if not secret.isascii() or not secret.isprintable():
        msg = f"{source} has characters that cannot be sent in a request, such as a line break; check how it was read."
        raise ValueError(msg)
    return secret.strip()


def environment(name: str | None) -> str | None:
    """Return an environment variable; None where there is none of the name, or no name."""
    return os.environ.get(name) if name else None


def hint(parameters: tuple[str, ...], variables: tuple[str | None, ...]) -> str:
    """Return how to give credentials: by which arguments, or in which environment variables."""
    passed = " and ".join(f"{parameter}=…" for parameter in parameters)
    known = " and ".join(variable for variable in variables if variable)
    return f"pass {passed} to the client" + (f" or set the environment variable {known}" if known else "")


def _repr(auth: Auth) -> str:
    return f"{type(auth).__name__}({auth.scheme!r}, {'missing' if auth.missing else REDACTED})"
