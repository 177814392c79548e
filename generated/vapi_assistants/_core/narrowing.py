"""Telling JSON objects and arrays apart, in a way that type checkers follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from pydantic import BaseModel


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether a value is a dict."""
    return isinstance(value, dict)


def is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a value is a mapping of any kind."""
    return isinstance(value, Mapping)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a value is a list."""
    return isinstance(value, list)


def is_collection(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...] | set[Any] | frozenset[Any]]:
    """Tell whether a value becomes a JSON array."""
    return isinstance(value, (list, tuple, set, frozenset))


def is_bytes(value: Any) -> TypeGuard[bytes | bytearray | memoryview[int]]:
    """Tell whether a value is bytes in one of their forms."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_model(value: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether an annotation is a model class."""
    return isinstance(value, type) and issubclass(value, BaseModel)


def is_root_model(value: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether an annotation is a model class that stands for one value (`pydantic.RootModel`)."""
    return is_model(value) and value.__pydantic_root_model__
