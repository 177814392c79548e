"""What every kind of response has beside its body: status, headers, and headers as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from .http_library import httpx
    from .operations import Operation
    from .replies import Reply

H = TypeVar("H")


class ResponseHead:
    """Status and headers of a response.

    Attributes:
        status_code: the status.
        headers: the headers, as text.
        request_id: the id that the server gave to the request, if it did.
    """

    def __init__(self, operation: Operation[Any], reply: Reply, *, strict: bool) -> None:
        self.status_code: int = reply.status_code
        self.headers: httpx.Headers = reply.headers
        self.request_id: str | None = reply.request_id
        self._operation = operation
        self._reply = reply
        self._strict = strict

    @overload
    def header(self, name: str) -> Any: ...

    @overload
    def header(self, name: str, type: type[H]) -> H | None: ...

    def header(self, name: str, type: Any = None) -> Any:
        """Return a header as a value.

        Args:
            name: the name, in any case.
            type: the type to read it as (`int`, `dt.datetime`, `list[str]`, …); the type that the API document gives to
                the header when left out, which is text for headers that it does not know.

        Returns:
            The value; None if there is no such header. What does not fit the document stays text, with a
            `ResponseMismatchWarning`.

        Raises:
            ResponseValidationError: the header does not fit `type`, or the document, and the client is strict.
        """
        from .header_values import header_value, wanted_value  # noqa: PLC0415 - most programs read no header

        if type is not None:
            return wanted_value(self._reply, name, type)
        return header_value(self._operation, self._reply, name, strict=self._strict)
