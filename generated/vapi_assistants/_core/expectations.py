"""Wording for issues: where something is, and what was expected there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .annotations import unwrap

if TYPE_CHECKING:
    from pydantic import ValidationError


def escape(name: str) -> str:
    """Return a property name as a part of a JSON pointer (RFC 6901 §3)."""
    return name.replace("~", "~0").replace("/", "~1")


def expectation(error: ValidationError) -> str:
    """Return what pydantic expected, in words that fit after "expected"."""
    message = error.errors(include_url=False, include_context=False, include_input=False)[0]["msg"]
    return message.removeprefix("Input should be ").replace("String should", "a string that should")


def names_of(members: list[Any]) -> str:
    """Return the names of the members of a union."""
    names: list[str] = []
    for member in members:
        bare, _ = unwrap(member)
        name = getattr(bare, "__name__", None) if isinstance(bare, type) else None
        names.append(name or str(bare).replace("typing.", ""))
    return " or ".join(names)
