"""Tables of fields, parameters and headers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from clientsmith.emit.docs.site import Page
from clientsmith.emit.docs.types import facts_of, json_code, type_words, value_code
from clientsmith.emit.markdown import cell, code, fits_cell, inline, table_lines
from clientsmith.emit.sentences import first_sentence, full_stop
from clientsmith.ir import Field, Header, LiteralType, Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a table tells about one value. Everything is quoted already; what is empty is not there."""

    name: str
    python: str
    type: str
    required: bool
    values: str
    text: str


def field_row(field: Field, page: Page, *, details: str = "") -> Row:
    """Return the row of a field.

    Args:
        field: the field.
        page: the page that the table stands on.
        details: where the whole description is, if a cell cannot carry it.
    """
    notes: list[str] = []
    if field.deprecated:
        notes.append("**Deprecated.**")
    if field.read_only:
        notes.append("Only in responses.")
    if field.write_only:
        notes.append("Only in requests.")
    if fits_cell(field.text) or not details:
        notes.append(cell(field.text))
    else:
        notes.append(f"{inline(full_stop(first_sentence(field.text)))} [More]({details})")
    if field.example is not None:
        notes.append(f"Example: {json_code(field.example)}")
    facts = facts_of(field.type, field.default, page)
    if field.constant is not None and not isinstance(field.type, LiteralType):
        facts.append(f"filled in: {value_code(field.constant)}")
    return Row(
        name=code(field.wire_name),
        python=code(field.name),
        type=type_words(field.type, page),
        required=field.required,
        values="<br>".join(facts),
        text=_notes(notes),
    )


def parameter_row(parameter: Parameter, page: Page) -> Row:
    """Return the row of a parameter."""
    notes = ["**Deprecated.**"] if parameter.deprecated else []
    notes += [cell(parameter.text), _serialisation(parameter)]
    if parameter.example is not None:
        notes.append(f"Example: {json_code(parameter.example)}")
    return Row(
        name=code(parameter.wire_name),
        python=code(parameter.name),
        type=type_words(parameter.type, page),
        required=parameter.required,
        values="<br>".join(facts_of(parameter.type, parameter.default, page)),
        text=_notes(notes),
    )


def _serialisation(parameter: Parameter) -> str:
    """Return how a list or an object is written, where that is not the default of the place (OpenAPI 3.1 §4.8.12)."""
    words = [f"Style {code(parameter.style)}."] if parameter.style is not None else []
    if parameter.explode is not None:
        words.append("Each item on its own." if parameter.explode else "All items in one value.")
    if parameter.media_type is not None:
        words.append(f"Written as {code(parameter.media_type)}.")
    return " ".join(words)


def header_row(header: Header, page: Page) -> Row:
    """Return the row of a header of a response."""
    return Row(
        name=code(header.wire_name),
        python="",
        type=type_words(header.type, page),
        required=False,
        values="<br>".join(facts_of(header.type, None, page)),
        text=cell(header.text),
    )


def _notes(notes: list[str]) -> str:
    present = [note for note in notes if note]
    joined = present[0] if present else ""
    for before, note in pairwise(present):
        # Short remarks share a line with what follows them.
        joined += " " if before.endswith((".**", "responses.", "requests.")) and "<br>" not in before else "<br>"
        joined += note
    return joined


def value_table(rows: Iterable[Row], *, first: str) -> str:
    """Return a table of rows, without the columns that say nothing.

    Args:
        rows: the rows.
        first: the head of the first column.
    """
    listed = list(rows)
    same_names = all(row.python in {row.name, ""} for row in listed)
    return table(
        (first, [row.name for row in listed]),
        ("In Python", ["" if same_names else row.python for row in listed]),
        ("Type", [row.type for row in listed]),
        ("Required", [_required(row, listed) for row in listed]),
        ("Values", [row.values for row in listed]),
        ("Description", [row.text for row in listed]),
    )


def _required(row: Row, rows: list[Row]) -> str:
    if not any(other.required for other in rows):
        return ""
    return "yes" if row.required else "no"


def table(*columns: tuple[str, list[str]]) -> str:
    """Return a table of columns, each a head and its cells; columns whose cells are all empty are left out."""
    shown = [(head, cells) for head, cells in columns if any(cells)]
    if not shown:
        return ""
    rows = [[head for head, _ in shown], *(list(row) for row in zip(*(cells for _, cells in shown), strict=True))]
    return "\n".join(table_lines(rows))
