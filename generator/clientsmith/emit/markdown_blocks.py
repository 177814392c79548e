"""Reads the block structure of an author's Markdown: as much of CommonMark §4 and §5 as descriptions use."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

_FENCE: Final = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_ITEM: Final = re.compile(r"^(?P<indent> *)(?P<marker>[-*+•]|\d{1,9}[.)]) +(?P<text>\S.*)$")
_HEADING: Final = re.compile(r"^ {0,3}#{1,6} +(?P<text>.*?)(?: +#+)?$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(?:=+|-+)$")
_BREAK: Final = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_QUOTE: Final = re.compile(r"^ {0,3}(?:> ?)+")
_DELIMITERS: Final = re.compile(r"^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
_DEEPEST: Final = 6
_CODE_INDENT: Final = 4


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of text.

    Attributes:
        kind: what it is.
        indent: columns that it is indented by when it is written, because it stands in a list.
        text: its text on one line; empty for code and tables.
        marker: of a list item: `-`, or a number with a full stop.
        lines: of code.
        rows: of a table, all with as many cells as the first.
    """

    kind: Kind
    indent: int = 0
    text: str = ""
    marker: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def read_blocks(lines: list[str]) -> list[Block]:
    """Split the lines of a text into blocks.

    Args:
        lines: lines without control characters and trailing spaces.
    """
    reader = _Reader(textwrap.dedent("\n".join(lines)).split("\n"))
    while reader.position < len(reader.lines):
        reader.step()
    return reader.blocks


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.position = 0
        self.blocks: list[Block] = []
        # Per open list item: the column of its marker, and the column that its text is written at.
        self.items: list[tuple[int, int]] = []
        self.open = False

    def step(self) -> None:
        line = self.lines[self.position]
        if not line.strip():
            self.open = False
            self.position += 1
        elif (fence := _FENCE.match(line)) is not None:
            self._fenced(fence)
        elif self._is_indented_code(line):
            self._indented()
        elif self._is_table(line):
            self._table()
        else:
            self._text(_QUOTE.sub("", line))
            self.position += 1

    def _text(self, line: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        continues = self.open and last is not None
        if continues and last is not None and last.kind is Kind.PARAGRAPH and _UNDERLINE.match(line):
            self.blocks[-1] = replace(last, kind=Kind.HEADING)
            self.open = False
        elif _BREAK.match(line) or not line.strip():
            self.open = False
        elif (heading := _HEADING.match(line)) is not None:
            self.items.clear()
            self.open = False
            if heading["text"].strip():
                self.blocks.append(Block(kind=Kind.HEADING, text=heading["text"].strip()))
        elif (item := _ITEM.match(line)) is not None:
            self._item(item)
        elif continues and last is not None:
            self.blocks[-1] = replace(last, text=f"{last.text} {line.strip()}")
        else:
            indent = self._content_indent(line)
            self.blocks.append(Block(kind=Kind.PARAGRAPH, indent=indent, text=line.strip()))
            self.open = True

    def _item(self, item: re.Match[str]) -> None:
        column = len(item["indent"])
        while self.items and self.items[-1][0] >= column:
            self.items.pop()
        del self.items[_DEEPEST:]
        indent = self.items[-1][1] if self.items else 0
        marker = f"{item['marker'][:-1]}." if item["marker"][0].isdigit() else "-"
        self.items.append((column, indent + len(marker) + 1))
        self.blocks.append(Block(kind=Kind.ITEM, indent=indent, marker=marker, text=item["text"].strip()))
        self.open = True

    def _content_indent(self, line: str) -> int:
        """Close the list items that a line does not belong to, and return the column of the innermost that is left."""
        column = len(line) - len(line.lstrip())
        while self.items and self.items[-1][0] >= column:
            self.items.pop()
        return self.items[-1][1] if self.items else 0

    def _fenced(self, fence: re.Match[str]) -> None:
        indent = self._content_indent(self.lines[self.position])
        closing = re.compile(rf"^ *{re.escape(fence['fence'][0])}{{{len(fence['fence'])},}} *$")
        self.position += 1
        found: list[str] = []
        while self.position < len(self.lines) and not closing.match(self.lines[self.position]):
            found.append(_cut(self.lines[self.position], len(fence["indent"])))
            self.position += 1
        self.position += 1
        self._code(found, indent)

    def _is_indented_code(self, line: str) -> bool:
        return not self.items and not self.open and line.startswith(" " * _CODE_INDENT) and not _ITEM.match(line)

    def _indented(self) -> None:
        found: list[str] = []
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if line and not line.startswith(" " * _CODE_INDENT):
                break
            found.append(line[_CODE_INDENT:])
            self.position += 1
        self._code(found, 0)

    def _code(self, lines: list[str], indent: int) -> None:
        self.open = False
        while lines and not lines[-1].strip():
            lines.pop()
        while lines and not lines[0].strip():
            lines.pop(0)
        if lines:
            self.blocks.append(Block(kind=Kind.CODE, indent=indent, lines=tuple(lines)))

    def _is_table(self, line: str) -> bool:
        below = self.lines[self.position + 1] if self.position + 1 < len(self.lines) else ""
        if "|" not in line or not _DELIMITERS.match(below):
            return False
        head = _cells(line)
        return any(head) and len(head) == len(_cells(below))

    def _table(self) -> None:
        indent = self._content_indent(self.lines[self.position])
        head = _cells(self.lines[self.position])
        self.position += 2
        rows = [head]
        while self.position < len(self.lines) and "|" in self.lines[self.position]:
            row = _cells(self.lines[self.position])[: len(head)]
            rows.append((*row, *[""] * (len(head) - len(row))))
            self.position += 1
        self.open = False
        self.blocks.append(Block(kind=Kind.TABLE, indent=indent, rows=tuple(rows)))


def _cut(line: str, columns: int) -> str:
    return line[min(columns, len(line) - len(line.lstrip())) :]


def _cells(line: str) -> tuple[str, ...]:
    """Split a row at the bars that no backslash escapes, and take these backslashes away (GFM §4.10)."""
    parts: list[str] = []
    current = ""
    escaped = False
    for character in line.strip():
        if character == "|" and not escaped:
            parts.append(current)
            current = ""
        else:
            current = current[:-1] + character if character == "|" else current + character
        escaped = character == "\\"
    parts.append(current)
    if not parts[0].strip():
        parts.pop(0)
    if parts and not parts[-1].strip():
        parts.pop()
    return tuple(part.strip() for part in parts) or ("",)
