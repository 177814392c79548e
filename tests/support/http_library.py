"""Running the tests of the runtime over either HTTP library: `HTTP_LIBRARY=httpx2 pytest tests/runtime`."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

_VARIANTS = Path(__file__).parents[2] / "generator" / "clientsmith" / "runtime" / "variants"
_PLACE = "clientsmith.runtime.http_library"


def choose() -> None:
    """Put the library that the environment names in place, for the runtime and for the tests' own `import httpx`.

    It has to be called before anything imports the runtime.
    """
    name = os.environ.get("HTTP_LIBRARY", "httpx")
    if name == "httpx":
        return
    assert _PLACE not in sys.modules, "the runtime was imported before its HTTP library was chosen"
    specification = importlib.util.spec_from_file_location(_PLACE, _VARIANTS / f"http_library_{name}.py")
    assert specification is not None
    assert specification.loader is not None, f"there is no variant for {name}"
    module = importlib.util.module_from_spec(specification)
    sys.modules[_PLACE] = module
    specification.loader.exec_module(module)
    sys.modules["httpx"] = module.httpx
