"""What the templates of the client module and of the package itself print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from clientsmith.emit.facts import compose
from clientsmith.emit.http_libraries import HTTP_LIBRARIES
from clientsmith.emit.sentences import summarised
from clientsmith.emit.server_views import ServerArgumentView, ServersView, servers_view
from clientsmith.ir import Api, APIKeyAuth, AuthScheme, BasicAuth, BearerAuth, Group, OAuth2Auth
from clientsmith.naming import snake_case
from clientsmith.text import SpecText, header_token, string_literal

ERRORS: Final = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "MissingCredentialsError",
    "NotFoundError",
    "NotModifiedError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "ResponseFieldError",
    "ResponseMismatchWarning",
    "ResponseValidationError",
    "ServerError",
    "UnprocessableEntityError",
)
"""Errors and warnings of the runtime that the package offers under its own name."""

RUNTIME_NAMES: Final = (
    "AsyncPage",
    "AsyncStream",
    "AsyncStreamingResponse",
    "ErrorEvent",
    "File",
    "FileTypes",
    "Issue",
    "Page",
    "RawResponse",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "ServerSentEvent",
    "Stream",
    "StreamingResponse",
    "Unknown",
)
"""Other classes of the runtime that the package offers."""

OAUTH2_NAMES: Final = ("OAuth2ClientCredentials", "OAuth2Error", "OAuth2Password", "OAuth2RefreshToken")
"""What a package offers besides, where its API has OAuth 2."""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """The `pyproject.toml` that makes the package installable."""

    package: str
    http_library: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A resource as the client offers it."""

    attribute: str
    class_name: str
    async_class_name: str
    module: str
    text: SpecText


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A constructor argument that holds a credential, and where its value comes from when it is not given."""

    argument: str
    text: SpecText
    type: str = "str"
    async_type: str = "str"


@dataclass(frozen=True, slots=True)
class ClientClassView:
    """One of the two client classes."""

    name: str
    base: str
    http_client: str
    hook_prefix: str
    text: SpecText
    is_async: bool


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client module."""

    title: SpecText
    http_library: str
    classes: tuple[ClientClassView, ...]
    package: str
    user_agent: SpecText
    log_variable: str
    base_url: SpecText
    servers: ServersView | None
    server_arguments: tuple[ServerArgumentView, ...]
    typing_names: tuple[str, ...]
    credentials: tuple[CredentialView, ...]
    auth: tuple[str, ...]
    runtime_names: tuple[str, ...]
    has_tokens: bool
    has_oauth2: bool
    has_scopes: bool
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class PackageInitView:
    """The package itself."""

    text: SpecText
    client: str
    async_client: str
    errors: tuple[str, ...]
    runtime_names: tuple[str, ...]
    oauth2_names: tuple[str, ...]
    modules: tuple[str, ...]
    names: tuple[str, ...]


def project_view(api: Api) -> ProjectView:
    """Return what `pyproject.toml` says."""
    return ProjectView(api.package, HTTP_LIBRARIES[api.http_library].requirement)


def client_view(api: Api) -> ClientView:
    """Return what `client.py` says."""
    names = {_class(scheme) for scheme in api.auth} - {"OAuth2"}
    servers = servers_view(api.servers)
    arguments = () if servers is None else servers.arguments
    names |= {"ServerAddress", "at_server"} if servers is not None else set[str]()
    return ClientView(
        title=api.title,
        http_library=api.http_library,
        classes=(
            ClientClassView(api.client, "Client", "Client", "", _client_text(api, "blocking"), is_async=False),
            ClientClassView(
                api.async_client, "AsyncClient", "AsyncClient", "Async", _client_text(api, "asyncio"), is_async=True
            ),
        ),
        package=api.package,
        log_variable=log_variable(api),
        user_agent=SpecText(f"{header_token(SpecText(api.package))}/{header_token(api.version)}"),
        base_url=SpecText(api.servers[0].url if api.servers else ""),
        servers=servers,
        server_arguments=arguments,
        typing_names=("TYPE_CHECKING", *(["Literal"] if any("Literal" in one.annotation for one in arguments) else [])),
        credentials=tuple(credential for scheme in api.auth for credential in _credentials(scheme)),
        auth=tuple(_auth(scheme) for scheme in api.auth),
        runtime_names=tuple(sorted({"AsyncClient", "CallHooks", "Client", "Settings", *names}, key=str.casefold)),
        has_tokens=any(isinstance(scheme, BearerAuth | OAuth2Auth) for scheme in api.auth),
        has_oauth2=has_oauth2(api),
        has_scopes=any(isinstance(scheme, OAuth2Auth) and scheme.scopes_argument for scheme in api.auth),
        groups=tuple(_group(group) for group in api.groups),
    )


def log_variable(api: Api) -> str:
    """Return the environment variable that turns the log on; it begins like those of the credentials."""
    return f"{snake_case(api.client).upper()}_LOG"


def has_oauth2(api: Api) -> bool:
    """Tell whether the package needs the OAuth 2 part of the runtime."""
    return any(isinstance(scheme, OAuth2Auth) for scheme in api.auth)


def _class(scheme: AuthScheme) -> str:
    match scheme:
        case BasicAuth(kind="digest"):
            return "Digest"
        case APIKeyAuth():
            return "APIKey"
        case _:
            return type(scheme).__name__.removesuffix("Auth")


def _client_text(api: Api, kind: str) -> SpecText:
    how = "Client" if kind == "blocking" else "Client for asyncio"
    return compose(f"{how} of the ", api.title, " API." if not _ends_in_api(api.title) else ".")


def _ends_in_api(title: SpecText) -> bool:
    return SpecText.reveal(title).strip().upper().endswith("API")


def _group(group: Group) -> GroupView:
    text = summarised(group.text, 8) or compose("Operations of `", group.attribute, "`.")
    return GroupView(group.attribute, group.class_name, group.async_class_name, group.module, text)


def _credentials(scheme: AuthScheme) -> list[CredentialView]:
    match scheme:
        case BearerAuth() | OAuth2Auth():
            grant = ", or an OAuth 2 grant" if isinstance(scheme, OAuth2Auth) else ""
            text = (
                f"The bearer token, or a function that returns it{grant}; read from `{scheme.variable}` when left out."
            )
            token = CredentialView(scheme.argument, SpecText(text), "BearerToken", "AsyncBearerToken")
            return [token, *(_client_credentials(scheme) if isinstance(scheme, OAuth2Auth) else ())]
        case APIKeyAuth():
            what = "value of the `Authorization` header" if scheme.kind == "authorization" else "API key"
            return [
                CredentialView(scheme.argument, SpecText(f"The {what}; read from `{scheme.variable}` when left out."))
            ]
        case BasicAuth():
            return [
                CredentialView(
                    scheme.username_argument,
                    SpecText(f"The user name; read from `{scheme.username_variable}` when left out."),
                ),
                CredentialView(
                    scheme.password_argument,
                    SpecText(f"The password; read from `{scheme.password_variable}` when left out."),
                ),
            ]
        case _:
            assert_never(scheme)


def _client_credentials(scheme: OAuth2Auth) -> list[CredentialView]:
    texts = ("The id of the client, to fetch tokens with", "The secret of the client")
    views = [
        CredentialView(argument, SpecText(f"{text}; read from `{variable}` when left out."))
        for argument, variable, text in zip(scheme.client_arguments, scheme.client_variables, texts, strict=False)
    ]
    if scheme.scopes_argument is not None:
        text = SpecText("The scopes to ask for, instead of those that the API document names at each operation.")
        views.append(CredentialView(scheme.scopes_argument, text, "Sequence[str]", "Sequence[str]"))
    return views


def _oauth2(scheme: OAuth2Auth) -> str:
    arguments = [string_literal(scheme.scheme), scheme.argument]
    if scheme.client_arguments:
        arguments += [
            *(
                f"{name}={argument}"
                for name, argument in zip(("client_id", "client_secret"), scheme.client_arguments, strict=True)
            ),
            f"scopes={scheme.scopes_argument}",
            f"env_client={_pair(scheme.client_variables)}",
            f"parameters={_pair(scheme.client_arguments)}",
        ]
    if scheme.token_urls:
        urls = ", ".join(f"{string_literal(grant)}: {string_literal(url)}" for grant, url in scheme.token_urls)
        arguments.append(f"token_urls={{{urls}}}")
    arguments += [f"env={string_literal(scheme.variable)}", f"parameter={string_literal(scheme.argument)}"]
    return f"OAuth2({', '.join(arguments)})"


def _pair(names: tuple[str, ...]) -> str:
    return f"({', '.join(string_literal(name) for name in names)})"


def _auth(scheme: AuthScheme) -> str:
    match scheme:
        case OAuth2Auth():
            return _oauth2(scheme)
        case BearerAuth():
            return (
                f"Bearer({string_literal(scheme.scheme)}, {scheme.argument}, "
                f"env={string_literal(scheme.variable)}, parameter={string_literal(scheme.argument)})"
            )
        case BasicAuth():
            return (
                f"{_class(scheme)}({string_literal(scheme.scheme)}, "
                f"{scheme.username_argument}, {scheme.password_argument}, "
                f"env_username={string_literal(scheme.username_variable)}, "
                f"env_password={string_literal(scheme.password_variable)}, "
                f"parameters=({string_literal(scheme.username_argument)}, {string_literal(scheme.password_argument)}))"
            )
        case APIKeyAuth():
            return (
                f"APIKey({string_literal(scheme.scheme)}, {scheme.argument}, name={string_literal(scheme.wire_name)}, "
                f"place={string_literal(scheme.place)}, "
                f"env={string_literal(scheme.variable)}, parameter={string_literal(scheme.argument)})"
            )
        case _:
            assert_never(scheme)


def package_init_view(api: Api) -> PackageInitView:
    """Return what `__init__.py` says."""
    modules = ("errors", "models") if api.webhooks is None else ("errors", "models", "webhooks")
    oauth2 = OAUTH2_NAMES if has_oauth2(api) else ()
    names = sorted({api.client, api.async_client, *modules, *ERRORS, *RUNTIME_NAMES, *oauth2}, key=str.casefold)
    return PackageInitView(
        _client_text(api, "blocking"),
        api.client,
        api.async_client,
        ERRORS,
        RUNTIME_NAMES,
        oauth2,
        modules,
        tuple(names),
    )
