"""One file of a document: its tree, and where each value of the tree stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from clientsmith.diagnostics import Diagnostic, Excerpt, Severity, excerpt_of
from clientsmith.positions import Position, pointer_tokens
from clientsmith.source.json_reader import read_json
from clientsmith.source.text import Fault, Parsed, decode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clientsmith.source.options import ReadOptions


@dataclass(slots=True, eq=False)
class Document:
    """A file that has been read.

    Attributes:
        url: The absolute URL of the file, without fragment: what relative references are relative to.
        name: The file as the user knows it.
        data: The bytes of the file.
        text: The decoded text.
        parsed: The tree and how to find positions in it.
        grafts: Where parts of the tree come from that overlays brought or moved, by the pointer of their topmost node:
            a file, and a pointer into it.
    """

    url: str
    name: str
    data: bytes
    text: str
    parsed: Parsed
    grafts: dict[str, tuple[Document, str]] = field(default_factory=dict[str, "tuple[Document, str]"], repr=False)
    _lines: list[str] | None = field(default=None, repr=False)

    @property
    def tree(self) -> Any:
        """The value of the file."""
        return self.parsed.tree

    def position(self, pointer: str) -> Position:
        """Find where a value was written.

        Args:
            pointer: A JSON pointer into this file.

        Returns:
            The place of a scalar itself, or of the key of an object or list; of the deepest ancestor that was written
            if the pointer leads to nothing.
        """
        top = pointer
        while self.grafts and top and top not in self.grafts:
            top = top.rpartition("/")[0]
        if top in self.grafts:
            document, own = self.grafts[top]
            return document.position(own + pointer[len(top) :])
        line, column = self.parsed.locate(pointer_tokens(pointer))
        return Position(self.name, line, column, pointer)

    def excerpt(self, position: Position) -> Excerpt:
        """Cut out the lines around a position in this file, or in one that it has parts of."""
        if position.file != self.name:
            for document, _ in self.grafts.values():
                if document.name == position.file:
                    return document.excerpt(position)
        if self._lines is None:
            self._lines = self.parsed.line_break.split(self.text)
        return excerpt_of(self._lines, position)

    def diagnostics(self) -> Iterable[Diagnostic]:
        """Give what is wrong with the file as such."""
        return [self.diagnostic(fault) for fault in self.parsed.faults]

    def diagnostic(self, fault: Fault) -> Diagnostic:
        """Turn a fault in this file into a diagnostic."""
        position = Position(self.name, fault.line, fault.column, fault.pointer)
        related = tuple(
            (label, Position(self.name, line, column, fault.pointer)) for label, line, column in fault.related
        )
        return Diagnostic(
            code=fault.code,
            severity=fault.severity,
            message=fault.message,
            position=position,
            related=related,
            hint=fault.hint,
            excerpt=tuple(self.excerpt(place) for place in (position, *(place for _, place in related))),
        )

    @property
    def broken(self) -> bool:
        """Whether the file has errors."""
        return any(fault.severity is Severity.ERROR for fault in self.parsed.faults)


def parse_document(url: str, name: str, data: bytes, options: ReadOptions) -> Document:
    """Read the bytes of a file as JSON or YAML.

    A file called `.json` that starts like JSON is read as JSON. Any other file that starts like JSON is tried as JSON
    first, which is much faster, and then as YAML.

    Args:
        url: The absolute URL of the file.
        name: The file as the user knows it.
        data: Its bytes.
        options: Bounds.

    Returns:
        The document; faults are in `parsed.faults`.
    """
    text, fault = decode(data)
    parsed = _parse(text, url, options)
    if fault is not None:
        parsed = Parsed(parsed.tree, (fault,), parsed.locate, parsed.line_break)
    elif parsed.tree is None and not parsed.faults:
        empty = Fault(code="empty-document", message="The file is empty.", line=1, column=1)
        parsed = Parsed(None, (empty,), parsed.locate, parsed.line_break)
    return Document(url, name, data, text, parsed)


def _parse(text: str, url: str, options: ReadOptions) -> Parsed:
    if text.lstrip(" \t\r\n")[:1] in ("{", "["):
        parsed = read_json(text, options.max_depth)
        if urlsplit(url).path.endswith(".json") or all(fault.code != "json-syntax" for fault in parsed.faults):
            return parsed
    from clientsmith.source.yaml_reader import read_yaml  # noqa: PLC0415 (a JSON document needs no YAML parser)

    return read_yaml(text, options.max_depth, options.max_alias_nodes)
