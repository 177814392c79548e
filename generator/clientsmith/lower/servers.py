"""Servers of the API, and of single paths and operations (OpenAPI 3.1 §4.8.5, §4.8.6)."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Final
from urllib.parse import urljoin, urlsplit

from clientsmith.ir.api import AuthScheme, Server, ServerVariable
from clientsmith.lower.context import Context, text_of
from clientsmith.lower.security import CONSTRUCTOR_ARGUMENTS
from clientsmith.naming import Names, snake_case, words
from clientsmith.schemas.places import OperationPlace
from clientsmith.text import SpecText
from clientsmith.trees import Tree, mapping, sequence

_NAMES: Final = ("name", "x-speakeasy-server-id", "x-fern-server-name")
_EVERYDAY_WORDS: Final = frozenset(
    "a an api base endpoint env environment host instance main of server the url".split()
)
_LONGEST_NAME: Final = 3
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_ADDRESS: Final = re.compile(r"(https?:)?//[^/?#]+|/|\{|[A-Za-z0-9]")
_OTHER_SCHEME: Final = re.compile(r"(?!https?:)[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")


def lower_servers(context: Context, auth: tuple[AuthScheme, ...], source: str) -> tuple[Server, ...]:
    """Lower the servers of the document; of those that differ in nothing but http and https, the first.

    Args:
        context: the document.
        auth: the security schemes, whose arguments stand beside those of the servers.
        source: where the document comes from; if that is an address, relative ones are relative to it.
    """
    written = _distinct([server for server in _written(context.tree) if not _OTHER_SCHEME.match(str(server["url"]))])
    taken = {getattr(scheme, part.name) for scheme in auth for part in fields(scheme) if part.name.endswith("argument")}
    arguments = Names(CONSTRUCTOR_ARGUMENTS | taken)
    names = Names()
    argument_of: dict[str, str] = {}
    servers: list[Server] = []
    for node in written:
        variables: list[ServerVariable] = []
        for name, variable in _variables(node).items():
            if name not in argument_of:
                own = snake_case(name, "variable")
                argument_of[name] = arguments.take(own, f"server_{own}")
            variables.append(_variable(name, variable, argument_of[name]))
        servers.append(
            Server(
                url=_absolute(server_url(node), source),
                template=_absolute(str(node["url"]), source),
                name=names.take(*_candidates(node, written)),
                variables=tuple(variables),
                text=text_of(node),
            )
        )
    return tuple(servers)


def own_server(place: OperationPlace, servers: tuple[Server, ...]) -> str | None:
    """Return the address of an operation that has another server than the document (OpenAPI 3.1 §4.8.9, §4.8.10).

    Variables have their defaults. A relative address is one on the document's first server.
    """
    for holder in (place.operation, place.item):
        written = [node for node in _written(holder) if not _OTHER_SCHEME.match(str(node["url"]))]
        if written:
            root = servers[0].url if servers else ""
            url = urljoin(f"{root}/", server_url(written[0])).rstrip("/")
            if not url.startswith(("http://", "https://")) or url in {server.url for server in servers[:1]}:
                return None
            return url
    return None


def server_url(server: Tree) -> str:
    """Return the address of a server with its variables replaced by their defaults (OpenAPI 3.1 §4.8.6)."""
    url = str(server["url"])
    for name, variable in _variables(server).items():
        url = url.replace("{" + name + "}", _text(variable.get("default")))
    return url.rstrip("/")


def _written(holder: Tree) -> list[Tree]:
    servers = [mapping(server) for server in sequence(holder.get("servers"))]
    return [server for server in servers if isinstance(server.get("url"), str) and _is_address(server)]


def _is_address(server: Tree) -> bool:
    """Tell whether a client could be given the address; `[` in a host is for IPv6 (RFC 3986 §3.2.2)."""
    try:
        for url in (str(server["url"]), server_url(server)):
            urlsplit(url)
    except ValueError:
        return False
    return _ADDRESS.match(str(server["url"])) is not None


def _distinct(servers: list[Tree]) -> list[Tree]:
    found: dict[str, Tree] = {}
    for server in servers:
        found.setdefault(re.sub(r"^https?:", "", str(server["url"])).rstrip("/"), server)
    return list(found.values())


def _absolute(url: str, source: str) -> str:
    if source.startswith(("http://", "https://")):
        return urljoin(source, url).rstrip("/")
    return (f"https:{url}" if url.startswith("//") else url).rstrip("/")


def _variables(server: Tree) -> dict[str, Tree]:
    """Return the variables that the address has; one that nothing describes has no default."""
    described = mapping(server.get("variables"))
    return {name: mapping(described.get(name)) for name in dict.fromkeys(_VARIABLE.findall(str(server["url"])))}


def _variable(name: str, variable: Tree, argument: str) -> ServerVariable:
    return ServerVariable(
        name=name,
        argument=argument,
        default=_text(variable.get("default")),
        values=tuple(dict.fromkeys(_text(value) for value in sequence(variable.get("enum")))),
        text=text_of(variable),
    )


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _candidates(server: Tree, servers: list[Tree]) -> list[str]:
    """Return what a server may be called, best first: its name, its description if short, what only its address has."""
    found = [str(server[key]) for key in _NAMES if isinstance(server.get(key), str)]
    described = [word for word in words(SpecText.reveal(text_of(server))) if word.lower() not in _EVERYDAY_WORDS]
    if len(described) <= _LONGEST_NAME:
        found.append(" ".join(described))
    pieces = [_pieces(str(other["url"])) for other in servers]
    everywhere = [frozenset([*labels, *segments]) for labels, segments in pieces]
    shared = frozenset[str].intersection(*everywhere) if len(everywhere) > 1 else frozenset[str]()
    labels, segments = _pieces(str(server["url"]))
    top_level = labels[-1:] if len(labels) > 1 else []
    everything = [*labels, *segments]
    for own in (labels[: len(labels) - len(top_level)], everything):
        found += [" ".join(piece for piece in own if piece not in shared)]
    found.append(" ".join(everything))
    return [snake_case(name, "server") for name in found if words(name)] or ["server"]


def _pieces(url: str) -> tuple[list[str], list[str]]:
    """Return the labels of the host and the segments of the path of an address, without variables."""
    host, _, path = _VARIABLE.sub("", re.sub(r"^[a-z]*:?//", "", url)).partition("/")
    return [label for label in host.partition(":")[0].split(".") if label], [part for part in path.split("/") if part]
