"""Documentation of the API and its client, as Markdown that repository hosts show: an index, resources, models."""

from __future__ import annotations

import re
from typing import Final

from clientsmith.emit.docs.index_page import index_view
from clientsmith.emit.docs.model_page import model_view
from clientsmith.emit.docs.resource_page import resource_view
from clientsmith.emit.docs.site import INDEX, WEBHOOKS, site_of
from clientsmith.emit.docs.uses import uses_of_models
from clientsmith.emit.docs.webhook_page import webhooks_view
from clientsmith.emit.environment import render
from clientsmith.ir import Api

_BLANK_LINES: Final = re.compile(r"\n{3,}")


def docs_files(api: Api) -> dict[str, str]:
    """Write the documentation of an API.

    Args:
        api: the whole API.

    Returns:
        Path, relative to the output folder, with forward slashes → text of the page.
    """
    site = site_of(api)
    uses = uses_of_models(site)
    files = {INDEX: render("docs/index.md.jinja", index_view(site))}
    for group in api.groups:
        files[site.group_pages[group.module]] = render("docs/resource.md.jinja", resource_view(group, site))
    if api.webhooks is not None:
        files[WEBHOOKS] = render("docs/webhooks.md.jinja", webhooks_view(api.webhooks, site, WEBHOOKS))
    for name, model in site.models.items():
        files[site.model_pages[name]] = render("docs/model.md.jinja", model_view(model, site, uses[name]))
    return {path: _tidy(text) for path, text in files.items()}


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


__all__ = ["docs_files"]
