"""From the schemas of a document to the types of the generated code."""

from __future__ import annotations

from clientsmith.schemas.build import SchemaTypes, build_types
from clientsmith.schemas.engine import EngineError, engine_versions
from clientsmith.schemas.looseness import Looseness, loose_schemas

__all__ = ["EngineError", "Looseness", "SchemaTypes", "build_types", "engine_versions", "loose_schemas"]
