"""What the rules look at: the document as one tree, and its files one by one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.source import Bundle, ReadOptions, validate
from clientsmith.source.bundle import Origin, diagnose
from clientsmith.source.document import Document, parse_document
from clientsmith.trees import is_array, is_object


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file and the JSON pointer to it."""

    document: Document
    pointer: str
    value: Any

    def child(self, *tokens: str | int) -> Node:
        """Return the value below this one."""
        value = self.value
        for token in tokens:
            value = value[token]
        return Node(self.document, pointer_join(self.pointer, *tokens), value)


@dataclass(frozen=True, slots=True)
class Sources:
    """A document in both shapes.

    Attributes:
        bundle: All files as one tree.
        folder: The address of the folder with the files, with a slash at its end.
        documents: The files, by name.
        faults: What `clientsmith validate` says.
    """

    bundle: Bundle
    folder: str
    documents: tuple[Document, ...]
    faults: tuple[Diagnostic, ...]


def open_sources(root: Path) -> Sources:
    """Read a document and every YAML file of its folder.

    Args:
        root: The root document.

    Returns:
        The document. Where it cannot be read at all, its tree is empty, and the faults tell why.
    """
    bundle, faults = validate(root)
    files = sorted(file for file in root.parent.rglob("*.yaml") if not file.name.startswith("."))
    documents = tuple(
        parse_document(
            file.resolve().as_uri(), Path(os.path.relpath(file)).as_posix(), file.read_bytes(), ReadOptions()
        )
        for file in files
    )
    empty = Bundle(tree={}, diagnostics=(), sha256="", files=(), openapi="")
    folder = f"{root.parent.resolve().as_uri()}/"
    return Sources(bundle=bundle or empty, folder=folder, documents=documents, faults=faults)


def folders_of(sources: Sources, document: Document) -> tuple[str, ...]:
    """Return the names of the folders in which a file stands, from that of the document on."""
    return tuple(document.url.removeprefix(sources.folder).split("/")[:-1])


def finding(code: str, node: Node, message: str, hint: str) -> Diagnostic:
    """Make a diagnostic about a value of a file."""
    return diagnose(code, Severity.ERROR, message, [("", Origin(node.document, node.pointer))], hint)


def walk(node: Node) -> list[Node]:
    """Return a value and everything below it, in document order."""
    found = [node]
    if is_object(node.value):
        for key in node.value:
            found += walk(node.child(key))
    elif is_array(node.value):
        for index in range(len(node.value)):
            found += walk(node.child(index))
    return found


def named_schemas(sources: Sources) -> list[Node]:
    """Return every schema that has a name."""
    return [
        Node(document, pointer_join("", name), schema)
        for document in sources.documents
        if "schemas" in folders_of(sources, document) and is_object(document.tree)
        for name, schema in document.tree.items()
        if is_object(schema)
    ]


def properties(sources: Sources) -> list[Node]:
    """Return every property of every schema, at any depth."""
    return [
        node.child("properties", name)
        for schema in named_schemas(sources)
        for node in walk(schema)
        if is_object(node.value)
        and is_object(node.value.get("properties"))
        and not node.pointer.endswith("/properties")
        for name in node.value["properties"]
        if is_object(node.value["properties"][name])
    ]


def references(node: Node) -> list[str]:
    """Return where the references below a value lead, as an absolute URL with a fragment each."""
    return [
        absolute(node.document, found.value["$ref"])
        for found in walk(node)
        if is_object(found.value) and isinstance(found.value.get("$ref"), str)
    ]


def absolute(document: Document, reference: str) -> str:
    """Return a reference as an absolute URL with a fragment."""
    url, fragment = urldefrag(urljoin(document.url, reference))
    return f"{url}#{fragment}"
