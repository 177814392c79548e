"""Security schemes and which of them an operation needs."""

from __future__ import annotations

from collections import Counter
from typing import Final

from clientsmith.ir.api import APIKeyAuth, AuthScheme, BasicAuth, BearerAuth, OAuth2Auth
from clientsmith.lower.context import Context, text_of
from clientsmith.lower.webhooks import webhook_schemes
from clientsmith.naming import Names, snake_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import operations
from clientsmith.trees import Tree, mapping, sequence

ENVIRONMENT_EXTENSION: Final = "x-clientsmith-env"
"""Extension of a security scheme: the name of the environment variable that holds the credential."""

_CONSTRUCTOR: Final = frozenset(
    {"self", "base_url", "timeout", "deadline", "max_retries", "strict", "http_client", "auth", "close", "with_options"}
)
_GRANT_TYPES: Final = {
    "clientCredentials": "client_credentials",
    "password": "password",
}
"""Flows of OAuth 2 that need nobody at a browser, with the grant type of their token requests (RFC 6749 §4.3, §4.4)."""


def lower_auth(client: str, context: Context) -> tuple[AuthScheme, ...]:
    """Lower the security schemes that a client can apply.

    A scheme that stands alone in its kind is called after the kind (`token`, `api_key`, `username` and `password`,
    `authorization`); one of several after itself. OAuth 2 and OpenID Connect take a bearer token that the caller has
    obtained (RFC 6750), too.

    Args:
        client: name of the client class, the start of the environment variables' names.
        context: the document.
    """
    schemes = mapping(mapping(context.tree.get("components")).get("securitySchemes"))
    own = webhook_schemes(context.tree) - _named_by_operations(context.tree)
    found = [
        (key, *context.resolve(written, pointer_join("/components/securitySchemes", key)))
        for key, written in schemes.items()
        if key not in own
    ]
    kinds = Counter(_kind(node) for _, node, _ in found)
    names = Names(_CONSTRUCTOR)
    prefix = snake_case(client).upper()
    auth: list[AuthScheme] = []
    for key, node, pointer in found:
        kind = _kind(node)
        alone = kinds[kind] == 1
        written = node.get(ENVIRONMENT_EXTENSION)
        given = written if isinstance(written, str) else None
        match kind:
            case "bearer" | "authorization" | "api-key":
                usual = {"bearer": "token", "api-key": "api_key"}.get(kind, kind)
                argument = names.take(usual if alone else snake_case(key, usual))
                variable = given or f"{prefix}_{argument.upper()}"
                if kind == "bearer" and node.get("type") != "http":
                    auth.append(_oauth2(key, node, argument, variable, names=names, prefix=prefix))
                elif kind == "bearer":
                    auth.append(BearerAuth(scheme=key, argument=argument, variable=variable, text=text_of(node)))
                else:
                    whole = kind == "authorization"
                    auth.append(
                        APIKeyAuth(
                            scheme=key,
                            wire_name="Authorization" if whole else str(node.get("name", "")),
                            place="header" if whole else str(node.get("in", "header")),
                            argument=argument,
                            variable=variable,
                            text=text_of(node),
                            kind=kind,
                        )
                    )
            case "basic":
                stem = "" if alone else f"{snake_case(key)}_"
                username, password = names.take(f"{stem}username"), names.take(f"{stem}password")
                auth.append(
                    BasicAuth(
                        scheme=key,
                        username_argument=username,
                        username_variable=f"{prefix}_{username.upper()}",
                        password_argument=password,
                        password_variable=f"{prefix}_{password.upper()}",
                        text=text_of(node),
                        kind=str(node.get("scheme")).lower(),
                    )
                )
            case "none":
                pass
            case _:
                context.report(
                    "security-scheme-unsupported",
                    f"the client cannot apply the security scheme {key!r}; use an httpx client of your own for it",
                    pointer,
                )
    return tuple(auth)


def _oauth2(key: str, node: Tree, argument: str, variable: str, *, names: Names, prefix: str) -> OAuth2Auth:
    flows = mapping(node.get("flows"))
    urls = {
        grant: url
        for flow, grant in _GRANT_TYPES.items()
        if isinstance(url := mapping(flows.get(flow)).get("tokenUrl"), str) and url
    }
    refresh = [
        url
        for flow in ("authorizationCode", *_GRANT_TYPES, "implicit")
        for field in ("refreshUrl", "tokenUrl")
        if isinstance(url := mapping(flows.get(flow)).get(field), str) and url
    ]
    if refresh:
        urls["refresh_token"] = refresh[0]
    has_client = "client_credentials" in urls
    taken = any(name in names for name in ("client_id", "client_secret", "scopes"))
    stem = f"{snake_case(key)}_" if taken else ""
    client = tuple(names.take(f"{stem}{name}") for name in ("client_id", "client_secret")) if has_client else ()
    return OAuth2Auth(
        scheme=key,
        argument=argument,
        variable=variable,
        client_arguments=client,
        client_variables=tuple(f"{prefix}_{name.upper()}" for name in client),
        scopes_argument=names.take(f"{stem}scopes") if has_client else None,
        token_urls=tuple(urls.items()),
        text=text_of(node),
    )


def _named_by_operations(tree: Tree) -> frozenset[str]:
    requirements = [*sequence(tree.get("security"))]
    for place in operations(tree):
        requirements.extend(sequence(place.operation.get("security")))
    return frozenset(name for requirement in requirements for name in mapping(requirement))


def _kind(node: Tree) -> str:
    scheme = str(node.get("scheme", "")).lower()
    match node.get("type"):
        case "http" if scheme in {"basic", "digest"}:
            return "basic"
        case "http" if scheme:
            return "bearer" if scheme == "bearer" else "authorization"
        case "oauth2" | "openIdConnect":
            return "bearer"
        case "apiKey" if node.get("name") and node.get("in") in {"header", "query", "cookie"}:
            return "api-key"
        case "mutualTLS":
            return "none"
        case _:
            return "unsupported"


def lower_security(operation: Tree, auth: tuple[AuthScheme, ...], context: Context) -> tuple[tuple[str, ...], ...]:
    """Lower the security requirements of an operation, or the document's where it has none (OpenAPI 3.1 §4.8.10).

    Returns:
        Alternatives, each the schemes that hold together. Schemes that the client cannot apply are left out.
    """
    written = operation.get("security", context.tree.get("security"))
    known = {scheme.scheme for scheme in auth}
    alternatives: list[tuple[str, ...]] = []
    for requirement in sequence(written):
        names = tuple(name for name in mapping(requirement) if name in known)
        if names not in alternatives:
            alternatives.append(names)
    return tuple(alternatives)


def lower_scopes(
    operation: Tree, auth: tuple[AuthScheme, ...], context: Context
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the scopes that an operation asks OAuth 2 schemes for, of the first alternative that has each of them."""
    fetched = {scheme.scheme for scheme in auth if isinstance(scheme, OAuth2Auth) and scheme.token_urls}
    scopes: dict[str, tuple[str, ...]] = {}
    for requirement in sequence(operation.get("security", context.tree.get("security"))):
        for name, asked in mapping(requirement).items():
            if name in fetched:
                scopes.setdefault(name, tuple(scope for scope in sequence(asked) if isinstance(scope, str)))
    return tuple((name, asked) for name, asked in scopes.items() if asked)
