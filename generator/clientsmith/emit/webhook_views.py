"""What the template of the webhooks module prints."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.emit.python_types import ResultPrinter, standard_imports
from clientsmith.ir import Webhooks
from clientsmith.text import SpecText, string_literal


@dataclass(frozen=True, slots=True)
class WebhookEntry:
    """A value of the telling property and the type of the message that it stands for."""

    tag: SpecText
    type: str


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The webhooks module."""

    secret_header: str
    tag: str
    entries: tuple[WebhookEntry, ...]
    returns: str
    unknown: str
    has_secret: bool
    has_any: bool
    imports: tuple[str, ...]


def webhooks_view(webhooks: Webhooks) -> WebhooksView:
    """Return what `webhooks.py` says."""
    printer = ResultPrinter()
    entries = [
        WebhookEntry(SpecText(tag), printer.type(webhook.type))
        for webhook in webhooks.webhooks
        for tag in (webhook.tags or (webhook.name,))
    ]
    returns = dict.fromkeys(entry.type for entry in entries)
    tag = ", ".join(string_literal(name) for name in webhooks.tag)
    return WebhooksView(
        secret_header="None" if webhooks.secret_header is None else string_literal(webhooks.secret_header),
        tag=f"({tag},)" if webhooks.tag else "()",
        entries=tuple(entries),
        returns=printer.union([*returns, "Unknown"] if webhooks.tag else returns),
        unknown="A message" if webhooks.tag else "A part of it",
        has_secret=webhooks.secret_header is not None,
        has_any="Any" in printer.used,
        imports=tuple(standard_imports(printer.used)),
    )
