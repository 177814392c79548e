"""The type that a model declares for properties that it does not name."""

from __future__ import annotations

import inspect
import sys
import typing
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Callable


def extra_annotation(model: type[BaseModel]) -> Any:
    """Return the type of a model's unknown properties (`__pydantic_extra__: dict[str, T]`), or None."""
    for base in model.__mro__:
        annotation = None if base is BaseModel else inspect.get_annotations(base).get("__pydantic_extra__")
        if annotation is not None:
            arguments = get_args(_evaluated(annotation, base))
            return arguments[1] if len(arguments) == 2 else None
    return None


def _evaluated(annotation: Any, model: type) -> Any:
    if not isinstance(annotation, str):
        return annotation
    holder = type("Holder", (), {"__annotations__": {"extra": annotation}})
    hints: Callable[..., dict[str, Any]] = typing.get_type_hints
    try:
        return hints(holder, vars(sys.modules[model.__module__]))["extra"]
    except (NameError, KeyError, TypeError):
        return None
