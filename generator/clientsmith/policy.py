"""Which faults of a document keep it from being generated, and which only have to be told.

`validate` takes every fault for an error. Generating can do without some of them: the fault stays where it is, and all
the rest of the document comes out as it should.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clientsmith.diagnostics import Diagnostic, Severity

TOLERABLE: Final = frozenset(
    {
        "duplicate-operation-id",
        "duplicate-parameter",
        "example-mismatch",
        "missing-field",
        "parameter-in",
        "path-braces",
        "path-parameter-unknown",
        "ref-wrong-kind",
        "wrong-kind",
    }
)
"""Codes of the errors that a package can be generated in spite of."""

LOOSE: Final = frozenset(
    {
        "discriminator-not-usable",
        "inheritance-circular",
        "keyword-not-typed",
        "loose-type",
        "parameter-unusable",
        "pattern-not-checked",
        "schema-not-typed",
        "status-unusable",
    }
)
"""Codes of the warnings that tell of something that came out more loosely than the document may mean it."""


def judge(diagnostics: tuple[Diagnostic, ...], *, lenient: bool, strict: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with the severity that they have for generating.

    Args:
        diagnostics: what was found in a document.
        lenient: take tolerable errors for warnings.
        strict: take tolerable errors, and warnings of loose typing, for errors; goes over `lenient`.
    """
    return tuple(_judged(diagnostic, lenient=lenient, strict=strict) for diagnostic in diagnostics)


def _judged(diagnostic: Diagnostic, *, lenient: bool, strict: bool) -> Diagnostic:
    if strict:
        return replace(diagnostic, severity=Severity.ERROR) if diagnostic.code in LOOSE else diagnostic
    if lenient and diagnostic.code in TOLERABLE:
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether one of the diagnostics is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
