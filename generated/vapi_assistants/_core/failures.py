"""Error answers: from a reply to the error that the caller sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic_core import from_json

from .decoding import decode, select_response
from .errors import APIStatusError, ResponseDecodeError, error_class, reason
from .narrowing import is_array, is_object
from .operations import Decode
from .redaction import redacted
from .retries import retry_after

if TYPE_CHECKING:
    from .operations import Operation
    from .replies import Reply

_SHOWN_CHARACTERS: Final = 300
_READ_CHARACTERS: Final = 10_000


def is_success(operation: Operation[Any], status_code: int) -> bool:
    """Tell whether a status is a success: 2xx, or one that the document declares as a result."""
    return 200 <= status_code < 300 or any(str(status_code) in response.statuses for response in operation.responses)


def status_error(operation: Operation[Any], reply: Reply) -> APIStatusError:
    """Return the error for an answer that is not a success.

    Args:
        operation: the operation that was called.
        reply: the answer.

    Returns:
        The error, of the class for the status; its `body` is the declared error model as far as the answer fits it,
        else JSON, else text.
    """
    data = _json_or_text(reply)
    said = redacted(_said(data), reply.secrets)
    if len(said) > _SHOWN_CHARACTERS:
        said = said[: _SHOWN_CHARACTERS - 1] + "…"
    request_id = f", request id {reply.request_id}" if reply.request_id else ""
    message = f"{reason(reply.status_code)}{f': {said}' if said else ''} ({reply.method} {reply.url}{request_id})"
    return error_class(reply.status_code)(
        message,
        body=_body(operation, reply, data),
        retry_after=retry_after(reply.headers),
        header_values=_header_values(operation, reply),
        **reply.for_error(),
    )


def _header_values(operation: Operation[Any], reply: Reply) -> dict[str, Any] | None:
    if not any(response.headers for response in operation.failures):
        return None
    from .header_values import fitting_values  # noqa: PLC0415 - few documents give types to headers of errors

    return fitting_values(operation.failures, reply)


def _body(operation: Operation[Any], reply: Reply, data: Any) -> Any:
    response = select_response(operation.failures, reply.status_code, reply.content_type)
    if response is None or response.decode is not Decode.JSON or not (is_object(data) or is_array(data)):
        return data
    try:
        return decode(response, operation.method, reply).value
    except ResponseDecodeError:
        return data


def _json_or_text(reply: Reply) -> Any:
    if not reply.content:
        return None
    try:
        return from_json(reply.content)
    except ValueError:
        return reply.content.decode("utf-8", "replace")


def _said(data: Any) -> str:
    """Return the server's message out of the usual shapes of an error body."""
    if isinstance(data, str):
        text = "" if data.lstrip().startswith("<") else data
    elif is_array(data):
        text = "; ".join(filter(None, (_said(part) for part in data[:5])))
    elif is_object(data):
        text = next(
            (
                found
                for name in ("message", "msg", "detail", "error_description", "error", "title", "errors")
                if (found := _said(data.get(name)))
            ),
            "",
        )
    else:
        text = ""
    return " ".join(text[:_READ_CHARACTERS].split())
