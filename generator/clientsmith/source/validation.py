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


def open_document(spec: Path | str, options: ReadOptions | None = None) -> Bundle:
    """Read and upgrade a document, going on after every fault.

    Args:
        spec: A path, an http(s) URL (if the options allow it), or `-` for standard input.
        options: Bounds and permissions.

    Returns:
        The document in the shape of OpenAPI 3.1; errors may be among its diagnostics, and it then has an empty object
        in place of each faulty reference.

    Raises:
        SpecError: There is nothing to work with.
    """
    try:
        bundle = read(spec, options)
    except SpecError as error:
        if not isinstance(error.bundle, Bundle):
            raise
        bundle = error.bundle
    return upgrade(bundle)


def examined(bundle: Bundle) -> tuple[Diagnostic, ...]:
    """Check an upgraded document.

    Returns:
        All errors and warnings, those of reading and upgrading included, in order of reading.
    """
    return in_reading_order([*bundle.diagnostics, *check(bundle)], bundle.files)


def validate(spec: Path | str, options: ReadOptions | None = None) -> tuple[Bundle | None, tuple[Diagnostic, ...]]:
    """Read, upgrade and check a document, going on after every fault.

    Args:
        spec: A path, an http(s) URL (if the options allow it), or `-` for standard input.
        options: Bounds and permissions.

    Returns:
        The upgraded document, or None if there is nothing to work with; and all errors and warnings, in order of
        reading.
    """
    try:
        bundle = open_document(spec, options)
    except SpecError as error:
        return None, error.diagnostics
    return bundle, examined(bundle)
