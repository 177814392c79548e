"""How calls are authorized, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from clientsmith.emit.docs.site import Page
from clientsmith.emit.markdown import blocks, code
from clientsmith.ir import APIKeyAuth, AuthScheme, BasicAuth, BearerAuth, OAuth2Auth, Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """A security scheme: what it is, what is sent, and where the client takes the credential from. All quoted."""

    name: str
    kind: str
    sent: str
    arguments: str
    variables: str
    text: str
    flows: str = ""


def scheme_view(scheme: AuthScheme) -> SchemeView:
    """Return what the index says of a security scheme."""
    match scheme:
        case BearerAuth():
            kind, sent = "Bearer token", "the header `Authorization: Bearer <token>`"
            arguments, variables = [scheme.argument], [scheme.variable]
        case OAuth2Auth():
            kind, sent = "OAuth 2 token", "the header `Authorization: Bearer <token>`"
            arguments, variables = [scheme.argument], [scheme.variable]
        case BasicAuth():
            kind = "User name and password"
            sent = f"the header `Authorization: {scheme.kind.title()} <credentials>`"
            arguments = [scheme.username_argument, scheme.password_argument]
            variables = [scheme.username_variable, scheme.password_variable]
        case APIKeyAuth(kind="authorization"):
            kind, sent = "Authorization", "the header `Authorization`, whose whole value is given"
            arguments, variables = [scheme.argument], [scheme.variable]
        case APIKeyAuth():
            places = {"header": "the header", "query": "the query parameter", "cookie": "the cookie"}
            kind, sent = "API key", f"{places.get(scheme.place, 'the header')} {code(scheme.wire_name)}"
            arguments, variables = [scheme.argument], [scheme.variable]
        case _:
            assert_never(scheme)
    return SchemeView(
        name=code(scheme.scheme),
        kind=kind,
        sent=sent,
        arguments=" and ".join(code(f"{argument}=") for argument in arguments),
        variables=" and ".join(code(variable) for variable in variables),
        text=blocks(scheme.text),
        flows=_flows(scheme) if isinstance(scheme, OAuth2Auth) else "",
    )


def _flows(scheme: OAuth2Auth) -> str:
    """Return how tokens can be fetched by the client itself."""
    argument = code(f"{scheme.argument}=")
    words: list[str] = []
    if scheme.client_arguments:
        given = " and ".join(code(f"{name}=") for name in scheme.client_arguments)
        variables = " and ".join(code(name) for name in scheme.client_variables)
        words.append(
            f"With {given} (environment: {variables}) the client fetches tokens itself, by the client credentials "
            f"grant; {code(f'{scheme.scopes_argument}=')} asks for other scopes than the document does."
        )
    words.append(
        f"{argument} takes a token, a function that returns one, or a grant: `OAuth2ClientCredentials`, "
        "`OAuth2RefreshToken` or `OAuth2Password`."
    )
    if scheme.token_urls:
        urls = ", ".join(f"{code(url)} ({grant.replace('_', ' ')})" for grant, url in scheme.token_urls)
        words.append(f"Token endpoint: {urls}.")
    return " ".join(words)


def security_words(operation: Operation, page: Page) -> str:
    """Return what an operation needs to be authorized; empty where the API has no authentication at all."""
    schemes = {scheme.scheme: scheme for scheme in page.site.api.auth}
    if not schemes:
        return ""
    target = page.link("docs/index.md", "authentication")
    alternatives = [[schemes[name] for name in names if name in schemes] for names in operation.security]
    if not any(alternatives):
        return "none needed"
    several = len(schemes) > 1
    words = [" and ".join(_scheme(scheme, several=several) for scheme in names) for names in alternatives if names]
    joined = "; or ".join(words)
    optional = ", or none" if [] in alternatives else ""
    return f"[{joined}]({target}){optional}"


def _scheme(scheme: AuthScheme, *, several: bool) -> str:
    kind = scheme_view(scheme).kind.replace("API key", "an API key")
    words = kind if kind.startswith("an ") else kind[0].lower() + kind[1:]
    return f"{words} {code(scheme.scheme)}" if several else words


def credentials_words(page: Page) -> str:
    """Return where a client that is built without arguments takes its credentials from; empty where it needs none."""
    variables = [variable for scheme in page.site.api.auth[:1] for variable in _variables(scheme)]
    return " and ".join(variables)


def _variables(scheme: AuthScheme) -> list[str]:
    if isinstance(scheme, BasicAuth):
        return [code(scheme.username_variable), code(scheme.password_variable)]
    return [code(scheme.variable)]
