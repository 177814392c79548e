"""Diagnostics as a list for people or programs, and their sums."""

from __future__ import annotations

import json
from collections import Counter

from clientsmith.diagnostics import Diagnostic, printable
from clientsmith.policy import is_loose


def counts(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return how many diagnostics there are of each code, the most frequent first: `3 loose-type, 1 nullable`."""
    found = Counter(diagnostic.code for diagnostic in diagnostics)
    return ", ".join(f"{number:,} {code}" for code, number in sorted(found.items(), key=lambda one: (-one[1], one[0])))


def looseness(diagnostics: tuple[Diagnostic, ...]) -> str | None:
    """Say how many places came out typed loosely and why, in one line; None if there are none."""
    loose = tuple(diagnostic for diagnostic in diagnostics if is_loose(diagnostic))
    if not loose:
        return None
    return f"typed loosely: {len(loose):,} place{'' if len(loose) == 1 else 's'} ({counts(loose)})"


def as_json(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return diagnostics as a JSON list of objects, in order of reading."""
    text = json.dumps([_entry(diagnostic) for diagnostic in diagnostics], indent=2, ensure_ascii=False) + "\n"
    # UTF-8 has no half surrogate pairs; as escapes they are JSON all the same.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _entry(diagnostic: Diagnostic) -> dict[str, str | int | bool | None]:
    position = diagnostic.position
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "loose": is_loose(diagnostic),
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
