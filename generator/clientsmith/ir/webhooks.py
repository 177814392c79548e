"""Webhooks: requests that the API sends to a server of its users."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.ir.types import Type
from clientsmith.text import SpecText


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A message that the API sends. `tags` are the values of the telling property that stand for it."""

    name: str
    tags: tuple[str, ...]
    type: Type
    summary: SpecText
    text: SpecText
    examples: tuple[SpecText, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhooks:
    """All webhooks of a document.

    `tag` leads to the property that tells them apart, by names from the body on; `secret_header` carries the secret.
    """

    tag: tuple[str, ...]
    secret_header: str | None
    webhooks: tuple[Webhook, ...]
