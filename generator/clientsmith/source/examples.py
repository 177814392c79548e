"""Checks examples and defaults against their schemas, with the library jsonschema-rs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.source import openapi3
from clientsmith.source.lookup import follow
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.bundle import Bundle
    from clientsmith.source.grammar import Site

_MOST_FAULTS = 20  # of one example


@dataclass(frozen=True, slots=True)
class _Example:
    """A value that must fit a schema.

    Attributes:
        value: The value.
        pointer: Where it stands.
        schema: The pointer of the schema.
        name: What to call it in a message.
        severity: How bad it is if it does not fit.
    """

    value: Any
    pointer: str
    schema: str
    name: str
    severity: Severity = Severity.ERROR


class Examples:
    """Collects the examples of a document on a walk, and checks them all at the end."""

    def __init__(self, bundle: Bundle) -> None:
        """Start with none.

        Args:
            bundle: The upgraded document.
        """
        self._bundle = bundle
        self._found: dict[tuple[str, str], _Example] = {}

    def note(self, site: Site) -> None:
        """Take the examples of one node.

        Args:
            site: Any node of the document.
        """
        kind, value = site.type, site.value
        if kind is openapi3.SCHEMA:
            if "examples" in value or "default" in value:
                self._of_schema(site.pointer, value)
        elif kind is openapi3.PARAMETER or kind is openapi3.HEADER:
            if "schema" in value:
                self._of_holder(site.pointer, value)
        elif kind is openapi3.MEDIA_TYPE and "schema" in value and is_json(str(site.key)):
            self._of_holder(site.pointer, value)

    def check(self) -> Iterator[Diagnostic]:
        """Check all examples that were noted.

        Yields:
            A diagnostic for each value inside an example that does not fit.
        """
        if not self._found:
            return
        from clientsmith.source.example_validation import ExampleValidation  # noqa: PLC0415 (loads a compiled library)

        validation = ExampleValidation(self._bundle.tree)
        for example in self._found.values():
            for misfit in validation.misfits(example.value, example.schema, _MOST_FAULTS):
                pointer = pointer_join(example.pointer, *misfit.path)
                yield self._bundle.diagnose(
                    "default-mismatch" if example.severity is Severity.WARNING else "example-mismatch",
                    example.severity,
                    f"The {example.name} does not fit its schema: {misfit.message}.",
                    pointer,
                    misfit.hint or "Mend the example or the schema.",
                    [("the schema", misfit.schema or example.schema)],
                )
        for pointer, message in validation.unusable.items():
            hint = "Use a pattern of ECMA-262 without delimiters."
            yield self._bundle.diagnose("schema-pattern", Severity.WARNING, message, pointer, hint)

    def _of_schema(self, pointer: str, schema: Tree) -> None:
        listed = schema.get("examples")
        for index, value in enumerate(listed if is_array(listed) else []):
            self._add(_Example(value, pointer_join(pointer, "examples", index), pointer, "example"))
        if "default" in schema:
            default = _Example(
                schema["default"], pointer_join(pointer, "default"), pointer, "default value", Severity.WARNING
            )
            self._add(default)

    def _of_holder(self, pointer: str, holder: Tree) -> None:
        schema = pointer_join(pointer, "schema")
        if "example" in holder:
            self._add(_Example(holder["example"], pointer_join(pointer, "example"), schema, "example"))
        examples = holder.get("examples")
        if not is_object(examples):
            return
        for name, item in examples.items():
            value, place = follow(self._bundle.tree, item, pointer_join(pointer, "examples", name))
            if not is_object(value):
                continue
            for field in ("value", "dataValue"):
                if field in value:
                    self._add(_Example(value[field], pointer_join(place, field), schema, f"example '{name}'"))

    def _add(self, example: _Example) -> None:
        self._found.setdefault((example.pointer, example.schema), example)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 8259 §11, RFC 6839 §3.1)."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence.endswith(("/json", "+json"))
