"""The document as one tree, with the origin of every part of it."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clientsmith.positions import Position
    from clientsmith.source.document import Document

_WITHOUT_SHARING = 2  # the last format of marshal that writes a shared container as often as it occurs


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of a tree was written: a file, and a JSON pointer into it."""

    document: Document
    pointer: str

    @property
    def position(self) -> Position:
        """The position in the file."""
        return self.document.position(self.pointer)


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A document in one tree; every `$ref` in it is internal.

    Attributes:
        tree: Plain dicts, lists and scalars; no container occurs in two places.
        diagnostics: Warnings and errors found so far.
        sha256: A digest over all files read, the same wherever they are stored.
        files: The files, in order of reading; the root document comes first.
        openapi: The version as the document gives it, such as `3.1.0` or `2.0`.
        broken: Pointers where a reference could not be followed, or where a value was of the wrong kind; something
            empty stands there.
        origins: Where parts of the tree were written, by the pointer of the topmost node of each part.
    """

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    files: tuple[str, ...]
    openapi: str
    broken: frozenset[str] = frozenset()
    origins: Mapping[str, Origin] = field(default_factory=dict[str, Origin], repr=False)

    def origin(self, pointer: str) -> Origin:
        """Find the file and the pointer into it for a pointer into the tree.

        Args:
            pointer: A JSON pointer into the tree; it need not lead to a value.

        Returns:
            The origin of the node, by that of the nearest node above it whose origin is known.
        """
        top = pointer
        while top not in self.origins:
            top = top.rpartition("/")[0]
        found = self.origins[top]
        return Origin(found.document, found.pointer + pointer[len(top) :])

    def position(self, pointer: str) -> Position:
        """Find where a node of the tree was written.

        Args:
            pointer: A JSON pointer into the tree.

        Returns:
            The place of a scalar itself, or of the key of an object or list; of the nearest node above it if the node
            itself was not written by anybody.
        """
        return self.origin(pointer).position

    def diagnose(  # noqa: PLR0917 (the order in which one says it)
        self,
        code: str,
        severity: Severity,
        message: str,
        pointer: str,
        hint: str | None = None,
        related: Iterable[tuple[str, str]] = (),
    ) -> Diagnostic:
        """Make a diagnostic about a node of the tree.

        Args:
            code: The code of the diagnostic.
            severity: Error or warning.
            message: One sentence.
            pointer: The JSON pointer of the node.
            hint: What to do about it.
            related: Other nodes that belong to it: a few words and a pointer into the tree each.

        Returns:
            The diagnostic with positions and the lines around them.
        """
        places = [("", self.origin(pointer)), *((label, self.origin(other)) for label, other in related)]
        return diagnose(code, severity, message, places, hint)


def diagnose(
    code: str,
    severity: Severity,
    message: str,
    places: Iterable[tuple[str, Origin]],
    hint: str | None = None,
) -> Diagnostic:
    """Make a diagnostic about places in files.

    Args:
        code: The code of the diagnostic.
        severity: Error or warning.
        message: One sentence.
        places: The place of the problem (its words are not used), then related places with a few words each.
        hint: What to do about it.

    Returns:
        The diagnostic with positions and the lines around them.
    """
    located = [(label, origin.position, origin.document) for label, origin in places]
    return Diagnostic(
        code=code,
        severity=severity,
        message=message,
        position=located[0][1] if located else None,
        related=tuple((label, position) for label, position, _ in located[1:]),
        hint=hint,
        excerpt=tuple(document.excerpt(position) for _, position, document in located),
    )


def in_reading_order(diagnostics: Iterable[Diagnostic], files: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Sort diagnostics by file in order of reading, then by line and column."""
    order = {name: index for index, name in enumerate(files)}

    def key(diagnostic: Diagnostic) -> tuple[int, int, int, str, str]:
        position = diagnostic.position
        if position is None:
            return (-1, 0, 0, diagnostic.code, diagnostic.message)
        return (order.get(position.file, -1), position.line, position.column, diagnostic.code, diagnostic.message)

    return tuple(sorted(diagnostics, key=key))


def copy_tree(tree: Any) -> Any:
    """Copy a plain tree; containers that occur more than once in it are copied as often."""
    return marshal.loads(marshal.dumps(tree, _WITHOUT_SHARING))  # noqa: S302 (these are our own bytes)
