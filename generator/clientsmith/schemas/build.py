"""The stages that schemas go through, in order: hoist, find discriminators, run the engine, read back what it made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from clientsmith.ir.types import ANY, Type
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.catalog import Catalog, read_catalog
from clientsmith.schemas.discriminators import Discriminator, find_discriminators, pin_tags
from clientsmith.schemas.engine import EngineError, run_engine
from clientsmith.schemas.hoist import COMPONENTS, hoist
from clientsmith.schemas.places import places

RESERVED: Final = frozenset(
    {"Annotated", "Any", "Discriminated", "Field", "Literal", "Model", "Open", "TypeAlias", "TypeAliasType", "Unknown"}
    | {"Base64Bytes", "Date", "DateTime", "DecimalText", "ReadOnly", "SetByServer", "TimeOfDay", "Uuid"}
    | {"ClientsmithTypes", "None_", "False_", "True_"}
)
"""Names that a generated models module uses itself."""


@dataclass(frozen=True, slots=True)
class SchemaTypes:
    """The types of a document.

    Attributes:
        tree: the document with each inline model hoisted.
        catalog: the classes and aliases.
        at: pointer of a schema outside of components, in `tree`, → its type.
        component_names: component → name of its class or alias; `components` is the way back.
        components: name of a class or alias → component.
        discriminators: component → its discriminator.
        origins: component → pointer in the original document.
    """

    tree: dict[str, Any]
    catalog: Catalog
    at: dict[str, Type]
    component_names: dict[str, str]
    components: dict[str, str]
    discriminators: dict[str, Discriminator]
    origins: dict[str, str]

    def type_at(self, pointer: str) -> Type:
        """Return the type of the schema at a pointer outside of components; `Any` where there is none."""
        return self.at.get(pointer, ANY)

    def written_at(self, pointer: str) -> str:
        """Return where in the original document something stands that is at `pointer` in `tree`."""
        tokens = pointer_tokens(pointer)
        if len(tokens) > 2 and tokens[:2] == ("components", "schemas"):
            return pointer_join(self.origins.get(tokens[2], pointer_join(COMPONENTS, tokens[2])), *tokens[3:])
        return pointer


def build_types(tree: dict[str, Any]) -> SchemaTypes:
    """Find the type of every schema of a document.

    Args:
        tree: a self-contained document of OpenAPI 3.1; it stays as it is.

    Raises:
        EngineError: the engine could not read the schemas.
    """
    hoisted = hoist(tree, RESERVED)
    schemas = hoisted.tree["components"]["schemas"]
    discriminators = find_discriminators(schemas)
    pin_tags(schemas, discriminators)
    asked = {place.pointer: f"p{number}" for number, place in enumerate(places(hoisted.tree))}
    types = {asked[place.pointer]: place.holder[place.key] for place in places(hoisted.tree)}
    output = run_engine(schemas, hoisted.class_names, types)
    wanted = {pointer_join(COMPONENTS, name): name for name in hoisted.class_names.values()}
    catalog = read_catalog(output, wanted)
    return SchemaTypes(
        tree=hoisted.tree,
        catalog=catalog,
        at={pointer: catalog.types.get(key, ANY) for pointer, key in asked.items()},
        component_names=hoisted.class_names,
        components={name: key for key, name in hoisted.class_names.items()},
        discriminators=discriminators,
        origins=hoisted.origins,
    )


__all__ = ["EngineError", "SchemaTypes", "build_types"]
