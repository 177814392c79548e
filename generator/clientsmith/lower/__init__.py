"""From a document and its types to the intermediate representation."""

from __future__ import annotations

from clientsmith.lower.api import Lowered, lower
from clientsmith.lower.context import Finding, PaginationRules

__all__ = ["Finding", "Lowered", "PaginationRules", "lower"]
