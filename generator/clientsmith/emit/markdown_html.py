"""Writes the HTML that authors use for formatting as Markdown; all other HTML stays and will be shown as text.

What comes out is still text of the spec, to be quoted like any other.
"""

from __future__ import annotations

import re
from typing import Final

# Code stays as it is: fenced blocks, and spans up to a bounded length, so that no text takes long to read.
_CODE: Final = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ *(?P=fence)[`~]* *$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_PAIRS: Final = (
    (re.compile(r"<(code|tt|kbd)>([^<>`]{1,2000})</\1>", re.IGNORECASE), r"`\2`"),
    (re.compile(r"<(i|em|var)>(\S[^<>]{0,2000}?)</\1>", re.IGNORECASE), r"*\2*"),
    (re.compile(r"<(b|strong)>(\S[^<>]{0,2000}?)</\1>", re.IGNORECASE), r"**\2**"),
    (
        re.compile(r"<(a) [^<>]*?href=[\"']([^\"'<>]{1,2000})[\"'][^<>]*>([^<>]{1,2000})</\1>", re.IGNORECASE),
        r"[\3](\2)",
    ),
    (re.compile(r"<(h[1-6])>([^<>]{1,2000})</\1>", re.IGNORECASE), r"\n\n# \2\n\n"),
)
_BLOCK: Final = re.compile(r"</?(?:p|div|ul|ol|dl|br|hr)(?: [^<>]*)?/?>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<(?:li|dt|dd)>\s*", re.IGNORECASE)
_ITEM_END: Final = re.compile(r"</(?:li|dt|dd)>", re.IGNORECASE)


def html_to_markdown(lines: list[str]) -> list[str]:
    """Return the lines of a text with formatting tags written as Markdown.

    Args:
        lines: lines without control characters.
    """
    text = "\n".join(lines)
    if "<" not in text:
        return lines
    parts: list[str] = []
    end = 0
    for found in _CODE.finditer(text):
        parts += [_converted(text[end : found.start()]), found[0]]
        end = found.end()
    parts.append(_converted(text[end:]))
    return "".join(parts).split("\n")


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
