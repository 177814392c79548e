"""What the API document says about its operations: the facts that generated modules state."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeAlias, TypeVar
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .pages import Pagination

T = TypeVar("T")

Place: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
    "cookie",
]
"""The styles of OpenAPI 3.2 §4.12.2; `tabDelimited` is of Swagger 2.0 (`collectionFormat: tsv`), as are delimiters in a
path or header."""
HeaderForm: TypeAlias = Literal["text", "list", "names", "pairs", "json"]


class Decode(Enum):
    """How the body of a response becomes a value."""

    JSON = "json"
    TEXT = "text"
    BYTES = "bytes"
    SSE = "sse"
    JSONL = "jsonl"
    NONE = "none"


JSON: Final = Decode.JSON
TEXT: Final = Decode.TEXT
BYTES: Final = Decode.BYTES
SSE: Final = Decode.SSE
JSONL: Final = Decode.JSONL
NONE: Final = Decode.NONE

STREAMED: Final = frozenset({SSE, JSONL})
"""How a body is decoded item by item."""

_PREFERRED: Final = frozenset({JSON, SSE, JSONL})

_EXPLODED: Final = frozenset({"form", "cookie", "deepObject"})
_DEFAULT_STYLES: Final[dict[Place, Style]] = {
    "path": "simple",
    "query": "form",
    "querystring": "form",
    "header": "simple",
    "cookie": "form",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation (OpenAPI 3.1 §4.8.12).

    Attributes:
        name: the name on the wire.
        place: where it goes; `querystring` is a query as a whole, in a media type.
        style: how a list or an object is written; None for the default of the place.
        explode: whether each item stands for itself; None for the default of the style.
        allow_reserved: whether reserved characters of a query value stay as they are.
        media_type: for a parameter with `content`: the media type that it is written in.
        key: the name of its value among those of a call, where `name` alone would be ambiguous.
        type: gives the Python type of an object whose fields have other names in Python.
        encoding: how the properties of a query string that is a form are written, where that is not the default.
    """

    name: str
    place: Place
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str | None = None
    key: str | None = None
    type: Callable[[], Any] | None = None
    encoding: tuple[Encoding, ...] = ()

    @property
    def effective_style(self) -> Style:
        """The style that holds."""
        return self.style or _DEFAULT_STYLES[self.place]

    @property
    def effective_explode(self) -> bool:
        """Whether it is exploded: by default in the styles `form`, `cookie` and `deepObject`."""
        return self.effective_style in _EXPLODED if self.explode is None else self.explode


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a property of a form or multipart body is written (OpenAPI 3.1 §4.8.15).

    Attributes:
        name: the name of the property; in a body whose parts have no names the number of the part, `*` for all others.
        content_type: the media types that it may have, separated by commas; None for the default of its type.
        style: how a list or an object is written; None for the default.
        explode: whether each item stands for itself; None for the default of the style.
        allow_reserved: whether reserved characters stay as they are.
        headers: headers of its part that have one value only.
    """

    name: str
    content_type: str | None = None
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def has_style(self) -> bool:
        """Whether the document gives it a style, so that its media type does not count."""
        return self.style is not None or self.explode is not None or self.allow_reserved

    def parameter(self) -> Parameter:
        """Return the query parameter that is written in the same way."""
        return Parameter(self.name, "query", self.style, self.explode, self.allow_reserved)


@dataclass(frozen=True, slots=True)
class BodyVariant:
    """One media type of a request body.

    Attributes:
        media_type: the media type, perhaps with wildcards.
        type: gives the Python type of the body, or of its items; None where there is none to speak of.
        encoding: how the properties of a form or multipart body are written, for those that differ from the default.
    """

    media_type: str
    type: Callable[[], Any] | None = None
    encoding: tuple[Encoding, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header of a response that is more than text (OpenAPI 3.1 §4.8.21).

    Attributes:
        name: its name.
        type: gives the Python type of its value; that of one item where it is a list.
        form: how the text is read: one value, a list, an object as names and values in turn or as pairs, or JSON.
        delimiter: what stands between the items of a list.
    """

    name: str
    type: Callable[[], Any]
    form: HeaderForm = "text"
    delimiter: str = ","


@dataclass(frozen=True, slots=True)
class Response:
    """One response of an operation.

    Attributes:
        status: `"200"`, `"2XX"` or `"default"`; several are separated by spaces.
        media_type: the media type, perhaps with wildcards; None for a response without a body.
        decode: how the body becomes a value.
        type: gives the Python type of a JSON body.
        headers: those of its headers that are more than text.
        statuses: the single statuses.
    """

    status: str
    media_type: str | None = None
    decode: Decode = Decode.NONE
    type: Callable[[], Any] | None = None
    headers: tuple[ResponseHeader, ...] = ()

    statuses: tuple[str, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "statuses", tuple(self.status.replace("xx", "XX").split()))


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """One operation; `T` is what a call returns.

    Attributes:
        id: its name in messages.
        method: the HTTP method.
        path: the path template, with its parameters in braces.
        parameters: its parameters.
        body: the media types of the request body, the preferred one first.
        body_required: whether there has to be a body.
        responses: the responses that are successes.
        failures: the responses that are errors.
        security: alternatives, each the names of the security schemes that it takes together; none needed if empty.
        pagination: how to walk through further pages.
        scopes: the OAuth 2 scopes that it asks for, by security scheme.
        idempotent: whether it may be sent again when it may have been processed; None for what the method says.
        idempotency_header: the header that carries an idempotency key, for operations that have one.
        base_url: the server of this operation, where it has one of its own.
        accept: the `Accept` header of its requests.
        streams: whether one of its responses is a stream of items.
        pieces: the path template taken apart: literal text, percent-encoded, and the name of the parameter after it.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: tuple[BodyVariant, ...] = ()
    body_required: bool = False
    responses: tuple[Response, ...] = ()
    failures: tuple[Response, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    pagination: Pagination | None = None
    idempotent: bool | None = None
    idempotency_header: str | None = None
    base_url: str | None = None
    streams: bool = field(init=False, repr=False, compare=False, default=False)
    accept: str = field(init=False, repr=False, compare=False, default="*/*")
    pieces: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        # Worked out here, once, because every call needs them.
        object.__setattr__(self, "accept", _accept(self.responses, self.failures))
        object.__setattr__(self, "streams", any(one.decode in STREAMED for one in self.responses))
        object.__setattr__(self, "pieces", tuple(_pieces(self.path)))


def _accept(responses: tuple[Response, ...], failures: tuple[Response, ...]) -> str:
    """Return an `Accept` header (RFC 9110 §12.5.1): JSON and streams first, then other results, then errors."""
    weights: dict[str, float] = {}
    for response in responses:
        if response.media_type is not None:
            exact = response.decode in _PREFERRED and "*" not in response.media_type
            if response.decode is Decode.JSON and not exact:
                weights.setdefault("application/json", 1)
            weights.setdefault(response.media_type, 1 if exact else 0.9)
    best = max(weights.values(), default=1)
    for response in failures:
        if response.media_type is not None:
            weights.setdefault(response.media_type, best / 2 if weights else 1)
    ordered = sorted(weights.items(), key=lambda pair: -pair[1])
    top = ordered[0][1] if ordered else 1
    return ", ".join(name if weight == top else f"{name};q={weight / top:.1g}" for name, weight in ordered) or "*/*"


def _pieces(template: str) -> Iterator[tuple[str, str]]:
    # Documents tell operations of one path apart by a fragment, which never travels (RFC 9110 §7.1), or by a query.
    rest = template.partition("#")[0]
    rest = rest if rest.startswith("/") else f"/{rest}"
    while rest:
        literal, brace, rest = rest.partition("{")
        name, _, rest = rest.partition("}") if brace else ("", "", "")
        yield quote(literal, safe="?/:@!$&'()*+,;=-._~%"), name
