"""All models. A module is loaded when the first of its models is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .points import (
        Point as Point,
    )

_MODULES: dict[str, tuple[str, ...]] = {
    "points": ("Point",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:
    # Type checkers see all names above; a name that is not there is an error to them.

    def __getattr__(name: str) -> object:
        """Load the module of a model when it is first asked for."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
