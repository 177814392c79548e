"""Plausible values for examples: what the document gives as an example, else something of the right type."""

from __future__ import annotations

import json
from typing import Any, Final

from clientsmith.emit.docs.site import Site
from clientsmith.emit.facts import constraints_of
from clientsmith.ir import (
    AliasModel,
    ConstrainedType,
    DictType,
    Field,
    ListType,
    LiteralType,
    ModelRef,
    ObjectModel,
    Parameter,
    Scalar,
    ScalarType,
    StreamType,
    TupleType,
    Type,
    UnionType,
)
from clientsmith.ir.types import without_none
from clientsmith.naming import words
from clientsmith.text import SpecText
from clientsmith.trees import is_array, is_object

_DEEPEST: Final = 8
_LONGEST_TEXT: Final = 200
_SCALARS: Final[dict[Scalar, Any]] = {
    Scalar.ANY: {},
    Scalar.BASE64: "aGVsbG8=",
    Scalar.BOOL: True,
    Scalar.BYTES: "content",
    Scalar.CONTENT: "content",
    Scalar.DATE: "2025-01-31",
    Scalar.DATE_TIME: "2025-01-31T12:00:00Z",
    Scalar.DECIMAL: "9.90",
    Scalar.FILE: "content",
    Scalar.FLOAT: 1,
    Scalar.INT: 1,
    Scalar.NONE: None,
    Scalar.TIME: "12:00:00Z",
    Scalar.UUID: "01234567-89ab-4cde-8f01-23456789abcd",
}


def json_of(text: SpecText) -> Any:
    """Return the value of a JSON text of the representation."""
    return json.loads(SpecText.reveal(text))


def parameter_value(parameter: Parameter, site: Site) -> Any:
    """Return a value for a parameter."""
    if parameter.example is not None:
        return json_of(parameter.example)
    return value_of(parameter.type, parameter.wire_name, site)


def required_fields(fields: tuple[Field, ...], site: Site, depth: int = 0) -> dict[str, Any]:
    """Return an object that has the required ones of some fields, by their names on the wire."""
    return {
        field.wire_name: _field_value(field, site, depth) for field in fields if field.required and not field.read_only
    }


def _field_value(field: Field, site: Site, depth: int) -> Any:
    if field.example is not None:
        return json_of(field.example)
    return value_of(field.type, field.wire_name, site, depth + 1) if field.constant is None else field.constant


def value_of(type_: Type, name: str, site: Site, depth: int = 0) -> Any:  # noqa: C901 - a case for each kind of type
    """Return a value of a type; `name` is what the value is called, for texts."""
    if depth > _DEEPEST:
        return None
    match without_none(type_):
        case ScalarType(scalar):
            return _text(name) if scalar is Scalar.STR else _SCALARS[scalar]
        case LiteralType(values):
            return next((value for value in values if value is not None), None)
        case ListType(item):
            return [value_of(item, name, site, depth + 1)]
        case TupleType(items):
            return [value_of(item, name, site, depth + 1) for item in items]
        case DictType(value):
            return {} if value == ScalarType(Scalar.ANY) else {"key": value_of(value, name, site, depth + 1)}
        case UnionType() as union:
            return _variant(union, name, site, depth)
        case ConstrainedType(inner):
            return _within(value_of(inner, name, site, depth + 1), type_)
        case ModelRef(model):
            return _model(model, name, site, depth)
        case StreamType(item):
            return [value_of(item, name, site, depth + 1) if item is not None else _text(name)]


def _variant(union: UnionType, name: str, site: Site, depth: int) -> Any:
    """Return a value of the first member of a union, with its tag where only the union knows that."""
    first = union.members[0]
    value = value_of(first, name, site, depth + 1)
    tag = next((tag for tag, model in union.mapping if first == ModelRef(model)), None)
    return value if tag is None or not is_object(value) else {**value, str(union.discriminator): tag}


def _text(name: str) -> str:
    spoken = [word.lower() for word in words(name)]
    if spoken and spoken[-1] in {"url", "uri"}:
        return "https://example.com"
    if "email" in spoken:
        return "ada@example.com"
    return " ".join(spoken) or "text"


def _model(model_name: str, name: str, site: Site, depth: int) -> Any:
    model = site.models.get(model_name)
    if isinstance(model, AliasModel):
        return value_of(model.type, name, site, depth + 1)
    if isinstance(model, ObjectModel):
        return required_fields(all_fields(model, site), site, depth)
    return {}


def all_fields(model: ObjectModel, site: Site) -> tuple[Field, ...]:
    """Return the fields of a model: those of its bases first, an overriding one in place of what it overrides."""
    found: dict[str, Field] = {}
    for base in model.bases:
        parent = site.resolve(base)
        if isinstance(parent, ObjectModel):
            found.update({field.wire_name: field for field in all_fields(parent, site)})
    found.update({field.wire_name: field for field in model.fields})
    return tuple(found.values())


def _within(value: Any, type_: Type) -> Any:
    bounds = {constraint.keyword: constraint.value for constraint in constraints_of(type_)}
    match value:
        case bool():
            return value
        case int() | float():
            return _number(value, bounds)
        case str():
            return _length(value, bounds)
        case _ if is_array(value):
            low = bounds.get("minLength", 0)
            return value * int(low) if isinstance(low, int | float) and 1 < low <= _DEEPEST else value
        case _:
            return value


def _number(value: float, bounds: dict[str, str | int | float]) -> float:
    low = bounds.get("minimum", bounds.get("exclusiveMinimum"))
    high = bounds.get("maximum", bounds.get("exclusiveMaximum"))
    if isinstance(low, int | float) and value <= low:
        value = low if "minimum" in bounds else low + 1
    if isinstance(high, int | float) and value >= high:
        value = high if "maximum" in bounds else high - 1
    return int(value) if float(value).is_integer() else value


def _length(text: str, bounds: dict[str, str | int | float]) -> str:
    low, high = bounds.get("minLength", 0), bounds.get("maxLength", _LONGEST_TEXT)
    if isinstance(low, int | float) and len(text) < low <= _LONGEST_TEXT:
        text = (text * int(low))[: int(low)]
    return text[: int(high)] if isinstance(high, int | float) else text
