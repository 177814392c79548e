"""What the template of a module of keyword types prints: one TypedDict for each body that is given as keywords."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.emit.docstrings import describe
from clientsmith.emit.facts import compose
from clientsmith.emit.python_types import ArgumentPrinter, closed_name, literal
from clientsmith.ir import Field, Group, Model, Operation, keyword_fields
from clientsmith.text import SpecText


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A keyword: its line of source and what it is."""

    source: str
    text: SpecText


@dataclass(frozen=True, slots=True)
class FieldsClassView:
    """A TypedDict. `same_as` names an earlier one with the very same keywords, of which it is another name."""

    name: str
    text: SpecText
    keywords: tuple[KeywordView, ...]
    same_as: str


@dataclass(frozen=True, slots=True)
class FieldsView:
    """A module of TypedDicts."""

    text: SpecText
    imports: tuple[str, ...]
    closed: tuple[str, ...]
    classes: tuple[FieldsClassView, ...]


def fields_view(group: Group, models: dict[str, Model]) -> FieldsView | None:
    """Return what the module of keyword types of a group says; None where no operation of it takes keywords."""
    printer = ArgumentPrinter(models=models)
    classes: list[FieldsClassView] = []
    known: dict[tuple[KeywordView, ...], str] = {}
    for operation in group.operations:
        body = operation.body
        if body is None or body.fields_class is None:
            continue
        keywords = tuple(_keyword(field, printer, models) for field in keyword_fields(body))
        same_as = known.setdefault(keywords, body.fields_class)
        view = FieldsClassView(
            body.fields_class, _text(operation, group), keywords, "" if same_as == body.fields_class else same_as
        )
        classes.append(view)
    if not classes:
        return None
    closed = tuple(
        f"{closed_name(name)}: TypeAlias = {literal(values)}" for name, values in sorted(printer.closed.items())
    )
    text = compose(f"Keywords of the methods of `{group.attribute}`.")
    return FieldsView(text, tuple(_imports(classes, printer)), closed, tuple(classes))


def _text(operation: Operation, group: Group) -> SpecText:
    return SpecText(f"Keywords of `{group.attribute}.{operation.method_name}`.")


def _keyword(field: Field, printer: ArgumentPrinter, models: dict[str, Model]) -> KeywordView:
    printed = printer.type(field.type)
    if field.required and field.constant is None:
        printer.use("Required")
        printed = f"Required[{printed}]"
    return KeywordView(f"{field.name}: {printed}", describe(field, models))


def _imports(classes: list[FieldsClassView], printer: ArgumentPrinter) -> list[str]:
    lines = ["import datetime as dt"] if "dt" in printer.used else []
    if collections := sorted(printer.used & {"AsyncIterable", "Iterable", "Mapping", "Sequence"}):
        lines.append(f"from collections.abc import {', '.join(collections)}")
    typing = sorted(printer.used & {"Any", "Literal", "Required"})
    typing += ["TypeAlias"] if printer.closed or any(view.same_as for view in classes) else []
    lines.append(f"from typing import {', '.join([*typing, 'TypedDict'])}")
    own = ["from .. import models"] if "models" in printer.used else []
    own += ["from .._core import FileTypes"] if "FileTypes" in printer.used else []
    return [*lines, "", *own] if own else lines
