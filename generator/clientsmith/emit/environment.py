"""The Jinja environment: where templates are, and the only filters that let text of a spec through."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clientsmith.emit.markdown_html import html_to_markdown, without_escapes
from clientsmith.text import SpecText, clean_lines, comment, docstring_lines, one_line, string_literal

_PACKAGED: Final = Path(__file__).parent.parent / "_templates"
_CHECKOUT: Final = Path(__file__).parent.parent.parent.parent / "templates"


def templates_folder() -> Path:
    """Return the folder of the templates: the one in the installed package if it exists, else the checkout's."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment that all templates are rendered in.

    Templates cannot change what they are given nor reach beyond it; a name that is not there is an error. Text of a
    spec that no filter has quoted makes rendering fail.
    """
    jinja = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder(), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    filters: dict[str, Callable[..., Any]] = {
        "docstring": docstring,
        "literal": string_literal,
        "comment": comment,
        "inline": inline,
        "inline_code": inline_code,
    }
    jinja.filters.update(filters)  # pyright: ignore[reportArgumentType, reportCallIssue] - jinja2 types its own only
    return jinja


def _printable(value: Any) -> str:
    if not isinstance(value, str | int):
        message = f"a template printed {type(value).__name__}, not text"
        raise TypeError(message)
    return str(value)


def docstring(text: SpecText, indent: int) -> str:
    """Quote a text as a whole docstring, quotes included.

    Args:
        text: the text; it must not be empty.
        indent: columns that the docstring stands at.
    """
    readable = _without_html(text) or text
    lines = docstring_lines(readable, indent=indent, raw=True)
    quotes = 'r"""'
    if not _is_better_raw(lines):
        lines = docstring_lines(readable, indent=indent)
        quotes = '"""'
    margin = " " * indent
    if len(lines) == 1:
        return f'{quotes}{lines[0]}"""'
    body = "\n".join(margin + line if line else "" for line in lines[1:])
    return f'{quotes}{lines[0]}\n{body}\n{margin}"""'


def _is_better_raw(lines: list[str]) -> bool:
    """Tell whether lines have backslashes, and nothing that could end a raw string."""
    has_backslash = any("\\" in line for line in lines)
    return has_backslash and not any('"""' in line or line.endswith(('"', "\\")) for line in lines)


def _without_html(text: SpecText) -> SpecText:
    """Return a text with the HTML that formats it written as Markdown; empty where nothing else is in it."""
    return SpecText("\n".join(without_escapes(html_to_markdown(clean_lines(text, hard_breaks=True)))))


def inline(text: SpecText) -> str:
    """Quote a text for one line in the middle of a docstring."""
    return " ".join(docstring_lines(one_line(text), indent=0, width=sys.maxsize))


def inline_code(text: SpecText) -> str:
    """Quote a text as code in the middle of a docstring; an empty one is `""`."""
    return f"`{inline(text)}`" if text else "nothing"


def render(template: str, view: object) -> str:
    """Render a template with a view, which the template sees as `view`."""
    return environment().get_template(template).render(view=view)
