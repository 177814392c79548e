"""Which class of the runtime's errors stands for a status."""

from __future__ import annotations

from typing import Final

ERROR_CLASSES: Final = {
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
