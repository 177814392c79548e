"""The whole of an API, as everything after lowering sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from clientsmith.ir.models import ModelModule
from clientsmith.ir.operations import Group
from clientsmith.ir.webhooks import Webhooks
from clientsmith.text import SpecText


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerAuth:
    """A token in the `Authorization` header (RFC 6750).

    `argument` is the constructor's name for it, `variable` the environment's.
    """

    scheme: str
    argument: str
    variable: str
    text: SpecText
    kind: str = "bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth2Auth:
    """A token of OAuth 2 or OpenID Connect, or what it takes to fetch one.

    `token_urls` are pairs of grant type and token endpoint; the arguments and variables for the client are empty where
    the document has no client credentials flow.
    """

    scheme: str
    argument: str
    variable: str
    client_arguments: tuple[str, ...]
    client_variables: tuple[str, ...]
    scopes_argument: str | None
    token_urls: tuple[tuple[str, str], ...]
    text: SpecText
    kind: str = "oauth2"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicAuth:
    """A user name and a password for the `Authorization` header (RFC 7617), of the kind `digest` by RFC 7616."""

    scheme: str
    username_argument: str
    username_variable: str
    password_argument: str
    password_variable: str
    text: SpecText
    kind: str = "basic"


@dataclass(frozen=True, slots=True, kw_only=True)
class APIKeyAuth:
    """A key in a header, a query parameter or a cookie; of the kind `authorization` that whole header."""

    scheme: str
    wire_name: str
    place: str
    argument: str
    variable: str
    text: SpecText
    kind: str = "api-key"


AuthScheme: TypeAlias = BearerAuth | OAuth2Auth | BasicAuth | APIKeyAuth


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server of the API; variables are replaced by their defaults."""

    url: str
    text: SpecText


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that the rest was made from."""

    path: str
    sha256: str
    openapi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """An operation of the document that the configuration leaves out, and by which setting; `path` may be a webhook."""

    id: str | None
    verb: str
    path: str
    reason: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The API: its clients, groups of operations, webhooks, models, and where they come from."""

    title: SpecText
    version: SpecText
    text: SpecText
    package: str
    client: str
    async_client: str
    http_library: str
    source: Source
    servers: tuple[Server, ...]
    auth: tuple[AuthScheme, ...]
    groups: tuple[Group, ...]
    webhooks: Webhooks | None
    modules: tuple[ModelModule, ...]
    excluded: tuple[Excluded, ...] = ()
