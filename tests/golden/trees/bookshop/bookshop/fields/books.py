"""Keywords of the methods of `books`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from .. import models


class CreateBookFields(TypedDict, total=False):
    """Keywords of `books.create`."""

    title: Required[str]
    """At most 200 characters."""
    sub_title: str | None
    """What stands below the title."""
    language: Literal["de", "en", "fr"]
    """One of "de", "en", "fr"; default "en"."""
    price: models.NewBookPrice | Mapping[str, Any]
    sequels: Sequence[models.NewBook | Mapping[str, Any]]
