"""Building the request of a call: address, headers, credentials, body."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

from .authentication import Auth, credentials_for
from .bodies import encode_body
from .errors import APIError
from .http_library import httpx
from .operations import Operation, Parameter
from .origins import same_origin
from .parameters import checked_header, cookie_pairs, header_text, path_text, query_pairs
from .redaction import REDACTED, redacted_query
from .scalars import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .options import RequestOptions
    from .parameters import Pairs
    from .sources import StreamedBody
    from .tokens import PendingToken

_NO_NAMES: Final[frozenset[str]] = frozenset()
_AUTHORIZATION: Final = "authorization"
_DEFAULT_IDEMPOTENCY_HEADER: Final = "Idempotency-Key"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the caller passed to an operation.

    Attributes:
        values: values of its parameters, by `Parameter.key` or name; None is not sent.
        body: the body, if it is given as one value.
        fields: the properties of the body, if they are given as keywords.
        content_type: which of the operation's request media types to send.
        url: an address that the server gave, instead of path and query.
    """

    values: Mapping[str, Any]
    body: Any = None
    fields: Mapping[str, Any] | None = None
    content_type: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PreparedRequest:
    """A request that is ready to be sent, as often as its body can be read.

    Attributes:
        method: the HTTP method.
        url: the whole address, percent-encoded.
        headers: headers by name; None takes away one that the httpx client would add.
        content: the body: bytes, or what is read while it is sent.
        shown_url: the address without credentials.
        secrets: texts that must not show anywhere.
        pending: the bearer token that it is yet to be given, and where that comes from.
        http_auth: what httpx is to authenticate with, instead of what the httpx client has.
    """

    method: str
    url: str = field(repr=False)
    headers: dict[str, str | None] = field(repr=False)
    content: bytes | StreamedBody | None = field(repr=False)
    shown_url: str
    secrets: tuple[str, ...] = field(repr=False)
    pending: PendingToken | None = field(default=None, repr=False)
    http_auth: httpx.Auth | None = field(default=None, repr=False)

    @property
    def can_be_sent(self) -> bool:
        """Whether it can be sent, or sent again: a body that can be read only once is not sent twice."""
        return self.content is None or isinstance(self.content, bytes) or self.content.can_be_sent


def prepare(
    operation: Operation[Any],
    arguments: Arguments,
    *,
    base_url: str,
    auth: Mapping[str, Auth],
    options: RequestOptions,
    user_agent: str | None = None,
    given_headers: frozenset[str] = frozenset(),
    idempotency_key: str | None = None,
    http_auth: httpx.Auth | None = None,
    client_url: str | None = None,
) -> PreparedRequest:
    """Build the request of a call.

    Args:
        operation: the operation.
        arguments: what the caller passed.
        base_url: the server, perhaps with a path, without a slash at the end.
        auth: the client's security schemes, by name.
        options: settings of the call.
        user_agent: the `User-Agent`, unless the httpx client has one of its own.
        given_headers: names, in lower case, of headers that the httpx client adds.
        idempotency_key: sent with the request where the operation takes one.
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.
        client_url: the client's server, where that of the operation is another; token endpoints are relative to it.

    Returns:
        The request.

    Raises:
        TypeError: a value or body that cannot be written.
        ValueError: a value that would change what the request means.
        MissingCredentialsError: the operation needs credentials that the client does not have.
    """
    written = _write_parameters(operation, arguments.values)
    for name, value in options.query.items():
        written.query.extend(query_pairs(Parameter(name, "query"), value))
    headers: dict[str, str | None] = {"Accept": operation.accept}
    if user_agent is not None:
        headers["User-Agent"] = user_agent
    _override(headers, written.headers)
    encoded = encode_body(
        operation, arguments.body, arguments.fields, extra=options.body, content_type=arguments.content_type
    )
    if encoded.content_type is not None:
        headers["Content-Type"] = encoded.content_type
    if idempotency_key is not None:
        headers[operation.idempotency_header or _DEFAULT_IDEMPOTENCY_HEADER] = idempotency_key
    own_headers = _lower_names(written.headers, options.headers)
    supplied = given_headers | own_headers
    credentials = credentials_for(operation, auth, supplied if http_auth is None else supplied | {_AUTHORIZATION})
    if http_auth is not None:
        credentials.headers.pop("Authorization", None)
        credentials.pending, credentials.http_auth = None, http_auth
    elif _AUTHORIZATION in own_headers:
        credentials.pending = credentials.http_auth = None
    elif credentials.pending is not None:
        credentials.pending = replace(credentials.pending, base_url=client_url or base_url)
    # An argument that carries a credential wins: some documents describe it as a parameter and as a scheme.
    headers.update(_others(credentials.headers, own_headers))
    _override(headers, options.headers)
    if credentials.cookies:
        written.cookies = _united(written.cookies, dict(_quoted(credentials.cookies)))
    _add_cookies(headers, written.cookies)
    url = _with_query_string(base_url + _path(operation, written.path), written.query_string)
    if arguments.url is not None:
        url, written.query = _given_address(arguments.url, url, operation, frozenset(credentials.query))
    address, redacted = _addresses(url, written.query, credentials.query)
    return PreparedRequest(
        operation.method,
        address,
        headers,
        encoded.content,
        shown(redacted),
        tuple(credentials.secrets),
        credentials.pending,
        credentials.http_auth,
    )


@dataclass(slots=True)
class _Written:
    """Parameters as they are written, by place."""

    path: dict[str, str] = field(default_factory=dict[str, str])
    query: Pairs = field(default_factory=list[tuple[str, str]])
    query_string: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: Pairs = field(default_factory=list[tuple[str, str]])


def _write_parameters(operation: Operation[Any], values: Mapping[str, Any]) -> _Written:
    written = _Written()
    for parameter in operation.parameters:
        value = values.get(parameter.key or parameter.name)
        match parameter.place:
            case "path":
                written.path[parameter.name] = path_text(parameter, value)
            case "query":
                written.query += query_pairs(parameter, value)
            case "querystring":
                from .query_strings import query_string  # noqa: PLC0415 - few documents have them

                written.query_string = query_string(parameter, value)
            case "header":
                text = header_text(parameter, value)
                if text is not None:
                    written.headers[parameter.name] = text
            case "cookie":
                written.cookies += cookie_pairs(parameter, value)
    return written


def _lower_names(*headers: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of headers in lower case."""
    return frozenset([name.lower() for some in headers for name in some]) if any(headers) else _NO_NAMES


def _others(headers: Mapping[str, str], names: frozenset[str]) -> Mapping[str, str]:
    """Return the headers that are not called so."""
    return {name: value for name, value in headers.items() if name.lower() not in names} if names else headers


def _given_address(given: str, own: str, operation: Operation[Any], secret: frozenset[str]) -> tuple[str, Pairs]:
    """Return an address that the server gave, taken apart; `secret` parameters are left out of its query.

    Raises:
        APIError: it belongs to another origin, where credentials must not go.
    """
    try:
        target = httpx.URL(own).join(given)
    except (httpx.InvalidURL, ValueError):
        target = httpx.URL("")
    if not same_origin(str(target), own):
        msg = f"The next page of {operation.id} is said to be on another server, {target.host!r}; it was not asked for."
        raise APIError(msg)
    pairs = [tuple(pair.partition("=")[::2]) for pair in target.query.decode().split("&") if pair]
    kept = [(name, value) for name, value in pairs if unquote(name) not in secret]
    return str(target.copy_with(query=None, fragment=None)), kept


def _quoted(values: Mapping[str, str]) -> Pairs:
    return [(quote(name, ""), quote(value, "")) for name, value in values.items()]


def _add_cookies(headers: dict[str, str | None], cookies: Pairs) -> None:
    if cookies:
        texts = [headers.get("Cookie"), *(f"{name}={value}" for name, value in cookies)]
        headers["Cookie"] = "; ".join(filter(None, texts))


def shown(url: str) -> str:
    """Return an address without the user name and password, and the credentials in its query, that it may have."""
    url = redacted_query(url)
    if "@" not in url:
        return url
    scheme, separator, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{separator}{authority.rpartition('@')[2]}{slash}{path}"


def _united(pairs: Pairs, credentials: Mapping[str, str]) -> Pairs:
    """Return pairs and the credentials that are not among them."""
    given = {name for name, _ in pairs}
    return [*pairs, *((name, value) for name, value in credentials.items() if name not in given)]


def _addresses(url: str, pairs: Pairs, credentials: Mapping[str, str]) -> tuple[str, str]:
    """Return an address with its query, and the same without what the credentials are."""
    if not credentials:
        address = _with_query(url, pairs)
        return address, address
    secret = dict(_quoted(credentials))
    harmless = [(name, value) for name, value in pairs if name not in secret]
    redacted = [*harmless, *((name, REDACTED) for name in secret)]
    return _with_query(url, _united(pairs, secret)), _with_query(url, redacted)


def _with_query_string(url: str, query: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def _with_query(url: str, pairs: Pairs) -> str:
    # A path template may have constants in a query of its own.
    return _with_query_string(url, "&".join([f"{name}={value}" for name, value in pairs]))


def _override(headers: dict[str, str | None], given: Mapping[str, str | None]) -> None:
    if not given:
        return
    names = {name.lower(): name for name in headers}
    for name, value in given.items():
        headers.pop(names.get(name.lower(), ""), None)
        headers[name] = None if value is None else checked_header(f"Header {name!r}", text_of(value, name))


def with_headers(request: PreparedRequest, given: Mapping[str, str]) -> PreparedRequest:
    """Return a request with further headers, which win over those that it has.

    Raises:
        ValueError: a value that cannot be sent in a header.
    """
    headers = dict(request.headers)
    _override(headers, given)
    return replace(request, headers=headers)


def _path(operation: Operation[Any], values: Mapping[str, str]) -> str:
    path = "".join([literal + values[name] if name else literal for literal, name in operation.pieces])
    # The dots of a value survive percent-encoding, and servers read `%2e` as a dot (RFC 3986 §6.2.2.2).
    if "/." in path and any(segment in {".", ".."} for segment in path.split("/")):
        msg = f"A path parameter of {operation.path} must not be '.' or '..': the path would lead somewhere else."
        raise ValueError(msg)
    return path


class QuietURL(httpx.URL):
    """An address whose text does not show credentials, because httpx writes it to its log."""

    def __init__(self, url: str, text: str) -> None:
        super().__init__(url)
        self._text = text

    def __str__(self) -> str:
        return self._text
