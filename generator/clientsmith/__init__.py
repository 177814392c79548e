"""Read an OpenAPI document and write a typed Python client, its documentation and a manifest.

What the command line does, a program can do as well::

    from clientsmith import Config, generate

    summary = generate(Config(spec="openapi.yaml", output="generated", package="shop", client_name="Shop"))

`generate` writes, `compare` tells what writing would change, `validate` checks a document, `bundle` makes one tree of
it, `inspect` shows what generating decides. A document that cannot be used raises `SpecError`, whose `diagnostics` say
all that is wrong with it; `render` prints one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientsmith.config import Config as Config
    from clientsmith.config import ConfigError as ConfigError
    from clientsmith.config import load_config as load_config
    from clientsmith.diagnostics import Diagnostic as Diagnostic
    from clientsmith.diagnostics import Severity as Severity
    from clientsmith.diagnostics import SpecError as SpecError
    from clientsmith.diagnostics import render as render
    from clientsmith.pipeline import OutputError as OutputError
    from clientsmith.pipeline import Summary as Summary
    from clientsmith.pipeline import bundle as bundle
    from clientsmith.pipeline import compare as compare
    from clientsmith.pipeline import generate as generate
    from clientsmith.pipeline import inspect as inspect
    from clientsmith.pipeline import validate as validate

_HOMES = {
    "config": ("Config", "ConfigError", "load_config"),
    "diagnostics": ("Diagnostic", "Severity", "SpecError", "render"),
    "pipeline": ("OutputError", "Summary", "bundle", "compare", "generate", "inspect", "validate"),
}


def __getattr__(name: str) -> Any:
    """Load the stages when the first of them is asked for, so that importing a part of the package loads no other."""
    from importlib import import_module  # noqa: PLC0415

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
