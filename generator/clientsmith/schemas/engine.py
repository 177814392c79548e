"""The only door to datamodel-code-generator.

It gets the schemas of a document, stripped of everything that is not structure, and gives back Python source. That
source is never shipped: `catalog` reads the types out of it. Text of the spec (descriptions, titles, examples) does not
go in at all.
"""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import warnings
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion
from datamodel_code_generator.parser import LiteralType

from clientsmith.positions import pointer_join
from clientsmith.trees import Tree

TYPES_CLASS: Final = "ClientsmithTypes"
"""A made-up component with one property for each type that is asked for by itself."""


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
        schemas: component → structure of its schema; references go by class names.
        class_names: component → the name that its class shall have.
        types: property of the class `TYPES_CLASS` → structure of the schema whose type is asked for.

    Returns:
        Source and names as the engine decided them; names may differ from the ones asked for.

    Raises:
        EngineError: the engine could not read the schemas.
    """
    named = {class_names[key]: schema for key, schema in schemas.items()}
    if types:
        named[TYPES_CLASS] = {"type": "object", "required": list(types), "properties": types}
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
                use_union_operator=False,  # `A | B | …` of thousands is nested deeper than Python parses
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
