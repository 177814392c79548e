"""From the bytes of a response to a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from .errors import ResponseDecodeError, reason
from .media_types import essence, is_json, parameters_of
from .operations import STREAMED, Decode, Operation, Response
from .redaction import redacted

if TYPE_CHECKING:
    from .issues import Issue
    from .replies import Reply

_SHOWN_CHARACTERS: Final = 200
_READ_BYTES: Final = 2_000

_adapters: dict[Any, TypeAdapter[Any]] = {}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The value of a response.

    Attributes:
        value: the value.
        issues: what did not fit.
    """

    value: Any
    issues: tuple[Issue, ...] = ()


def select_response(responses: tuple[Response, ...], status_code: int, media_type: str | None) -> Response | None:
    """Choose the declared response for an answer (OpenAPI 3.1 §4.8.16).

    Args:
        responses: the declared ones.
        status_code: the status of the answer.
        media_type: its `Content-Type`.

    Returns:
        The response for the exact status, else for its range, else the default one; among those with the same status
        the one whose media type (with its parameters) matches best, else the first. None if the status is not declared.
    """
    exact = str(status_code)
    for wanted in (exact, f"{exact[0]}XX", "default"):
        candidates = [response for response in responses if wanted in response.statuses]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            return max(candidates, key=lambda response: _match(response.media_type, media_type))
    return None


def is_stream(operation: Operation[Any], media_type: str | None) -> bool:
    """Tell whether an answer of a media type is a stream of items: where an operation has both, what came decides."""
    declared = declared_success(operation, 200, media_type)
    return declared is not None and declared.decode in STREAMED


def declared_success(operation: Operation[Any], status_code: int, media_type: str | None) -> Response | None:
    """Return the declared success that an answer is read by, whether or not its status is declared."""
    response = select_response(operation.responses, status_code, media_type)
    if response is not None:
        return response
    candidates = [declared for declared in operation.responses if declared.decode is not Decode.NONE]
    return max(candidates, key=lambda declared: _match(declared.media_type, media_type)) if candidates else None


def decode_success(operation: Operation[Any], reply: Reply) -> Decoded:
    """Decode an answer with a success status.

    Args:
        operation: the operation that was called.
        reply: the answer.

    Returns:
        The value and what did not fit.

    Raises:
        ResponseDecodeError: the body cannot be read at all.
    """
    media_type = reply.content_type
    response = select_response(operation.responses, reply.status_code, media_type)
    if response is None:
        if reply.status_code == 204 or not reply.content:
            undeclared_is_fine = all(declared.decode is Decode.NONE for declared in operation.responses)
            if undeclared_is_fine:
                return Decoded(None)
        candidates = [declared for declared in operation.responses if declared.decode is not Decode.NONE]
        if not candidates:
            return Decoded(None)
        response = max(candidates, key=lambda declared: _match(declared.media_type, media_type))
    return decode(response, operation.method, reply)


def decode(response: Response, method: str, reply: Reply) -> Decoded:
    """Decode the body of an answer as declared.

    Args:
        response: the declared response.
        method: the method of the request; the answer to HEAD has no body.
        reply: the answer.

    Returns:
        The value and what did not fit.

    Raises:
        ResponseDecodeError: the body cannot be read at all.
    """
    if response.decode is Decode.NONE or method == "HEAD":
        return Decoded(None)
    if response.decode is Decode.BYTES:
        return Decoded(reply.content)
    if response.decode is Decode.TEXT:
        return Decoded(_open_text(reply) if "*" in (response.media_type or "") else _text(reply))
    if response.decode in STREAMED:
        from .streams import read_whole  # noqa: PLC0415 - only raw responses of streams come here

        return Decoded(*read_whole(response, reply))
    if not reply.content:
        raise _unreadable(reply, "an empty body where JSON was expected")
    content = reply.content
    charset = _charset(reply)
    if charset not in {None, "utf-8", "utf8", "us-ascii"} or content.startswith(b"\xef\xbb\xbf"):
        content = _text(reply).encode()
    annotation = response.type() if response.type is not None else Any
    try:
        return Decoded(adapter_for(annotation).validate_json(content, strict=True, by_alias=True, by_name=False))
    except ValidationError:
        pass
    try:
        data = from_json(content)
    except ValueError as error:
        raise _unreadable(reply, f"a body that is not JSON ({error})") from None
    from .leniency import read_leniently  # noqa: PLC0415 - most programs never need it

    return Decoded(*read_leniently(annotation, data))


def adapter_for(annotation: Any) -> TypeAdapter[Any]:
    """Return the adapter for a type; built once."""
    adapter = _adapters.get(annotation)
    if adapter is None:
        adapter = _adapters[annotation] = TypeAdapter(annotation)
    return adapter


def _match(declared: str | None, actual: str | None) -> int:
    """Rate how well a declared media type, or range of them, matches the one that came (RFC 9110 §12.5.1).

    Other JSON than what came is better than nothing, but does not match, as a range does (OpenAPI 3.1 §4.8.17: the most
    specific key holds).
    """
    if declared is None or actual is None:
        return 1 if declared is None and actual is None else 0
    wanted, got = essence(declared), essence(actual)
    if wanted == got:
        parameters = parameters_of(declared)
        return 5 + len(parameters) if parameters <= parameters_of(actual) else 4
    if wanted == "*/*":
        return 2
    if wanted.endswith("/*") and got.startswith(wanted[:-1]):
        return 3
    return 1 if is_json(wanted) and is_json(got) else 0


def _charset(reply: Reply) -> str | None:
    _, semicolon, parameters = (reply.content_type or "").partition(";")
    for parameter in parameters.split(";") if semicolon else ():
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower() or None
    return None


def _text(reply: Reply) -> str:
    charset = _charset(reply) or "utf-8"
    try:
        return reply.content.decode("utf-8-sig" if charset in {"utf-8", "utf8"} else charset)
    except (LookupError, UnicodeError):
        raise _unreadable(reply, f"a body that is not text in the charset {charset!r}") from None


def _open_text(reply: Reply) -> str:
    """Return text where the document leaves its media type open (`*/*`): it may have come as a JSON string."""
    text = _text(reply)
    if not is_json(reply.content_type or ""):
        return text
    try:
        data: Any = from_json(text)
    except ValueError:
        return text
    return data if isinstance(data, str) else text


def _unreadable(reply: Reply, what: str) -> ResponseDecodeError:
    media_type = redacted(reply.content_type or "no content type", reply.secrets)
    start = redacted(reply.content[:_READ_BYTES].decode("utf-8", "replace"), reply.secrets)[:_SHOWN_CHARACTERS]
    shown = f"; it starts with {start!r}" if start else ""
    return ResponseDecodeError(
        f"{reply.method} {reply.url} answered {reason(reply.status_code)} with {what} ({media_type}){shown}",
        **reply.for_error(),
    )
