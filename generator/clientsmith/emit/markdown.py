"""Quoting of spec text for Markdown: the only ways in which it may reach a page.

Authors of specs write CommonMark (OpenAPI 3.1 §4.8). What they mean stays: emphasis, code, links, lists, tables. It is
read here and written anew, so that no text can change the page around it: raw HTML shows as text, headings become bold
lines, every fence is closed, and links lead to the web or nowhere.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Final

from clientsmith.emit.markdown_blocks import Block, Kind, read_blocks
from clientsmith.emit.markdown_html import html_to_markdown
from clientsmith.text import SpecText, clean_lines

_LONGEST_CELL: Final = 700
"""Characters of a description that a cell of a table still carries well."""

_TOKEN: Final = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>`\\]+)>"
    r"|!?\[(?P<label>[^\[\]]*)\]\(\s*<?(?P<target>(?:[^\s<>()]|\([^\s<>()]*\))*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<special>[\\`<>&\[\]])"
)
_TARGET: Final = re.compile(r"(?:https?://|mailto:)[^\s<>`\\]+")
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# An underscore between letters is one in Markdown, too.
_PUNCTUATION: Final = re.compile(r"[\\`*\[\]<>&~#|]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_")
_BLOCK_START: Final = re.compile(
    r"(?P<mark>#{1,6}(?=\s|$)|[-+*](?=\s|$)|~~~|=+\s*$|(?:-\s*){2,}$|(?:_\s*){3,}$|(?:\*\s*){3,}$|:?-+:?\s*(?=\|))"
    r"|(?P<number>\d{1,9})(?P<end>[.)])(?=\s|$)"
)
_UNSEEN: Final = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def _raw(text: SpecText | str) -> SpecText:
    return text if isinstance(text, SpecText) else SpecText(text)


def _single_line(text: SpecText | str) -> str:
    return " ".join(" ".join(clean_lines(_raw(text))).split())


def plain(text: SpecText | str) -> str:
    """Quote for a heading or the text of a link: one line, shown exactly as it is written."""
    escaped = _PUNCTUATION.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), _single_line(text))
    return _safe_start(escaped)


def inline(text: SpecText | str) -> str:
    """Quote for running text: one line, with the author's emphasis, code and links."""
    lines = html_to_markdown(clean_lines(_raw(text)))
    return _safe_start(_inline(" ".join(" ".join(lines).split())))


def code(text: SpecText | str) -> str:
    """Quote for a code span, with as many backticks as the text needs (CommonMark §6.1)."""
    return _code(" ".join(clean_lines(_raw(text))))


def _code(raw: str) -> str:
    if not raw.strip():
        return f"` {raw or ' '} `"
    fence = "`" * (_longest_run(raw) + 1)
    pad = " " if raw.startswith(("`", " ")) or raw.endswith(("`", " ")) else ""
    return f"{fence}{pad}{raw}{pad}{fence}"


def _longest_run(text: str) -> int:
    """Return how many backticks stand in a row at most."""
    return max(map(len, re.findall("`+", text))) if "`" in text else 0


def fenced(text: SpecText | str, language: str = "") -> str:
    """Quote for a block of code, with a fence that the text cannot close (CommonMark §4.5)."""
    return _fenced(clean_lines(_raw(text)), language)


def _fenced(lines: list[str], language: str) -> str:
    fence = "`" * max(3, _longest_run("\n".join(lines)) + 1)
    return "\n".join([f"{fence}{language}", *lines, fence])


def json_block(text: SpecText) -> str:
    """Quote JSON text as an indented block of code; characters that nobody sees come as escapes."""
    return fenced(json_source(json.loads(SpecText.reveal(text))), "json")


def json_source(value: object) -> str:
    """Return a JSON value as indented JSON text without characters that nobody sees."""
    source = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", source)


@lru_cache(maxsize=4_096)
def _blocks(text: SpecText) -> tuple[Block, ...]:
    return tuple(read_blocks(html_to_markdown(clean_lines(text))))


def blocks(text: SpecText) -> str:
    """Quote a whole description: paragraphs, lists, code and tables, without headings and HTML."""
    parts: list[str] = []
    before: Block | None = None
    for block in _blocks(text):
        tight = before is not None and before.kind is Kind.ITEM and block.kind is Kind.ITEM
        parts.append(("\n" if tight else "\n\n") + _block(block) if before is not None else _block(block))
        before = block
    return "".join(parts)


def _block(block: Block) -> str:
    margin = " " * block.indent
    match block.kind:
        case Kind.CODE:
            return "\n".join(f"{margin}{line}" if line else "" for line in _fenced(list(block.lines), "").split("\n"))
        case Kind.TABLE:
            rows = [[_inline(cell) for cell in row] for row in block.rows]
            return "\n".join(margin + line for line in table_lines(rows))
        case Kind.ITEM:
            return f"{margin}{block.marker} {_safe_start(_inline(block.text))}"
        case Kind.HEADING:
            return margin + _bold(block.text)
        case Kind.PARAGRAPH:
            return margin + _safe_start(_inline(block.text))


def cell(text: SpecText) -> str:
    """Quote a description for a cell of a table: one line, with `<br>` between paragraphs and list items."""
    return "<br>".join(_cell_line(block) for block in _blocks(text))


def _cell_line(block: Block) -> str:
    match block.kind:
        case Kind.CODE:
            return "<br>".join(_code(line) for line in block.lines if line.strip())
        case Kind.TABLE:
            return "<br>".join(" · ".join(_inline(part) for part in row) for row in block.rows)
        case Kind.ITEM:
            marker = "•" if block.marker == "-" else block.marker
            return f"{marker} {_inline(block.text)}"
        case Kind.HEADING:
            return _bold(block.text)
        case Kind.PARAGRAPH:
            return _inline(block.text)


def _bold(line: str) -> str:
    shown = _inline(line).replace("*", "").strip()
    return f"**{shown}**" if shown.strip("\\") else _safe_start(_inline(line))


def fits_cell(text: SpecText) -> bool:
    """Tell whether a description reads well in a cell of a table: it is short, and has no code blocks or tables."""
    found = _blocks(text)
    length = sum(len(block.text) for block in found)
    return length <= _LONGEST_CELL and all(block.kind not in {Kind.CODE, Kind.TABLE} for block in found)


def table_lines(rows: list[list[str]]) -> list[str]:
    """Return the lines of a table (GFM §4.10) whose cells are quoted already; the first row is its head."""
    lines = [_row(row) for row in rows]
    lines.insert(1, _row(["---"] * len(rows[0])))
    return lines


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(part.replace('|', chr(92) + '|') for part in cells)} |"


def _inline(line: str, *, links: bool = True) -> str:
    return _TOKEN.sub(lambda found: _token(found, links=links), line)


def _token(found: re.Match[str], *, links: bool) -> str:
    match found.lastgroup:
        case "escape":
            # A bar needs no escape here: tables escape all of theirs.
            return _ENTITIES.get(found["escape"][1], "|" if found["escape"] == "\\|" else found["escape"])
        case "code":
            return _code(found["code"].strip() or found["code"])
        case "address":
            return f"<{found['address']}>" if links else _inline(found["address"], links=False)
        case "label" | "target":
            return _link(found["label"], found["target"], links=links)
        case "entity":
            return found["entity"]
        case _:
            return _ENTITIES.get(found["special"], f"\\{found['special']}")


def _link(label: str, target: str, *, links: bool) -> str:
    shown = _inline(label, links=False)
    if links and _TARGET.fullmatch(target) and shown.strip():
        return f"[{shown}]({target})"
    return shown


def _safe_start(line: str) -> str:
    found = _BLOCK_START.match(line)
    if found is None:
        return line
    if found["mark"]:
        return f"\\{line}"
    return f"{found['number']}\\{line[found.start('end') :]}"
