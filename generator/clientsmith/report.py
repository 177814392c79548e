"""Diagnostics as a list for people or programs, and their sums."""

from __future__ import annotations

import json
from collections import Counter

from clientsmith.diagnostics import Diagnostic, printable


def counts(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return how many diagnostics there are of each code, the most frequent first: `3 loose-type, 1 nullable`."""
    found = Counter(diagnostic.code for diagnostic in diagnostics)
    return ", ".join(f"{number:,} {code}" for code, number in sorted(found.items(), key=lambda one: (-one[1], one[0])))


def as_json(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return diagnostics as a JSON list of objects, in order of reading."""
    return json.dumps([_entry(diagnostic) for diagnostic in diagnostics], indent=2, ensure_ascii=False) + "\n"


def _entry(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    position = diagnostic.position
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": position.file if position else None,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "pointer": position.pointer if position else None,
        "hint": diagnostic.hint,
    }


def as_text(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return diagnostics one a line, as compilers do: `openapi.yaml:12:5: warning[loose-type]: …`."""
    lines = [
        f"{diagnostic.position}: {diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
        if diagnostic.position
        else f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
        for diagnostic in diagnostics
    ]
    return "".join(f"{printable(line)}\n" for line in lines)
