"""The components that schemas refer to, by name."""

from __future__ import annotations

from typing import Any, Final

from clientsmith.positions import pointer_tokens
from clientsmith.trees import mapping

COMPONENTS: Final = "/components/schemas"
REFERENCE: Final = f"#{COMPONENTS}/"
"""What a reference to a component begins with, before its name."""


def component_at(reference: object) -> str:
    """Return the name of the component that a reference leads to; an empty text where it leads to none."""
    if isinstance(reference, str) and reference.startswith(REFERENCE):
        return pointer_tokens(reference[1:])[-1]
    return ""


def component_of(schema: Any) -> str:
    """Return the name of the component that a schema refers to; an empty text where it refers to none."""
    return component_at(mapping(schema).get("$ref"))


def component_meant(value: object) -> str:
    """Return the name of the component that a discriminator's mapping means, by a reference or by its name."""
    return component_at(value) or (value if isinstance(value, str) else "")
