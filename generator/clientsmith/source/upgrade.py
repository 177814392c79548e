"""Brings a document of any version into one shape: that of OpenAPI 3.1, whose schemas are JSON Schema 2020-12.

What 3.2 has beside 3.1 (the method `query`, `additionalOperations`, `itemSchema`, …) stays where it is.
"""

from __future__ import annotations

from dataclasses import replace

from clientsmith.source import openapi3
from clientsmith.source.bundle import Bundle, copy_tree, in_reading_order
from clientsmith.source.grammar import walk
from clientsmith.source.misplaced_references import mend_reference
from clientsmith.source.reading import grammar_of
from clientsmith.source.schema_upgrade import SchemaUpgrade
from clientsmith.source.shape import mend_shape
from clientsmith.trees import Tree, is_object

_VERSION = "3.1.0"


def upgrade(bundle: Bundle) -> Bundle:
    """Turn a document of version 2.0, 3.0, 3.1 or 3.2 into one tree in the shape of 3.1.

    Every node that the specification calls an object is an object in the result, every list a list; values of the wrong
    kind are replaced and told. `nullable` becomes a type, boolean `exclusiveMinimum` a number, `example` in a schema
    `examples` (OpenAPI 3.1 §4.8.24, "Migrating from OpenAPI 3.0 to 3.1").

    Args:
        bundle: The document as read.

    Returns:
        A new bundle; the old one stays as it is. Its diagnostics are those of the old one and what was found on the
        way.
    """
    tree: Tree = copy_tree(bundle.tree)
    mended: set[str] = set()
    diagnostics = [*bundle.diagnostics, *mend_shape(bundle, tree, grammar_of(tree), mended)]
    current = replace(bundle, tree=tree, broken=bundle.broken | mended)
    if "openapi" not in tree:
        from clientsmith.source.swagger import convert  # noqa: PLC0415 (most documents need none of it)

        current = convert(current)
        tree = current.tree
        diagnostics.extend(current.diagnostics[len(bundle.diagnostics) :])
        found = mend_shape(current, tree, openapi3.DOCUMENT, mended)
        diagnostics.extend(diagnostic for diagnostic in found if diagnostic.code == "wrong-kind")
        current = replace(current, broken=current.broken | mended)
    schemas = SchemaUpgrade(current, lenient=not bundle.openapi.startswith(("3.1", "3.2")))
    for site in walk(tree, openapi3.DOCUMENT):
        if site.type is openapi3.SCHEMA and is_object(site.value):
            misplaced = mend_reference(current, tree, site.pointer, site.value)
            if misplaced is not None:
                diagnostics.append(misplaced)
            schemas.visit(site, site.value)
    tree["openapi"] = _VERSION
    diagnostics.extend(schemas.diagnostics)
    return replace(
        current,
        tree=tree,
        diagnostics=in_reading_order(diagnostics, bundle.files),
        origins=schemas.origins,
    )
