"""Operations: what a method of the generated client sends and what may come back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from clientsmith.ir.models import Field
from clientsmith.ir.pagination import Pagination
from clientsmith.ir.types import Type
from clientsmith.text import SpecText


class Place(Enum):
    """Where a parameter travels (OpenAPI 3.2 §4.12, `in`); `querystring` is a query as a whole."""

    PATH = "path"
    QUERY = "query"
    QUERYSTRING = "querystring"
    HEADER = "header"
    COOKIE = "cookie"


class Encoding(Enum):
    """How a request body becomes bytes; `ITEMS` are JSON lines and server-sent events, one item after the other."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    ITEMS = "items"
    TEXT = "text"
    BYTES = "bytes"


class Decode(Enum):
    """How the bytes of a response become a value."""

    JSON = "json"
    TEXT = "text"
    BYTES = "bytes"
    SSE = "sse"
    JSONL = "jsonl"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyEncoding:
    """How a property of a form or multipart body is written (OpenAPI 3.1 §4.8.15).

    `content_type` is a list of media types, separated by commas; `headers` are those of a part that have one value.
    """

    wire_name: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation. `style` and `explode` are None where they are the default of the place.

    `properties` says how those of a query string that is a form are written that differ from the default.
    """

    name: str
    wire_name: str
    place: Place
    required: bool
    type: Type
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str | None = None
    properties: tuple[PropertyEncoding, ...] = ()
    deprecated: bool = False
    default: SpecText | None = None
    example: SpecText | None = None
    text: SpecText
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyVariant:
    """A body in one media type, or in any of a range of them (`image/*`).

    `fields` are there when the body is an object with named properties: they become keywords. `properties` says how
    those of a form are written that differ from the default.
    """

    media_type: str
    encoding: Encoding
    type: Type
    fields: tuple[Field, ...] | None
    properties: tuple[PropertyEncoding, ...] = ()
    examples: tuple[SpecText, ...] = ()
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The request body of an operation. `fields_class` is the name of the TypedDict of its keywords."""

    required: bool
    variants: tuple[BodyVariant, ...]
    fields_class: str | None
    text: SpecText


METHOD_KEYWORDS: Final = frozenset({"options", "content_type"})
"""Keywords that methods have of their own; a field of such a name is given in a body as a whole."""


def keyword_fields(body: Body) -> tuple[Field, ...]:
    """Return the fields of a body that are keywords of the method."""
    fields = body.variants[0].fields if body.fields_class is not None else None
    return tuple(field for field in fields or () if field.name not in METHOD_KEYWORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header that a response may carry (OpenAPI 3.1 §4.8.21).

    Its text is that of style `simple`, exploded or not, with something else than a comma between items if `delimiter`
    says so; or JSON.
    """

    wire_name: str
    type: Type
    explode: bool = False
    delimiter: str = ","
    is_json: bool = False
    text: SpecText


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response by status (`200`, `2XX` or `default`) and media type; `type` is None where there is no body."""

    status: str
    media_type: str | None
    decode: Decode
    type: Type | None
    headers: tuple[Header, ...]
    examples: tuple[SpecText, ...] = ()
    text: SpecText
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation of the document and the method that calls it.

    `path` is the path template as the document has it; `returns` is the union of all success types, None where no
    success has a body. `security` lists alternatives, each the names of the schemes that hold together; `()` among them
    means none needed; `scopes` has those that OAuth 2 schemes are asked for. `server` is the address of the server
    where that is another than the document's. `position` counts the operations of the document;
    `idempotency_header` carries a key by which the server knows an attempt that it has seen before.
    """

    id: str
    method_name: str
    verb: str
    path: str
    summary: SpecText
    text: SpecText
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    success: tuple[Response, ...]
    failures: tuple[Response, ...]
    returns: Type | None
    pagination: Pagination | None
    idempotency_header: str | None
    security: tuple[tuple[str, ...], ...]
    server: str | None = None
    scopes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    position: int
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A resource: the operations of one tag, as an attribute of the client."""

    attribute: str
    class_name: str
    async_class_name: str
    module: str
    title: SpecText
    text: SpecText
    operations: tuple[Operation, ...]
