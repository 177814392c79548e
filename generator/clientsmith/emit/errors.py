"""Which class of the runtime's errors stands for a status."""

from __future__ import annotations

from typing import Final

ERROR_CLASSES: Final = {
    "304": "NotModifiedError",
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
"""Status → class, for the statuses that have one of their own."""


def error_class(status: str) -> str:
    """Return the class of the error that a status raises; `APIStatusError` is the base of all of them."""
    if status in ERROR_CLASSES:
        return ERROR_CLASSES[status]
    return "ServerError" if status.startswith("5") else "APIStatusError"


_FOLLOWED: Final = frozenset({"301", "302", "303", "307", "308", "3XX"})


def is_followed(status: str, verb: str) -> bool:
    """Tell whether a status is a redirect that the client follows instead of raising an error (RFC 9110 §15.4).

    Args:
        status: the status, or a range of them, as the document has it.
        verb: the method of the request.
    """
    return status in _FOLLOWED and not (verb == "POST" and status in {"301", "302"})
