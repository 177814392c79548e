"""What a generated client runs on: requests, responses, errors, retries, pages. It needs httpx and pydantic alone."""

from __future__ import annotations

from .authentication import APIKey, Basic, Bearer
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
from .issues import ABSENT, Issue, ResponseMismatchWarning
from .models import Model, constant
from .operations import BYTES, JSON, NONE, TEXT, BodyVariant, Decode, Operation, Parameter, Response
from .options import RequestOptions
from .pagination import AsyncPage, IncompleteListingWarning, Page, TimeWindow
from .raw import RawResponse
from .resources import AsyncResource, Resource
from .settings import Settings
from .unions import Discriminated, Open, Unknown

__all__ = [
    "ABSENT",
    "BYTES",
    "JSON",
    "NONE",
    "TEXT",
    "APIConnectionError",
    "APIError",
    "APIKey",
    "APIStatusError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncPage",
    "AsyncResource",
    "AuthenticationError",
    "BadRequestError",
    "Basic",
    "Bearer",
    "BodyVariant",
    "Client",
    "ClientError",
    "ConflictError",
    "Date",
    "DateTime",
    "Decode",
    "Discriminated",
    "IncompleteListingWarning",
    "Issue",
    "MissingCredentialsError",
    "Model",
    "NotFoundError",
    "Open",
    "Operation",
    "Page",
    "Parameter",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RedirectError",
    "RequestOptions",
    "Resource",
    "Response",
    "ResponseDecodeError",
    "ResponseError",
    "ResponseFieldError",
    "ResponseMismatchWarning",
    "ResponseValidationError",
    "ServerError",
    "Settings",
    "TimeWindow",
    "Unknown",
    "UnprocessableEntityError",
    "constant",
]
