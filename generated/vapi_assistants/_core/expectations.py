"""Wording for issues: where something is, and what was expected there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from .annotations import is_alias, is_union, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationError

_SHOWN_VALUES: Final = 6


def escape(name: str) -> str:
    """Return a property name as a part of a JSON pointer (RFC 6901 §3)."""
    return name.replace("~", "~0").replace("/", "~1")


def expectation(error: ValidationError) -> str:
    """Return what pydantic expected, in words that fit after "expected"."""
    message = error.errors(include_url=False, include_context=False, include_input=False)[0]["msg"]
    return message.removeprefix("Input should be ").replace("String should", "a string that should")


def choice(values: Iterable[Any]) -> str:
    """Return the values that are allowed somewhere: the first few of them, and how many others there are."""
    every = [repr(value) for value in values] or ["no value"]
    others = len(every) - _SHOWN_VALUES
    shown = every[:_SHOWN_VALUES] if others > 0 else every[:-1]
    last = every[-1] if others <= 0 else "one other" if others == 1 else f"one of {others} others"
    return f"{', '.join(shown)} or {last}" if shown else last


def names_of(members: Iterable[Any]) -> str:
    """Return the names of the members of a union."""
    return " or ".join(_name_of(member) for member in members)


def _name_of(annotation: Any) -> str:
    if is_alias(annotation):
        return str(annotation.__name__)  # which may be part of its own value
    bare, _ = unwrap(annotation)
    arguments = get_args(bare)
    if get_origin(bare) is Literal:
        return choice(arguments)
    if is_union(bare):
        return names_of(arguments)
    if bare is None or bare is type(None):
        return "null"
    name: str = getattr(get_origin(bare) or bare, "__name__", None) or str(bare)
    return f"{name}[{', '.join(_name_of(argument) for argument in arguments)}]" if arguments else name
