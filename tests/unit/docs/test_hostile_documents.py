"""A document whose every text tries to break the pages."""

from __future__ import annotations

import ast
import dataclasses
import itertools
import posixpath
import re
import shlex
from functools import cache
from typing import Any

from hypothesis import given, settings

from clientsmith.emit.docs import docs_files
from clientsmith.ir import Api, LiteralType, Webhook
from clientsmith.text import SpecText, json_literal
from unit.docs.documents import SHOP, api_of
from unit.docs.reader import read_page
from unit.docs.test_markdown import hostile_text, spoken

_JSON = {"default", "example"}
_NAMES = {
    "wire_name",
    "path",
    "media_type",
    "url",
    "scheme",
    "variable",
    "username_variable",
    "password_variable",
    "id",
    "tags",
    "tag",
    "secret_header",
}


@cache
def shop() -> Api:
    return api_of(SHOP)


def infected(node: Any, text: str, numbers: itertools.count[int], name: str = "") -> Any:
    """The same representation with `text` in place of everything that a document's author writes."""
    if isinstance(node, SpecText):
        return json_literal(text) if name in _JSON or name == "examples" else SpecText(text)
    if isinstance(node, LiteralType):
        return LiteralType(tuple(f"{text}{next(numbers)}" if value else value for value in node.values))
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        fields = dataclasses.fields(node)
        changes = {field.name: infected(getattr(node, field.name), text, numbers, field.name) for field in fields}
        if isinstance(node, Webhook):
            changes["name"] = f"{text}{next(numbers)}"
        return dataclasses.replace(node, **changes)
    if isinstance(node, tuple):
        return tuple(infected(item, text, numbers, name) for item in node)
    # Names that a document gives only once stay apart.
    return f"{text}{next(numbers)}" if isinstance(node, str) and name in _NAMES else node


@settings(max_examples=40)
@given(hostile_text)
def test_no_text_breaks_a_page(text: str) -> None:
    api = infected(shop(), text, itertools.count())
    files = docs_files(api)
    pages = {path: read_page(page) for path, page in files.items()}
    expected = {title for page in docs_files(shop()).values() for _, title in read_page(page).headings}
    titles = {spoken(text), "shop", "items", "orders"}
    expected |= {"Details"} | titles | {f"Used by {title}" for title in titles}
    expected |= {field.name for module in api.modules for field in _fields(module)}
    for path, page in pages.items():
        assert {title for _, title in page.headings} <= expected, path
        assert {re.sub(r"<summary>[\w ]+</summary>", "…", html) for html in page.html} <= {
            "<br>",
            "<details>\n…",
            "</details>",
        }
        for table in page.tables:
            assert {len(row) for row in table.rows} <= {len(table.head)}
        for _, target in page.links:
            file, _, anchor = target.partition("#")
            if "://" not in target and not target.startswith("mailto:"):
                found = pages[posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path]
                assert not anchor or anchor in found.anchors
        for language, code in page.code:
            if language == "python":
                ast.parse(code)
            if language == "sh":
                assert shlex.split(code)[0] == "curl"
        assert not re.search(r"[ \t]$|\n\n\n", files[path], re.MULTILINE)


def _fields(module: Any) -> list[Any]:
    return [field for model in module.models for field in getattr(model, "fields", ())]
