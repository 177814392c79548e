"""Refills and wraps the lines of a description, so that it reads well at a width that its author did not know.

Authors write CommonMark, where the end of a line inside of a paragraph is a soft break (§6.8); but many also write
lines that are meant to stay lines. So lines are joined only where they look like running text that was wrapped.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from typing import Final

_FULL: Final = 50
"""From so many columns on, the next word included, a line looks as if it was wrapped."""
_NEARLY: Final = 0.8
"""The part of the longest line that one reaches which was wrapped in the middle of a sentence."""
_CODE_INDENT: Final = 4
_DEEPEST_QUOTE: Final = 4

_FENCE: Final = re.compile(r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}|~{3,})[^`]*$")
_ITEM: Final = re.compile(r"^(?P<margin> *(?:[-*+•\u2013·]|\d{1,9}[.)]|\(\w{1,4}\)|[A-Za-z]\)) +)(?=\S)")
_QUOTE: Final = re.compile(r"^ {0,3}> ?")
_QUOTES: Final = re.compile(r"^(?: {0,3}> ?)*")
_DELIMITERS: Final = re.compile(r"^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
# What running text begins with: letters, figures, code, brackets, quotation marks, a link, emphasis.
_PROSE: Final = re.compile(r"""^(?:[^\W_]|[`("'“\u2018«¿¡§€£]|\[(?!!\w+\]$|[^\]]*\]:)|[*_]{1,2}(?=[^\s*_]))""")
_LABEL: Final = re.compile(
    r"""^(?:"[^"]{0,60}" ?:"""
    r"""|(?:`[^`]{1,60}`|\*{1,2}[^*]{1,60}\*{1,2}|"[^"]{1,60}"|[^\s:]{1,40}(?: [^\s:]{1,20}){0,2})"""
    r"""(?: ?:| -{1,2}>?| [\u2013—=→]| =>)(?: |$))"""
)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}(?: +|$)")
_APART: Final = re.compile(r"^ {0,3}(?:#{1,6}(?: |$)|(?:\* *){3,}$|(?:- *){3,}$|(?:_ *){3,}$)")
_UNDERLINE: Final = re.compile(r"^ {0,3}(?:={2,}|-{2,})$")
_OPEN_END: Final = re.compile(r" [(\[]?[^\W\d_]+[)]?$")
_COLUMNS: Final = re.compile(r"\S {3,}\S")
_WIDE: Final = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_HARD_BREAKS: Final = ("  ", "\\")
_LAST_OF_LINE: Final = (*_HARD_BREAKS, ":", ";", "{", "[", "(", ">")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"'”\u2019)\]*_`]*$")


@dataclass(slots=True)
class _Run:
    """Lines that may be one: of a paragraph, or of a list item up to the first blank line.

    Attributes:
        margin: what stands before the first line: indentation, and the marker of an item.
        lines: the lines without margin.
    """

    margin: str
    lines: list[str] = field(default_factory=list)

    def continues_in(self, line: str) -> bool:
        """Tell whether a line that may be one of running text is the next line of this."""
        text = line.strip()
        if self.lines[-1].endswith(_LAST_OF_LINE) or _is_row(self.lines[-1]) or not is_running_text(text):
            return False
        if not self.margin.strip():
            return _indent(line) == len(self.margin)
        if _indent(line) >= len(self.margin):
            return _indent(line) < len(self.margin) + _CODE_INDENT
        # A lazy continuation (CommonMark §5.2), or a paragraph whose author forgot the blank line.
        below = self.lines[1] if len(self.lines) > 1 else text
        return _is_full(self.lines[0], below) and not _ENDS_SENTENCE.search(self.lines[-1])

    def finished(self) -> list[str]:
        """Return the lines: one, if all but the last look as if they had been wrapped."""
        longest = max(len(line) for line in self.lines)
        pairs = list(zip(self.lines, self.lines[1:], strict=False))
        lines = [" ".join(self.lines)] if all(_was_wrapped(*pair, longest) for pair in pairs) else self.lines
        return [self.margin + lines[0], *(" " * len(self.margin) + line for line in lines[1:])]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_full(line: str, below: str, length: float = _FULL) -> bool:
    return len(line) + 1 + len(below.split(" ", 1)[0]) >= length


def _was_wrapped(line: str, below: str, longest: int) -> bool:
    if not _is_full(line, below) or _WIDE.match(line[-1]) or _WIDE.match(below):
        return False
    in_sentence = line[-1].isalnum() and below[0].isupper()
    return not in_sentence or _is_full(line, below, _NEARLY * longest)


def _is_row(line: str) -> bool:
    """Tell whether a line may be a row of a table, or of text in columns."""
    return "|" in line or _COLUMNS.search(line) is not None


def is_running_text(text: str) -> bool:
    """Tell whether a line looks like nothing but running text."""
    return bool(_PROSE.match(text)) and not (
        _ITEM.match(text) or _FENCE.match(text) or _LABEL.match(text) or _is_row(text)
    )


def _is_fence(line: str, opening: str | None) -> bool:
    """Tell whether a line opens a block of code, or closes the one that was opened so (CommonMark §4.5)."""
    found = _FENCE.match(line)
    if found is None or opening is None:
        return found is not None
    return found["fence"].startswith(opening) and line.strip(" >") == found["fence"]


def refill(lines: list[str], *, depth: int = 0) -> list[str]:
    """Join the lines of each paragraph that was wrapped, and leave one of several blank lines.

    What follows a list item or a quotation without its indentation or its `>` gets it (CommonMark §5.1, §5.2).

    Args:
        lines: lines without control characters; two spaces at the end of one are a hard break (CommonMark §6.7).
        depth: how many quotations the lines stand in.

    Returns:
        The same text. Code, tables, lists, hard breaks and short lines stay as they are.
    """
    found: list[str] = []
    run: _Run | None = None
    column = 0
    position = 0
    while position < len(lines):
        line = lines[position]
        if run is not None and run.continues_in(line):
            run.lines.append(_stripped(line))
            position += 1
            continue
        found += run.finished() if run is not None else []
        run = None
        if _is_fence(line, None):
            end = _fence_end(lines, position)
            found += lines[position:end]
        elif _QUOTE.match(line) and depth < _DEEPEST_QUOTE:
            end = _quote_end(lines, position)
            inner = refill([_QUOTE.sub("", quoted, count=1) for quoted in lines[position:end]], depth=depth + 1)
            found += [f"> {one}" if one else ">" for one in inner]
        else:
            end = position + 1
            item = _ITEM.match(line)
            if not line.strip():
                found += [""] if found and found[-1] else []
            elif _indent(line) >= column + _CODE_INDENT or not (item or _PROSE.match(line.lstrip())):
                found.append(line)
            else:
                margin = item["margin"] if item else " " * _indent(line)
                column = len(margin) if item or margin else 0
                run = _Run(margin, [_stripped(line[len(margin) :])])
        position = end
    return found + (run.finished() if run is not None else [])


def _stripped(line: str) -> str:
    return line.strip() + ("  " if line.endswith("  ") else "")


def _fence_end(lines: list[str], start: int) -> int:
    found = _FENCE.match(lines[start])
    opening = found["fence"] if found else ""
    inside = range(start + 1, len(lines))
    return next((position + 1 for position in inside if _is_fence(lines[position], opening)), len(lines))


def _quote_end(lines: list[str], start: int) -> int:
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if _QUOTE.match(line):
            continue
        above = _QUOTES.sub("", lines[position - 1])
        is_lazy = is_running_text(above.strip()) and not (_ENDS_SENTENCE.search(above) or above.endswith(_LAST_OF_LINE))
        if not (is_lazy and is_running_text(line.strip()) and _indent(line) < _CODE_INDENT):
            return position
    return len(lines)


def wrap_lines(lines: list[str], width: int) -> list[str]:
    """Wrap lines of Markdown, leaving code and tables as they are.

    Args:
        lines: the lines.
        width: the last column that may be used; a longer word stays whole.
    """
    wrapped: list[str] = []
    opening: str | None = None
    column = 0
    in_table = False
    for position, line in enumerate(lines):
        in_table = "|" in line and (in_table or _is_table(lines, position))
        if _is_fence(line, opening):
            found = _FENCE.match(line)
            opening = found["fence"] if found and opening is None else None
            is_code = True
        else:
            is_code = opening is not None
        item = _ITEM.match(line)
        if is_code or in_table or _indent(line) >= column + _CODE_INDENT:
            wrapped.append(line)
            continue
        if line.strip():
            column = len(item["margin"]) if item else min(column, _indent(line))
        wrapped += _wrapped(line, width) if len(line) > width else [line]
    return wrapped


def _wrapped(line: str, width: int) -> list[str]:
    quotes = _QUOTES.match(line)
    prefix = quotes[0] if quotes else ""
    item = _ITEM.match(line[len(prefix) :])
    inside = line[len(prefix) :]
    hanging = prefix + " " * (len(item["margin"]) if item else _indent(inside))
    return textwrap.wrap(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def opening(lines: list[str]) -> tuple[int, int]:
    """Return where the first paragraph of running text begins and ends.

    Headings and quotations before it are passed over. It ends before a blank line, and before a line that begins
    something of its own: a list item, a table, `name: …`.

    Args:
        lines: lines without control characters.

    Returns:
        The positions of its first line and of the line after it; the same position twice where a list, a table or code
        comes first, or where there is no paragraph.
    """
    start = 0
    while start < len(lines):
        line = lines[start]
        if _is_underlined(lines, start):
            start += 2
        elif not line.strip() or _APART.match(line) or _QUOTE.match(line):
            start += 1
        else:
            break
    if start == len(lines) or _ITEM.match(lines[start]) or _is_fence(lines[start], None) or _is_table(lines, start):
        return start, start
    end = start + 1
    while end < len(lines) and not lines[end - 1].endswith(_LAST_OF_LINE):
        if not is_running_text(lines[end].strip()) or _is_underlined(lines, end):
            break
        end += 1
    return start, end


def _is_underlined(lines: list[str], position: int) -> bool:
    """Tell whether a line is a heading by the line below it (CommonMark §4.3)."""
    below = lines[position + 1] if position + 1 < len(lines) else ""
    return _UNDERLINE.match(below) is not None and is_running_text(lines[position].strip())


def _is_table(lines: list[str], position: int) -> bool:
    return lines[position].lstrip().startswith("|") or any(map(is_delimiters, lines[position + 1 : position + 2]))


def is_delimiters(line: str) -> bool:
    """Tell whether a line is the one below the head of a table (GFM §4.10)."""
    return _DELIMITERS.match(line) is not None


def is_heading(line: str) -> bool:
    """Tell whether a line is a heading, or a line between parts (CommonMark §4.1, §4.2)."""
    return _APART.match(line) is not None


def without_mark(line: str) -> str:
    """Return the text of a line without what makes it a heading, a list item or a quotation."""
    text = _HEADING.sub("", _QUOTES.sub("", line))
    item = _ITEM.match(text)
    return text[item.end() :] if item else text


def ends_open(lines: list[str]) -> bool:
    """Tell whether a text ends in running text whose last sentence has no full stop, though it should have one.

    Args:
        lines: the lines of the text, refilled.
    """
    last = lines[-1].rstrip() if lines else ""
    return is_running_text(last) and ": " not in last and _OPEN_END.search(last) is not None
