"""Reads a page of Markdown with a parser that shares no code with what wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table")


@dataclass
class Table:
    """A table. `section` has the titles of the headings that it stands below, from the second level on."""

    section: tuple[str, ...]
    head: list[str]
    rows: list[list[str]]

    def column(self, head: str) -> dict[str, str]:
        """The first cell of each row → the one below `head`."""
        return {row[0]: row[self.head.index(head)] for row in self.rows}


@dataclass
class ReadPage:
    """What a page consists of, as a reader sees it."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)
    code: list[tuple[str, str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)


def read_page(text: str) -> ReadPage:
    page = ReadPage()
    slugs: dict[str, int] = {}
    tokens = PARSER.parse(text)
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0:
            page.outline.append(f"{token.type}:{token.tag}")
        if token.type == "heading_open":
            title = shown(tokens[index + 1])
            page.headings.append((int(token.tag[1]), title))
            slug = slug_of(title)
            count = slugs.get(slug, 0)
            slugs[slug] = count + 1
            page.anchors.add(f"{slug}-{count}" if count else slug)
        elif token.type == "fence":
            page.code.append((token.info, token.content))
        elif token.type == "html_block":
            page.html.append(token.content.strip())
        elif token.type == "table_open":
            page.tables.append(Table(_section(page), [], []))
        elif token.type == "tr_open" and page.tables[-1].head:
            page.tables[-1].rows.append([])
        elif token.type == "inline":
            _inline(token, tokens[index - 1].type, page)
    return page


def _section(page: ReadPage) -> tuple[str, ...]:
    titles: dict[int, str] = {}
    for level, title in page.headings:
        titles = {above: text for above, text in titles.items() if above < level} | {level: title}
    return tuple(title for level, title in titles.items() if level > 1)


def _inline(token: Token, container: str, page: ReadPage) -> None:
    if container == "th_open":
        page.tables[-1].head.append(shown(token))
    elif container == "td_open":
        page.tables[-1].rows[-1].append(shown(token))
    for position, child in enumerate(token.children or []):
        if child.type == "link_open":
            following = (token.children or [])[position + 1 :]
            end = next(index for index, other in enumerate(following) if other.type == "link_close")
            page.links.append((_text(following[:end]), str(child.attrs["href"])))
        elif child.type == "html_inline":
            page.html.append(child.content)
        elif child.type == "image":
            page.html.append("image")


def shown(token: Token) -> str:
    """The text of an inline token as a reader sees it; `<br>` as a line end."""
    return _text(token.children or [])


def _text(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type == "softbreak" or (token.type == "html_inline" and token.content == "<br>"):
            parts.append("\n")
    return "".join(parts)


def slug_of(title: str) -> str:
    """The anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
