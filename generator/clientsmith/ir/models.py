"""Models: the classes and aliases of the generated models package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from clientsmith.ir.types import Constraint, LiteralValue, Type
from clientsmith.text import SpecText


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of an object schema.

    `type` leaves out that an optional property may be absent. `constant` is what a constructor fills in: the only
    value that a required property or the tag of a variant can have, or the tag of a variant whose schema allows any
    text there; `narrows` tells that the same property of a base may have others. `default` is what the server assumes,
    as JSON text; it is never made up on reading.
    """

    name: str
    wire_name: str
    type: Type
    required: bool
    constant: LiteralValue = None
    narrows: bool = False
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    default: SpecText | None = None
    example: SpecText | None = None
    text: SpecText
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectModel:
    """A class with fields. `extra` is the type of further properties, None where the schema forbids them."""

    name: str
    bases: tuple[str, ...]
    fields: tuple[Field, ...]
    extra: Type | None
    deprecated: bool = False
    text: SpecText
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasModel:
    """A name for a type that is not a class: a union, an enumeration, an array, a scalar."""

    name: str
    type: Type
    recursive: bool = False
    deprecated: bool = False
    text: SpecText
    origin: str


Model: TypeAlias = ObjectModel | AliasModel


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModule:
    """A module of the models package; models stand in an order in which each comes after what it mentions.

    `used_by` names the groups whose operations reach these models, `inherited` the models of other modules that only
    inherited annotations mention.
    """

    name: str
    used_by: tuple[str, ...]
    models: tuple[Model, ...]
    inherited: tuple[str, ...]


__all__ = ["AliasModel", "Constraint", "Field", "Model", "ModelModule", "ObjectModel"]
