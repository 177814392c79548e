"""The stages that schemas go through, in order: hoist, find discriminators, run the engine, read back what it made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from clientsmith.ir.types import ANY, Type
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.catalog import Catalog, read_catalog
from clientsmith.schemas.circular_unions import mend_unions
from clientsmith.schemas.components import COMPONENTS
from clientsmith.schemas.discriminators import (
    Discriminator,
    find_discriminators,
    open_tags,
    pin_tags,
    standing_alone,
)
from clientsmith.schemas.engine import EngineError
from clientsmith.schemas.further_properties import with_further_properties
from clientsmith.schemas.hoist import hoist
from clientsmith.schemas.inheritance import mend_inheritance
from clientsmith.schemas.inherited_null import with_inherited_null
from clientsmith.schemas.looseness import Looseness
from clientsmith.schemas.places import places
from clientsmith.schemas.questions import Questions, find_questions, put_together
from clientsmith.schemas.salvage import Salvaged, run_engine_on_all
from clientsmith.schemas.scalar_all_of import merge_scalars
from clientsmith.schemas.structure import structure
from clientsmith.trees import Tree, is_object

RESERVED: Final = frozenset(
    {"Annotated", "Any", "Discriminated", "Field", "Literal", "Model", "Open", "TypeAlias", "TypeAliasType", "Unknown"}
    | {"Base64Bytes", "Date", "DateTime", "DecimalText", "FileTypes", "ReadOnly", "SetByServer", "TimeOfDay", "Uuid"}
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
        tags: component → the properties that tell it from other variants.
        open_tags: component → property that may have any value → the tag that it has in unions.
        origins: component → pointer in the original document.
        places: component that was inline → the pointers of all its places in the original document.
        loose: schemas that came out more loosely than they are meant, by pointer in the original document.
    """

    tree: dict[str, Any]
    catalog: Catalog
    at: dict[str, Type]
    component_names: dict[str, str]
    components: dict[str, str]
    discriminators: dict[str, Discriminator]
    tags: dict[str, frozenset[str]]
    open_tags: dict[str, dict[str, str]]
    origins: dict[str, str]
    places: dict[str, tuple[str, ...]]
    loose: tuple[Looseness, ...]

    def type_at(self, pointer: str) -> Type:
        """Return the type of the schema at a pointer outside of components; `Any` where there is none."""
        return self.at.get(pointer, ANY)

    def chosen_names(self) -> dict[tuple[str, ...], str]:
        """Return the pointers of all places of each schema that has a name → the name."""
        return {
            self.places.get(key, (pointer_join(COMPONENTS, key),)): name for key, name in self.component_names.items()
        }

    def written_at(self, pointer: str) -> str:
        """Return where in the original document something stands that is at `pointer` in `tree`."""
        return _written_at(pointer, self.origins)


def build_types(tree: dict[str, Any], pins: Mapping[str, str] | None = None) -> SchemaTypes:
    """Find the type of every schema of a document.

    Args:
        tree: a self-contained document of OpenAPI 3.1; it stays as it is.
        pins: pointer of a schema → name of its class, where that is decided already.

    Raises:
        PinError: a name that is decided already cannot be used.
        EngineError: the engine refuses too many of the schemas.
    """
    hoisted = hoist(tree, RESERVED, pins)
    schemas = hoisted.tree["components"]["schemas"]
    cut = mend_inheritance(schemas)
    mend_unions(schemas)
    discriminators = find_discriminators(schemas, hoisted.hierarchies, standing_alone(hoisted.tree))
    pin_tags(schemas, discriminators)
    names = hoisted.class_names
    asked = find_questions(
        {key: structure(_for_types(schema, schemas), names) for key, schema in schemas.items()},
        names,
        {
            place.pointer: structure(_for_types(place.holder[place.key], schemas), names)
            for place in places(hoisted.tree)
        },
    )
    salvaged = run_engine_on_all(asked.schemas, names, asked.types)
    wanted = {pointer_join(COMPONENTS, name): name for name in names.values()}
    catalog = put_together(read_catalog(salvaged.output, wanted), asked, names)
    return SchemaTypes(
        tree=hoisted.tree,
        catalog=catalog,
        at={pointer: catalog.types.get(key, ANY) for pointer, key in asked.places.items()},
        component_names=names,
        components={name: key for key, name in names.items()},
        discriminators=discriminators,
        tags=_tags(discriminators),
        open_tags=open_tags(discriminators, schemas, hoisted.hierarchies),
        origins=hoisted.origins,
        places=hoisted.places,
        loose=tuple(_loose(cut, salvaged, asked, hoisted.origins)),
    )


def _for_types(schema: Any, schemas: Tree) -> Any:
    """Return a schema as the engine reads it right."""
    merged = merge_scalars(with_further_properties(schema, schemas), schemas)
    return with_inherited_null(merged, schemas) if is_object(merged) else merged


def _tags(discriminators: dict[str, Discriminator]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for discriminator in discriminators.values():
        for key in discriminator.tags.values():
            found[key] = found.get(key, frozenset()) | {discriminator.property_name}
    return found


def _written_at(pointer: str, origins: Mapping[str, str]) -> str:
    tokens = pointer_tokens(pointer)
    if len(tokens) > 2 and tokens[:2] == ("components", "schemas"):
        return pointer_join(origins.get(tokens[2], pointer_join(COMPONENTS, tokens[2])), *tokens[3:])
    return pointer


def _loose(
    cut: tuple[str, ...], salvaged: Salvaged, asked: Questions, origins: Mapping[str, str]
) -> Iterator[Looseness]:
    for component in cut:
        message = "The 'allOf' comes back to the schema that it stands in; what closes the circle was left out."
        yield Looseness("inheritance-circular", message, _written_at(pointer_join(COMPONENTS, component), origins))
    refused = [(pointer_join(COMPONENTS, component), reason) for component, reason in salvaged.refused.items()]
    refused += [(one, reason) for key, reason in salvaged.refused_types.items() for one in asked.pointers(key)]
    for pointer, reason in refused:
        message = f"No type could be made of this schema ({reason}); it is Any."
        yield Looseness("schema-not-typed", message, _written_at(pointer, origins))


__all__ = ["EngineError", "SchemaTypes", "build_types"]
