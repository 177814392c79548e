"""What a server answered, read to the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .http_library import httpx

_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id")


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    Attributes:
        status_code: its status.
        headers: its headers.
        content: its body, without content codings.
        method: the method of the request.
        url: the address of the request, without credentials.
        content_type: its `Content-Type`, if it has one.
        body: the response of httpx, where its body is yet to be read.
        ends_at: when reading has to end, on the clock of `time.monotonic`.
        secrets: texts that must not show anywhere, even where the answer repeats them.
    """

    status_code: int
    headers: httpx.Headers
    content: bytes
    method: str
    url: str
    content_type: str | None = None
    body: httpx.Response | None = None
    ends_at: float | None = None
    secrets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def request_id(self) -> str | None:
        """The id that the server gave to the request, if it did."""
        for name in _REQUEST_ID_HEADERS:
            value: str | None = self.headers.get(name)
            if value:
                return value
        return None

    def for_error(self) -> dict[str, Any]:
        """Return what an error about this answer carries."""
        return {
            "status_code": self.status_code,
            "headers": self.headers,
            "content": self.content,
            "request_id": self.request_id,
            "method": self.method,
            "url": self.url,
        }
