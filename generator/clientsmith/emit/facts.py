"""What a reader wants to know of a value besides its type: bounds, allowed values, default; in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clientsmith.emit.markdown_html import html_to_markdown
from clientsmith.emit.python_types import number
from clientsmith.ir import (
    ConstrainedType,
    Constraint,
    DictType,
    ListType,
    LiteralType,
    LiteralValue,
    Operation,
    Place,
    Scalar,
    ScalarType,
    Type,
    UnionType,
)
from clientsmith.text import SpecText, clean_lines

FEW_VALUES: Final = 8
"""Up to so many allowed values are listed in a docstring."""

_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_PLURALS: Final = {"character": "characters", "item": "items", "entry": "entries"}
_SENTENCE_END: Final = (". ", "! ", "? ")


def compose(*parts: str | SpecText) -> SpecText:
    """Join own words and text of the spec; the result is text of the spec."""
    return SpecText("".join(SpecText.reveal(part) if isinstance(part, SpecText) else part for part in parts))


def join(separator: str, parts: list[SpecText]) -> SpecText:
    """Join pieces of text with own words in between."""
    return SpecText(separator.join(SpecText.reveal(part) for part in parts))


def first_sentence(text: SpecText) -> SpecText:
    """Return the first sentence of a text on one line, without the full stop at its end."""
    lines: list[str] = []
    for line in html_to_markdown(clean_lines(text)):
        if not line.strip():
            if lines:
                break
            continue
        lines.append(line.strip())
    joined = " ".join(lines)
    ends = [
        position for end in _SENTENCE_END if (position := joined.find(end)) > 0 and not _abbreviates(joined, position)
    ]
    sentence = joined[: min(ends)] if ends else joined
    return SpecText(sentence.rstrip(" .:"))


def _abbreviates(text: str, position: int) -> bool:
    return text[:position].endswith(("e.g", "i.e", "etc", "vs"))


def constraints_of(type_: Type) -> tuple[Constraint, ...]:
    """Return the bounds that hold for a value of a type as a whole."""
    match type_:
        case ConstrainedType(constraints=constraints):
            return constraints
        case UnionType(members=members):
            bounds = [constraints_of(member) for member in members if member != ScalarType(Scalar.NONE)]
            return bounds[0] if len(bounds) == 1 else ()
        case _:
            return ()


def allowed_values(type_: Type) -> tuple[LiteralValue, ...]:
    """Return the values that a type, or the items of an array, are limited to; none where they are open."""
    match type_:
        case LiteralType(values):
            return values
        case ListType(item) | ConstrainedType(type=ListType(item)):
            return allowed_values(item)
        case ConstrainedType(type=inner):
            return allowed_values(inner)
        case UnionType(members=members):
            found = [allowed_values(member) for member in members if member != ScalarType(Scalar.NONE)]
            return found[0] if len(found) == 1 else ()
        case _:
            return ()


def bounds_in_words(type_: Type) -> list[SpecText]:
    """Return the bounds of a type in words, `10 to 3600`, `at most 40 characters`, in a fixed order."""
    constraints = {constraint.keyword: constraint.value for constraint in constraints_of(type_)}
    return list(_range(constraints)) + list(_lengths(constraints, _counted(type_)))


def _range(constraints: dict[str, str | int | float]) -> Iterator[SpecText]:
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if isinstance(low, int | float) and isinstance(high, int | float):
        yield SpecText(f"{number(low)} to {number(high)}")
    elif isinstance(low, int | float):
        yield SpecText(f"at least {number(low)}")
    elif isinstance(high, int | float):
        yield SpecText(f"at most {number(high)}")
    for keyword, words in (
        ("exclusiveMinimum", "more than"),
        ("exclusiveMaximum", "less than"),
        ("multipleOf", "a multiple of"),
    ):
        value = constraints.get(keyword)
        if isinstance(value, int | float):
            yield SpecText(f"{words} {number(value)}")


def _lengths(constraints: dict[str, str | int | float], counted: str) -> Iterator[SpecText]:
    low, high = constraints.get("minLength"), constraints.get("maxLength")
    if isinstance(low, int | float) and isinstance(high, int | float):
        span = f"exactly {number(low)}" if low == high else f"{number(low)} to {number(high)}"
        yield SpecText(f"{span} {_plural(counted, high)}")
    elif isinstance(low, int | float):
        yield SpecText(f"at least {number(low)} {_plural(counted, low)}")
    elif isinstance(high, int | float):
        yield SpecText(f"at most {number(high)} {_plural(counted, high)}")
    pattern = constraints.get("pattern")
    if isinstance(pattern, str):
        yield compose("matches `", SpecText(pattern), "`")


def _plural(counted: str, how_many: float) -> str:
    return counted if how_many == 1 else _PLURALS[counted]


def _counted(type_: Type) -> str:
    match type_:
        case ConstrainedType(type=ListType()):
            return "item"
        case ConstrainedType(type=DictType()):
            return "entry"
        case UnionType(members=members):
            return next((_counted(member) for member in members if isinstance(member, ConstrainedType)), "character")
        case _:
            return "character"


def sent_path(operation: Operation) -> str:
    """Return the path template without pairs of its query that a query parameter sends (`/search?q={q}`)."""
    path, mark, query = operation.path.partition("?")
    named = {parameter.wire_name for parameter in operation.parameters if parameter.place is Place.PATH}
    kept = [pair for pair in query.split("&") if named.issuperset(_PLACE.findall(pair))] if mark else []
    return f"{path}?{'&'.join(kept)}" if kept else path
