"""Responses as they came, beside their decoded value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeGuard, TypeVar

from .decoding import decode_success
from .errors import ResponseValidationError
from .issues import Issue, summarise, warn_about
from .pages import Answer
from .response_heads import ResponseHead

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .decoding import Decoded
    from .exchange import Call
    from .operations import Operation
    from .replies import Reply

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """The request that an answer belongs to.

    Attributes:
        method: the HTTP method.
        url: the address, without credentials.
    """

    method: str
    url: str


class RawResponse(ResponseHead, Generic[T_co]):
    """A response as it came. `parse()` gives what the method would have returned.

    Attributes:
        status_code: the status.
        headers: the headers, as text; `header()` gives them as values.
        content: the body, without content codings.
        request: method and address.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, operation: Operation[Any], reply: Reply, *, strict: bool) -> None:
        super().__init__(operation, reply, strict=strict)
        self.content: bytes = reply.content
        self.request = RequestLine(reply.method, reply.url)
        self._decoded: Decoded | None = None

    def __repr__(self) -> str:
        return f"RawResponse({self.status_code}, {self.request.method} {self.request.url}, {len(self.content)} bytes)"

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything in the body that does not fit the document.

        Raises:
            ResponseDecodeError: the body cannot be read at all.
        """
        return self._decode().issues

    def parse(self) -> T_co:
        """Return what the method would have returned.

        Raises:
            ResponseDecodeError: the body cannot be read at all.
            ResponseValidationError: the body does not fit the document, and the client is strict.
        """
        value: T_co = accept(self._operation, self._reply, self._decode(), strict=self._strict)
        return value

    def _decode(self) -> Decoded:
        if self._decoded is None:
            self._decoded = decode_success(self._operation, self._reply)
        return self._decoded


def accept(operation: Operation[Any], reply: Reply, decoded: Decoded, *, strict: bool) -> Any:
    """Return a decoded value, after reporting what did not fit.

    Args:
        operation: the operation that was called.
        reply: the answer.
        decoded: its value and issues.
        strict: whether to raise instead of warning.

    Raises:
        ResponseValidationError: there are issues, and `strict` is set.
    """
    if decoded.issues:
        if strict:
            raise ResponseValidationError(
                summarise(decoded.issues, operation.id, reply.secrets), issues=decoded.issues, **reply.for_error()
            )
        warn_about(decoded.issues, operation.id, reply.secrets)
    return decoded.value


def is_raw(result: Any) -> TypeGuard[RawResponse[Any]]:
    """Tell whether a call gave a raw response."""
    return isinstance(result, RawResponse)


def as_answer(call: Call, reply: Reply, result: Any) -> Answer | RawResponse[Any]:
    """Return the result of a call with what finding the next page takes; a raw response stays as it is."""
    return result if is_raw(result) else Answer(result, reply.headers, call.request.url)


class RawView(Protocol):
    """A client whose methods return `RawResponse` (`client.with_raw_response.assistants.get(id)`)."""

    def __getattr__(self, name: str, /) -> RawResource: ...


class RawResource(Protocol):
    """A group of operations whose methods return `RawResponse`."""

    def __getattr__(self, name: str, /) -> Callable[..., RawResponse[Any]]: ...


class AsyncRawView(Protocol):
    """A client whose methods return `RawResponse`, without blocking."""

    def __getattr__(self, name: str, /) -> AsyncRawResource: ...


class AsyncRawResource(Protocol):
    """A group of operations whose methods return `RawResponse`, without blocking."""

    def __getattr__(self, name: str, /) -> Callable[..., Awaitable[RawResponse[Any]]]: ...
