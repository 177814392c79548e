"""Checks that need more than one node of a document: what refers to what by name, and what excludes what.

They work on the upgraded tree, where every node is of the right kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.diagnostics import Severity
from clientsmith.positions import pointer_join
from clientsmith.source import openapi3
from clientsmith.source.bundle import in_reading_order
from clientsmith.source.check_operations import OperationChecks
from clientsmith.source.check_schemas import check_schema
from clientsmith.source.check_security import check_requirement, check_scheme, check_server, check_servers
from clientsmith.source.examples import Examples
from clientsmith.source.grammar import Site, walk
from clientsmith.source.references import ref_pointer
from clientsmith.trees import is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.diagnostics import Diagnostic
    from clientsmith.source.bundle import Bundle


def check(bundle: Bundle) -> tuple[Diagnostic, ...]:
    """Find contradictions in a document, and examples that do not fit their schemas.

    Args:
        bundle: The upgraded document.

    Returns:
        Errors and warnings, in order of reading. Those of reading and upgrading (`bundle.diagnostics`) are not among
        them.
    """
    operations = OperationChecks(bundle)
    examples = Examples(bundle)
    found: list[Diagnostic] = list(check_servers(bundle))
    for site in walk(bundle.tree, openapi3.DOCUMENT):
        if is_object(site.value) and site.pointer not in bundle.broken:
            found.extend(_one(bundle, site, operations))
            examples.note(site)
    found.extend(examples.check())
    return in_reading_order(found, bundle.files)


def _one(bundle: Bundle, site: Site, operations: OperationChecks) -> Iterator[Diagnostic]:
    kind, value = site.type, site.value
    if kind.reference and isinstance(value.get("$ref"), str):
        yield from _kind_of_target(bundle, site, value["$ref"])
    elif kind is openapi3.SCHEMA:
        yield from check_schema(bundle, site.pointer, value)
    elif kind is openapi3.PATH_ITEM:
        yield from operations.path_item(site)
    elif kind is openapi3.OPERATION:
        yield from operations.operation(site)
    elif kind is openapi3.PARAMETER:
        yield from operations.parameter(site)
    elif kind is openapi3.SECURITY_REQUIREMENT:
        yield from check_requirement(bundle, site.pointer, value)
    elif kind is openapi3.SECURITY_SCHEME:
        yield from check_scheme(bundle, site.pointer, value)
    elif kind is openapi3.SERVER:
        yield from check_server(bundle, site.pointer, value)


def _kind_of_target(bundle: Bundle, site: Site, ref: str) -> Iterator[Diagnostic]:
    """A reference to a component must lead to one of its own kind."""
    parts = ref_pointer(ref).split("/")
    if len(parts) == 4 and parts[1] == "components" and parts[2] != site.type.section[-1]:
        yield bundle.diagnose(
            "ref-wrong-kind",
            Severity.WARNING,
            f"The reference '{ref}' leads to one of the {parts[2]}, where a {site.type.name} belongs.",
            pointer_join(site.pointer, "$ref"),
            f"Refer to one of '#/components/{site.type.section[-1]}'.",
        )
