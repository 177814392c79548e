"""Writes the HTML that authors use for formatting as Markdown; all other HTML stays and will be shown as text.

What comes out is still text of the spec, to be quoted like any other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

# Code stays as it is: fenced blocks, and spans up to a bounded length, so that no text takes long to read.
_CODE: Final = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ *(?P=fence)[`~]* *$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_PAIRS: Final = (
    (re.compile(r"<(code|tt|kbd)>([^<>`]{1,2000})</\1>", re.IGNORECASE), r"`\2`"),
    (
        re.compile(r"<(a) [^<>]*?href=[\"']([^\"'<>]{1,2000})[\"'][^<>]*>([^<>]{1,2000})</\1>", re.IGNORECASE),
        r"[\3](\2)",
    ),
    (re.compile(r"<(i|em|var)>(\S[^<>]{0,2000}?)</\1>", re.IGNORECASE), r"*\2*"),
    (re.compile(r"<(b|strong)>(\S[^<>]{0,2000}?)</\1>", re.IGNORECASE), r"**\2**"),
    (re.compile(r"<(h[1-6])>([^<>]{1,2000})</\1>", re.IGNORECASE), r"\n\n# \2\n\n"),
)
_BLOCK: Final = re.compile(r"</?(?:p|div|ul|ol|dl|br|hr)(?: [^<>]*)?/?>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<(?:li|dt|dd)>\s*", re.IGNORECASE)
_ITEM_END: Final = re.compile(r"</(?:li|dt|dd)>", re.IGNORECASE)

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED: Final = re.compile(r"(?<=\w)\\_(?=\w)")


def html_to_markdown(lines: list[str]) -> list[str]:
    """Return the lines of a text with formatting tags written as Markdown.

    Args:
        lines: lines without control characters.
    """
    text = "\n".join(lines)
    if "<" not in text:
        return lines
    return _outside_code(text, _converted).split("\n")


def without_escapes(lines: list[str]) -> list[str]:
    r"""Return the lines of a text with its characters as they are read, instead of `&lt;` and `a\_b`.

    Args:
        lines: lines whose HTML is written as Markdown already; what comes out may look like HTML again.
    """
    text = "\n".join(lines)
    if "&" not in text and "\\_" not in text:
        return lines
    return _outside_code(text, _read).split("\n")


def _read(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\xa0", " "), _ESCAPED.sub("_", text))


def _outside_code(text: str, convert: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for found in _CODE.finditer(text):
        parts += [convert(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, convert(text[end:])])


def _converted(text: str) -> str:
    text = _without_comments(text)
    for pattern, replacement in _PAIRS:
        text = pattern.sub(replacement, text)
    return "\n".join(_with_breaks(line) for line in text.split("\n"))


def _with_breaks(line: str) -> str:
    # The row of a table has to stay one line.
    in_row = line.lstrip().startswith("|")
    line = _BLOCK.sub(" " if in_row else "\n\n", line)
    line = _ITEM.sub(" " if in_row else "\n- ", line)
    return _ITEM_END.sub("", line)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[position:start])
        position = end + 3
    return "".join([*parts, text[position:]])
