"""The whole document."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.ir.api import Api, Server, Source
from clientsmith.lower.context import Context, Finding, text_of
from clientsmith.lower.files import mark_files
from clientsmith.lower.models import lower_models
from clientsmith.lower.modules import lower_modules
from clientsmith.lower.operations import lower_groups
from clientsmith.lower.security import lower_auth
from clientsmith.lower.webhooks import lower_webhooks
from clientsmith.pins import NO_PINS, Pins
from clientsmith.schemas import SchemaTypes
from clientsmith.trees import Tree, mapping, sequence


@dataclass(frozen=True, slots=True)
class Lowered:
    """The representation of a document, and what could not be taken over as the document says it."""

    api: Api
    findings: tuple[Finding, ...]


def lower(
    types: SchemaTypes,
    source: Source,
    package: str,
    client: str,
    *,
    http_library: str = "httpx",
    pins: Pins = NO_PINS,
) -> Lowered:
    """Lower a document.

    Args:
        types: the document with the types of its schemas.
        source: where the document comes from.
        package: name of the package to be generated.
        client: name of the blocking client class; the other one is called `Async…`.
        http_library: the library that the package sends its requests with.
        pins: names that are decided already.

    Raises:
        PinError: such a name cannot be used.
    """
    context = Context(types)
    info = mapping(context.tree.get("info"))
    models = mark_files(lower_models(context), context)
    auth = lower_auth(client, context)
    groups = lower_groups(client, models, auth, context, pins)
    webhooks = lower_webhooks(models, context)
    api = Api(
        title=text_of(info, "title"),
        version=text_of(info, "version"),
        text=text_of(info),
        package=package,
        client=client,
        async_client=f"Async{client}",
        http_library=http_library,
        source=source,
        servers=_servers(context.tree),
        auth=auth,
        groups=groups,
        webhooks=webhooks,
        modules=lower_modules(models, groups, webhooks),
    )
    return Lowered(api, tuple(context.findings))


def _servers(tree: Tree) -> tuple[Server, ...]:
    servers = tree.get("servers")
    return tuple(
        Server(url=server_url(mapping(server)), text=text_of(mapping(server)))
        for server in sequence(servers)
        if isinstance(mapping(server).get("url"), str)
    )


def server_url(server: Tree) -> str:
    """Return the address of a server with its variables replaced by their defaults (OpenAPI 3.1 §4.8.6)."""
    url = str(server["url"])
    for name, variable in mapping(server.get("variables")).items():
        url = url.replace("{" + name + "}", str(mapping(variable).get("default", "")))
    return url.rstrip("/")
