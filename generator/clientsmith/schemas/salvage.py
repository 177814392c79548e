"""One schema that the engine refuses must not cost all the others their types."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from clientsmith.schemas.engine import TYPES_CLASS, EngineError, EngineOutput, run_engine
from clientsmith.trees import Tree

_NAMED: Final = re.compile(r"#/components/schemas/(?P<name>[A-Za-z0-9_]+)(?:/properties/(?P<property>[A-Za-z0-9_]+))?")
_MOST: Final = 50
"""How many schemas are left out one by one, a run of the engine each, before all the others are as well."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What the engine made of the schemas that it takes, and what it said to the others.

    Attributes:
        output: names and source.
        refused: component → reason.
        refused_types: key in the `types` that were asked for → reason.
    """

    output: EngineOutput
    refused: dict[str, str]
    refused_types: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A component, or one of the types that are asked for."""

    key: str
    is_component: bool


def run_engine_on_all(schemas: Tree, class_names: dict[str, str], types: Tree) -> Salvaged:
    """Run the engine; where it refuses, leave the schema out that is to blame (it becomes `Any`), and run it again.

    Args:
        schemas: component → structure of its schema; references go by class names.
        class_names: component → the name that its class shall have.
        types: key → structure of the schema whose type is asked for.

    Raises:
        EngineError: the engine refuses a document without schemas.
    """
    parts = [*(_Part(key, is_component=True) for key in schemas), *(_Part(key, is_component=False) for key in types)]
    refused: dict[_Part, str] = {}

    def attempt(kept: set[_Part]) -> EngineOutput:
        return run_engine(
            {key: schema if _Part(key, is_component=True) in kept else {} for key, schema in schemas.items()},
            class_names,
            {key: schema if _Part(key, is_component=False) in kept else {} for key, schema in types.items()},
        )

    while True:
        kept = [part for part in parts if part not in refused]
        try:
            output = attempt(set(kept))
        except EngineError as error:
            if not kept:
                raise
            if len(refused) >= _MOST:
                refused |= dict.fromkeys(kept, f"more than {_MOST} schemas of this document are refused")
                continue
            part = _named(str(error), class_names)
            refused[part if part in kept else _first_refused(kept, attempt)] = str(error)
        else:
            return Salvaged(
                output,
                {part.key: reason for part, reason in refused.items() if part.is_component},
                {part.key: reason for part, reason in refused.items() if not part.is_component},
            )


def _named(reason: str, class_names: dict[str, str]) -> _Part | None:
    """Return the first schema that the engine names in its message."""
    match = _NAMED.search(reason)
    if match is None:
        return None
    if match["name"] == TYPES_CLASS:
        return _Part(match["property"] or "", is_component=False)
    key = next((key for key, name in class_names.items() if name == match["name"]), "")
    return _Part(key, is_component=True)


def _first_refused(parts: list[_Part], attempt: Callable[[set[_Part]], object]) -> _Part:
    """Return the part with which the engine begins to refuse when they come one after the other; by bisection."""
    works, fails = 0, len(parts)
    while fails - works > 1:
        middle = (works + fails) // 2
        try:
            attempt(set(parts[:middle]))
        except EngineError:
            fails = middle
        else:
            works = middle
    return parts[fails - 1]
