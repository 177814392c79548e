"""What a caller may set for one call, or for a derived client."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .http_library import httpx


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions:
    """Settings of one call. What is None is as the client has it.

    Attributes:
        headers: further headers; they win over those of the client. None as a value takes a header away.
        query: further query parameters.
        body: further properties of a JSON object body.
        timeout: seconds for each phase (connect, read, write, pool) of each attempt, or an `httpx.Timeout`;
            `httpx.Timeout(None)` for none.
        deadline: seconds for the whole call, with its retries and waits.
        max_retries: how many times to try again.
        idempotency_key: sent with every attempt, and makes it safe to try again. It needs a server that knows it.
        auth: an `httpx.Auth` in place of what the client sets `Authorization` by.
    """

    headers: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    timeout: float | httpx.Timeout | None = None
    deadline: float | None = None
    max_retries: int | None = None
    idempotency_key: str | None = None
    auth: httpx.Auth | None = None

    def __post_init__(self) -> None:
        check_limits(self.deadline, self.max_retries)
        check_auth(self.auth)


def check_limits(deadline: float | None, max_retries: int | None) -> None:
    """Refuse limits that make no sense.

    Raises:
        ValueError: a deadline that is not positive, or a negative number of retries.
    """
    if deadline is not None and not deadline > 0:
        msg = f"deadline must be a positive number of seconds, not {deadline!r}; None means no deadline."
        raise ValueError(msg)
    if max_retries is not None and max_retries < 0:
        msg = f"max_retries must be 0 or more, not {max_retries!r}."
        raise ValueError(msg)


def check_auth(auth: object) -> None:
    """Refuse what httpx cannot authenticate with.

    Raises:
        TypeError: it is no `httpx.Auth`.
    """
    if auth is not None and not hasattr(auth, "auth_flow"):
        msg = f"auth must be an httpx.Auth, such as httpx.BasicAuth, not {type(auth).__name__}."
        raise TypeError(msg)


NO_OPTIONS = RequestOptions()


def combine(defaults: RequestOptions, options: RequestOptions | None) -> RequestOptions:
    """Return the options of a call over those of its client."""
    if options is None:
        return defaults
    if defaults is NO_OPTIONS:
        return options
    return replace(
        options,
        headers={**defaults.headers, **options.headers},
        query={**defaults.query, **options.query},
        body={**defaults.body, **options.body},
        timeout=defaults.timeout if options.timeout is None else options.timeout,
        deadline=defaults.deadline if options.deadline is None else options.deadline,
        max_retries=defaults.max_retries if options.max_retries is None else options.max_retries,
        idempotency_key=options.idempotency_key or defaults.idempotency_key,
        auth=options.auth or defaults.auth,
    )
