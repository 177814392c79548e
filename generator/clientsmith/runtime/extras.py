"""The type that a model declares for properties that it does not name."""

from __future__ import annotations

import inspect
from typing import Any, get_args

from pydantic import BaseModel

from .annotations import evaluated


def extra_annotation(model: type[BaseModel]) -> Any:
    """Return the type of a model's unknown properties (`__pydantic_extra__: dict[str, T]`), or None."""
    for base in model.__mro__:
        annotation = None if base is BaseModel else inspect.get_annotations(base).get("__pydantic_extra__")
        if annotation is not None:
            arguments = get_args(evaluated(annotation, base.__module__))
            return arguments[1] if len(arguments) == 2 else None
    return None
