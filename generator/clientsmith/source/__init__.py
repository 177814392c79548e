"""From bytes to one self-contained tree in the shape of OpenAPI 3.1, with the position of everything in it."""

from __future__ import annotations

from clientsmith.source.bundle import Bundle, Origin
from clientsmith.source.checks import check
from clientsmith.source.options import ReadOptions
from clientsmith.source.reading import read
from clientsmith.source.references import ref_pointer
from clientsmith.source.upgrade import upgrade
from clientsmith.source.validation import validate

__all__ = ["Bundle", "Origin", "ReadOptions", "check", "read", "ref_pointer", "upgrade", "validate"]
