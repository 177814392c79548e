"""Checks a document against the conventions and prints what breaks them, in order of file and line."""

from __future__ import annotations

import sys
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, render

from .rules import RULES
from .sources import Sources, open_sources


def lint(sources: Sources) -> list[Diagnostic]:
    """Return the document's faults and all that the rules find.

    Args:
        sources: The document.

    Returns:
        The findings, in order of file, line and column.
    """
    found = [*sources.faults, *(finding for rule in RULES.values() for finding in rule(sources))]
    return sorted(
        found, key=lambda diagnostic: (diagnostic.position is not None, diagnostic.position, diagnostic.message)
    )


def main(root: Path) -> int:
    """Print the findings about a document and return the exit code: 1 where there are any."""
    sources = open_sources(root)
    found = lint(sources)
    for diagnostic in found:
        sys.stdout.write(f"{render(diagnostic)}\n\n")
    count = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    sys.stderr.write(f"{root}: {len(sources.documents)} files, {len(RULES)} rules, {count}\n")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
