"""Whether to send a request again, and after how long: pure decisions."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any, Final

from .http_library import httpx

if TYPE_CHECKING:
    from .operations import Operation

IDEMPOTENT_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
"""Methods that may be sent again without harm (RFC 9110 §9.2.2)."""

RETRIED_STATUSES: Final = frozenset({408, 425, 429, 500, 502, 503, 504})

MAX_RETRY_AFTER: Final = 60.0
"""The longest wait, in seconds, that a server may ask for; where it asks for more, the call ends with its answer."""

_FIRST_BACKOFF: Final = 0.5
_MAX_BACKOFF: Final = 8.0


def is_idempotent(operation: Operation[Any], idempotency_key: str | None) -> bool:
    """Tell whether an operation may be sent again although it may have been processed."""
    if idempotency_key is not None:
        return True
    return operation.method in IDEMPOTENT_METHODS if operation.idempotent is None else operation.idempotent


def delay_after_failure(failure: httpx.TransportError, attempt: int, *, idempotent: bool) -> float | None:
    """Decide about a request that got no response.

    Args:
        failure: what httpx raised.
        attempt: how many retries there have been.
        idempotent: whether the request may have been processed and still be sent again.

    Returns:
        Seconds to wait before the next attempt; None to give up.
    """
    if isinstance(failure, (httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return None
    never_sent = isinstance(failure, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout))
    return backoff(attempt) if idempotent or never_sent else None


def delay_after_status(status_code: int, headers: httpx.Headers, attempt: int, *, idempotent: bool) -> float | None:
    """Decide about a request that got an error status.

    A request that is not idempotent is sent again only where the server says that it did not process it: 429 or 503
    with `Retry-After`.

    Args:
        status_code: the status.
        headers: the headers of the response.
        attempt: how many retries there have been.
        idempotent: whether the request may have been processed and still be sent again.

    Returns:
        Seconds to wait before the next attempt; None to give up.
    """
    if status_code not in RETRIED_STATUSES:
        return None
    wait = retry_after(headers)
    if not idempotent and (wait is None or status_code not in {429, 503}):
        return None
    if wait is None:
        return backoff(attempt)
    return wait * random.uniform(1.0, 1.1) if wait <= MAX_RETRY_AFTER else None  # noqa: S311


def backoff(attempt: int) -> float:
    """Return the seconds to wait after so many retries: exponential, with full jitter."""
    return random.uniform(0, min(_MAX_BACKOFF, _FIRST_BACKOFF * 2**attempt))  # noqa: S311


def retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that a server asks to wait (RFC 9110 §10.2.3); None if it does not, or not legibly.

    A date is compared with the server's own `Date`, so that a wrong clock on either side does no harm.
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        return _seconds_until(text, headers.get("date"))
    return max(0.0, seconds) if seconds == seconds else None  # noqa: PLR0124


def _seconds_until(moment: str, now: str | None) -> float | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - rare, and it loads much

    try:
        then = parsedate_to_datetime(moment).timestamp()
    except (ValueError, OverflowError):
        return None
    try:
        current = parsedate_to_datetime(now).timestamp() if now else time.time()
    except (ValueError, OverflowError):
        current = time.time()
    return max(0.0, then - current)
