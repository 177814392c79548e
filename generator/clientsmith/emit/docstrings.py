"""Docstrings of the methods of resources, in the Google style."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from clientsmith.emit.errors import error_class, is_followed
from clientsmith.emit.facts import FEW_VALUES, allowed_values, bounds_in_words, compose, join
from clientsmith.emit.sentences import ended, first_sentence, full_stop, split_summary
from clientsmith.ir import Body, Encoding, Field, Model, Operation, Parameter, Place, Response, Type, keyword_fields
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
    more = clean_lines(_more(operation), hard_breaks=True)
    lines += ["", *more] if more else []
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
    summary = split_summary(operation.summary or operation.text).sentence
    if not summary:
        summary = SpecText(operation.method_name.replace("_", " ").capitalize())
    return compose(summary, ": walk through all pages.") if walks else full_stop(summary)


def _more(operation: Operation) -> SpecText:
    """Return what the description says beyond the first line of the docstring."""
    if operation.summary:
        return ended(operation.text)
    return ended(SpecText("\n".join(split_summary(operation.text).rest)))


def _arguments(operation: Operation, models: dict[str, Model]) -> Iterator[str]:
    """Yield the arguments in the order of the signature; the keywords of a body come before what every call has."""
    body = operation.body
    for parameter in operation.parameters:
        if parameter.place is Place.PATH:
            yield from _described(parameter, models)
    if body is not None:
        yield from _entry("body", _body(body))
    keywords = [parameter for parameter in operation.parameters if parameter.place is not Place.PATH]
    for parameter in sorted(keywords, key=lambda keyword: not keyword.required):
        yield from _described(parameter, models)
    if body is not None:
        for field in keyword_fields(body) if body.fields_class is not None else ():
            yield from _described(field, models)
        if len(body.variants) > 1 or any("*" in variant.media_type for variant in body.variants):
            yield from _entry("content_type", _media_types(body))
    yield from _entry("options", SpecText("Settings of this call: headers, timeout, retries and more."))


def _described(value: Parameter | Field, models: dict[str, Model]) -> Iterator[str]:
    if told := describe(value, models):
        yield from _entry(value.name, told)


def _body(body: Body) -> SpecText:
    if body.fields_class is not None:
        return SpecText("All fields at once, as a model or a mapping, instead of the keywords.")
    what = full_stop(first_sentence(body.text) or SpecText("The request body"))
    return compose(what, _CONTENT.get(body.variants[0].encoding, ""))


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
    return join(" ", [full_stop(sentence) for sentence in sentences])


def _capitalised(text: SpecText) -> SpecText:
    written = SpecText.reveal(text)
    return SpecText(written[:1].upper() + written[1:])


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
        lines.append(SpecText.reveal(full_stop(join("; or ", list(told)))))
    names = dict.fromkeys(header.wire_name for response in operation.success for header in response.headers)
    if names:
        listed = join(", ", [compose("`", SpecText(name), "`") for name in names])
        what = "header" if len(names) == 1 else "headers"
        lines.append(" ".join(clean_lines(compose(f"`with_raw_response` also gives the {what} ", listed, "."))))
    return [f"    {part}" for line in lines for part in textwrap.wrap(line, DOCSTRING_WIDTH - _INDENT - 4)]


def _raised(operation: Operation) -> Iterator[str]:
    seen: dict[str, Response] = {}
    for response in operation.failures:
        if not is_followed(response.status, operation.verb):
            seen.setdefault(error_class(response.status), response)
    for name, response in seen.items():
        sentence = first_sentence(response.text) or SpecText("The call failed")
        if response.status != "default":
            yield from _entry(name, compose(sentence, f" ({response.status})."))
        elif len(seen) > 1:
            yield from _entry(name, compose(sentence, " (any other status)."))
        else:
            yield from _entry(name, full_stop(sentence))
