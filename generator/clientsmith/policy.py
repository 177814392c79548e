"""Which faults of a document keep it from being generated, and which only have to be told.

`validate` takes every fault for an error. Generating can do without some of them: the fault stays where it is, and all
the rest of the document comes out as it should.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clientsmith.diagnostics import Diagnostic, Severity

FATAL: Final = frozenset(
    {
        # no document that can be read
        "json-syntax",
        "not-openapi",
        "openapi-version",
        "remote-failed",  # whether a server answers today must not decide what comes out
        "yaml-syntax",
        # limits of safety
        "too-deep",
        "too-large",
        "too-many-aliases",
        "too-many-files",
        # nothing would come out, or not what was asked for
        "nothing-to-generate",
        "overlay",
        "schemas-unusable",
        "selection-unused",
    }
)
"""Codes of the errors that no package is generated in spite of; any other error spoils only its own place."""

LOOSE: Final = frozenset(
    {
        "discriminator-not-usable",
        "inheritance-circular",
        "keyword-not-typed",
        "loose-type",
        "media-type-unusable",
        "parameter-unusable",
        "pattern-not-checked",
        "schema-not-typed",
        "status-unusable",
    }
)
"""Codes of the warnings that tell of something that came out more loosely than the document may mean it."""


UNKNOWN: Final = frozenset(
    {
        "empty-document",
        "file-not-found",
        "file-not-readable",
        "parameter-schema",
        "path-parameter-missing",
        "ref-circular",
        "ref-not-found",
        "ref-not-text",
        "ref-outside",
        "ref-remote",
        "ref-scheme",
        "ref-wrong-kind",
        "schema-type",
    }
)
"""Codes of faults of the document that leave nothing to type: anything is let through there."""


def is_loose(diagnostic: Diagnostic) -> bool:
    """Tell whether a diagnostic is about a place that came out typed loosely."""
    return diagnostic.code in LOOSE or diagnostic.code in UNKNOWN


def judge(diagnostics: tuple[Diagnostic, ...], *, lenient: bool, strict: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with the severity that they have for generating.

    Args:
        diagnostics: what was found in a document.
        lenient: take errors that are not fatal for warnings.
        strict: take warnings of loose typing for errors; goes over `lenient`.
    """
    return tuple(_judged(diagnostic, lenient=lenient, strict=strict) for diagnostic in diagnostics)


def _judged(diagnostic: Diagnostic, *, lenient: bool, strict: bool) -> Diagnostic:
    if strict:
        return replace(diagnostic, severity=Severity.ERROR) if diagnostic.code in LOOSE else diagnostic
    if lenient and diagnostic.code not in FATAL:
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether one of the diagnostics is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
