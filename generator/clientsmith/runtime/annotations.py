"""Looking into type annotations."""

from __future__ import annotations

import sys
import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from collections.abc import Callable


def unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take off `Annotated` and named aliases.

    Args:
        annotation: any annotation.

    Returns:
        The bare annotation, and the metadata that stood around it, outermost last, with that of pydantic fields taken
        out of them.
    """
    metadata: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *own = get_args(annotation)
            flat: list[Any] = []
            for item in own:
                flat.extend(item.metadata if isinstance(item, FieldInfo) else (item,))
            metadata[:0] = flat
        elif is_alias(annotation):
            annotation = evaluated(annotation.__value__, annotation.__module__)
        else:
            return annotation, tuple(metadata)


def evaluated(annotation: Any, module: str) -> Any:
    """Return an annotation that was written as text, with the names that a module has.

    Args:
        annotation: an annotation, or its text.
        module: name of the module that it was written in.

    Returns:
        The annotation; None where the module lacks a name in it.
    """
    if not isinstance(annotation, str):
        return annotation
    holder = type("Holder", (), {"__annotations__": {"here": annotation}})
    hints: Callable[..., dict[str, Any]] = typing.get_type_hints
    try:
        return hints(holder, vars(sys.modules[module]), include_extras=True)["here"]
    except (NameError, KeyError, TypeError):
        return None


def is_alias(annotation: Any) -> bool:
    """Tell whether an annotation is a named alias (`TypeAliasType` of typing or of typing_extensions)."""
    return type(annotation).__name__ == "TypeAliasType"


def is_union(annotation: Any) -> bool:
    """Tell whether a bare annotation is a union."""
    origin = get_origin(annotation)
    return origin is Union or origin is types.UnionType
