"""Keeping credentials out of texts that people read."""

from __future__ import annotations

from typing import Final

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
