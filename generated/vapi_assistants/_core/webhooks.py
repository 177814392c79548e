"""Requests that an API sends to a server of its users: checking the secret, finding the message, reading it."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from .decoding import adapter_for
from .errors import APIError
from .issues import warn_about
from .narrowing import is_object
from .unions import Unknown


class WebhookError(APIError):
    """A request that claims to be a webhook cannot be accepted; answer it with status 400."""


class WebhookSecretError(WebhookError):
    """The request does not carry the secret; answer it with status 401."""


@dataclass(frozen=True, slots=True)
class Webhooks:
    """The webhooks of an API.

    Attributes:
        secret_header: the header that carries the shared secret; None where the API has none.
        tag: the property that tells which webhook a body belongs to, by the names that lead to it.
        types: its values, and what gives the type of the body for each.
    """

    secret_header: str | None
    tag: tuple[str, ...]
    types: Mapping[str, Callable[[], Any]]

    def parse(self, body: bytes | str, headers: Mapping[str, str], secret: str | None) -> Any:
        """Return the message in a request.

        A message that the document does not know comes back as `Unknown`, with its tag and its data. One that does not
        fit the document in some places is read as a response would be: what fits is typed, the rest is kept, and a
        `ResponseMismatchWarning` lists it.

        Args:
            body: the body of the request, as it came.
            headers: its headers; the case of their names does not matter.
            secret: the secret that was set for the webhook; None to accept any.

        Raises:
            WebhookSecretError: the secret is missing or wrong.
            WebhookError: the body is not a JSON object.
        """
        if secret is not None:
            self._check(headers, secret)
        content = body.encode() if isinstance(body, str) else bytes(body)
        try:
            data: Any = from_json(content)
        except ValueError as error:
            raise WebhookError(f"The body of the webhook is not JSON: {error}.") from None
        if not is_object(data):
            raise WebhookError("The body of the webhook is not a JSON object.")
        tag = self._tag_of(data)
        type_ = self.types.get(tag) if tag is not None else None
        if type_ is None and self.tag:
            return Unknown(data, tag=tag)
        annotation = (type_ or next(iter(self.types.values())))()
        try:
            return adapter_for(annotation).validate_json(content, strict=True, by_alias=True, by_name=False)
        except ValidationError:
            from .leniency import read_leniently  # noqa: PLC0415 - as for responses, seldom needed

        value, issues = read_leniently(annotation, data)
        warn_about(issues, f"webhook {tag}" if tag else "a webhook")
        return value

    def _check(self, headers: Mapping[str, str], secret: str) -> None:
        if self.secret_header is None:
            raise WebhookSecretError(
                "This API has no header for a secret; pass None and protect the address otherwise."
            )
        wanted = self.secret_header.lower()
        given = next((value for name, value in headers.items() if name.lower() == wanted), "")
        # Takes as long for a wrong secret as for the right one, so that time does not tell how much of it was right.
        if not hmac.compare_digest(given.encode(), secret.encode()):
            raise WebhookSecretError(f"The header {self.secret_header} does not carry the secret of the webhook.")

    def _tag_of(self, data: Mapping[str, Any]) -> str | None:
        value: Any = data
        for name in self.tag:
            value = value.get(name) if is_object(value) else None
        return value if isinstance(value, str) else None
