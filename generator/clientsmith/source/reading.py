"""Reads a document: loads its files, joins them, and tells all faults at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity, SpecError
from clientsmith.source import openapi2, openapi3
from clientsmith.source.bundle import Bundle, Origin, diagnose, in_reading_order
from clientsmith.source.loader import Loader
from clientsmith.source.options import ReadOptions
from clientsmith.source.overlay import apply_overlay, is_overlay, open_target
from clientsmith.source.resolve import Resolver
from clientsmith.trees import Tree, is_object

if TYPE_CHECKING:
    from pathlib import Path

    from clientsmith.source.document import Document
    from clientsmith.source.grammar import NodeType

_SUPPORTED_3 = re.compile(r"3\.[0-2](\..*)?")


def read(spec: Path | str, options: ReadOptions | None = None) -> Bundle:
    """Read a document and all files that it refers to, and join them into one tree.

    The tree keeps the OpenAPI version of the document.

    Args:
        spec: A path, an http(s) URL (if the options allow it), or `-` for standard input.
        options: Bounds and permissions.

    Returns:
        The tree, with warnings and the origin of every part.

    Raises:
        SpecError: The document has errors: it cannot be read, is not OpenAPI, or has references that lead nowhere. All
            errors of all files are in it. If there is a tree all the same, its `bundle` has it, with an empty object in
            place of each reference that leads nowhere.
    """
    loader = Loader(options or ReadOptions())
    root, of_overlays = _overlaid(loader.open_root(spec), loader)
    tree: Any = root.tree
    if not is_object(tree):
        told = [] if tree is None and root.parsed.faults else [_no_object(root)]
        raise SpecError(_all(loader, [*of_overlays, *told]))
    grammar = _version(root, tree)
    if isinstance(grammar, Diagnostic):
        raise SpecError(_all(loader, [*of_overlays, grammar]))
    resolver = Resolver(root, loader, grammar)
    resolver.run()
    found = _all(loader, [*of_overlays, *resolver.diagnostics])
    bundle = Bundle(
        tree=resolver.tree,
        diagnostics=found,
        sha256=loader.digest(),
        files=tuple(dict.fromkeys(document.name for document in loader.documents.values())),
        openapi=str(tree.get("openapi", tree.get("swagger"))),
        broken=frozenset(resolver.broken),
        origins=resolver.origins,
    )
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        raise SpecError(found, bundle)
    return bundle


def _overlaid(root: Document, loader: Loader) -> tuple[Document, list[Diagnostic]]:
    """Apply the overlays of the options to the root document; one that is an overlay itself comes first."""
    overlays: list[Document] = []
    while is_overlay(root) and root not in overlays:
        overlays.insert(0, root)
        root = open_target(root, loader)
    overlays.extend(loader.open_given(overlay) for overlay in loader.options.overlays)
    found: list[Diagnostic] = []
    for overlay in overlays if is_object(root.tree) else ():
        root, told = apply_overlay(root, overlay)
        found.extend(told)
    loader.documents[root.url] = root
    return root, found


def grammar_of(tree: Tree) -> NodeType:
    """Give the table of objects that fits the version of a document."""
    return openapi2.DOCUMENT if "swagger" in tree and "openapi" not in tree else openapi3.DOCUMENT


def _no_object(root: Document) -> Diagnostic:
    message = "This is not an OpenAPI document: an object with the field 'openapi' or 'swagger' is expected."
    return diagnose("not-openapi", Severity.ERROR, message, [("", Origin(root, ""))])


def _version(root: Document, tree: Tree) -> NodeType | Diagnostic:
    field = "openapi" if "openapi" in tree else "swagger"
    if field not in tree:
        message = "This is not an OpenAPI document: it has neither the field 'openapi' nor 'swagger'."
        hint = "Put 'openapi: 3.1.0' at the top, or name the root document."
        return diagnose("not-openapi", Severity.ERROR, message, [("", Origin(root, ""))], hint)
    version = str(tree[field])
    if field == "openapi" and _SUPPORTED_3.fullmatch(version):
        return openapi3.DOCUMENT
    if field == "swagger" and version in ("2.0", "2"):
        return openapi2.DOCUMENT
    message = f"OpenAPI version '{version}' is not supported."
    hint = "Supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2."
    return diagnose("openapi-version", Severity.ERROR, message, [("", Origin(root, f"/{field}"))], hint)


def _all(loader: Loader, diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    documents = list(dict.fromkeys(loader.documents.values()))
    of_files = [diagnostic for document in documents for diagnostic in document.diagnostics()]
    return in_reading_order([*of_files, *diagnostics], [document.name for document in documents])
