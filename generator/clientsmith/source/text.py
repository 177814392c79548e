"""From bytes to text, and what every reader hands on."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from clientsmith.diagnostics import Severity
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable

Locate: TypeAlias = "Callable[[tuple[str, ...]], tuple[int, int]]"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

JSON_LINE_BREAK = re.compile(r"\r\n|[\r\n]")
YAML_LINE_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")  # YAML 1.1 §4.2, which PyYAML's parsers count by


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong in one file; it becomes a diagnostic once the name of the file is known.

    Attributes:
        code: The code of the diagnostic.
        message: One sentence.
        line: The line, counted from 1.
        column: The column, counted from 1.
        pointer: The JSON pointer of the value, as far as it is known.
        hint: What to do about it.
        severity: Error or warning.
        related: Other places in the same file, each as a few words, line, column.
    """

    code: str
    message: str
    line: int
    column: int
    pointer: str = ""
    hint: str | None = None
    severity: Severity = Severity.ERROR
    related: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file as plain dicts, lists and scalars.

    Attributes:
        tree: The value; None if nothing could be read.
        faults: What is wrong with the file.
        locate: Gives line and column of the value under a sequence of reference tokens, or of the deepest ancestor
            that was written if there is none.
        line_break: What ends a line in this format.
    """

    tree: Any
    faults: tuple[Fault, ...]
    locate: Locate
    line_break: re.Pattern[str]


def place_of(text: str, offset: int, line_break: re.Pattern[str] = JSON_LINE_BREAK) -> tuple[int, int]:
    """Compute line and column, both counted from 1, of an offset in a text."""
    line, last = 1, 0
    for found in line_break.finditer(text, 0, offset):
        line += 1
        last = found.end()
    return line, offset - last + 1


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Decode the bytes of a document.

    UTF-8 is expected; a byte order mark, or the zero bytes of an ASCII first character (YAML 1.2 §5.2, RFC 4627 §3),
    tell UTF-16 and UTF-32.

    Args:
        data: The bytes of the file.

    Returns:
        The text, and a fault if the bytes are not text; the text then has replacement characters.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None) or _by_zeros(data[:4])
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        line, column = place_of(text, len(data[: error.start].decode(encoding, "replace")))
        name = encoding.removesuffix("-sig").upper()
        fault = Fault(
            code="not-text",
            message=f"The file is not valid {name} text: byte {data[error.start]:#04x} cannot be decoded here.",
            line=line,
            column=column,
            hint="Save the file as UTF-8.",
        )
        return text, fault


def _by_zeros(head: bytes) -> str:
    if len(head) >= 2 and 0 in head:
        if len(head) == 4 and head[:3] == b"\0\0\0" and head[3]:
            return "utf-32-be"
        if len(head) == 4 and head[1:] == b"\0\0\0":
            return "utf-32-le"
        if head[0] == 0 and head[1]:
            return "utf-16-be"
        if head[0] and head[1] == 0:
            return "utf-16-le"
    return "utf-8"


def encodable(text: str) -> bool:
    """Tell whether text has no half of a surrogate pair, so that UTF-8 can carry it."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def place_too_deep(tree: Any, max_depth: int) -> tuple[str, ...] | None:
    """Return the reference tokens of the first object or list that is nested deeper than a bound, if there is one."""
    if not _too_deep(tree, max_depth):
        return None
    pending: list[tuple[tuple[str, ...], Any]] = [((), tree)]
    while pending:
        path, node = pending.pop()
        if len(path) > max_depth:
            return path
        members: list[tuple[Any, Any]] = []
        if is_object(node):
            members = list(node.items())
        elif is_array(node):
            members = list(enumerate(node))
        pending.extend(((*path, str(key)), child) for key, child in reversed(members) if type(child) in (dict, list))
    return None


def _too_deep(tree: Any, max_depth: int) -> bool:
    """Tell whether objects and lists in a tree are nested deeper than a bound."""
    level: list[Any] = [tree]
    for _ in range(max_depth + 1):
        level = [
            child
            for node in level
            for child in (node.values() if is_object(node) else node if is_array(node) else ())
            if type(child) in (dict, list)
        ]
        if not level:
            return False
    return True
