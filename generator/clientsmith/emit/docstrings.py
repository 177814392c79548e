"""Docstrings of the methods of resources, in the Google style."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from clientsmith.emit.errors import error_class
from clientsmith.emit.facts import FEW_VALUES, allowed_values, bounds_in_words, compose, first_sentence, join
from clientsmith.emit.markdown_html import html_to_markdown
from clientsmith.ir import Body, Encoding, Field, Model, Operation, Parameter, Response, Type, keyword_fields
from clientsmith.ir.models import AliasModel
from clientsmith.ir.types import LiteralType, ModelRef
from clientsmith.text import DOCSTRING_WIDTH, SpecText, clean_lines, json_literal

_EMPTY_WORDS: Final = frozenset(
    {"", "ok", "200 ok", "response", "result", "success", "successful", "successful operation", "successful response"}
)
_CONTENT: Final = {
    Encoding.BYTES: " Bytes, a path, a file opened with mode 'rb', or an iterable of bytes.",
    Encoding.ITEMS: " An iterable of items, which are sent one after the other.",
}
"""What a body may be where its type alone would not tell it well."""
_INDENT: Final = 8
"""Columns of the docstring of a method."""


def method_docstring(
    operation: Operation, models: dict[str, Model], *, walks: bool, example: SpecText | None
) -> SpecText:
    """Return the docstring of a method.

    Args:
        operation: what the method calls.
        models: all models by name.
        walks: whether the method walks through all pages.
        example: a line of Python that calls the method, if there is one.
    """
    lines: list[str] = [SpecText.reveal(_summary(operation, walks=walks))]
    lines += ["", f"`{operation.verb} {operation.path}`"]
    if operation.deprecated:
        lines += ["", "Deprecated."]
    body = clean_lines(_more(operation))
    lines += ["", *body] if body else []
    if arguments := list(_arguments(operation, models)):
        lines += ["", "Args:", *arguments]
    if returned := _returned(operation, walks=walks):
        lines += ["", "Returns:", *returned]
    if raised := list(_raised(operation)):
        lines += ["", "Raises:", *raised]
    if example is not None:
        lines += ["", "Example:", *(f"    {line}" for line in SpecText.reveal(example).split("\n"))]
    return SpecText("\n".join(lines))


def _summary(operation: Operation, *, walks: bool) -> SpecText:
    summary = first_sentence(operation.summary or operation.text)
    if not summary:
        summary = SpecText(operation.method_name.replace("_", " ").capitalize())
    return compose(summary, ": walk through all pages." if walks else ".")


def _more(operation: Operation) -> SpecText:
    """Return what the description says beyond the first line of the docstring."""
    if operation.summary:
        return operation.text
    said = SpecText.reveal(first_sentence(operation.text))
    lines = html_to_markdown(clean_lines(operation.text))
    while lines and not lines[0].strip():
        lines.pop(0)
    end = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    paragraph = " ".join(line.strip() for line in lines[:end])
    rest = paragraph.removeprefix(said).lstrip(" .:")
    return SpecText("\n".join([*([rest] if rest else []), *lines[end:]]))


def _arguments(operation: Operation, models: dict[str, Model]) -> Iterator[str]:
    for parameter in operation.parameters:
        if told := describe(parameter, models):
            yield from _entry(parameter.name, told)
    body = operation.body
    if body is not None:
        if body.fields_class is None:
            what = compose(first_sentence(body.text) or SpecText("The request body"), ".")
            yield from _entry("body", compose(what, _CONTENT.get(body.variants[0].encoding, "")))
        else:
            yield from _entry("body", SpecText("All fields at once, as a model or a mapping, instead of the keywords."))
            for field in keyword_fields(body):
                if told := describe(field, models):
                    yield from _entry(field.name, told)
        if len(body.variants) > 1 or any("*" in variant.media_type for variant in body.variants):
            yield from _entry("content_type", _media_types(body))
    yield from _entry("options", SpecText("Settings of this call: headers, timeout, retries and more."))


def _media_types(body: Body) -> SpecText:
    listed = join(", ", [compose("`", SpecText(variant.media_type), "`") for variant in body.variants])
    return compose("Which media type to send: ", listed, ".")


def describe(value: Parameter | Field, models: dict[str, Model]) -> SpecText:
    """Return what one argument is, in one line: its description, then bounds, allowed values and default."""
    facts = bounds_in_words(value.type)
    if values := _few_values(value.type, models):
        facts.append(values)
    if value.default is not None:
        facts.append(compose("default ", value.default))
    sentences = [SpecText("Deprecated")] if value.deprecated else []
    sentences += [sentence] if (sentence := first_sentence(value.text)) else []
    sentences += [_capitalised(join("; ", facts))] if facts else []
    return join(" ", [compose(sentence, "" if _is_closed(sentence) else ".") for sentence in sentences])


def _capitalised(text: SpecText) -> SpecText:
    written = SpecText.reveal(text)
    return SpecText(written[:1].upper() + written[1:])


def _is_closed(sentence: SpecText) -> bool:
    return SpecText.reveal(sentence).endswith(("!", "?", "…"))


def _few_values(type_: Type, models: dict[str, Model]) -> SpecText | None:
    resolved = models.get(type_.name) if isinstance(type_, ModelRef) else None
    values = allowed_values(resolved.type if isinstance(resolved, AliasModel) else type_)
    if not 1 < len(values) <= FEW_VALUES or (
        isinstance(resolved, AliasModel) and not isinstance(resolved.type, LiteralType)
    ):
        return None
    return compose("one of ", join(", ", [json_literal(value) for value in values]))


def _entry(name: str, text: SpecText) -> Iterator[str]:
    line = f"{name}: {' '.join(clean_lines(text))}".rstrip()
    width = DOCSTRING_WIDTH - _INDENT
    if len(line) + 4 <= width:
        yield f"    {line}"
    else:
        yield from textwrap.wrap(
            line,
            width,
            initial_indent=" " * 4,
            subsequent_indent=" " * 8,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _returned(operation: Operation, *, walks: bool) -> list[str]:
    if walks:
        return ["    An iterator over the items of all pages."]
    sentences = [first_sentence(response.text) for response in operation.success]
    told = dict.fromkeys(text for text in sentences if SpecText.reveal(text).lower() not in _EMPTY_WORDS)
    lines: list[str] = []
    if told and operation.returns is not None:
        lines.append(SpecText.reveal(compose(join("; or ", list(told)), ".")))
    names = dict.fromkeys(header.wire_name for response in operation.success for header in response.headers)
    if names:
        listed = join(", ", [compose("`", SpecText(name), "`") for name in names])
        lines.append(" ".join(clean_lines(compose("Headers, by `with_raw_response`: ", listed, "."))))
    return [f"    {part}" for line in lines for part in textwrap.wrap(line, DOCSTRING_WIDTH - _INDENT - 4)]


def _raised(operation: Operation) -> Iterator[str]:
    seen: dict[str, Response] = {}
    for response in operation.failures:
        seen.setdefault(error_class(response.status), response)
    for name, response in seen.items():
        sentence = first_sentence(response.text) or SpecText("The call failed")
        status = "any other status" if response.status == "default" else response.status
        yield from _entry(name, compose(sentence, f" ({status})."))
