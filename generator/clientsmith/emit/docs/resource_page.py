"""The page of a resource: each of its operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clientsmith.emit.docs.calls import python_call
from clientsmith.emit.docs.curl import curl_call
from clientsmith.emit.docs.model_page import field_anchor
from clientsmith.emit.docs.security import security_words
from clientsmith.emit.docs.site import Page, Site, operation_anchor, operation_title
from clientsmith.emit.docs.tables import field_row, header_row, parameter_row, table, value_table
from clientsmith.emit.docs.types import is_object, type_words
from clientsmith.emit.errors import error_class
from clientsmith.emit.markdown import blocks, cell, code, fenced, inline, json_block, plain
from clientsmith.ir import (
    Body,
    BodyVariant,
    Cursor,
    Decode,
    Encoding,
    Field,
    Group,
    ModelRef,
    NextLink,
    Numbered,
    Operation,
    Pagination,
    Place,
    Response,
    TimeWindow,
)
from clientsmith.text import SpecText

_PLACES = (
    (Place.PATH, "Path parameters"),
    (Place.QUERY, "Query parameters"),
    (Place.QUERYSTRING, "Query string"),
    (Place.HEADER, "Header parameters"),
    (Place.COOKIE, "Cookie parameters"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table under a heading."""

    title: str
    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """A request body."""

    required: bool
    text: str
    media_types: str
    fields_of: str
    fields: str
    all_optional: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesView:
    """How an operation is walked through page by page."""

    walk: str
    python: str
    result: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """An operation. Everything is quoted; what is empty is left out."""

    title: str
    request: str
    summary: str
    text: str
    deprecated: bool
    security: str
    returns: str
    parameters: tuple[Section, ...]
    body: BodyView | None
    responses: str
    response_headers: str
    response_examples: tuple[str, ...]
    errors: str
    error_headers: str
    error_example: str
    pages: PagesView | None
    python: str
    python_async: str
    curl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """The page of a resource."""

    title: str
    index: str
    text: str
    client: str
    async_client: str
    attribute: str
    overview: str
    operations: tuple[OperationView, ...]


def resource_view(group: Group, site: Site) -> ResourceView:
    """Return what the page of a resource says."""
    page = Page(site, site.group_pages[group.module])
    return ResourceView(
        title=plain(group.title) or plain(group.attribute),
        index=page.link("docs/index.md"),
        text=blocks(group.text),
        client=site.api.client,
        async_client=site.api.async_client,
        attribute=code(f"client.{group.attribute}"),
        overview=operations_table(group, page),
        operations=tuple(_operation(operation, group, page) for operation in group.operations),
    )


def operations_table(group: Group, page: Page) -> str:
    """Return the table of the operations of a resource."""
    target = page.site.group_pages[group.module]
    operations = group.operations
    return table(
        (
            "Call",
            [
                f"[{code(operation_title(group, operation))}]({page.link(target, operation_anchor(group, operation))})"
                for operation in operations
            ],
        ),
        ("Request", [code(f"{operation.verb} {operation.path}") for operation in operations]),
        ("What it does", [_sentence(operation) for operation in operations]),
    )


def _sentence(operation: Operation) -> str:
    words = inline(operation.summary) or cell(operation.text)
    return f"**Deprecated.** {words}".rstrip() if operation.deprecated else words


def _operation(operation: Operation, group: Group, page: Page) -> OperationView:
    return OperationView(
        title=plain(operation_title(group, operation)),
        request=code(f"{operation.verb} {operation.path}"),
        summary=inline(operation.summary),
        text="" if _says_the_same(operation.summary, operation.text) else blocks(operation.text),
        deprecated=operation.deprecated,
        security=security_words(operation, page),
        returns=type_words(operation.returns, page) if operation.returns is not None else "nothing",
        parameters=tuple(_parameters(operation, page)),
        body=_body(operation.body, page) if operation.body is not None else None,
        responses=_responses(operation.success, page),
        response_headers=_headers(operation.success, page),
        response_examples=_examples(operation.success),
        errors=_errors(operation.failures, page),
        error_headers=_headers(operation.failures, page),
        error_example=next(iter(_examples(operation.failures)), ""),
        pages=_pages(operation, group, page.site),
        python=fenced(python_call(operation, group, page.site, is_async=False), "python"),
        python_async=fenced(python_call(operation, group, page.site, is_async=True), "python"),
        curl=fenced(curl_call(operation, page.site), "sh"),
    )


def _says_the_same(summary: SpecText, text: SpecText) -> bool:
    return bool(summary) and inline(summary).rstrip(".").casefold() == inline(text).rstrip(".").casefold()


def _parameters(operation: Operation, page: Page) -> Iterator[Section]:
    for place, title in _PLACES:
        rows = [parameter_row(parameter, page) for parameter in operation.parameters if parameter.place is place]
        if rows:
            yield Section(title=title, table=value_table(rows, first="Parameter"))


def _body(body: Body, page: Page) -> BodyView:
    first = body.variants[0]
    return BodyView(
        required=body.required,
        text=blocks(body.text),
        media_types=_media_types(body, page),
        fields_of=type_words(first.type, page),
        fields=value_table(
            (field_row(field, page, details=_details(field, first, page)) for field in first.fields or ()),
            first="Field",
        ),
        all_optional=bool(first.fields) and not any(field.required for field in first.fields or ()),
        # The first example of JSON and forms is the one that the calls show.
        examples=tuple(json_block(text) for text in first.examples[1:])
        + tuple(json_block(text) for variant in body.variants[1:] for text in variant.examples),
    )


def _media_types(body: Body, page: Page) -> str:
    return table(
        ("Media type", [code(variant.media_type) for variant in body.variants]),
        ("Type", [_body_type(variant, page) for variant in body.variants]),
    )


def _body_type(variant: BodyVariant, page: Page) -> str:
    words = type_words(variant.type, page)
    return f"{words}, as files and fields" if variant.encoding is Encoding.MULTIPART else words


def _details(field: Field, variant: BodyVariant, page: Page) -> str:
    if not isinstance(variant.type, ModelRef) or not is_object(variant.type, page):
        return ""
    return page.link(page.site.model_pages[variant.type.name], field_anchor(field))


def _responses(responses: tuple[Response, ...], page: Page) -> str:
    return table(
        ("Status", [code(response.status) for response in responses]),
        ("Media type", [code(response.media_type) if response.media_type else "" for response in responses]),
        ("Type", [_response_type(response, page) for response in responses]),
        ("Description", [cell(response.text) for response in responses]),
    )


def _response_type(response: Response, page: Page) -> str:
    if response.type is None:
        return "no body"
    return "binary" if response.decode is Decode.BYTES else type_words(response.type, page)


def _errors(responses: tuple[Response, ...], page: Page) -> str:
    return table(
        ("Status", [code(response.status) for response in responses]),
        ("Raises", [code(error_class(response.status)) for response in responses]),
        ("Body", [_response_type(response, page) for response in responses]),
        ("Description", [cell(response.text) for response in responses]),
    )


def _headers(responses: tuple[Response, ...], page: Page) -> str:
    found = [
        (response.status, header_row(header, page)) for response in _by_status(responses) for header in response.headers
    ]
    return table(
        ("Status", [code(status) for status, _ in found]),
        ("Header", [row.name for _, row in found]),
        ("Type", [row.type for _, row in found]),
        ("Values", [row.values for _, row in found]),
        ("Description", [row.text for _, row in found]),
    )


def _by_status(responses: tuple[Response, ...]) -> list[Response]:
    """Return one response per status: the headers of a status are the same for all of its media types."""
    return list({response.status: response for response in reversed(responses)}.values())[::-1]


def _examples(responses: tuple[Response, ...]) -> tuple[str, ...]:
    texts: dict[SpecText, None] = {}
    for response in responses:
        texts.update(dict.fromkeys(response.examples))
    return tuple(json_block(text) for text in texts)


def _pages(operation: Operation, group: Group, site: Site) -> PagesView | None:
    pagination = operation.pagination
    if pagination is None:
        return None
    return PagesView(
        walk=code(f"{operation_title(group, operation)}_all"),
        python=fenced(python_call(operation, group, site, is_async=False, walks=True), "python"),
        result="The result is a list with `has_next_page` and `next_page()` besides. "
        if isinstance(pagination, TimeWindow) or not pagination.items
        else "",
        how=_how(pagination),
    )


def _how(pagination: Pagination) -> str:
    match pagination:
        case TimeWindow():
            return (
                f"It goes by {code(pagination.field)}: each further page is asked for with {code(pagination.before)}, "
                f"and {code(pagination.limit)} is the size of a page. No item comes twice."
            )
        case Cursor():
            return f"Each further page is asked for with {code(pagination.parameter)}, as the page before says."
        case Numbered():
            what = "the items before it" if pagination.counts_items else "the pages before it"
            return f"Each further page is asked for with {code(pagination.parameter)}, which counts {what}."
        case NextLink():
            return "Each page says where the next one is."
