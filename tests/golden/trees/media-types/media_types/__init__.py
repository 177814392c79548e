"""Client of the Media types API."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors, models as models
    from ._core import (
        AsyncPage as AsyncPage,
        AsyncStream as AsyncStream,
        AsyncStreamingResponse as AsyncStreamingResponse,
        ErrorEvent as ErrorEvent,
        File as File,
        FileTypes as FileTypes,
        Issue as Issue,
        Page as Page,
        RawResponse as RawResponse,
        RequestEvent as RequestEvent,
        RequestOptions as RequestOptions,
        ResponseEvent as ResponseEvent,
        ServerSentEvent as ServerSentEvent,
        Stream as Stream,
        StreamingResponse as StreamingResponse,
        Unknown as Unknown,
    )
    from .client import AsyncMediaTypes as AsyncMediaTypes, MediaTypes as MediaTypes
    from .errors import (
        APIConnectionError as APIConnectionError,
        APIError as APIError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        MissingCredentialsError as MissingCredentialsError,
        NotFoundError as NotFoundError,
        NotModifiedError as NotModifiedError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        ResponseDecodeError as ResponseDecodeError,
        ResponseFieldError as ResponseFieldError,
        ResponseMismatchWarning as ResponseMismatchWarning,
        ResponseValidationError as ResponseValidationError,
        ServerError as ServerError,
        UnprocessableEntityError as UnprocessableEntityError,
    )

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncMediaTypes",
    "AsyncPage",
    "AsyncStream",
    "AsyncStreamingResponse",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "ErrorEvent",
    "errors",
    "File",
    "FileTypes",
    "Issue",
    "MediaTypes",
    "MissingCredentialsError",
    "models",
    "NotFoundError",
    "NotModifiedError",
    "Page",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestEvent",
    "RequestOptions",
    "ResponseDecodeError",
    "ResponseEvent",
    "ResponseFieldError",
    "ResponseMismatchWarning",
    "ResponseValidationError",
    "ServerError",
    "ServerSentEvent",
    "Stream",
    "StreamingResponse",
    "Unknown",
    "UnprocessableEntityError",
]

_HOMES = {
    "AsyncMediaTypes": ".client",
    "MediaTypes": ".client",
    "AsyncPage": "._core",
    "AsyncStream": "._core",
    "AsyncStreamingResponse": "._core",
    "ErrorEvent": "._core",
    "File": "._core",
    "FileTypes": "._core",
    "Issue": "._core",
    "Page": "._core",
    "RawResponse": "._core",
    "RequestEvent": "._core",
    "RequestOptions": "._core",
    "ResponseEvent": "._core",
    "ServerSentEvent": "._core",
    "Stream": "._core",
    "StreamingResponse": "._core",
    "Unknown": "._core",
}


if not TYPE_CHECKING:
    # Type checkers see all names above; a name that is not there is an error to them.

    def __getattr__(name: str) -> object:
        """Load what is asked for when it is first asked for, so that importing the package is quick."""
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        if name in {
            "errors",
            "models",
        }:
            return import_module(f".{name}", __name__)
        value = getattr(import_module(_HOMES.get(name, ".errors"), __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
