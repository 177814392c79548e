"""JSON text → plain tree, with positions computed only when something asks for them."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any

from clientsmith.positions import pointer_join
from clientsmith.source.text import JSON_LINE_BREAK, Fault, Parsed, encodable, place_of, place_too_deep
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clientsmith.source.text import Locate

_BLANK = re.compile(r"[ \t\r\n]*")
_HUGE_EXPONENT = re.compile(r"[0-9][eE]\+?[0-9]{3}")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_TRAILING_COMMA = re.compile(r",[ \t\r\n]*[}\]]")
_HINTS = {
    "Expecting property name enclosed in double quotes": "Write keys in double quotes.",
    "Expecting ',' delimiter": "Put a comma between two members, or close the object or list.",
    "Expecting ':' delimiter": "Put a colon between key and value.",
    "Expecting value": "Write an object, a list, a string in double quotes, a number, true, false or null.",
    "Invalid control character at": "Write a line break inside a string as \\n and a tab as \\t.",
    "Extra data": "Keep only one value in the file.",
    "Unterminated string starting at": "Close the string with a double quote.",
}


def read_json(text: str, max_depth: int) -> Parsed:
    """Read JSON (RFC 8259) strictly: no key twice in an object, no NaN or Infinity, no half surrogate pairs.

    Args:
        text: The document without byte order mark.
        max_depth: How deep objects and lists may be nested.

    Returns:
        The tree, what is wrong with it, and a way to find positions in it.
    """
    scanner = _Scanner(text)
    doubled = False
    constants = False

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        made = dict(members)
        if len(made) != len(members):
            doubled = True
        return made

    def constant(name: str) -> float:
        nonlocal constants
        constants = True
        return float(name)

    try:
        tree: Any = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except JSONDecodeError as error:
        return Parsed(None, (_syntax(text, error),), scanner.locate, JSON_LINE_BREAK)
    except RecursionError:
        return Parsed(None, (_depth(max_depth),), scanner.locate, JSON_LINE_BREAK)
    except ValueError:  # more digits than Python turns into an int
        return Parsed(None, (_long_number(text),), scanner.locate, JSON_LINE_BREAK)
    deep = place_too_deep(tree, max_depth)
    if deep is not None:
        return Parsed(None, (_depth(max_depth, deep, scanner.locate(deep)),), scanner.locate, JSON_LINE_BREAK)
    faults: list[Fault] = []
    if doubled:
        faults.extend(scanner.duplicates())
    if constants or _HUGE_EXPONENT.search(text) or _SURROGATE_ESCAPE.search(text):
        faults.extend(unfit_values(tree, scanner.locate))
    return Parsed(tree, tuple(faults), scanner.locate, JSON_LINE_BREAK)


def unfit_values(tree: Any, locate: Locate) -> Iterator[Fault]:
    """Find numbers and strings that JSON or UTF-8 cannot carry, and put a replacement in their place.

    Args:
        tree: The document; it is changed in place.
        locate: Gives line and column for reference tokens.

    Yields:
        A fault for each infinite number, each NaN and each string with half a surrogate pair.
    """
    pending: list[tuple[tuple[str, ...], Any]] = [((), tree)]
    while pending:
        path, node = pending.pop()
        members: Iterable[tuple[Any, Any]] = ()
        holder: Any = node
        if is_object(node):
            for key in [key for key in node if not encodable(key)]:
                del node[key]
                message = "This key has half of a surrogate pair, which is no character."
                yield _unfit((*path, key), locate, "not-text", message)
            members = list(node.items())
        elif is_array(node):
            members = enumerate(list(node))
        for key, child in members:
            here = (*path, str(key))
            if isinstance(child, float) and child - child != 0:
                holder[key] = None
                yield _unfit(here, locate, "not-a-number", f"{child} is not a number that JSON has.")
            elif isinstance(child, str) and not encodable(child):
                holder[key] = child.encode("utf-8", "replace").decode("utf-8")
                message = "This string has half of a surrogate pair, which is no character."
                yield _unfit(here, locate, "not-text", message)
            else:
                pending.append((here, child))


def _unfit(path: tuple[str, ...], locate: Locate, code: str, message: str) -> Fault:
    line, column = locate(path)
    pointer = pointer_join("", *path)
    return Fault(code=code, message=message, line=line, column=column, pointer=pointer)


def _syntax(text: str, error: JSONDecodeError) -> Fault:
    comma = _trailing_comma(text, error.pos)
    hint: str | None
    if comma is not None:
        place, message, hint = comma, "A comma stands before the end of an object or list.", "Remove the comma."
    elif error.pos >= len(text.rstrip()):
        place, message = error.pos, "The file ends before its JSON value is complete."
        hint = "Close every string, list and object."
    else:
        place, message = error.pos, f"This is not valid JSON: {error.msg.removesuffix(' at')}."
        hint = _HINTS.get(error.msg)
    line, column = place_of(text, place)
    return Fault(code="json-syntax", message=message, line=line, column=column, hint=hint)


def _trailing_comma(text: str, offset: int) -> int | None:
    """Find the comma behind a complaint about a closing bracket; versions of Python complain at either of the two."""
    comma = offset if text[offset : offset + 1] == "," else len(text[:offset].rstrip(" \t\r\n")) - 1
    return comma if comma >= 0 and _TRAILING_COMMA.match(text, comma) else None


def _depth(max_depth: int, path: tuple[str, ...] = (), place: tuple[int, int] = (1, 1)) -> Fault:
    return Fault(
        code="too-deep",
        message=f"Objects and lists are nested deeper than {max_depth} levels.",
        line=place[0],
        column=place[1],
        pointer=pointer_join("", *path),
        hint="Move inner parts to components and refer to them.",
    )


def _long_number(text: str) -> Fault:
    found = re.search(r"[0-9]{4000,}", text)
    line, column = place_of(text, found.start() if found else 0)
    return Fault(code="not-a-number", message="This number has too many digits.", line=line, column=column)


@dataclass(slots=True, eq=False)
class _Scanner:
    """Finds where values stand in JSON text.

    It goes down from the top and skips what is not on the way with the C decoder; the members of each container that
    it has been through are remembered.
    """

    text: str
    decoder: JSONDecoder = field(default_factory=JSONDecoder)
    members: dict[int, list[tuple[str, int, int]]] = field(default_factory=dict[int, "list[tuple[str, int, int]]"])
    by_key: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict[int, "dict[str, tuple[int, int]]"])
    line_starts: list[int] = field(default_factory=list[int])

    def locate(self, tokens: tuple[str, ...]) -> tuple[int, int]:
        """Find line and column of the value under reference tokens: of its key for an object or list, else its own."""
        shown = offset = self._blank(0)
        try:
            for token in tokens:
                if self.text[offset] not in "{[":
                    break
                found = self._index(offset).get(token)
                if found is None:
                    break
                key_offset, offset = found
                shown = key_offset if self.text[offset] in "{[" else offset
        except (ValueError, IndexError, RecursionError):
            pass  # the text is not JSON from here on: the place reached so far has to do
        return self._place(shown)

    def duplicates(self) -> Iterator[Fault]:
        """Find every key that an object has twice."""
        pending: list[tuple[tuple[str, ...], int]] = [((), self._blank(0))]
        while pending:
            path, offset = pending.pop()
            seen: dict[str, int] = {}
            for key, key_offset, value_offset in self._members(offset):
                here = (*path, key)
                if key in seen:
                    first_line, first_column = self._place(seen[key])
                    line, column = self._place(key_offset)
                    yield Fault(
                        code="duplicate-key",
                        message=f"The key '{key}' stands twice in the same object.",
                        line=line,
                        column=column,
                        pointer=pointer_join("", *here),
                        hint="Remove or rename one of the two.",
                        related=(("first written here", first_line, first_column),),
                    )
                seen.setdefault(key, key_offset)
                if self.text[value_offset] in "{[":
                    pending.append((here, value_offset))

    def _index(self, offset: int) -> dict[str, tuple[int, int]]:
        index = self.by_key.get(offset)
        if index is None:
            index = self.by_key[offset] = {key: (at, value) for key, at, value in self._members(offset)}
        return index

    def _members(self, offset: int) -> list[tuple[str, int, int]]:
        """List key, offset of the key and offset of the value for all members of the container at an offset."""
        known = self.members.get(offset)
        if known is None:
            known = self.members[offset] = list(self._scan(offset))
        return known

    def _scan(self, offset: int) -> Iterator[tuple[str, int, int]]:
        text, decode = self.text, self.decoder.raw_decode
        is_map = text[offset] == "{"
        at = self._blank(offset + 1)
        index = 0
        while text[at] not in "}]":
            key_at = at
            key = str(index)
            if is_map:
                key, at = decode(text, at)
                at = self._blank(self._blank(at) + 1)
            yield key, key_at, at
            at = self._blank(decode(text, at)[1])
            if text[at] == ",":
                at = self._blank(at + 1)
            index += 1

    def _blank(self, offset: int) -> int:
        found = _BLANK.match(self.text, offset)
        return found.end() if found else offset

    def _place(self, offset: int) -> tuple[int, int]:
        if not self.line_starts:
            self.line_starts = [0, *(found.end() for found in JSON_LINE_BREAK.finditer(self.text))]
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1
