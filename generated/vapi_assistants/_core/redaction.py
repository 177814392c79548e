"""Keeping credentials out of texts that people read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REDACTED: Final = "***"

_SHORT_SECRET: Final = 4


def redacted(text: str, secrets: tuple[str, ...]) -> str:
    """Return a text without secrets that it may repeat, such as an answer that quotes the request.

    Args:
        text: the text.
        secrets: what must not show. Very short ones stay: taking them out would garble the text and show them by that.
    """
    for secret in secrets:
        if len(secret) >= _SHORT_SECRET:
            text = text.replace(secret, REDACTED)
    return text


# Request headers whose values may be shown: what they hold is known. Any other may carry something private, if only
# because a document forgets to call it a security scheme.
_HARMLESS_REQUEST_HEADERS: Final = frozenset(
    {
        "accept",
        "accept-charset",
        "accept-encoding",
        "accept-language",
        "cache-control",
        "connection",
        "content-encoding",
        "content-language",
        "content-length",
        "content-type",
        "expect",
        "host",
        "idempotency-key",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "if-unmodified-since",
        "prefer",
        "range",
        "traceparent",
        "user-agent",
        "x-request-id",
    }
)
_SECRET_RESPONSE_HEADER: Final = re.compile(
    r"^(?!.*rate-?limit)(?!(www|proxy)-authenticate).*(auth|cookie|credential|key|password|secret|session|signature|token)"
)
_SECRET_PARAMETER: Final = re.compile(
    r"auth|key|pass|pwd|sig|token"
    r"|.*(api[-_.]?key|access[-_.]?(key|token)|(auth|bearer|csrf|device|id|push|refresh|security|session)[-_.]?token"
    r"|authorization|credential|pass[-_.]?(phrase|w(or)?d)|secret|session[-_.]?id|signature).*",
    re.IGNORECASE,
)
_PARAMETER: Final = re.compile(r"(?<=[?&])([^=&#]*)=([^&#]*)")


def redacted_query(url: str) -> str:
    """Return an address without the values of query parameters that are called like credentials (`api_key`, `sig`)."""
    return _PARAMETER.sub(_without_secret, url) if "?" in url else url


def _without_secret(parameter: re.Match[str]) -> str:
    name = parameter[1]
    return f"{name}={REDACTED}" if _SECRET_PARAMETER.fullmatch(name) else parameter[0]


def redacted_request_headers(headers: Mapping[str, str | None]) -> dict[str, str]:
    """Return the headers of a request for people to read: `***` stands for all values that may be private."""
    return {
        name: text if name.lower() in _HARMLESS_REQUEST_HEADERS else REDACTED
        for name, text in headers.items()
        if text is not None
    }


def redacted_response_headers(headers: Iterable[tuple[str, str]], secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the headers of a response for people to read: without cookies, tokens, and credentials sent back.

    Args:
        headers: names and values.
        secrets: texts that must not show.
    """
    return [
        (name, REDACTED if _SECRET_RESPONSE_HEADER.match(name.lower()) else redacted_query(redacted(text, secrets)))
        for name, text in headers
    ]
