"""Security schemes and which of them an operation needs."""

from __future__ import annotations

from collections import Counter
from typing import Final

from clientsmith.ir.api import APIKeyAuth, AuthScheme, BasicAuth, BearerAuth
from clientsmith.lower.context import Context, text_of
from clientsmith.lower.webhooks import webhook_schemes
from clientsmith.naming import Names, snake_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import operations
from clientsmith.trees import Tree, mapping, sequence

ENVIRONMENT_EXTENSION: Final = "x-clientsmith-env"
"""Extension of a security scheme: the name of the environment variable that holds the credential."""

CONSTRUCTOR_ARGUMENTS: Final = frozenset(
    {
        "self",
        "base_url",
        "server",
        "timeout",
        "deadline",
        "max_retries",
        "strict",
        "http_client",
        "close",
        "with_options",
    }
)
"""Arguments that the constructor of every client has, and other names that no argument shall have."""


def lower_auth(client: str, context: Context) -> tuple[AuthScheme, ...]:
    """Lower the security schemes that a client can apply.

    A scheme that stands alone in its kind is called after the kind (`token`, `api_key`, `username` and `password`); one
    of several after itself. OAuth 2 and OpenID Connect come down to a bearer token that the caller has obtained (RFC
    6750).

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
    names = Names(CONSTRUCTOR_ARGUMENTS)
    prefix = snake_case(client).upper()
    auth: list[AuthScheme] = []
    for key, node, pointer in found:
        kind = _kind(node)
        alone = kinds[kind] == 1
        variable = node.get(ENVIRONMENT_EXTENSION)
        match kind:
            case "bearer":
                argument = names.take("token" if alone else snake_case(key, "token"))
                auth.append(
                    BearerAuth(
                        scheme=key,
                        argument=argument,
                        variable=variable if isinstance(variable, str) else f"{prefix}_{argument.upper()}",
                        text=text_of(node),
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
                    )
                )
            case "api-key":
                argument = names.take("api_key" if alone else snake_case(key, "api_key"))
                auth.append(
                    APIKeyAuth(
                        scheme=key,
                        wire_name=str(node.get("name", "")),
                        place=str(node.get("in", "header")),
                        argument=argument,
                        variable=variable if isinstance(variable, str) else f"{prefix}_{argument.upper()}",
                        text=text_of(node),
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


def _named_by_operations(tree: Tree) -> frozenset[str]:
    requirements = [*sequence(tree.get("security"))]
    for place in operations(tree):
        requirements.extend(sequence(place.operation.get("security")))
    return frozenset(name for requirement in requirements for name in mapping(requirement))


def _kind(node: Tree) -> str:
    scheme = str(node.get("scheme", "")).lower()
    match node.get("type"):
        case "http" if scheme in {"bearer", "basic"}:
            return scheme
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
