"""What a generated client runs on: requests, responses, errors, retries, pages.

It needs pydantic and an HTTP library alone: the one that `http_library` imports, which is called httpx throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .authentication import APIKey, Basic, Bearer, Digest
from .client import AsyncClient, Client
from .datetimes import Date, DateTime
from .errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ClientError,
    ConflictError,
    MissingCredentialsError,
    NotFoundError,
    NotModifiedError,
    PermissionDeniedError,
    RateLimitError,
    RedirectError,
    ResponseDecodeError,
    ResponseError,
    ResponseFieldError,
    ResponseValidationError,
    ServerError,
    UnprocessableEntityError,
)
from .hooks import CallHooks, ErrorEvent, RequestEvent, ResponseEvent
from .issues import ABSENT, Issue, ResponseMismatchWarning
from .models import Model, constant
from .operations import (
    BYTES,
    JSON,
    JSONL,
    NONE,
    SSE,
    TEXT,
    BodyVariant,
    Decode,
    Encoding,
    Operation,
    Parameter,
    Response,
    ResponseHeader,
)
from .options import RequestOptions
from .pages import AsyncPage, IncompleteListingWarning, Page
from .raw import RawResponse
from .read_only import ReadOnly, SetByServer
from .resources import AsyncResource, Resource
from .settings import Settings
from .unions import Discriminated, Open, Unknown

if TYPE_CHECKING:
    from .formats import Base64Bytes, DecimalText, TimeOfDay, Uuid
    from .page_kinds import Cursor, NextLink, Numbered
    from .server_sent_events import ServerSentEvent
    from .servers import ServerAddress, at_server
    from .streaming_response import AsyncStreamingResponse, StreamingResponse
    from .streams import AsyncStream, Stream
    from .time_windows import TimeWindow
    from .uploads import File, FileContent, FileTypes

__all__ = [
    "ABSENT",
    "BYTES",
    "JSON",
    "JSONL",
    "NONE",
    "SSE",
    "TEXT",
    "APIConnectionError",
    "APIError",
    "APIKey",
    "APIStatusError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncPage",
    "AsyncResource",
    "AsyncStream",
    "AsyncStreamingResponse",
    "AuthenticationError",
    "BadRequestError",
    "Base64Bytes",
    "Basic",
    "Bearer",
    "BodyVariant",
    "CallHooks",
    "Client",
    "ClientError",
    "ConflictError",
    "Cursor",
    "Date",
    "DateTime",
    "DecimalText",
    "Decode",
    "Digest",
    "Discriminated",
    "Encoding",
    "ErrorEvent",
    "File",
    "FileContent",
    "FileTypes",
    "IncompleteListingWarning",
    "Issue",
    "MissingCredentialsError",
    "Model",
    "NextLink",
    "NotFoundError",
    "NotModifiedError",
    "Numbered",
    "Open",
    "Operation",
    "Page",
    "Parameter",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ReadOnly",
    "RedirectError",
    "RequestEvent",
    "RequestOptions",
    "Resource",
    "Response",
    "ResponseDecodeError",
    "ResponseError",
    "ResponseEvent",
    "ResponseFieldError",
    "ResponseHeader",
    "ResponseMismatchWarning",
    "ResponseValidationError",
    "ServerAddress",
    "ServerError",
    "ServerSentEvent",
    "SetByServer",
    "Settings",
    "Stream",
    "StreamingResponse",
    "TimeOfDay",
    "TimeWindow",
    "Unknown",
    "UnprocessableEntityError",
    "Uuid",
    "at_server",
    "constant",
]

# What many programs never need is loaded when it is first asked for (PEP 562).
_LATE: Final = {
    "Base64Bytes": ".formats",
    "DecimalText": ".formats",
    "TimeOfDay": ".formats",
    "Uuid": ".formats",
    "AsyncStreamingResponse": ".streaming_response",
    "StreamingResponse": ".streaming_response",
    "ServerAddress": ".servers",
    "at_server": ".servers",
    "ServerSentEvent": ".server_sent_events",
    "AsyncStream": ".streams",
    "Stream": ".streams",
    "Cursor": ".page_kinds",
    "NextLink": ".page_kinds",
    "Numbered": ".page_kinds",
    "TimeWindow": ".time_windows",
    "File": ".uploads",
    "FileContent": ".uploads",
    "FileTypes": ".uploads",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    if name not in _LATE:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_LATE[name], __name__), name)
    globals()[name] = value
    return value
