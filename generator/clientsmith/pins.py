"""Names that somebody chose and that are to stay, whatever becomes of the document around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Pins:
    """The names of a names file.

    Attributes:
        resources: tag, or first segment of the path of operations without tags → attribute of the client.
        operations: method and path (`GET /assistant/{id}`) → method, or resource and method (`assistants.get`).
        models: pointer of a schema → class.
    """

    resources: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, str] = field(default_factory=dict[str, str])
    models: Mapping[str, str] = field(default_factory=dict[str, str])


NO_PINS: Final = Pins()


class PinError(Exception):
    """A pinned name cannot be used; says which one, and why."""

    def __init__(self, section: str, key: str, message: str) -> None:
        """Note the section and the key of the pin that has to change."""
        super().__init__(message)
        self.section = section
        self.key = key
        self.message = message


def operation_key(verb: str, path: str) -> str:
    """Return what a names file calls an operation: `GET /assistant/{id}`."""
    return f"{verb.upper()} {path}"
