"""The first page: what the API is, how to start, and where everything is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clientsmith.emit.client_views import log_variable
from clientsmith.emit.docs.calls import python_call
from clientsmith.emit.docs.resource_page import operations_table
from clientsmith.emit.docs.security import SchemeView, credentials_words, scheme_view
from clientsmith.emit.docs.site import INDEX, WEBHOOKS, Page, Site
from clientsmith.emit.docs.tables import table
from clientsmith.emit.docs.types import enumerated
from clientsmith.emit.http_libraries import HTTP_LIBRARIES
from clientsmith.emit.markdown import blocks, cell, code, fenced, inline, plain
from clientsmith.emit.sentences import first_sentence, full_stop
from clientsmith.ir import AliasModel, Group, LiteralType, Model, ModelModule, ObjectModel, Operation, Server, UnionType
from clientsmith.ir.types import without_none

_KINDS: Final = ("Objects", "Unions", "Enumerations", "Other types")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A resource: a link to its page, what it is, and a table of its operations."""

    link: str
    text: str
    operations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    """Some models: of one module of the package, or one kind of them."""

    title: str
    tables: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The index. Everything is quoted; what is empty is left out."""

    title: str
    version: str
    text: str
    package: str
    client: str
    async_client: str
    http_library: str
    http_library_link: str
    log_variable: str
    credentials: str
    python: str
    python_async: str
    servers: str
    server_choice: str
    schemes: tuple[SchemeView, ...]
    groups: tuple[GroupView, ...]
    webhooks: str
    models: tuple[ModelsView, ...]


def index_view(site: Site) -> IndexView:
    """Return what the index says."""
    api, page = site.api, Page(site, INDEX)
    library = HTTP_LIBRARIES[api.http_library]
    start = _first_call(api.groups)
    programs = [
        fenced(python_call(*start, site, is_async=wait, walks=start[0].pagination is not None), "python")
        if start
        else ""
        for wait in (False, True)
    ]
    return IndexView(
        title=plain(api.title) or plain(api.package),
        version=inline(api.version),
        text=blocks(api.text),
        package=api.package,
        client=api.client,
        async_client=api.async_client,
        http_library=library.name,
        log_variable=log_variable(api),
        http_library_link=f"[{library.name}]({library.address})",
        credentials=credentials_words(page),
        python=programs[0],
        python_async=programs[1],
        servers=table(
            ("Name", [code(server.name) if len(api.servers) > 1 else "" for server in api.servers]),
            ("Address", [code(server.template) for server in api.servers]),
            ("Variables", [_variables(server) for server in api.servers]),
            ("Description", [cell(server.text) for server in api.servers]),
        ),
        server_choice=_choice(api.servers),
        schemes=tuple(scheme_view(scheme) for scheme in api.auth),
        groups=tuple(_group(group, page) for group in api.groups),
        webhooks=page.link(WEBHOOKS) if api.webhooks is not None else "",
        models=tuple(_models(site, page)),
    )


def _choice(servers: tuple[Server, ...]) -> str:
    """Return which server the client calls, and how a caller chooses."""
    ways = ["`server=`"] if len(servers) > 1 else []
    ways += ["the variables"] if any(server.variables for server in servers) else []
    first = "the first one" if len(servers) > 1 else "this one"
    return f"{first}; {' and '.join(ways)} of the constructor choose another" if ways else first


def _variables(server: Server) -> str:
    """Return the variables of a server's address, each with its default and what else it may be."""
    told: list[str] = []
    for variable in server.variables:
        values = [code(value) for value in variable.values if value != variable.default]
        others = f", or {enumerated(values, 'or')}" if values else ""
        told.append(f"{code(variable.argument)}: {code(variable.default)}{others}")
    return "; ".join(told)


def _first_call(groups: tuple[Group, ...]) -> tuple[Operation, Group] | None:
    """Return the operation that is easiest to begin with: one that reads and needs least."""
    found = [(operation, group) for group in groups for operation in group.operations if not operation.deprecated]
    found = found or [(operation, group) for group in groups for operation in group.operations]
    return min(found, key=lambda entry: _effort(entry[0]), default=None)


def _effort(operation: Operation) -> tuple[bool, int]:
    needed = sum(parameter.required for parameter in operation.parameters)
    return operation.verb != "GET", needed + (operation.body is not None and operation.body.required)


def _group(group: Group, page: Page) -> GroupView:
    target = page.link(page.site.group_pages[group.module])
    return GroupView(
        link=f"[{plain(group.title) or plain(group.attribute)}]({target})",
        text=blocks(group.text),
        operations=operations_table(group, page),
    )


def _models(site: Site, page: Page) -> Iterator[ModelsView]:
    """Yield the models, by the resources that use them and by what they are."""
    titles = {group.module: plain(group.title) or plain(group.attribute) for group in site.api.groups}
    several = len(site.api.modules) > 1
    for module in site.api.modules:
        kinds = ((kind, [model for model in module.models if _kind(model) == kind]) for kind in _KINDS)
        tables = tuple((kind, _table(models, page)) for kind, models in kinds if models)
        if tables:
            yield ModelsView(title=_module_title(module, titles) if several else "", tables=tables)


def _module_title(module: ModelModule, titles: dict[str, str]) -> str:
    users = [titles[user] for user in module.used_by if user in titles]
    if not users:
        return "Used by no operation"
    if len(users) > 1 and len(users) == len(titles):
        return "Used by all resources"
    return f"Used by {enumerated(users, 'and')}"


def _kind(model: Model) -> str:
    if isinstance(model, ObjectModel):
        return "Objects"
    if isinstance(without_none(model.type), UnionType):
        return "Unions"
    return "Enumerations" if isinstance(model.type, LiteralType) else "Other types"


def _table(models: list[Model], page: Page) -> str:
    ordered = sorted(models, key=lambda model: (model.name.casefold(), model.name))
    return table(
        ("Model", [page.model(model.name) for model in ordered]),
        ("Description", [_sentence(model, page) for model in ordered]),
    )


def _sentence(model: Model, page: Page) -> str:
    told = first_sentence(model.text)
    sentence = inline(full_stop(told)) if told else ""
    if not sentence and isinstance(model, AliasModel) and page.site.resolve(model.name) is not model:
        shown = page.site.resolve(model.name)
        sentence = f"Another name for {page.model(shown.name)}." if shown is not None else ""
    return f"**Deprecated.** {sentence}".rstrip() if model.deprecated else sentence
