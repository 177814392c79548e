"""Run in a process of its own: imports every module of a package, builds every model and every type adapter.

Arguments: the folder that holds the package, its name. Prints a JSON list of what failed.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypeAliasType


def problems(package: str) -> Iterator[str]:
    root = importlib.import_module(package)
    modules: list[ModuleType] = [root]
    for found in pkgutil.walk_packages(root.__path__, f"{package}.", onerror=lambda _: None):
        try:
            modules.append(importlib.import_module(found.name))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            yield f"import of {found.name.removeprefix(package + '.')}: {told(error)}"
    for name in getattr(importlib.import_module(f"{package}.models"), "__all__", ()):
        try:
            getattr(importlib.import_module(f"{package}.models"), name)
        except Exception as error:  # noqa: BLE001
            yield f"models.{name}: {told(error)}"
    for module in modules:
        in_models = module.__name__.startswith(f"{package}.models.")
        for name, value in list(vars(module).items()):
            if in_models and isinstance(value, type) and issubclass(value, BaseModel):
                yield from attempt(f"model {name}", value.model_rebuild)
            elif in_models and is_type(value) and not name.startswith("_"):
                yield from attempt(f"alias {name}", lambda value=value: TypeAdapter(value).rebuild())
            elif type(value).__name__ == "Operation":
                yield from operation_adapters(name, value)


def is_type(value: Any) -> bool:
    return isinstance(value, TypeAliasType) or (
        type(value).__module__ in {"typing", "types"} and hasattr(value, "__args__")
    )


def operation_adapters(name: str, operation: Any) -> Iterator[str]:
    for part in (*operation.body, *operation.responses, *operation.failures):
        if part.type is not None:
            yield from attempt(f"{type(part).__name__} of {name}", lambda part=part: TypeAdapter(part.type()).rebuild())


def attempt(what: str, build: Any) -> Iterator[str]:
    try:
        build()
    except Exception as error:  # noqa: BLE001
        yield f"{what}: {told(error)}"


def told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:600]


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    try:
        found = list(problems(sys.argv[2]))
    except Exception as failure:  # noqa: BLE001
        found = [f"import of the package: {told(failure)}"]
    print(json.dumps(found))  # noqa: T201
