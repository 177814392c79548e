"""The only door to datamodel-code-generator.

It gets the schemas of a document, stripped of everything that is not structure, and gives back Python source. That
source is never shipped: `catalog` reads the types out of it. Text of the spec (descriptions, titles, examples) does not
go in at all.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
import warnings
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion
from datamodel_code_generator.parser import LiteralType
from pydantic_core import SchemaError, SchemaValidator, core_schema

from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.subschemas import LISTS, SCHEMAS
from clientsmith.trees import Tree, is_array, is_object

TYPES_CLASS: Final = "ClientsmithTypes"
"""A made-up component with one property for each type that is asked for outside of components."""

_REFERENCE: Final = "#/components/schemas/"
_KEPT_FORMATS: Final = frozenset({"byte", "date", "date-time", "decimal", "time", "uuid"})
"""Formats of strings that have a Python type from which the text comes back; all others stay text."""
_DIFFERENT: Final = re.compile(r"^/.*/[a-z]*$|&&|--|~~|\\[<>]|\[[^\]\\]*\[(?!:)", re.DOTALL)
_BASE64: Final = frozenset({"base64", "base64url"})
_ASSERTIONS: Final = frozenset(
    {
        "type",
        "enum",
        "const",
        "required",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
    }
)


class EngineError(Exception):
    """The engine refused the schemas; says what it said."""


@dataclass(frozen=True, slots=True)
class EngineField:
    """A field as the engine wrote it: the name in its source and the name in the schema."""

    name: str
    wire_name: str
    required: bool


@dataclass(frozen=True, slots=True)
class EngineModel:
    """A class or alias as the engine wrote it, with the pointer of its schema in what the engine was given."""

    name: str
    pointer: str
    fields: tuple[EngineField, ...]


@dataclass(frozen=True, slots=True)
class EngineOutput:
    """What the engine made: Python source, and which schema each name in it stands for, in order."""

    source: str
    models: tuple[EngineModel, ...]


def engine_versions() -> dict[str, str]:
    """Return the engine's distribution and version, for the manifest."""
    return {"datamodel-code-generator": version("datamodel-code-generator")}


def run_engine(schemas: Tree, class_names: dict[str, str], types: Tree) -> EngineOutput:
    """Let datamodel-code-generator turn schemas into pydantic models.

    Args:
        schemas: component → schema, refs internal.
        class_names: component → the name that its class shall have.
        types: property of the class `TYPES_CLASS` → schema whose type is asked for.

    Returns:
        Source and names as the engine decided them; names may differ from the ones asked for.

    Raises:
        EngineError: the engine could not read the schemas.
    """
    named = {class_names[key]: _structure(schema, class_names) for key, schema in schemas.items()}
    if types:
        properties = {key: _structure(schema, class_names) for key, schema in types.items()}
        named[TYPES_CLASS] = {"type": "object", "required": list(properties), "properties": properties}
    if not named:
        return EngineOutput("", ())
    document = {
        "openapi": "3.1.0",
        "info": {"title": "schemas", "version": "0"},
        "paths": {},
        "components": {"schemas": named},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(), _silence():
        warnings.simplefilter("ignore")
        metadata = Path(folder) / "models.json"
        try:
            source = generate(
                document,
                input_file_type=InputFileType.OpenAPI,
                output_model_type=DataModelType.PydanticV2BaseModel,
                target_python_version=PythonVersion.PY_311,
                emit_model_metadata=metadata,
                disable_timestamp=True,
                use_annotated=True,
                field_constraints=True,
                use_missing_sentinel=True,
                enum_field_as_literal=LiteralType.All,
                use_type_alias=True,
                use_tuple_for_fixed_items=True,
                output_datetime_class=DatetimeClassType.Datetime,
                formatters=[],
            )
        except Exception as error:  # the engine raises many kinds, its own and others
            raise EngineError(str(error) or type(error).__name__) from error
        written = json.loads(metadata.read_text(encoding="utf-8"))["models"]
    return EngineOutput(str(source), tuple(_engine_model(model) for model in written))


def _silence() -> contextlib.AbstractContextManager[object]:
    return contextlib.redirect_stderr(io.StringIO())


def _engine_model(written: dict[str, Any]) -> EngineModel:
    fields = tuple(
        EngineField(field["name"], field["original_name"], field["required"])
        for field in written["fields"]
        if isinstance(field["original_name"], str)
    )
    return EngineModel(written["class_name"], _pointer(written), fields)


def _pointer(written: dict[str, Any]) -> str:
    return pointer_join("", *written["source_path"])


def _structure(schema: Any, class_names: dict[str, str]) -> Any:
    """Return the part of a schema that decides a Python type, with refs to class names."""
    if not is_object(schema):
        return {} if schema is True else schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        key = pointer_tokens(reference.removeprefix("#"))[-1]
        return {"$ref": _REFERENCE + class_names[key]} if key in class_names else {}
    kept: Tree = {}
    if (kind := _format(schema)) in _KEPT_FORMATS:
        kept["format"] = kind
    for keyword, value in schema.items():
        if keyword in _ASSERTIONS or (keyword == "pattern" and isinstance(value, str) and is_enforceable(value)):
            kept[keyword] = value
        elif keyword in SCHEMAS:
            kept[keyword] = _structure(value, class_names) if is_object(value) else value
        elif keyword in LISTS and is_array(value):
            members = [_structure(member, class_names) for member in value]
            # Alternatives that only say which properties have to be there are a rule, not a type.
            if not all(is_object(member) and member.keys() <= {"required"} for member in members):
                kept[keyword] = members
        elif keyword == "properties" and is_object(value):
            kept[keyword] = {name: _structure(member, class_names) for name, member in value.items()}
    return _without_annotations(kept)


def _without_annotations(schema: Tree) -> Tree:
    """Take parts of an `allOf` away that only held a description: the engine would make objects of their siblings."""
    parts = [part for part in schema.get("allOf", ()) if part != {}]
    rest = {keyword: value for keyword, value in schema.items() if keyword != "allOf"}
    if len(parts) == 1 and "$ref" not in parts[0] and not parts[0].keys() & (rest.keys() - {"type"}):
        return {**rest, **parts[0]}
    return {**rest, "allOf": parts} if parts else rest


def _format(schema: Tree) -> Any:
    """Return the format of strings; `byte` is what `contentEncoding: base64` was called in OpenAPI 3.0."""
    type_ = schema.get("type")
    if type_ != "string" and not (is_array(type_) and "string" in type_):
        return None
    if schema.get("contentEncoding") in _BASE64:
        return "byte"
    written = schema.get("format")
    return written if isinstance(written, str) else None


@cache
def is_enforceable(pattern: str) -> bool:
    """Tell whether pydantic's regular expressions can express an ECMA-262 pattern; others are not enforced.

    Some would mean another thing there: character classes with sets in them, and an escaped `<`. One between slashes,
    as in programs, matches nothing that its author had in mind.
    """
    if _DIFFERENT.search(pattern):
        return False
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return False
    return True
