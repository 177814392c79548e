"""What every part of lowering looks things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Final, Literal

from clientsmith.positions import pointer_get, pointer_join, pointer_tokens
from clientsmith.schemas import SchemaTypes
from clientsmith.source.example_validation import ExampleValidation
from clientsmith.source.references import ref_pointer
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
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class PaginationRules:
    """What the configuration says about pagination.

    Attributes:
        by_operation: by operation id, method and path, or a pattern of one of them, what the extension would say; False
            for none at all.
        guess: whether well-known shapes are recognised.
        used: the keys of `by_operation` that some operation had.
    """

    by_operation: Mapping[str, Mapping[str, str] | Literal[False]] = field(default_factory=dict[str, Any])
    guess: bool = False
    used: set[str] = field(default_factory=set[str])

    def find(self, *names: str) -> Mapping[str, str] | Literal[False] | None:
        """Return what holds for an operation with these names: what names it itself goes before patterns."""
        found = [key for key in self.by_operation if key in names]
        found += [key for key in self.by_operation if any(fnmatchcase(name, key) for name in names)]
        self.used.update(found)
        return self.by_operation[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Context:
    """The document with its types, and what was found while lowering it."""

    types: SchemaTypes
    pagination: PaginationRules = field(default_factory=PaginationRules)
    findings: list[Finding] = field(default_factory=list)
    validation: ExampleValidation = field(init=False)
    """Compares examples with schemas; compiles nothing before it is asked."""

    def __post_init__(self) -> None:
        """Make what depends on the document."""
        object.__setattr__(self, "validation", ExampleValidation(self.types.tree))

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
            pointer = pointer_join("", *pointer_tokens(ref_pointer(reference)))
            try:
                node = pointer_get(self.tree, pointer)
            except LookupError:
                return {}, pointer
        return {**mapping(node), **words} if words else mapping(node), pointer

    def report(self, code: str, message: str, pointer: str, *, is_note: bool = False) -> None:
        """Note that a place was lowered more loosely than the document says it; or only that it was, for a note."""
        self.findings.append(Finding(code=code, message=message, pointer=pointer, is_note=is_note))


def text_of(node: Tree, key: str = "description") -> SpecText:
    """Return a text field of an object of the document; empty where it has none."""
    value = node.get(key)
    return SpecText(value if isinstance(value, str) else "")


def text_of_schema(schema: Tree, said: SpecText | None = None) -> SpecText:
    """Return the description of a schema and, in words, the bounds that no Python type has.

    Args:
        schema: the schema.
        said: what is said in place of its own description, if that says anything.
    """
    text = said or text_of(schema)
    if not (rules := list(_unchecked_bounds(schema))):
        return text
    return SpecText("\n\n".join([*([SpecText.reveal(text)] if text else []), " ".join(rules)]))


def _unchecked_bounds(schema: Tree) -> Iterator[str]:
    if schema.get("uniqueItems") is True:
        yield "No item is there twice."
    low, high = (_count(schema.get(keyword)) for keyword in ("minProperties", "maxProperties"))
    if low and high is not None:
        yield f"{f'{low} to {high}' if low != high else f'Exactly {low}'} {_properties(high)}."
    elif low:
        yield f"At least {low} {_properties(low)}."
    elif high is not None:
        yield f"At most {high} {_properties(high)}."


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _properties(count: int) -> str:
    return "property" if count == 1 else "properties"


def schema_example(schema: Tree) -> SpecText | None:
    """Return the first example of a schema as JSON text."""
    examples = sequence(schema.get("examples"))
    return json_literal(examples[0]) if examples else None


def examples_of(node: Tree, pointer: str, context: Context) -> tuple[SpecText, ...]:
    """Return the examples of a media type or parameter object (OpenAPI 3.1 §4.8.14) as JSON texts."""
    return tuple(json_literal(value) for value in example_values(node, pointer, context))


def example_values(node: Tree, pointer: str, context: Context) -> list[Any]:
    """Return the values of the examples of a media type or parameter object."""
    if "example" in node:
        return [node["example"]]
    found = [
        context.resolve(example, pointer_join(pointer, "examples", key))[0]
        for key, example in mapping(node.get("examples")).items()
    ]
    return [example["value"] for example in found if "value" in example]


def default_of(schema: Tree) -> SpecText | None:
    """Return the default of a schema as JSON text."""
    return json_literal(schema["default"]) if "default" in schema else None
