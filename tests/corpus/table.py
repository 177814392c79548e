"""The table of what is not whole, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.documents import Document

_WIDTH = 160
_SLOW_TOLD = 10
_LEDGER_ENTRY = re.compile(r"^- `(?P<name>[^`]+)` \(check (?P<check>\d)\)", re.MULTILINE)


def ledger(path: Path) -> set[tuple[str, str]]:
    """Return the known gaps: name of a document and number of a check."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {(match["name"], match["check"]) for match in _LEDGER_ENTRY.finditer(text)}


def lines(known: dict[Document, dict[str, Any]], checks: list[str], gaps: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the table: gaps by check, what is slow, and the sums."""
    for check in checks:
        for document, result in known.items():
            problems = result["checks"].get(check, {}).get("problems", [])
            is_known = " (known)" if (document.name, check) in gaps else ""
            for index, problem in enumerate(problems[:3]):
                label = f"{check} {document.name}{is_known}" if index == 0 else ""
                yield f"{label:<42} {problem[:_WIDTH]}"
            if len(problems) > 3:
                yield f"{'':<42} … {len(problems)} in all"
    slow = [(one.name, one_known["figures"]) for one, one_known in known.items() if _is_slow(one_known["figures"])]
    for name, figures in sorted(slow, key=lambda entry: -entry[1]["seconds"])[:_SLOW_TOLD]:
        yield f"slow {name}: {figures['seconds']} s for {figures['bytes']:,} bytes ({figures['allowed']} s allowed)"
    for check in checks:
        made = [result["checks"][check] for result in known.values() if check in result["checks"]]
        whole = sum(not entry["problems"] for entry in made)
        if made:
            yield f"check {check}: {whole} of {len(made)} documents whole ({100 * whole / len(made):.1f} %)"
    yield f"{_sum(known, 'operations'):,} operations"
    if "4" in checks and (calls := _sum(known, "calls")):
        whole, undefined = _sum(known, "calls_whole"), _sum(known, "calls_undefined")
        yield f"check 4: {whole:,} of {calls:,} operations whole ({100 * whole / calls:.2f} %)"
        yield f"check 4: {undefined:,} operations with a part that OpenAPI does not define, which was not called"


def _sum(known: dict[Document, dict[str, Any]], figure: str) -> int:
    return sum(result["figures"].get(figure, 0) for result in known.values())


def _is_slow(figures: dict[str, Any]) -> bool:
    return figures.get("seconds", 0) > figures.get("allowed", float("inf"))


def unexpected(known: dict[Document, dict[str, Any]], checks: list[str], gaps: set[tuple[str, str]]) -> list[str]:
    """Return what the ledger does not know: new gaps, and gaps that have closed."""
    found: list[str] = []
    for document, result in known.items():
        for check in checks:
            entry = result["checks"].get(check)
            listed = (document.name, check) in gaps
            if entry and bool(entry["problems"]) != listed:
                told = "is listed in the ledger and whole" if listed else "is not whole and not in the ledger"
                found.append(f"{document.name}, check {check}: {told}")
    return found
