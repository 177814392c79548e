"""Checks of servers, security schemes and security requirements (OpenAPI 3.1 §4.8.5, §4.8.27, §4.8.30)."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.bundle import Bundle

_VARIABLE = re.compile(r"\{([^{}]+)\}")
_SCHEME_FIELDS = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}


def check_servers(bundle: Bundle) -> Iterator[Diagnostic]:
    """Check that the document says where the API is."""
    if bundle.tree.get("servers"):
        return
    message = "The document names no server, so every client must be given a base URL."
    pointer = "/servers" if "servers" in bundle.tree else ""
    yield bundle.diagnose("servers-empty", Severity.WARNING, message, pointer, "Add 'servers' with a 'url'.")


def check_server(bundle: Bundle, pointer: str, server: Tree) -> Iterator[Diagnostic]:
    """Check the variables of one server against its URL."""
    url = server.get("url")
    variables = server.get("variables")
    known = variables if is_object(variables) else {}
    for name in dict.fromkeys(_VARIABLE.findall(url) if isinstance(url, str) else ()):
        if name not in known:
            message = f"The URL of the server has the variable '{{{name}}}', which is not declared."
            hint = f"Add '{name}' with a 'default' to 'variables'."
            yield bundle.diagnose("server-variable", Severity.WARNING, message, pointer_join(pointer, "url"), hint)
    if isinstance(url, str) and not _is_reference(url):
        message = f"The URL of the server, '{url}', is no valid URI reference; the server is left out."
        yield bundle.diagnose("wrong-kind", Severity.ERROR, message, pointer_join(pointer, "url"), "Mend the URL.")
    for name, variable in known.items():
        allowed = variable.get("enum") if is_object(variable) else None
        if is_array(allowed) and "default" in variable and variable["default"] not in allowed:
            message = f"The default of the server variable '{name}' is not among its allowed values."
            place = pointer_join(pointer, "variables", name, "default")
            yield bundle.diagnose("server-variable", Severity.WARNING, message, place, "Add it to 'enum'.")


def _is_reference(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def check_requirement(bundle: Bundle, pointer: str, requirement: Tree) -> Iterator[Diagnostic]:
    """Check that each security scheme that is asked for is declared."""
    components = bundle.tree.get("components")
    schemes = components.get("securitySchemes") if is_object(components) else None
    known = schemes if is_object(schemes) else {}
    for name in requirement:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"Did you mean '{close[0]}'?" if close else "Declare it in '#/components/securitySchemes'."
            message = f"There is no security scheme '{name}'."
            yield bundle.diagnose("security-unknown", Severity.WARNING, message, pointer_join(pointer, name), hint)


def check_scheme(bundle: Bundle, pointer: str, scheme: Tree) -> Iterator[Diagnostic]:
    """Check that a security scheme has what its type needs."""
    kind = scheme.get("type")
    if kind is None:
        return
    if not isinstance(kind, str) or kind not in _SCHEME_FIELDS:
        message = f"'{kind}' is not a type of security scheme."
        hint = f"Use one of {', '.join(_SCHEME_FIELDS)}."
        yield bundle.diagnose("security-scheme", Severity.WARNING, message, pointer_join(pointer, "type"), hint)
        return
    for name in _SCHEME_FIELDS[kind]:
        if name not in scheme:
            message = f"A security scheme of type '{kind}' needs the field '{name}'."
            yield bundle.diagnose("security-scheme", Severity.WARNING, message, pointer, f"Add '{name}'.")
    if kind == "apiKey" and scheme.get("in", "header") not in ("header", "query", "cookie"):
        message = f"An API key cannot be in '{scheme['in']}'."
        place = pointer_join(pointer, "in")
        yield bundle.diagnose("security-scheme", Severity.WARNING, message, place, "Use header, query or cookie.")
