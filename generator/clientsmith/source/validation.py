"""Finds everything that is wrong with a document in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic, SpecError
from clientsmith.source.bundle import Bundle, in_reading_order
from clientsmith.source.checks import check
from clientsmith.source.reading import read
from clientsmith.source.upgrade import upgrade

if TYPE_CHECKING:
    from pathlib import Path

    from clientsmith.source.options import ReadOptions


def validate(spec: Path | str, options: ReadOptions | None = None) -> tuple[Bundle | None, tuple[Diagnostic, ...]]:
    """Read, upgrade and check a document, going on after every fault.

    Args:
        spec: A path, an http(s) URL (if the options allow it), or `-` for standard input.
        options: Bounds and permissions.

    Returns:
        The upgraded document, or None if there is nothing to work with; and all errors and warnings, in order of
        reading. If errors are among them, the document has an empty object in place of each faulty reference.
    """
    try:
        bundle = read(spec, options)
    except SpecError as error:
        if not isinstance(error.bundle, Bundle):
            return None, error.diagnostics
        bundle = error.bundle
    upgraded = upgrade(bundle)
    return upgraded, in_reading_order([*upgraded.diagnostics, *check(upgraded)], upgraded.files)
