"""From bytes to one self-contained tree in the shape of OpenAPI 3.1, with the position of everything in it."""

from __future__ import annotations

from clientsmith.source.bundle import Bundle, Origin
from clientsmith.source.checks import check
from clientsmith.source.loader import shown_url
from clientsmith.source.openapi3 import METHODS
from clientsmith.source.options import ReadOptions
from clientsmith.source.reachable import without_unreachable
from clientsmith.source.reading import read
from clientsmith.source.references import ref_pointer
from clientsmith.source.upgrade import upgrade
from clientsmith.source.validation import examined, open_document, validate

__all__ = [
    "METHODS",
    "Bundle",
    "Origin",
    "ReadOptions",
    "check",
    "examined",
    "open_document",
    "read",
    "ref_pointer",
    "shown_url",
    "upgrade",
    "validate",
    "without_unreachable",
]
