"""Errors that calls raise; `APIError` is the base of all of them."""

from __future__ import annotations

from ._core import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    MissingCredentialsError,
    NotFoundError,
    NotModifiedError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    ResponseFieldError,
    ResponseMismatchWarning,
    ResponseValidationError,
    ServerError,
    UnprocessableEntityError,
)

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "MissingCredentialsError",
    "NotFoundError",
    "NotModifiedError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "ResponseFieldError",
    "ResponseMismatchWarning",
    "ResponseValidationError",
    "ServerError",
    "UnprocessableEntityError",
]
