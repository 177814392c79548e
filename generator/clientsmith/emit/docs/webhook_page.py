"""The page of the messages that an API sends to a server of its users."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.emit.docs.site import Page, Site
from clientsmith.emit.docs.tables import table
from clientsmith.emit.docs.types import type_words, value_code
from clientsmith.emit.markdown import cell, code, inline, json_block
from clientsmith.ir import Webhook, Webhooks


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """An example of a message."""

    name: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksView:
    """The page of the webhooks. Everything is quoted; what is empty is left out."""

    index: str
    package: str
    messages: str
    tag: str
    secret_header: str
    examples: tuple[ExampleView, ...]


def webhooks_view(webhooks: Webhooks, site: Site, path: str) -> WebhooksView:
    """Return what the page of the webhooks says."""
    page = Page(site, path)
    messages = webhooks.webhooks
    return WebhooksView(
        index=page.link("docs/index.md"),
        package=site.api.package,
        messages=table(
            ("Webhook", [code(webhook.name) for webhook in messages]),
            ("Tag", [", ".join(value_code(tag) for tag in webhook.tags) for webhook in messages]),
            ("Body", [type_words(webhook.type, page) for webhook in messages]),
            ("Description", [_description(webhook) for webhook in messages]),
        ),
        tag=code(".".join(webhooks.tag)) if webhooks.tag else "",
        secret_header=code(webhooks.secret_header) if webhooks.secret_header is not None else "",
        examples=tuple(
            ExampleView(name=code(webhook.name), json=json_block(example))
            for webhook in messages
            for example in webhook.examples
        ),
    )


def _description(webhook: Webhook) -> str:
    return "<br>".join(part for part in (inline(webhook.summary), cell(webhook.text)) if part)
