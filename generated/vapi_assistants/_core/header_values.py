"""Headers of responses as values (OpenAPI 3.1 §4.8.21: style `simple`, or one media type as `content`).

Loaded only when a header is asked for by name.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from pydantic import ValidationError

from .annotations import unwrap
from .decoding import adapter_for, select_response
from .errors import ResponseError, ResponseValidationError, reason
from .issues import Issue, summarise, warn_about
from .operations import ResponseHeader

if TYPE_CHECKING:
    from .http_library import httpx
    from .operations import Operation, Response
    from .replies import Reply

_MAX_PARTS: Final = 10_000


def header_value(operation: Operation[Any], reply: Reply, name: str, *, strict: bool) -> Any:
    """Return a header of a success as what the document says it is.

    Args:
        operation: the operation that was called.
        reply: the answer.
        name: the name of the header, in any case.
        strict: whether to raise where the header does not fit, instead of warning.

    Returns:
        The value; text where the document says nothing else or where the header does not fit; None without a header.

    Raises:
        ResponseValidationError: the header does not fit, and `strict` is set.
    """
    text: str | None = reply.headers.get(name)
    declared = next((one for one in _declared(operation.responses, reply) if one.name.lower() == name.lower()), None)
    if text is None or declared is None:
        return text
    try:
        return _read(declared, reply.headers)
    except ValueError:
        issues = (Issue(f"header {declared.name}", _words(declared), text),)
        if strict:
            message = summarise(issues, operation.id, reply.secrets)
            raise ResponseValidationError(message, issues=issues, **reply.for_error()) from None
        warn_about(issues, operation.id, reply.secrets)
        return text


def fitting_values(responses: tuple[Response, ...], reply: Reply) -> dict[str, Any]:
    """Return the headers that the document declares for an answer and that fit it, by name in lower case."""
    values: dict[str, Any] = {}
    for header in _declared(responses, reply):
        if header.name in reply.headers:
            try:
                values[header.name.lower()] = _read(header, reply.headers)
            except ValueError:
                continue
    return values


def wanted_value(response: ResponseError | Reply, name: str, wanted: Any) -> Any:
    """Return a header as a value of the type that the caller names.

    Args:
        response: what has the header.
        name: the name of the header, in any case.
        wanted: the type; a header is read as a list where that is one, and one value else.

    Returns:
        The value; None if there is no such header.

    Raises:
        ResponseValidationError: it does not fit.
    """
    text: str | None = response.headers.get(name)
    if text is None:
        return None
    bare, _ = unwrap(wanted)
    is_list = get_origin(bare) is list
    header = ResponseHeader(name, lambda: get_args(bare)[0] if is_list else wanted, "list" if is_list else "text")
    try:
        return _read(header, response.headers)
    except ValueError:
        issue = Issue(f"header {name}", _words(header), text)
        message = f"{response.method} {response.url} answered {reason(response.status_code)} with a header {name} "
        raise ResponseValidationError(
            f"{message}that is not {issue.expected}.",
            issues=(issue,),
            status_code=response.status_code,
            headers=response.headers,
            content=response.content,
            request_id=response.request_id,
            method=response.method,
            url=response.url,
        ) from None


def _declared(responses: tuple[Response, ...], reply: Reply) -> tuple[ResponseHeader, ...]:
    response = select_response(responses, reply.status_code, reply.content_type)
    return response.headers if response is not None else ()


def _read(header: ResponseHeader, headers: httpx.Headers) -> Any:
    """Read a header that is there.

    Raises:
        ValueError: it does not fit.
    """
    annotation, text = header.type(), str(headers[header.name])
    match header.form:
        case "json":
            return adapter_for(annotation).validate_json(text)
        case "list":
            # Cookies are the one list that commas do not part (RFC 9110 §5.3).
            is_cookies = header.name.lower() == "set-cookie"
            parts = headers.get_list(header.name) if is_cookies else _parts(text, header.delimiter)
            return [_single(annotation, part) for part in parts]
        case "names":
            parts = _parts(text, header.delimiter)
            return adapter_for(annotation).validate_strings(dict(zip(parts[::2], parts[1::2], strict=True)))
        case "pairs":
            pairs = (part.partition("=") for part in _parts(text, header.delimiter))
            return adapter_for(annotation).validate_strings({name.strip(): value.strip() for name, _, value in pairs})
        case "text":
            return _single(annotation, text.strip())


def _parts(text: str, delimiter: str) -> list[str]:
    if text.count(delimiter) > _MAX_PARTS:
        msg = "The header has too many parts."
        raise ValueError(msg)
    return [part for part in (part.strip(" \t") for part in text.split(delimiter)) if part]


def _single(annotation: Any, text: str) -> Any:
    adapter = adapter_for(annotation)
    try:
        return adapter.validate_strings(text)
    except ValidationError:
        # Times in headers are often written as HTTP writes its own (RFC 9110 §5.6.7), whatever the document says.
        time = parsedate_to_datetime(text)
        return adapter.validate_strings(time.isoformat())


def _words(header: ResponseHeader) -> str:
    bare, _ = unwrap(header.type())
    words = getattr(bare, "__name__", None) or str(bare)
    return {"list": f"a list of {words}", "json": f"JSON ({words})"}.get(header.form, words)
