"""What every part of lowering looks things up in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clientsmith.positions import pointer_get, pointer_join, pointer_tokens
from clientsmith.schemas import SchemaTypes
from clientsmith.text import SpecText, json_literal
from clientsmith.trees import Tree, mapping, sequence

_LONGEST_CHAIN: Final = 32
_WORDS: Final = ("summary", "description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that could not be lowered as the document says; `message` tells what came out instead."""

    code: str
    message: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Context:
    """The document with its types, and what was found while lowering it."""

    types: SchemaTypes
    findings: list[Finding] = field(default_factory=list)

    @property
    def tree(self) -> Tree:
        """The document, inline models hoisted."""
        return self.types.tree

    def resolve(self, node: object, pointer: str) -> tuple[Tree, str]:
        """Follow the `$ref`s of a node that is no schema.

        Returns:
            The object referred to and its pointer; an empty object where the reference leads nowhere. A summary or a
            description beside the reference goes over that of the object (OpenAPI 3.1 §4.8.23).
        """
        words: Tree = {}
        for _ in range(_LONGEST_CHAIN):
            reference = mapping(node).get("$ref")
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            words = {key: text for key, text in mapping(node).items() if key in _WORDS} | words
            pointer = pointer_join("", *pointer_tokens(reference[1:]))
            try:
                node = pointer_get(self.tree, pointer)
            except LookupError:
                return {}, pointer
        return {**mapping(node), **words} if words else mapping(node), pointer

    def report(self, code: str, message: str, pointer: str) -> None:
        """Note that a place was lowered more loosely than the document says it."""
        self.findings.append(Finding(code=code, message=message, pointer=pointer))


def text_of(node: Tree, key: str = "description") -> SpecText:
    """Return a text field of an object of the document; empty where it has none."""
    value = node.get(key)
    return SpecText(value if isinstance(value, str) else "")


def schema_example(schema: Tree) -> SpecText | None:
    """Return the first example of a schema as JSON text."""
    examples = sequence(schema.get("examples"))
    return json_literal(examples[0]) if examples else None


def examples_of(node: Tree, pointer: str, context: Context) -> tuple[SpecText, ...]:
    """Return the examples of a media type or parameter object (OpenAPI 3.1 §4.8.14) as JSON texts."""
    if "example" in node:
        return (json_literal(node["example"]),)
    found = [
        context.resolve(example, pointer_join(pointer, "examples", key))[0]
        for key, example in mapping(node.get("examples")).items()
    ]
    return tuple(json_literal(example["value"]) for example in found if "value" in example)


def default_of(schema: Tree) -> SpecText | None:
    """Return the default of a schema as JSON text."""
    return json_literal(schema["default"]) if "default" in schema else None
