"""Messages that the API sends to a server of yours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._core import Unknown
from ._core.webhooks import WebhookError, Webhooks, WebhookSecretError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Unknown", "WebhookError", "WebhookSecretError", "parse"]

_WEBHOOKS = Webhooks(
    secret_header="x-vapi-secret",
    tag=(),
    types={
        "serverMessage": lambda: models.ServerMessage,
    },
)


def parse(body: bytes | str, headers: Mapping[str, str], *, secret: str | None) -> models.ServerMessage:
    """Read a message that came to your server.

    A part of it of a kind that is not known here comes back as `Unknown`, with its tag and its data. A message
    that does not fit in some places is read as far as it does, and a `ResponseMismatchWarning` lists the rest.

    Args:
        body: The body of the request, as it came.
        headers: The headers of the request; the case of their names does not matter.
        secret: The secret that you set for the webhook, compared in constant time with the header `x-vapi-secret`; None
            accepts every request.

    Raises:
        WebhookSecretError: The secret is missing or wrong; answer with status 401.
        WebhookError: The body is not a JSON object; answer with status 400.
    """
    message: models.ServerMessage = _WEBHOOKS.parse(body, headers, secret)
    return message
