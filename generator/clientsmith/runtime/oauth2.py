"""OAuth 2 (RFC 6749): the grants that a client can carry out by itself, and the security scheme that uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .authentication import Bearer, environment, hint, secret_text
from .oauth2_tokens import Grant, OAuth2Error, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .oauth2_tokens import ClientAuthentication
    from .tokens import TokenSource

__all__ = ["OAuth2", "OAuth2ClientCredentials", "OAuth2Error", "OAuth2Password", "OAuth2RefreshToken"]


class OAuth2ClientCredentials(Grant):
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


class OAuth2Password(Grant):
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

    def form(self) -> dict[str, str]:
        """Return the parameters of the grant."""
        return {"grant_type": self.grant_type, "username": self._username, "password": self._password}

    def secrets(self) -> tuple[str, ...]:
        """Return what must not show anywhere."""
        return (*super().secrets(), self._password)


class OAuth2RefreshToken(Grant):
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
    idempotent = False

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

    def kept(self, url: str, scopes: frozenset[str], rejected: str | None) -> Token | None:
        """Return a token that may be used; at first the one that was given."""
        if self._access_token is not None:
            self.tokens.append(Token(self._access_token, url, scopes, float("inf")))
            self._access_token = None
        return super().kept(url, scopes, rejected)

    def form(self) -> dict[str, str]:
        """Return the parameters of the grant."""
        return {"grant_type": self.grant_type, "refresh_token": self._refresh_token}

    def secrets(self) -> tuple[str, ...]:
        """Return what must not show anywhere."""
        return (*super().secrets(), self._refresh_token)

    def accept(self, answer: Mapping[str, Any]) -> None:
        """Take over a new refresh token."""
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
