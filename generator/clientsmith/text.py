"""Text that comes from a spec, and the only ways in which it may reach generated files.

A description, a title or an example is written by somebody we do not know. `SpecText` carries it through the
intermediate representation and refuses to become a `str` by accident; each function below quotes it for one context.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

from clientsmith.prose import refill, wrap_lines

DOCSTRING_WIDTH: Final = 116
"""Columns of a line of a generated docstring, indentation included."""


class SpecText:
    """A piece of text as a spec has it; truth value tells whether it says anything.

    `str()` and f-strings raise: use the quoting function of the context that the text goes to.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: str = "") -> None:
        """Wrap `raw`, text of a spec."""
        self._raw = raw

    def __str__(self) -> str:
        """Refuse: text of a spec has to be quoted for the place that it goes to."""
        message = "text of a spec must go through a quoting function of clientsmith.text"
        raise TypeError(message)

    def __format__(self, format_spec: str) -> str:
        """Refuse, as `__str__` does."""
        return str(self)

    def __repr__(self) -> str:
        """Show the text as an ASCII string literal."""
        return f"SpecText({self._raw!a})"

    def __bool__(self) -> bool:
        """Tell whether there is anything but white space and what no file may carry."""
        return bool(self._raw.strip() if self._raw.isprintable() else _UNSAFE.sub("", self._raw).strip())

    def __eq__(self, other: object) -> bool:
        """Compare with other text of a spec."""
        return isinstance(other, SpecText) and self._raw == other._raw

    def __hash__(self) -> int:
        """Hash as the text does."""
        return hash(self._raw)

    @staticmethod
    def reveal(text: SpecText) -> str:
        """Return the text as it is; for quoting functions and for the JSON form of the representation only."""
        return text._raw


_UNSAFE: Final = re.compile(
    # Control characters, lone surrogates, and the marks that reorder what a reader sees (CVE-2021-42574).
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def clean_lines(text: SpecText, *, hard_breaks: bool = False) -> list[str]:
    """Return the lines of a text without control characters, trailing spaces and outer blank lines.

    Args:
        text: the text.
        hard_breaks: whether two spaces stay at the end of a line that has two or more (CommonMark §6.7).
    """
    raw = SpecText.reveal(text)
    if raw.isprintable():
        return [raw.rstrip()] if raw.strip() else []
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    lines = [_without_end(line, hard_breaks=hard_breaks) for line in _UNSAFE.sub("", raw).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _without_end(line: str, *, hard_breaks: bool) -> str:
    bare = line.rstrip()
    return f"{bare}  " if hard_breaks and bare and line.endswith("  ") else bare


def string_literal(text: SpecText | str) -> str:
    """Quote for a Python string literal with double quotes.

    Args:
        text: any text, lone surrogates included.

    Returns:
        An expression that evaluates to exactly that text; printable characters stay readable.
    """
    raw = SpecText.reveal(text) if isinstance(text, SpecText) else text
    if raw.isprintable():
        return '"' + raw.replace("\\", "\\\\").replace('"', '\\"') + '"'
    parts: list[str] = []
    for character in raw:
        if character in {'"', "\\"}:
            parts.append("\\" + character)
        elif character == "\n":
            parts.append("\\n")
        elif character == "\t":
            parts.append("\\t")
        elif character == " " or (unicodedata.category(character)[0] not in "CZ" and character.isprintable()):
            parts.append(character)
        else:
            code = ord(character)
            parts.append(f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
    return '"' + "".join(parts) + '"'


def docstring_lines(text: SpecText, *, indent: int, width: int = DOCSTRING_WIDTH, raw: bool = False) -> list[str]:
    r"""Quote for the inside of a docstring with three double quotes.

    Backslashes are doubled, and a run of quotes cannot end the string. Running text is filled and wrapped; list items
    and quotations keep their margin; code and tables stay as they are.

    Args:
        text: the text.
        indent: columns that the docstring is indented by.
        width: the last column that may be used.
        raw: whether the string is a raw one, in which nothing is escaped; the caller sees to it that none has to be.

    Returns:
        Lines without indentation and without line ends. A single line does not end in a quote, since the closing quotes
        follow it; several have them on a line of their own.
    """
    filled = [line.rstrip() for line in refill(clean_lines(text, hard_breaks=True))]
    if raw:
        return wrap_lines(filled, width - indent)
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for line in filled]
    lines = wrap_lines(escaped, width - indent)
    return [_safe_end(lines[0])] if len(lines) == 1 else lines


def _safe_end(line: str) -> str:
    # A closing quote right before the end of the docstring would make four. After an odd number of backslashes it is
    # quoted already.
    before = line[:-1]
    is_quoted = (len(before) - len(before.rstrip("\\"))) % 2 == 1
    return f'{before}\\"' if line.endswith('"') and not is_quoted else line


def comment(text: SpecText) -> str:
    """Quote for one `#` comment: a single line without control characters."""
    return "# " + " ".join(line.strip() for line in clean_lines(text) if line.strip())


def one_line(text: SpecText) -> SpecText:
    """Return the first paragraph of a text as one line."""
    words: list[str] = []
    for line in clean_lines(text):
        if not line.strip():
            break
        words.append(line.strip())
    return SpecText(" ".join(words))


def json_literal(value: object) -> SpecText:
    """Return a JSON value as its JSON text, to be quoted for the place that it goes to."""
    return SpecText(json.dumps(value, ensure_ascii=False))


def header_token(text: SpecText) -> str:
    """Quote for a token in an HTTP header (RFC 9110 §5.6.2): ASCII letters, digits, `-`, `.`, `_`; never empty."""
    folded = unicodedata.normalize("NFKD", SpecText.reveal(text)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9._]+", "-", folded)[:40].strip("-") or "0"


def file_name(stem: str) -> str:
    """Quote for the stem of a file name: lower case ASCII letters, digits, `-` and `_` only, never empty."""
    folded = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9_]+", "-", folded).strip("-") or "unnamed"
