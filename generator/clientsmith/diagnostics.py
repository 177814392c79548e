"""Faults and warnings: what is wrong, where it was written, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clientsmith.positions import Position

_LINES_AROUND = 2
_LONGEST_LINE = 120
_LONGEST_MESSAGE = 600


class Severity(Enum):
    """How bad a diagnostic is: an error makes the document unfit as it stands; a note (info) is not even a fault."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The lines around a position, as they were when the diagnostic was made.

    Attributes:
        position: The place that the excerpt shows.
        lines: Line numbers, counted from 1, with the text of each line.
    """

    position: Position
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to tell the author of a document.

    Attributes:
        code: A stable name for this kind of problem, such as `ref-not-found`.
        severity: Error or warning.
        message: One sentence.
        position: Where the problem stands, or None if it has no place in a file.
        related: Other places that belong to it, each with a few words: `("first written here", position)`.
        hint: What to do about it.
        excerpt: The lines around the position and around each related place, in that order.
    """

    code: str
    severity: Severity
    message: str
    position: Position | None
    related: tuple[tuple[str, Position], ...] = ()
    hint: str | None = None
    excerpt: tuple[Excerpt, ...] = ()

    def __str__(self) -> str:
        return render(self)


class SpecError(Exception):
    """The document cannot be used as it stands.

    Attributes:
        diagnostics: Everything that was found, in order of reading; at least one is an error.
        bundle: What could be read in spite of the faults (a `clientsmith.source.Bundle`), or None if nothing could.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], bundle: Any = None) -> None:
        """Keep the diagnostics.

        Args:
            diagnostics: Everything that was found.
            bundle: What could be read in spite of the faults.
        """
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        self.bundle: Any = bundle
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n\n".join(render(diagnostic) for diagnostic in self.diagnostics)


def excerpt_of(lines: list[str], position: Position) -> Excerpt:
    """Cut the lines around a position out of a file.

    Args:
        lines: All lines of the file, without line ends.
        position: The place to show.

    Returns:
        The line itself and up to two lines before and after it; of very long lines only the part that matters.
    """
    first = max(1, position.line - _LINES_AROUND)
    last = min(len(lines), position.line + _LINES_AROUND)
    start = _window_start(position.column)
    shown = [(number, lines[number - 1][start : start + _LONGEST_LINE]) for number in range(first, last + 1)]
    while shown and shown[-1][0] > position.line and not shown[-1][1].strip():
        shown.pop()
    while shown and shown[0][0] < position.line and not shown[0][1].strip():
        shown.pop(0)
    return Excerpt(position, tuple(shown))


def render(diagnostic: Diagnostic) -> str:
    """Print a diagnostic as plain text, the way compilers do.

    Args:
        diagnostic: The diagnostic.

    Returns:
        Several lines without a final line end: place, severity, code and message; the JSON pointer; the lines around
        the place with an arrow under the column; every related place likewise; the hint. Control characters from the
        document are replaced, so that the text is safe to print on a terminal.
    """
    place = f"{printable(str(diagnostic.position))}: " if diagnostic.position else ""
    message = printable(diagnostic.message)
    if len(message) > _LONGEST_MESSAGE:
        message = message[: _LONGEST_MESSAGE - 1] + "…"
    parts = [f"{place}{diagnostic.severity.value}[{diagnostic.code}]: {message}"]
    excerpts = {excerpt.position: excerpt for excerpt in diagnostic.excerpt}
    if diagnostic.position:
        parts.append(f"  at #{printable(diagnostic.position.pointer)}")
        parts.extend(_render_excerpt(excerpts.get(diagnostic.position)))
    for label, position in diagnostic.related:
        parts.append(f"  {printable(label)}: {printable(str(position))}")
        parts.extend(_render_excerpt(excerpts.get(position)))
    if diagnostic.hint:
        parts.append(f"  hint: {printable(diagnostic.hint)}")
    return "\n".join(parts)


def printable(text: str) -> str:
    """Replace everything that a terminal might take as a command.

    Args:
        text: Text that may come from a document.

    Returns:
        The text with each control, format or surrogate character, and each line break, replaced by a visible sign.
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char in "\t\r\n" else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _window_start(column: int) -> int:
    return 0 if column <= _LONGEST_LINE - 20 else column - _LONGEST_LINE // 2


def _render_excerpt(excerpt: Excerpt | None) -> list[str]:
    if excerpt is None or not excerpt.lines:
        return []
    width = len(str(excerpt.lines[-1][0]))
    rendered: list[str] = []
    for number, text in excerpt.lines:
        arrow = ">" if number == excerpt.position.line else " "
        rendered.append(f"  {arrow} {number:>{width}} | {printable(text)}".rstrip())
        if number == excerpt.position.line:
            indent = " " * (excerpt.position.column - 1 - _window_start(excerpt.position.column))
            rendered.append(f"    {'':>{width}} | {indent}^")
    return rendered
