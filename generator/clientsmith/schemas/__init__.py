"""From the schemas of a document to the types of the generated code."""

from __future__ import annotations

from clientsmith.schemas.build import SchemaTypes, build_types
from clientsmith.schemas.engine import EngineError, engine_versions

__all__ = ["EngineError", "SchemaTypes", "build_types", "engine_versions"]
