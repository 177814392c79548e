"""Looking into type annotations."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo


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
            annotation = annotation.__value__
        else:
            return annotation, tuple(metadata)


def is_alias(annotation: Any) -> bool:
    """Tell whether an annotation is a named alias (`TypeAliasType` of typing or of typing_extensions)."""
    return type(annotation).__name__ == "TypeAliasType"


def is_union(annotation: Any) -> bool:
    """Tell whether a bare annotation is a union."""
    origin = get_origin(annotation)
    return origin is Union or origin is types.UnionType
