"""Every error that a call can end with."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

if TYPE_CHECKING:
    from .http_library import httpx
    from .issues import Issue

H = TypeVar("H")


class APIError(Exception):
    """Base of all errors of a call.

    Attributes:
        message: one sentence; the same as `str(error)`.
        method: the HTTP method of the request, empty if none was made.
        url: the address of the request, without credentials; empty if none was made.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.method = method
        self.url = url

    def __reduce__(self) -> tuple[Any, ...]:
        # By state, because subclasses take further arguments by keyword.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(error: type[APIError], args: tuple[Any, ...], state: dict[str, Any]) -> APIError:
    restored = error.__new__(error, *args)
    restored.args = args
    restored.__dict__.update(state)
    return restored


class MissingCredentialsError(APIError):
    """The operation needs credentials that the client was not given. Nothing was sent."""


class APIConnectionError(APIError):
    """No response came: the server could not be reached, or the connection broke."""


class APITimeoutError(APIConnectionError):
    """No response came in time: a phase took longer than `timeout`, or the whole call longer than `deadline`."""


class ResponseError(APIError):
    """Base of the errors that carry a response.

    Attributes:
        status_code: the status of the response.
        headers: its headers.
        content: its body.
        request_id: the id that the server gave to the request, if any.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: httpx.Headers,
        content: bytes,
        request_id: str | None = None,
        method: str = "",
        url: str = "",
    ) -> None:
        super().__init__(message, method=method, url=url)
        self.status_code = status_code
        self.headers = headers
        self.content = content
        self.request_id = request_id


class ResponseDecodeError(ResponseError):
    """The body of a response cannot be read at all: not the declared format, cut off, empty, or in another charset."""


class ResponseValidationError(ResponseError):
    """A response does not fit the API document, and the client is strict.

    Attributes:
        issues: everything that did not fit.
    """

    def __init__(self, message: str, *, issues: tuple[Issue, ...], **response: Any) -> None:
        super().__init__(message, **response)
        self.issues = issues


class ResponseFieldError(AttributeError):
    """A field was read that is missing or mistyped in the response that the model came from."""


class APIStatusError(ResponseError):
    """The server answered with an error status.

    Attributes:
        body: what the server said: the declared error model if one is declared, else JSON, else text.
        retry_after: seconds that the server asked to wait, if it did.
    """

    def __init__(
        self,
        message: str,
        *,
        body: Any = None,
        retry_after: float | None = None,
        header_values: dict[str, Any] | None = None,
        **response: Any,
    ) -> None:
        super().__init__(message, **response)
        self.body: Any = body
        self.retry_after = retry_after
        self._header_values = header_values or {}

    @overload
    def header(self, name: str) -> Any: ...

    @overload
    def header(self, name: str, type: type[H]) -> H | None: ...

    def header(self, name: str, type: Any = None) -> Any:
        """Return a header as a value, as `RawResponse.header` does.

        Args:
            name: the name, in any case.
            type: the type to read it as; the one that the API document gives to the header when left out.

        Returns:
            The value; None if there is no such header, and the text that came where it does not fit the document.

        Raises:
            ResponseValidationError: the header does not fit `type`.
        """
        if type is None:
            return self._header_values.get(name.lower(), self.headers.get(name))
        from .header_values import wanted_value  # noqa: PLC0415 - it imports this module

        return wanted_value(self, name, type)


class RedirectError(APIStatusError):
    """The server redirects somewhere that a request like this one must not follow (3xx)."""


class NotModifiedError(APIStatusError):
    """What the caller has is still what the server has (304), as `If-None-Match` or `If-Modified-Since` asked."""


class ClientError(APIStatusError):
    """The server refused the request (4xx)."""


class BadRequestError(ClientError):
    """The server does not understand the request (400)."""


class AuthenticationError(ClientError):
    """The credentials are missing or wrong (401)."""


class PermissionDeniedError(ClientError):
    """The credentials do not allow this (403)."""


class NotFoundError(ClientError):
    """There is no such thing (404)."""


class ConflictError(ClientError):
    """The request conflicts with the state of the server (409)."""


class UnprocessableEntityError(ClientError):
    """The server understands the request but refuses its content (422)."""


class RateLimitError(ClientError):
    """Too many requests (429)."""


class ServerError(APIStatusError):
    """The server failed (5xx)."""


_BY_STATUS: Final[dict[int, type[APIStatusError]]] = {
    304: NotModifiedError,
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_BY_FAMILY: Final[dict[int, type[APIStatusError]]] = {3: RedirectError, 4: ClientError, 5: ServerError}


def error_class(status_code: int) -> type[APIStatusError]:
    """Return the class of error for a status code."""
    return _BY_STATUS.get(status_code) or _BY_FAMILY.get(status_code // 100, APIStatusError)


def reason(status_code: int) -> str:
    """Return a status code with its usual phrase (RFC 9110 §15)."""
    try:
        return f"{status_code} {HTTPStatus(status_code).phrase}"
    except ValueError:
        return str(status_code)
